import Foundation
import Intake
import Records
import Testing

/// Feeds, archives and mails.
@Suite struct ContainerTests {
    static let page =
        "<html><head><title>Met in Sund</title></head><body><p>The ministers met in Sund on Monday and agreed to meet again in autumn.</p></body></html>"
    static let text = "The ministers met in Sund on Monday and agreed to meet again in autumn."

    @Test func anRSSFeedGivesAnArticleAnEntry() throws {
        let feed = """
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>Sund Post</title><language>en</language>
            <item><title>Met &amp; agreed</title><link>https://sund.example/1</link><pubDate>Tue, 03 May 2022 10:30:00 +0200</pubDate>
            <dc:creator>Orla Fenwick</dc:creator><content:encoded><![CDATA[<p>\(Self.text)</p><p>They were brief.</p>]]></content:encoded></item>
            <item><title>Nothing here</title><link>https://sund.example/2</link></item></channel></rss>
            """
        let items = try IntakeCases.items(feed.utf8, named: "feed.xml")
        #expect(items.count == 2)
        let article = try #require(items[0].article)
        #expect(article.title == "Met & agreed")
        #expect(article.byline == "Orla Fenwick")
        #expect(article.published == "2022-05-03T10:30:00+02:00")
        #expect(article.text == "\(Self.text)\n\nThey were brief.")
        #expect(article.outlet == "Sund Post")
        #expect(items[1].findings.first?.message == "the entry has no text")
    }

    @Test func anAtomFeedGivesAnArticleAnEntry() throws {
        let feed = """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Seeblatt</title><entry><title>Met</title>
            <link rel="alternate" href="https://see.example/1"/><updated>2022-05-03T10:30:00Z</updated>
            <author><name>Jana Lindholm</name></author>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>\(Self.text)</p></div></content></entry></feed>
            """
        let article = try #require(try IntakeCases.items(feed.utf8, named: "a.xml").first?.article)
        #expect(article.text == Self.text)
        #expect(article.byline == "Jana Lindholm")
        #expect(article.url == "https://see.example/1")
        #expect(article.published == "2022-05-03T10:30:00Z")
    }

    @Test func aSitemapIsSaidToHoldNoText() throws {
        let map = "<?xml version=\"1.0\"?><urlset><url><loc>https://sund.example/1</loc></url></urlset>"
        let item = try #require(try IntakeCases.items(map.utf8).first)
        #expect(item.findings.first?.message.contains("sitemap of 1 addresses") == true)
    }

    /// One WARC record.
    static func record(_ type: String, _ uri: String, _ block: String, length: Int? = nil) -> String {
        "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(uri)\r\nContent-Type: application/http; msgtype=response\r\n"
            + "Content-Length: \(length ?? block.utf8.count)\r\n\r\n\(block)\r\n\r\n"
    }

    @Test func aWARCGivesItsPagesAndSurvivesItsLies() throws {
        let whole = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\(Self.page)"
        let chunked =
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
            + String(Self.page.utf8.count, radix: 16) + "\r\n\(Self.page)\r\n0\r\n\r\n"
        let archive =
            Self.record("warcinfo", "-", "software: x") + Self.record("response", "https://sund.example/1", whole)
            + Self.record(
                "response", "https://sund.example/p.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx")
            + Self.record("response", "https://sund.example/moved", "HTTP/1.1 301 Moved\r\nLocation: /\r\n\r\n")
            + Self.record("request", "https://sund.example/lie", "GET / HTTP/1.1", length: 3)
            + Self.record("response", "https://sund.example/2", chunked)
        let items = try IntakeCases.items(archive.utf8, named: "x.warc")
        #expect(items.compactMap { $0.article?.text } == [Self.text, Self.text])
        #expect(items.compactMap { $0.article?.url } == ["https://sund.example/1", "https://sund.example/2"])
        #expect(items.first?.article?.outlet == "sund.example")
    }

    /// Bytes in a gzip member whose data is stored, not compressed.
    static func gzip(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        crc = ~crc
        let size = UInt16(bytes.count)
        func little(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) } }
        var member: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 1]
        member += [UInt8(size & 0xFF), UInt8(size >> 8), UInt8(~size & 0xFF), UInt8(~size >> 8)]
        member += bytes
        member += little(crc)
        member += little(UInt32(bytes.count))
        return member
    }

    @Test func gzipOfSeveralMembersIsReadByItsContent() throws {
        let middle = Self.page.index(Self.page.startIndex, offsetBy: 60)
        var bytes = Self.gzip(String(Self.page[..<middle]))
        bytes += Self.gzip(String(Self.page[middle...]))
        bytes += [0, 0, 0]
        let article = try #require(try IntakeCases.items(bytes, named: "page.html.gz").first?.article)
        #expect(article.text == Self.text)
        #expect(article.id == "page")
    }

    @Test func aGzipThatIsCutShortIsAFinding() throws {
        let item = try #require(try IntakeCases.items(Self.gzip(Self.page).prefix(100), named: "page.html.gz").first)
        #expect(item.findings.first?.message.contains("ends early") == true)
    }

    @Test func aZIPGivesEachOfItsFiles() throws {
        func entry(_ name: String, _ text: String) -> [UInt8] {
            let size = UInt32(text.utf8.count)
            let length = (0..<4).map { UInt8(truncatingIfNeeded: size >> (8 * UInt32($0))) }
            var entry = Array("PK\u{3}\u{4}".utf8)
            entry += [20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
            entry += length + length
            entry += [UInt8(name.utf8.count), 0, 0, 0]
            entry += Array(name.utf8)
            entry += Array(text.utf8)
            return entry
        }
        var bytes = entry("a.html", Self.page)
        bytes += entry("b.txt", Self.text)
        bytes += Array("PK\u{1}\u{2}".utf8)
        bytes += [UInt8](repeating: 0, count: 40)
        let items = try IntakeCases.items(bytes, named: "x.zip")
        #expect(items.compactMap { $0.article?.text } == [Self.text, Self.text])
        #expect(items.compactMap { $0.article?.id } == ["a", "b"])
    }

    @Test func aMailGivesItsHTMLPart() throws {
        let mail = """
            From: desk@sund.example
            Subject: Met in Sund
            Date: Tue, 3 May 2022 10:30:00 +0200
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary="b1"

            --b1
            Content-Type: text/plain

            short
            --b1
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            <html><body><p>The ministers met in Sund on Monday and agreed to =
            meet again in autumn=2E</p></body></html>
            --b1--
            """
        let article = try #require(try IntakeCases.items(mail.utf8, named: "m.eml").first?.article)
        #expect(article.text == Self.text)
        #expect(article.title == "Met in Sund")
        #expect(article.published == "2022-05-03T10:30:00+02:00")
    }
}
