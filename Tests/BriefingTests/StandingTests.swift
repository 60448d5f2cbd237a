import Briefing
import Records
import Testing

/// Commitments, figures, positions and ties in every form of a brief.
@Suite struct StandingTests {
    private static func render(_ format: BriefFormat) throws -> String {
        try format.renderer().render(SampleBrief.brief())
    }

    @Test func positionsStandInAGridOfActorsAndIssues() throws {
        let markdown = try Self.render(.markdown)
        #expect(markdown.contains("| Who | the ferry treaty |"))
        #expect(markdown.contains("| Velania | **for** strongly"))
        #expect(markdown.contains("| Ortesk | **neutral** by vote"))
        let page = try Self.render(.html)
        #expect(page.contains("<table class=\"grid\">"))
        #expect(page.contains("data-issue=\"the ferry treaty\""))
        let text = try Self.render(.text)
        #expect(text.contains("    for      Velania (strongly)"))
        #expect(text.contains("    neutral  Ortesk (by vote)"))
    }

    @Test func aPromisedAmountStandsOnceAndIsToldFromWhatIsDone() throws {
        let markdown = try Self.render(.markdown)
        let rows = markdown.split(separator: "\n").filter { $0.hasPrefix("| ") && $0.contains("$12 million") }
        #expect(rows.count == 1)
        #expect(rows.first?.contains("(intention)") == true)
        #expect(rows.first?.contains("planned") == true)
        #expect(try Self.render(.html).contains("<span class=\"badge planned\">planned</span>"))
    }

    @Test func tiesAreTold() throws {
        for format in [BriefFormat.text, .markdown, .html] {
            #expect(try Self.render(format).contains("Velania: borders Ortesk"))
        }
        #expect(try Self.render(.json).contains("\"relations\""))
    }
}
