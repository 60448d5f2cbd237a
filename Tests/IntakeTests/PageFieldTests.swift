import Foundation
import Intake
import Records
import Testing

/// Where the fields of a page are taken from when several places give them.
@Suite struct PageFieldTests {
    static let sentence = "The ministers met in Sund on Monday and agreed to meet again before the end of the year."

    static func article(_ body: String, head: String = "") throws -> Article {
        let page = "<html><head><title>Met in Sund</title>\(head)</head><body>\(body)</body></html>"
        return try #require(try IntakeCases.items(page.utf8, named: "page.html").first?.article)
    }

    static func outlet(_ host: String, _ head: String, _ body: String = "") throws -> String? {
        try article("\(body)<p>\(sentence)</p>", head: "<link rel=\"canonical\" href=\"https://\(host)/a\">\(head)")
            .outlet
    }

    @Test func theNameOfTheHostIsFoundInItsOwnSpelling() throws {
        #expect(try Self.outlet("sund-zeitung.example", "", "<img alt=\"Logo Sund-Zeitung\">") == "Sund Zeitung")
        #expect(
            try Self.outlet("boede-zeitung.example", "<title>x</title>", "<img alt=\"Böde-Zeitung\">")
                == "Böde-Zeitung")
        // Of the host's letters the spelling with more words is the name.
        #expect(
            try Self.outlet(
                "sundpost.example",
                "<meta property=\"og:site_name\" content=\"SundPost\"><meta name=\"publisher\" content=\"Sund Post\">",
                "<img alt=\"Sund Post\">")
                == "Sund Post")
    }

    @Test func aNameInOtherLettersGivesWayToTheHosts() throws {
        #expect(
            try Self.outlet("sundskaya.example", "<meta property=\"og:site_name\" content=\"Сундская газета\">")
                == "Sundskaya")
    }

    @Test func aFirmIsNamedByItsFirstWordWhenThatIsTheHost() throws {
        #expect(try Self.outlet("sund.example", "<meta name=\"copyright\" content=\"SUND Verlags GmbH\">") == "SUND")
    }

    @Test func aReadersDateIsNotTheArticles() throws {
        let comment =
            "<div class=\"comment\"><span class=\"date\">4 October 2022</span><p>Well said, all of it.</p></div>"
        let article = try Self.article(
            "<h1>Met in Sund</h1><p>Monday, 3 October 2022</p><p>\(Self.sentence)</p><p>\(Self.sentence)</p>\(comment)")
        #expect(article.published == "2022-10-03")
    }

    @Test func theDateBesideTheTitleGoesBeforeALaterOneOfTheServer() throws {
        let article = try Self.article(
            "<h1>Met in Sund</h1><p>As of: 3 October 2022 18:00</p><p>\(Self.sentence)</p>",
            head: "<meta name=\"date\" content=\"2022-10-04T11:52:23\">")
        #expect(article.published == "2022-10-03T18:00")
    }

    @Test func aLabelledDateTellsWhichNumberIsTheMonth() throws {
        let article = try Self.article(
            "<h1>Met in Sund</h1><p>\(Self.sentence)</p><p>Published: 01.11.2022</p>",
            head: "<meta name=\"date\" content=\"11/01/2022 12:43:42\">")
        #expect(article.published?.hasPrefix("2022-11-01") == true)
    }

    @Test func aLabelOnALineOfItsOwnLabelsTheDateBelow() throws {
        let article = try Self.article(
            "<h1>Met in Sund</h1><p>\(Self.sentence)</p><p>\(Self.sentence)</p><div>Published on:</div><h2>13.10.2021</h2>",
            head: "")
        #expect(article.published == "2021-10-13")
    }

    @Test(arguments: [
        ("<p>03.10.2022 - Text von Orla Fenwick</p>", "Orla Fenwick"),
        ("<p>Eine Kolumne von Orla Fenwick</p>", "Orla Fenwick"),
        ("<p>Propos recueillis par Orla Fenwick</p>", "Orla Fenwick"),
        ("<p>Oleh: Orla Fenwick</p>", "Orla Fenwick"),
        ("<li><b>Autorin/Autor</b><br>Orla Fenwick</li>", "Orla Fenwick"),
    ])
    func aLabelOfAuthorshipIsReadInManyLanguages(_ line: String, _ name: String) throws {
        #expect(try Self.article("<h1>Met in Sund</h1>\(line)<p>\(Self.sentence)</p>").byline == name)
    }

    @Test func aNameBelowTheTextSignsIt() throws {
        let article = try Self.article(
            "<h1>Met in Sund</h1><p>\(Self.sentence)</p><p>They spoke of the nets and of the patrols for three hours.</p><p><b>Orla Fenwick</b></p>"
        )
        #expect(article.byline == "Orla Fenwick")
        #expect(article.sources.contains { $0.evidence == "the signature below the text" })
    }

    @Test func aSurnameInCapitalsStays() throws {
        let article = try Self.article(
            "<p>\(Self.sentence)</p>",
            head:
                "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Met in Sund\",\"author\":{\"@type\":\"Person\",\"name\":\"Orla Maeve FENWICK\"}}</script>"
        )
        #expect(article.byline == "Orla Maeve FENWICK")
    }

    @Test func aScriptsCharsetIsNotThePages() throws {
        let head =
            "<html><head><script src=\"a.js\" charset=\"utf-8\"></script><meta charset=\"iso-8859-1\"></head><body><p>"
        let words = "Le comité s'est réuni à Sund lundi, et il a décidé de fermer la baie du nord aux filets."
        let bytes = (head + words + "</p></body></html>").unicodeScalars.map { UInt8($0.value) }
        #expect(try IntakeCases.items(bytes, named: "p.html").first?.article?.text == words)
    }
}
