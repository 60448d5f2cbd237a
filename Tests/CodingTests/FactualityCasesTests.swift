import Coding
import Foundation
import Records
import Testing
import Text

/// Sentences with the factuality that a careful reader gives one word's statement, coded from raw text
/// with the model that comes with the program.
struct FactualityCasesTests {
    static let coder = Result { try ArticleCoder() }
    /// The share of the cases that must come out exactly, two parts of a hundred below what was measured.
    static let floor = 0.95

    struct Case: Sendable {
        var text: String
        var offset: UInt32
        var expected: String
        var sources: [String]
    }

    static func cases() throws -> [Case] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Cases/factuality/sentences.tsv")
        let table = try DataTable(
            String(contentsOf: file, encoding: .utf8), file: "sentences.tsv", columns: ["text", "status", "sources"])
        return table.rows.map { row in
            let parts = row["text"].split(separator: "*", omittingEmptySubsequences: false).map(String.init)
            return Case(
                text: parts.joined(), offset: UInt32(parts[0].utf8.count), expected: row["status"],
                sources: row["sources"].components(separatedBy: " > ").filter { !$0.isEmpty })
        }
    }

    @Test func sentencesHaveTheirFactuality() throws {
        let cases = try Self.cases()
        #expect(cases.count >= 200)
        var missed: [String] = []
        for item in cases {
            let article = Article(id: "case", published: "2024-05-10", text: item.text)
            let found = try Self.coder.get().factualities(in: article, atBytes: [item.offset])[0]
            let status = found.map { ($0.negated ? "not " : "") + $0.status.rawValue } ?? "no word"
            let sources = found?.sources.map { $0.surface ?? "" } ?? []
            let agree =
                sources.count == item.sources.count && zip(sources, item.sources).allSatisfy { $0.contains($1) }
            if status != item.expected || !agree {
                missed.append("\(item.text) [\(item.offset)]: \(status) \(sources), expected \(item.expected)")
            }
        }
        let share = Double(cases.count - missed.count) / Double(cases.count)
        #expect(share >= Self.floor, "\(missed.count) of \(cases.count):\n\(missed.joined(separator: "\n"))")
    }

    @Test func everyRecordHasIt() throws {
        let text = """
            Norway pledged $20 million to Ghana on Monday. Ghana's president said Norway supported the pact, \
            and “we are grateful,” he added. Denmark condemned the attack.
            """
        let coded = try Self.coder.get().code(Article(id: "case", published: "2024-05-10", text: text))
        #expect(!coded.propositions.isEmpty && coded.propositions.allSatisfy { $0.factuality != nil })
        #expect(!coded.events.isEmpty && coded.events.allSatisfy { $0.factuality != nil })
        #expect(!coded.quotations.isEmpty && coded.quotations.allSatisfy { $0.factuality != nil })
        #expect(!coded.figures.isEmpty && coded.figures.allSatisfy { $0.factuality != nil })
        #expect(!coded.positions.isEmpty && coded.positions.allSatisfy { $0.factuality != nil })
    }
}
