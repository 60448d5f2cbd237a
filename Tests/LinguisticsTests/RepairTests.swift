import Foundation
import Linguistics
import Testing
import Text

@Suite("What is mended in trees")
struct RepairTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text, word, relation, head: String
        var testDescription: String { text }
    }

    static let cases: [Case] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../Cases/words/repairs.tsv").standardizedFileURL
        guard let text = try? String(contentsOf: file, encoding: .utf8),
            let table = try? DataTable(text, file: "repairs.tsv", columns: ["text", "word", "relation", "head"])
        else { return [] }
        return table.rows.map {
            Case(text: $0["text"], word: $0["word"], relation: $0["relation"], head: $0["head"])
        }
    }()

    static let analyzer = Result { try Analyzer() }

    @Test("There are cases") func thereAreCases() { #expect(Self.cases.count > 2) }

    @Test("A word hangs where it must", arguments: cases)
    func repaired(_ it: Case) throws {
        let analysis = try Self.analyzer.get().analyze(SourceText(it.text), to: .names)
        let word = try #require((0..<analysis.words.count).first { analysis.form($0) == it.word })
        let head = Int(analysis.words.heads[word])
        #expect(analysis.words.relations[word].name == it.relation)
        #expect(head >= 0 && analysis.form(head) == it.head)
        #expect(AnalysisDefects(analysis).all == [])
    }
}
