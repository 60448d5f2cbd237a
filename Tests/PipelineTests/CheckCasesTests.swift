import Foundation
import Pipeline
import Records
import Testing
import Text

/// Claims over small sets of articles, with the answers that they must get.
@Suite struct CheckCasesTests {
    /// One claim of a set.
    struct Case {
        var set: String
        var kind: String
        var verdict: String
        var claim: String
    }

    static let folder = PlantedCases.root.appendingPathComponent("Tests/Cases/checks")

    static func sets() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    static func cases(of set: String) throws -> [Case] {
        let file = folder.appendingPathComponent(set).appendingPathComponent("claims.tsv")
        let table = try DataTable(
            String(contentsOf: file, encoding: .utf8), file: file.lastPathComponent,
            columns: ["kind", "verdict", "claim"])
        return table.rows.map { Case(set: set, kind: $0["kind"], verdict: $0["verdict"], claim: $0["claim"]) }
    }

    static func records(of set: String) throws -> [String] {
        let place = folder.appendingPathComponent(set)
        return try FileManager.default.contentsOfDirectory(atPath: place.path).filter { $0.hasPrefix("record.") }
            .sorted().map { place.appendingPathComponent($0).path }
    }

    /// The floor stands a few cases below what was measured, for changes of the parser and its model.
    @Test func claimsGetTheirAnswers() async throws {
        var right = 0
        var all = 0
        for set in try Self.sets() {
            let pipeline = try ClaimPipeline(records: Self.records(of: set))
            let accounts = await pipeline.accounts(of: [
                Self.folder.appendingPathComponent(set).appendingPathComponent("articles.jsonl").path
            ])
            for item in try Self.cases(of: set) {
                let result = try pipeline.check(item.claim, against: accounts).result
                all += 1
                if result.verdict.rawValue == item.verdict { right += 1 }
                for testimony in result.testimony {
                    let article = accounts.articles.first { $0.id == testimony.evidence.article }
                    let scalars = Array((article?.text ?? "").unicodeScalars)
                    let words = String(
                        String.UnicodeScalarView(scalars[testimony.evidence.start..<testimony.evidence.end]))
                    #expect(words == testimony.evidence.quote, "\(item.claim)")
                }
            }
        }
        #expect(all >= 120)
        #expect(right >= 155, "\(right) of \(all)")
    }
}
