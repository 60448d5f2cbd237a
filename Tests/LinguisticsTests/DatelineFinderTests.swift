import Foundation
import Linguistics
import Testing
import Text

@Suite("Datelines")
struct DatelineFinderTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text, first: String
        var testDescription: String { text }
    }

    static let cases: [Case] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../Cases/tokenizer/datelines.tsv").standardizedFileURL
        guard let text = try? String(contentsOf: file, encoding: .utf8),
            let table = try? DataTable(text, file: "datelines.tsv", columns: ["text", "first"])
        else { return [] }
        return table.rows.map { Case(text: $0["text"], first: $0["first"]) }
    }()

    static let analyzer = Result { try Analyzer() }

    @Test("There are cases") func thereAreCases() { #expect(Self.cases.count > 5) }

    @Test("A dateline is a sentence of its own", arguments: cases)
    func isSentence(_ it: Case) throws {
        let analysis = try Self.analyzer.get().analyze(SourceText(it.text), to: .words)
        let first = try #require(analysis.sentences.first)
        #expect(analysis.text[first.span] == it.first)
    }
}
