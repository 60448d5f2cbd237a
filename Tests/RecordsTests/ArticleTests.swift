import Foundation
import Records
import Testing

/// An article is read back as it was written.
@Suite struct ArticleTests {
    static let full = Article(
        id: "a", path: "a.html", title: "Met in Sund", byline: "Orla Fenwick", outlet: "Sund Post",
        published: "2022-10-03T08:15:00+02:00", updated: "2022-10-04", url: "https://sund.example/a", language: "en-GB",
        dateline: .init(place: "Sund", date: "2022-10-03"), credits: ["Island Wire"], origin: "b",
        text: "SUND - The ministers met.", cuts: [.init(text: "Home", reason: "a link", line: 3)],
        parts: [.init(kind: .dateline, start: 0, end: 7)], sources: [.init(field: "title", evidence: "line 1")],
        section: "World")

    @Test func everyFieldComesBack() throws {
        let data = try JSONEncoder().encode(Self.full)
        #expect(try JSONDecoder().decode(Article.self, from: data) == Self.full)
    }

    @Test func whatIsEmptyMayBeLeftOut() throws {
        let read = try JSONDecoder().decode(Article.self, from: Data(#"{"id": "a", "text": "They met."}"#.utf8))
        #expect(read == Article(id: "a", text: "They met."))
    }
}
