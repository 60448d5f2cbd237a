import Foundation
import Pipeline
import Records
import Testing
import Text

/// Words looked for in a small set of articles, with the printing that each article must be found to have.
@Suite struct PrintingCasesTests {
    static let folder = PlantedCases.root.appendingPathComponent("Tests/Cases/quotes")

    private static func search(_ words: String) async throws -> QuotationSearch {
        let pipeline = try ClaimPipeline()
        let accounts = await pipeline.accounts(of: [folder.appendingPathComponent("articles.jsonl").path])
        return try pipeline.printings(of: words, in: accounts)
    }

    @Test func printingsAreFoundAndJudged() async throws {
        let pipeline = try ClaimPipeline()
        let accounts = await pipeline.accounts(of: [Self.folder.appendingPathComponent("articles.jsonl").path])
        let file = Self.folder.appendingPathComponent("quotes.tsv")
        let table = try DataTable(
            String(contentsOf: file, encoding: .utf8), file: "quotes.tsv",
            columns: ["words", "article", "wording", "matters", "kinds"])
        var right = 0
        for row in table.rows {
            let search = try pipeline.printings(of: row["words"], in: accounts)
            guard row["article"] != "none" else {
                right += search.found ? 0 : 1
                continue
            }
            guard search.found, let printing = search.printings.first(where: { $0.article == row["article"] }) else {
                continue
            }
            let isKind = row["kinds"].isEmpty || printing.changes.contains { $0.kind.rawValue == row["kinds"] }
            if printing.wording?.rawValue == row["wording"], printing.matters == (row["matters"] == "yes"), isKind {
                right += 1
            }
        }
        #expect(table.rows.count >= 40)
        #expect(right >= 45, "\(right) of \(table.rows.count)")
    }

    @Test func marksShowTheWordsThatDiffer() async throws {
        let search = try await Self.search("Our debt has fallen by 12 percent since March")
        let altered = try #require(search.printings.first { $0.article == "qa5" })
        #expect(altered.printed.filter(\.differs).map(\.text) == ["20"])
        #expect(altered.asked.filter(\.differs).map(\.text) == ["12"])
        #expect(altered.changes.map(\.kind) == [.number])
    }

    @Test func wordsThatNobodyPrintsAreSaidToBeSuch() async throws {
        let search = try await Self.search("Our debt and our border policy will not be prepared")
        #expect(!search.found)
        #expect(search.origins == 0)
        #expect(search.printings.allSatisfy { $0.wording == nil })
    }
}
