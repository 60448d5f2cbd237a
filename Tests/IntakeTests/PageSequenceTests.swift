import Foundation
import Intake
import Records
import Testing

/// The pages of one article that come one behind the other.
@Suite struct PageSequenceTests {
    static func page(_ number: Int, canonical: String, previous: String? = nil, next: String?) -> String {
        let links = [("canonical", canonical), ("prev", previous), ("next", next)].compactMap { rel, href in
            href.map { "<link rel=\"\(rel)\" href=\"\($0)\">" }
        }
        return
            "<html><head>\(links.joined())<title>The lake treaty</title></head><body><article><h1>The lake treaty</h1>"
            + "<p>On day \(number) the ministers met in Sund and agreed to meet again before the end of the year.</p>"
            + "<h2>What came of day \(number)</h2><p>They spoke of the nets and of the patrols for \(number + 1) hours in all.</p></article></body></html>"
    }

    static func items(_ pages: [String]) throws -> [IntakeItem] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (i, page) in pages.enumerated() {
            try page.write(to: folder.appendingPathComponent("page-\(i + 1).html"), atomically: true, encoding: .utf8)
        }
        return Array(try ArticleIntake().items(of: [folder.path]))
    }

    @Test func pagesThatNameOneAnotherAreJoined() throws {
        let own = "https://sund.example/treaty"
        let items = try Self.items([
            Self.page(1, canonical: own, next: "?page=2"),
            Self.page(2, canonical: own + "?page=2", previous: own, next: own + "?page=3"),
            Self.page(3, canonical: own + "?page=3", previous: own + "?page=2", next: nil),
            Self.page(4, canonical: "https://sund.example/harbour", next: nil),
        ])
        #expect(items.count == 4)
        let article = try #require(items.first?.article)
        #expect(article.text.contains("On day 1 ") && article.text.contains("On day 3 "))
        #expect(items[0].findings.isEmpty)
        #expect(items[1].article == nil && items[2].article == nil)
        #expect(items[2].findings.first?.message.contains("joined to it") == true)
        #expect(items[3].article?.text.contains("On day 4 ") == true)
        // The parts of the later pages stand where their words do.
        let scalars = Array(article.text.unicodeScalars)
        let subheads = article.parts.filter { $0.kind == .subhead }.map { part in
            String(String.UnicodeScalarView(scalars[part.start..<part.end]))
        }
        #expect(subheads == (1...3).map { "What came of day \($0)" })
    }

    @Test func pagesUnderOneCanonicalAddressAreJoinedWhenTheSecondNamesAPrevious() throws {
        let own = "https://sund.example/treaty"
        let items = try Self.items([
            Self.page(1, canonical: own, next: "/treaty/2"),
            Self.page(2, canonical: own, previous: "/treaty", next: nil),
        ])
        #expect(items[0].article?.text.contains("On day 2 ") == true)
        #expect(items[1].article == nil)
    }

    @Test func anotherArticleIsNeverJoined() throws {
        let items = try Self.items([
            Self.page(1, canonical: "https://sund.example/treaty", next: "https://sund.example/treaty/2"),
            Self.page(2, canonical: "https://sund.example/harbour", previous: "https://sund.example/treaty", next: nil),
        ])
        #expect(items.compactMap(\.article).count == 2)
        #expect(items[0].findings.map(\.message) == ["one of several pages; the next is https://sund.example/treaty/2"])
    }
}
