import Intake
import Records
import Testing

/// JSON lines: an item for every line, the text unchanged.
@Suite struct JSONLinesTests {
    @Test func everyLineGivesAnItem() throws {
        let lines = """
            {"id": "one", "text": "The ministers met in Sund.", "published": "2022-05-03", "outlet": "Sund Post"}
            {"id": "two", "text": ""}
            {"id": "three" "text": "x"}

            {"id": "five", "text": "They agreed on\\u00a0nothing.", "published": "some day"}
            """
        let items = try IntakeCases.items(lines.utf8, named: "lines.jsonl")
        #expect(items.map(\.line) == [1, 2, 3, 4, 5])
        #expect(items.map(\.id) == ["one", "two", nil, nil, "five"])
        #expect(items.map { $0.article?.id } == ["one", nil, nil, nil, "five"])
        #expect(items[0].article?.outlet == "Sund Post")
        #expect(items[0].article?.published == "2022-05-03")
        #expect(items[1].findings.first?.path == "lines.jsonl:2")
        #expect(items[2].findings.first?.message.contains("not JSON") == true)
        #expect(items[4].article?.text == "They agreed on\u{A0}nothing.")
        #expect(items[4].findings.map(\.severity) == [.notice])
    }

    @Test func headlineBylineAndDatelineAreMarkedNotCut() throws {
        let text =
            #"Lake treaty takes effect\n\nBy Orla Fenwick\n\nSUND, Oct 3 (Island Wire) - The treaty on Lake Imber came into force on Monday, after a year of waiting."#
        let line = #"{"id": "a", "published": "2022-10-03", "text": "\#(text)"}"#
        let article = try #require(try IntakeCases.items(line.utf8).first?.article)
        #expect(article.title == "Lake treaty takes effect")
        #expect(article.byline == "Orla Fenwick")
        #expect(article.dateline == .init(place: "SUND", date: "2022-10-03"))
        #expect(article.credits == ["Island Wire"])
        #expect(article.text.hasPrefix("Lake treaty takes effect\n\nBy Orla"))
        #expect(article.parts.map(\.kind) == [.title, .byline, .dateline])
    }

    @Test func formsOfOtherToolsAreRead() throws {
        let line =
            #"{"maintext": "The ministers met in Sund.", "date_publish": "2022-05-03 10:30:00", "source_domain": "sund.example", "authors": ["Orla Fenwick", "Tomas Reke"], "title": "Met"}"#
        let article = try #require(try IntakeCases.items(line.utf8).first?.article)
        #expect(article.published == "2022-05-03T10:30:00")
        #expect(article.outlet == "sund.example")
        #expect(article.byline == "Orla Fenwick, Tomas Reke")
    }

    @Test func aJSONFeedGivesItsEntries() throws {
        let feed =
            #"{"version": "https://jsonfeed.org/version/1.1", "title": "Sund Post", "items": [{"id": "1", "url": "https://sund.example/1", "title": "Met", "content_html": "<p>The ministers met in Sund on Monday.</p><p>They agreed.</p>", "date_published": "2022-05-03T10:30:00Z", "authors": [{"name": "Orla Fenwick"}]}]}"#
        let article = try #require(try IntakeCases.items(feed.utf8).first?.article)
        #expect(article.text == "The ministers met in Sund on Monday.\n\nThey agreed.")
        #expect(article.published == "2022-05-03T10:30:00Z")
        #expect(article.byline == "Orla Fenwick")
        #expect(article.outlet == "Sund Post")
        #expect(article.url == "https://sund.example/1")
    }
}
