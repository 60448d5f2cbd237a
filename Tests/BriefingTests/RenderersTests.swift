import Briefing
import Foundation
import Records
import Testing

@Suite struct RenderersTests {
    /// Every form shows each claim, each cited word and each outlet that prints it.
    @Test(arguments: BriefFormat.allCases)
    func everyStatementShowsItsSource(format: BriefFormat) throws {
        let brief = SampleBrief.brief()
        let output = try format.renderer().render(brief)
        let flat = output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for story in brief.stories {
            for claim in story.claims {
                #expect(flat.contains(claim.statement))
                #expect(flat.contains(claim.reason) || claim.status != .conflicting)
            }
            for outlet in ["Harbour Post", "Strait Times", "Copy Daily"] { #expect(flat.contains(outlet)) }
        }
        #expect(flat.contains("V/RES/7"))
        #expect(flat.contains("four.bin"))
        #expect(flat.contains("Premier of Velania"))
        #expect(output.hasSuffix("\n"))
    }

    @Test(arguments: BriefFormat.allCases)
    func theSameBriefGivesTheSameBytes(format: BriefFormat) throws {
        let first = try format.renderer().render(SampleBrief.brief())
        #expect(try format.renderer().render(SampleBrief.brief()) == first)
    }

    @Test func textKeepsWithinEightyColumnsAndMarksWithoutColour() throws {
        let text = try TextRenderer().render(SampleBrief.brief())
        for line in text.split(separator: "\n") { #expect(line.unicodeScalars.count <= 80, "\(line)") }
        #expect(!text.contains("\u{1B}"))
        #expect(text.contains("never *close* this harbour"))
        #expect(text.contains("never *sell* this harbour"))
        #expect(try TextRenderer(colour: true).render(SampleBrief.brief()).contains("\u{1B}[1;33m*sell*"))
    }

    @Test func disagreementsStandBeforeAllOtherClaims() throws {
        for format in [BriefFormat.text, .markdown, .html] {
            let output = try format.renderer().render(SampleBrief.brief())
            let conflict = try #require(output.firstRange(of: "quoted in two wordings"))
            let single = try #require(output.firstRange(of: "Said by one origin only", after: conflict.upperBound))
            #expect(conflict.lowerBound < single.lowerBound)
        }
    }

    @Test func plannedStandsApartFromDone() throws {
        let text = try TextRenderer().render(SampleBrief.brief())
        let open = try #require(text.firstRange(of: "Timeline: planned, possible or denied"))
        // Line breaks are the layout's.
        let flat = text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
        #expect(
            flat.contains(
                "May 2031: A joint patrol is planned for May (mobilisation) [planned, as said by Mira Solt]"))
        let patrol = try #require(text.firstRange(of: "o May 2031: A joint patrol"))
        #expect(open.lowerBound < patrol.lowerBound)
        let done = try #require(text.firstRange(of: "Timeline: done"))
        #expect(done.lowerBound < open.lowerBound)
        #expect(!text[done.lowerBound..<open.lowerBound].contains("planned,"))
    }

    @Test func anEventIsToldInTheAccountsWordsAndOnce() throws {
        let text = try TextRenderer().render(SampleBrief.brief())
        let start = try #require(text.firstRange(of: "What happened"))
        let end = try #require(text.firstRange(of: "Disagreements"))
        let lead = text[start.upperBound..<end.lowerBound].split { $0 == " " || $0 == "\n" }.joined(separator: " ")
        #expect(lead.contains("Velania and Ortesk signed the ferry treaty (Velania, Ortesk: agreement or pledge)"))
        // The second account's wording of the same event adds a place, not a line.
        #expect(lead.split(separator: "agreement or pledge").count == 2)
    }

    @Test func lookAlikesAreShownWithTheReason() throws {
        for format in [BriefFormat.text, .markdown, .html] {
            let output = try format.renderer().render(SampleBrief.brief())
            #expect(output.contains("Compared and found to agree (1)"))
            #expect(output.contains("The treaty and the ferry treaty are one."))
        }
    }

    @Test func copiesAddArticlesButNoOrigins() throws {
        let text = try TextRenderer().render(SampleBrief.brief())
        #expect(text.contains("3 articles, 2 independent origins"))
        #expect(text.contains("2 articles, 1 independent origin)"))
        #expect(text.contains("copies [2]"))
    }
}

@Suite struct HTMLPageTests {
    let page: String

    init() throws { page = try HTMLRenderer().render(SampleBrief.brief()) }

    @Test func needsNothingButItself() {
        for word in ["<script", "http://", "https://", "@import", "url(", "<img", "<link"] {
            #expect(!page.contains(word))
        }
    }

    @Test func everyLinkLeadsToOneElement() {
        let ids = attributes("id")
        #expect(Set(ids).count == ids.count)
        let targets = attributes("href").filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
        #expect(targets.count > 20)
        for target in targets { #expect(ids.contains(target), "nothing has the id \(target)") }
    }

    @Test func showsEveryWordOfTheArticles() {
        let text = page[(page.firstRange(of: "id=\"articles\"")?.upperBound ?? page.startIndex)...]
        for words in ["Velania will give $12 million.", "A joint patrol is planned for May."] {
            #expect(text.contains(words))
        }
    }

    @Test func textIsEscaped() {
        #expect(page.contains("Ferry treaty &lt;signed&gt; &amp; sealed"))
        #expect(!page.contains("<signed>"))
    }

    @Test func differingWordsAreMarkedByAnElement() {
        #expect(page.contains("<mark>sell</mark>"))
        #expect(page.contains("<mark>close</mark>"))
    }

    private func attributes(_ name: String) -> [String] {
        var values: [String] = []
        var rest = page[...]
        while let start = rest.firstRange(of: " \(name)=\"") {
            rest = rest[start.upperBound...]
            values.append(String(rest.prefix { $0 != "\"" }))
        }
        return values
    }
}

@Suite struct JSONFormTests {
    @Test func hasTheKeysOfTheContractWithNulls() throws {
        let data = Data(try JSONRenderer().render(SampleBrief.brief()).utf8)
        let value = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(value["schema"] as? String == "chancery.brief/1")
        let articles = try #require(value["articles"] as? [[String: Any]])
        for key in ["id", "path", "title", "byline", "outlet", "published", "url", "language", "origin", "text"] {
            for article in articles { #expect(article.keys.contains(key), "\(key)") }
        }
        #expect(articles[0]["published"] as? String == "2031-05-06")
        #expect(articles[1]["title"] is NSNull)
        #expect(articles[2]["origin"] as? String == "two")
        let story = try #require((value["stories"] as? [[String: Any]])?.first)
        for key in ["id", "headline", "articles", "actors", "events", "quotations", "positions", "claims", "timeline"] {
            #expect(story.keys.contains(key), "\(key)")
        }
        let claims = try #require(story["claims"] as? [[String: Any]])
        #expect(claims[0]["status"] as? String == "conflicting")
        #expect(claims[1]["record"] is NSNull)
        #expect(claims[2]["status"] as? String == "single-source")
        let events = try #require(story["events"] as? [[String: Any]])
        for key in ["mode", "cameo", "date", "place", "reportedBy"] {
            for event in events { #expect(event.keys.contains(key), "\(key)") }
        }
        #expect((value["findings"] as? [[String: Any]])?.first?["path"] as? String == "four.bin")
    }
}

extension StringProtocol {
    func firstRange(of words: String, after start: Index) -> Range<Index>? {
        self[start...].firstRange(of: words)
    }
}
