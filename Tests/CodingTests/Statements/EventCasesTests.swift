import Coding
import Foundation
import Records
import Testing
import Text

/// Sentences coded from raw text with the model that comes with the program, against the events that
/// a reader finds in them.
struct EventCasesTests {
    static let coder = Result { try ArticleCoder() }
    /// The parser is statistical: of the cases this share must come out exactly (.98 do; the margin is five sentences).
    static let floor = 0.93

    struct Case: Sendable {
        let sentence: String
        let events: [String]
    }

    static func cases() throws -> [Case] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Cases/coding/events.tsv")
        let table = try DataTable(
            String(contentsOf: file, encoding: .utf8), file: "events.tsv", columns: ["sentence", "events"])
        return table.rows.map { Case(sentence: $0["sentence"], events: $0.list("events").sorted()) }
    }

    static func events(of sentence: String) throws -> [String] {
        let coded = try coder.get().code(Article(id: "case", published: "2024-05-10", text: sentence))
        func countries(_ actors: [ActorReference]) -> String {
            let codes = actors.compactMap(\.country)
            return codes.isEmpty ? "-" : codes.joined(separator: "+")
        }
        return coded.events.map {
            "\($0.type) \(countries($0.actors))>\(countries($0.targets)) \($0.modality.rawValue)"
        }
        .sorted()
    }

    @Test func sentencesGiveTheirEvents() throws {
        let cases = try Self.cases()
        var missed: [String] = []
        for item in cases {
            let found = try Self.events(of: item.sentence)
            if found != item.events { missed.append("\(item.sentence): \(found), expected \(item.events)") }
        }
        let share = Double(cases.count - missed.count) / Double(cases.count)
        #expect(share >= Self.floor, "\(missed.joined(separator: "\n"))")
    }

    @Test func evidenceStandsInTheText() throws {
        let text = "Café talks: Norway’s minister met the Danish envoy. He then visited Iceland, “a friend”, on 3 May."
        let coded = try Self.coder.get().code(Article(id: "case", published: "2024-05-10", text: text))
        let scalars = Array(text.unicodeScalars)
        let all =
            coded.events.flatMap(\.evidence) + coded.propositions.map(\.evidence)
            + coded.propositions.flatMap { $0.arguments.map(\.evidence) } + coded.positions.flatMap(\.evidence)
        #expect(!all.isEmpty)
        for evidence in all {
            var quote = String.UnicodeScalarView()
            quote.append(contentsOf: scalars[evidence.start..<evidence.end])
            #expect(String(quote) == evidence.quote)
        }
    }

    @Test func anEventToldTwiceIsOne() throws {
        let text = "Norway praised Denmark on Monday. Later, Norway praised Denmark again."
        let coded = try Self.coder.get().code(Article(id: "case", published: "2024-05-10", text: text))
        let praise = coded.events.filter { $0.type == "SUPPORT" }
        #expect(praise.count == 1)
        #expect(praise.first?.evidence.count == 2)
    }
}
