import Foundation
import Reconciliation
import Records
import Testing
import Text

@Suite struct QuotationAlignerTests {
    struct Wording: Sendable, CustomTestStringConvertible {
        var first: String
        var second: String
        var wording: String
        var matters: Bool
        var testDescription: String { second }
    }

    static let cases: [Wording] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Cases/reconciliation/wordings.tsv")
        guard let text = try? String(contentsOf: file, encoding: .utf8),
            let table = try? DataTable(text, file: "wordings.tsv", columns: ["first", "second", "wording", "matters"])
        else { return [] }
        return table.rows.map {
            Wording(first: $0["first"], second: $0["second"], wording: $0["wording"], matters: $0["matters"] == "yes")
        }
    }()

    @Test func theCasesAreThere() { #expect(Self.cases.count > 10) }

    @Test(arguments: cases) func tellsHowPrintingsStandToEachOther(_ item: Wording) throws {
        let aligner = try QuotationAligner()
        for (a, b) in [(item.first, item.second), (item.second, item.first)] {
            let comparison = aligner.compare(a, b)
            #expect((comparison?.wording.rawValue ?? "none") == item.wording)
            #expect((comparison?.matters ?? false) == item.matters)
        }
    }

    @Test func namesTheWordsThatDiffer() throws {
        let change = try #require(
            try QuotationAligner().compare(
                "we mark one year since the army began its march on the coast",
                "we mark one year since the army ended its march on the coast")?.changes.first)
        #expect(change.first == ["began"])
        #expect(change.second == ["ended"])
        #expect(change.kind == .content)
    }
}
