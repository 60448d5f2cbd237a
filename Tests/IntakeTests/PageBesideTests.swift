import Foundation
import Intake
import Records
import Testing

/// What stands beside an article on its page, and what only looks so.
@Suite struct PageBesideTests {
    static let first = "The ministers met in Sund on Monday and agreed to meet again before the end of the year."
    static let second =
        "They spoke of the nets, of the patrols and of the two permits that boats have needed since spring."

    static func article(_ body: String, head: String = "") throws -> Article {
        let page = "<html><head><title>Met in Sund</title>\(head)</head><body>\(body)</body></html>"
        return try #require(try IntakeCases.items(page.utf8, named: "page.html").first?.article)
    }

    @Test(arguments: [
        "Read also: The long quarrel over the lake", "Lesen Sie auch: Der lange Streit", "À lire aussi",
        "Czytaj też: Spór o jezioro",
        "Читайте также: Спор об озере", "Sign up to our newsletter and get the day's news.", "اقرأ أيضاً",
        "Mehr zum Thema",
        "You must be logged in to post a comment here.",
    ])
    func whatLeadsElsewhereIsCut(_ line: String) throws {
        let article = try Self.article("<article><p>\(Self.first)</p><p>\(line)</p><p>\(Self.second)</p></article>")
        #expect(article.text == "\(Self.first)\n\n\(Self.second)")
        #expect(article.cuts.contains { $0.text == line && $0.reason.hasPrefix("says \"") })
    }

    @Test func aSentenceAboutSuchWordsStays() throws {
        let line = "Comments on the treaty were sent to the council by both towns, which asked for a longer delay."
        let article = try Self.article("<article><p>\(Self.first)</p><p>\(line)</p></article>")
        #expect(article.text.contains(line))
    }

    @Test func aBoxAboutTheAuthorIsCutWithItsHeading() throws {
        let box =
            "<h3>About the author</h3><p>Orla Fenwick has written about the lake and its towns for twelve years.</p>"
        let article = try Self.article("<div><p>\(Self.first)</p><p>\(Self.second)</p>\(box)</div>")
        #expect(article.text == "\(Self.first)\n\n\(Self.second)")
    }

    @Test func aButtonThatIsNeverClosedHidesNothing() throws {
        let article = try Self.article(
            "<header><button><div>Menu</button></header><article><p>\(Self.first)</p><p>\(Self.second)</p></article>")
        #expect(article.text.contains(Self.first) && article.text.contains(Self.second))
    }

    @Test func drawingsWithinDrawingsAreTakenOutWhole() throws {
        let drawing =
            "<svg><defs><symbol><svg><path/></svg></symbol><symbol><title>An arrow that points to the right</title></symbol></defs></svg>"
        let article = try Self.article("\(drawing)<article><p>\(Self.first)</p></article>")
        #expect(article.title == "Met in Sund")
        #expect(article.text == Self.first)
    }

    @Test func articlesBelowTheOneWithTheHeadingAreOthers() throws {
        let others = (1...4).map {
            "<article><h2>Another matter \($0)</h2><p>In another matter of day \($0) the council heard three towns about their harbours.</p></article>"
        }
        let own =
            "<article><h1>Met in Sund</h1><p>\(Self.first)</p><p>\(Self.second)</p><p>\(Self.second.replacing("nets", with: "boats"))</p></article>"
        let article = try Self.article("<div>\(own)\(others.joined())</div>")
        #expect(!article.text.contains("another matter"))
        #expect(article.text.contains("boats, of the patrols"))
    }

    @Test func aLayoutTableIsReadAsText() throws {
        let article = try Self.article(
            "<table><tr><td><a href=\"/\">Home</a><br><a href=\"/lake\">Lake</a></td><td><p>\(Self.first)</p><p>\(Self.second)</p></td></tr></table>"
        )
        #expect(article.text == "\(Self.first)\n\n\(Self.second)")
    }

    @Test func aFormAroundThePageIsNoForm() throws {
        let article = try Self.article(
            "<form id=\"aspnetForm\"><div><p>\(Self.first)</p><p>\(Self.second)</p></div><input name=\"q\"></form>")
        #expect(article.text == "\(Self.first)\n\n\(Self.second)")
    }

    @Test func attributesWithoutQuotesAndWithStrokesAreRead() throws {
        let article = try Self.article(
            "<div class=newsletter>\(Self.second)</div><article class='story'data-x='>'><p hidden>Not shown here.</p><p>\(Self.first)</p><p>\(Self.second)</p></article>",
            head:
                "<link href=https://sund.example/a/b/ rel=canonical><meta content='2022-10-03' property=article:published_time>"
        )
        #expect(article.url == "https://sund.example/a/b/")
        #expect(article.published == "2022-10-03")
        #expect(article.text == "\(Self.first)\n\n\(Self.second)")
    }

    @Test func attributesThatTouchAndControlCharactersAreHarmless() throws {
        let touching = "<p " + String(repeating: "id=\"\"", count: 200) + ">\(Self.first)</p>"
        #expect(try Self.article("<article>\(touching)</article>").text == Self.first)
        #expect(try Self.article("<article><p>\u{1} \u{2}\(Self.first)</p></article>").text == Self.first)
    }

    @Test func elementsNestedTooDeepEndThePage() throws {
        let page =
            "<html><body><p>\(Self.first)</p>" + String(repeating: "<div>", count: 50_000) + "<p>\(Self.second)</p>"
        let item = try #require(try IntakeCases.items(page.utf8, named: "page.html").first)
        #expect(item.article?.text == Self.first)
        #expect(item.findings.contains { $0.message.contains("deep") })
    }
}
