import Foundation
import Intake
import Records
import Testing

/// Lists of articles as other tools and sites give them.
@Suite struct ListTests {
    static let sentence = "The ministers met in Sund on Monday and agreed to meet again before the end of the year."

    @Test func aNewsSitemapIsAListOfArticlesAndNothingOfItIsFetched() throws {
        let map = """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
            <url><loc>https://sund.example/1</loc><news:news><news:publication><news:name>Sund Post</news:name>
            <news:language>en</news:language></news:publication><news:publication_date>2022-10-03T08:15:00+02:00</news:publication_date>
            <news:title>Lake treaty takes effect</news:title></news:news></url>
            <url><loc>https://sund.example/2</loc></url></urlset>
            """
        let items = try IntakeCases.items(map.utf8, named: "news.xml")
        #expect(items.count == 2)
        let article = try #require(items[0].article)
        #expect(article.title == "Lake treaty takes effect")
        #expect(article.outlet == "Sund Post")
        #expect(article.published == "2022-10-03T08:15:00+02:00")
        #expect(article.language == "en")
        #expect(article.url == "https://sund.example/1")
        #expect(items[0].findings.first?.severity == .notice)
        #expect(items[1].article == nil)
    }

    @Test func aGDELTListGivesTitles() throws {
        let list = """
            {"articles": [{"url": "https://sund.example/1", "url_mobile": "", "title": "Lake treaty takes effect",
            "seendate": "20221003T061500Z", "domain": "sund.example", "language": "English", "sourcecountry": "Norvania"}]}
            """
        let item = try #require(try IntakeCases.items(list.utf8, named: "list.json").first)
        let article = try #require(item.article)
        #expect(article.text == "Lake treaty takes effect")
        #expect(article.published == "2022-10-03T06:15:00Z")
        #expect(article.language == "en")
        #expect(item.findings.first?.message.contains("title alone") == true)
    }

    @Test(arguments: [
        "{\"maintext\": \"SENTENCE\", \"title\": \"Met in Sund\", \"authors\": [\"Orla Fenwick\"], \"date_publish\": \"2022-10-03 08:15:00\", \"source_domain\": \"Sund Post\", \"url\": \"https://sund.example/1\", \"language\": \"en\"}",
        "{\"title\": \"Met in Sund\", \"author\": \"Orla Fenwick\", \"hostname\": \"sund.example\", \"date\": \"2022-10-03\", \"source\": \"https://sund.example/1\", \"sitename\": \"Sund Post\", \"text\": \"SENTENCE\", \"language\": \"en\", \"url\": \"https://sund.example/1\"}",
    ])
    func linesOfOtherToolsAreRead(_ line: String) throws {
        let lines = line.replacing("SENTENCE", with: Self.sentence) + "\n"
        let article = try #require(try IntakeCases.items((lines + lines).utf8, named: "x.jsonl").first?.article)
        #expect(article.text == Self.sentence)
        #expect(article.title == "Met in Sund")
        #expect(article.byline == "Orla Fenwick")
        #expect(article.outlet == "Sund Post")
        #expect(article.published?.hasPrefix("2022-10-03") == true)
        #expect(article.url == "https://sund.example/1")
    }

    @Test func anMHTMLPageIsRead() throws {
        let page = """
            From: <Saved by Blink>
            Snapshot-Content-Location: https://sund.example/1
            Subject: Met in Sund
            Date: Mon, 3 Oct 2022 08:15:00 -0000
            MIME-Version: 1.0
            Content-Type: multipart/related; type="text/html"; boundary="----b"

            ------b
            Content-Type: text/html
            Content-Transfer-Encoding: quoted-printable
            Content-Location: https://sund.example/1

            <html><body><article><p>\(Self.sentence)</p></article></body></html>
            ------b
            Content-Type: image/png
            Content-Transfer-Encoding: base64

            iVBORw0KGgo=
            ------b--
            """
        let article = try #require(try IntakeCases.items(page.utf8, named: "x.mhtml").first?.article)
        #expect(article.text == Self.sentence)
        #expect(article.url == "https://sund.example/1")
    }
}
