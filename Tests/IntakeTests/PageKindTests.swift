import Foundation
import Intake
import Records
import Testing

/// Pages that do not simply show their article: live blogs, stubs, parts, pages made by scripts.
@Suite struct PageKindTests {
    static let sentence = "The ministers met in Sund on Monday and agreed to meet again before the end of the year."
    static let more =
        "They spoke of the nets, of the patrols and of the two permits that boats have needed since spring."

    static func item(_ page: String) throws -> IntakeItem {
        try #require(try IntakeCases.items(page.utf8, named: "page.html").first)
    }

    @Test func aLiveBlogKeepsItsEntriesWithTheirTimes() throws {
        let entries = (1...4).map {
            "<div class=\"entry\"><time>1\($0):05</time><p>\(Self.sentence.replacing("Monday", with: "day \($0)"))</p></div>"
        }
        let page =
            "<html><head><title>The talks in Sund as they happened</title></head><body><main class=\"liveblog\"><h1>The talks in Sund as they happened</h1>\(entries.joined())</main></body></html>"
        let article = try #require(try Self.item(page).article)
        #expect(article.text.contains("12:05\n\nThe ministers met in Sund on day 2"))
    }

    @Test func aLiveBlogWhoseEntriesAreLoadedLaterIsReadFromItsStructuredData() throws {
        let updates = (1...3).map {
            "{\"@type\":\"BlogPosting\",\"headline\":\"Entry \($0)\",\"datePublished\":\"2022-10-03T1\($0):05:00Z\",\"articleBody\":\"\(Self.sentence)\"}"
        }
        let page =
            "<html><head><script type=\"application/ld+json\">{\"@type\":\"LiveBlogPosting\",\"headline\":\"The talks in Sund\",\"liveBlogUpdate\":[\(updates.joined(separator: ","))]}</script></head><body><h1>The talks in Sund</h1><p>\(Self.more)</p></body></html>"
        let article = try #require(try Self.item(page).article)
        #expect(article.text.hasPrefix("2022-10-03T11:05:00Z Entry 1\n\n\(Self.sentence)"))
        #expect(article.sources.contains { $0.evidence == "the entries of a live blog in the structured data" })
    }

    @Test func aStubBeforeAPaywallSaysSo() throws {
        let page =
            "<html><head><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Met in Sund\",\"isAccessibleForFree\":\"False\"}</script></head><body><article><h1>Met in Sund</h1><p>\(Self.sentence)</p><div class=\"paywall\"><p>Subscribe to read on, from one crown a month.</p></div></article></body></html>"
        let item = try Self.item(page)
        #expect(item.article?.text == Self.sentence)
        #expect(item.findings.contains { $0.message == "behind a paywall: the page shows only the first 18 words" })
    }

    @Test func oneOfSeveralPagesNamesTheNext() throws {
        let page =
            "<html><head><link rel=\"canonical\" href=\"https://sund.example/treaty\"><link rel=\"next\" href=\"https://sund.example/treaty/2\"></head><body><article><p>\(Self.sentence)</p></article></body></html>"
        #expect(
            try Self.item(page).findings.map(\.message) == [
                "one of several pages; the next is https://sund.example/treaty/2"
            ])
        let other = page.replacing("treaty/2", with: "harbour")
        #expect(try Self.item(other).findings.isEmpty)
    }

    @Test func aPageMadeByScriptsIsReadFromItsState() throws {
        let body =
            "<p>\(Self.sentence)</p><p>\(Self.more)</p><p>\(Self.sentence.replacing("Monday", with: "Friday"))</p>"
        let state = body.replacing("\"", with: "\\\"")
        let page =
            "<html><head><title>Met in Sund</title></head><body><div id=\"root\"></div><script type=\"application/json\">{\"props\":{\"teaser\":{\"text\":\"short\"},\"story\":{\"body\":\"\(state)\"}}}</script></body></html>"
        let article = try #require(try Self.item(page).article)
        #expect(article.text.hasPrefix("\(Self.sentence)\n\n\(Self.more)"))
        #expect(article.title == "Met in Sund")
    }

    @Test func aPageMadeByScriptsWithoutStateIsAFinding() throws {
        let script = String(repeating: "render();", count: 400)
        let item = try Self.item("<html><body><div id=\"root\"></div><script>\(script)</script></body></html>")
        #expect(item.article == nil)
        #expect(item.findings.first?.message.contains("put there by scripts") == true)
    }

    @Test func stagesThatFellShortAreNamed() throws {
        let page =
            "<html><body><article><p>Short.</p></article><div><p>\(Self.sentence)</p><p>\(Self.more)</p></div></body></html>"
        let article = try #require(try Self.item(page).article)
        #expect(article.sources.contains { $0.evidence.hasPrefix("passed over: the best article element") })
    }
}
