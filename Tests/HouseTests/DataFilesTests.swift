import Foundation
import Testing

/// What data files must hold: where they come from and under which licence, fields that line up.
@Suite struct DataFilesTests {
    static let tables = House.files(in: ["Sources"], ending: ".tsv").filter { $0.contains("/Data/") }

    @Test func thereAreTables() { #expect(Self.tables.count > 10) }

    @Test func everyTableNamesItsLicenceAndSource() throws {
        for file in Self.tables {
            let head = try House.text(file).split(separator: "\n").prefix { $0.hasPrefix("#") }
            for key in ["# license: ", "# source: "] {
                let line = head.first { $0.hasPrefix(key) }
                #expect((line?.count ?? 0) > key.count, "\(file) does not name its \(key)")
            }
        }
    }

    @Test func everyRowHasAFieldForEveryColumn() throws {
        for file in Self.tables {
            var columns: Int?
            for (number, line) in try House.text(file).split(separator: "\n", omittingEmptySubsequences: false)
                .enumerated()
            {
                if line.hasPrefix("#") || line.allSatisfy({ $0 == " " || $0 == "\r" }) { continue }
                let fields = line.split(separator: "\t", omittingEmptySubsequences: false).count
                #expect(fields == columns ?? fields, "\(file):\(number + 1)")
                columns = columns ?? fields
            }
            #expect(columns != nil, "\(file) has no columns")
        }
    }

    @Test func theLicenceAndTheNoticeNameWhatTheyMust() throws {
        #expect(try House.text("LICENSE").contains("Apache License"))
        let notice = try House.text("NOTICE")
        for source in ["English Web Treebank", "GUM", "WikiGold", "PLOVER"] { #expect(notice.contains(source)) }
    }
}
