import Foundation
import Linguistics
import Testing
import Text

/// Chains over texts that the whole pipeline reads, kind by kind, from a table.
struct ChainCasesTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let kind: String
        let text: String
        let together: [String]
        let apart: [String]
        var testDescription: String { "\(kind): \(text)" }
    }

    static let analyzer = Result { try Analyzer() }

    static let cases: [Case] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Cases/coreference/chains.tsv")
        guard let text = try? String(contentsOf: file, encoding: .utf8),
            let table = try? DataTable(text, file: "chains.tsv", columns: ["kind", "text", "together", "apart"])
        else { return [] }
        return table.rows.map {
            Case(kind: $0["kind"], text: $0["text"], together: $0.list("together"), apart: $0.list("apart"))
        }
    }()

    @Test func casesAreRead() { #expect(Self.cases.count > 25) }

    @Test(arguments: cases)
    func chainsHoldWhatBelongsTogether(_ item: Case) throws {
        let analysis = try Self.analyzer.get().analyze(SourceText(item.text))
        let chains = analysis.chains.map { Set($0.mentions.map { analysis.text[analysis.span(ofWords: $0.words)] }) }
        if !item.together.isEmpty {
            let chain = chains.first { $0.isSuperset(of: item.together) }
            #expect(chain != nil, "\(chains)")
            for mention in item.apart { #expect(chain?.contains(mention) != true, "\(chains)") }
        } else {
            #expect(!chains.contains { $0.count > 1 && $0.isSuperset(of: item.apart) }, "\(chains)")
        }
    }
}
