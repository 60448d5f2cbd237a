import Foundation
import Intake
import Records
import Testing

/// HTML pages: the cases of `Tests/Cases/intake/pages`.
@Suite struct PageTests {
    @Test(arguments: IntakeCases.names(in: "pages"))
    func aPageGivesItsArticle(_ name: String) throws {
        let items = Array(try ArticleIntake().items(of: [IntakeCases.path("pages", "\(name).html")]))
        let article = try #require(items.first?.article)
        #expect(try IntakeCases.unmet(article, kind: "pages", name: name) == [])
    }

    @Test func thereAreCases() { #expect(IntakeCases.names(in: "pages").count >= 2) }

    static let body =
        "<p>Le comité s'est réuni à Sund lundi, et il a décidé de fermer la baie du nord aux filets pendant l'été.</p>"

    @Test func theCharsetIsReadFromTheBytesAndTheMeta() throws {
        let page = "<html><head><meta charset=\"iso-8859-1\"></head><body>\(Self.body)</body></html>"
        let latin = page.unicodeScalars.map { UInt8($0.value) }
        let article = try #require(try IntakeCases.items(latin, named: "p.html").first?.article)
        #expect(article.text.hasPrefix("Le comité s'est réuni à Sund"))
        // Valid UTF-8 wins over a declaration that is left from a template.
        let utf8 = try #require(try IntakeCases.items(page.utf8, named: "p.html").first?.article)
        #expect(utf8.text == article.text)
        #expect(utf8.language == "fr")
    }

    @Test func cyrillicInItsOwnEncodingIsRead() throws {
        let head = Array(
            "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\"></head><body><p>"
                .utf8)
        let words = "Комиссия собралась в понедельник и решила закрыть северную бухту для сетей до конца лета."
        let text = words.unicodeScalars.map { scalar -> UInt8 in
            scalar.value >= 0x410 && scalar.value <= 0x44F ? UInt8(scalar.value - 0x410 + 0xC0) : UInt8(scalar.value)
        }
        var bytes = head
        bytes += text
        bytes += Array("</p></body></html>".utf8)
        let article = try #require(try IntakeCases.items(bytes).first?.article)
        #expect(article.text == words)
        #expect(article.language == "ru")
    }

    @Test func aPageWithoutTextIsAFinding() throws {
        let item = try #require(try IntakeCases.items("<html><body><script>x()</script></body></html>".utf8).first)
        #expect(item.article == nil)
        #expect(item.findings.first?.message.contains("no text") == true)
    }
}
