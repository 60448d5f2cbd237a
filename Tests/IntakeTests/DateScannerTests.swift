import Foundation
import Intake
import Testing

/// Printed dates: the cases of `Tests/Cases/intake/dates.tsv`.
@Suite struct DateScannerTests {
    static let cases: [(line: String, iso: String)] = {
        let path = IntakeCases.folder.appendingPathComponent("dates.tsv")
        let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().map { line in
            let fields = line.split(separator: "\t").map(String.init)
            return (fields[0], fields.count > 1 ? fields[1] : "-")
        }
    }()

    @Test func thereAreCases() { #expect(Self.cases.count > 20) }

    @Test(arguments: Self.cases.indices)
    func aPrintedDateIsRead(_ index: Int) throws {
        let (line, iso) = Self.cases[index]
        #expect(try PrintedDate.first(in: line) ?? "-" == iso, "\(line)")
    }
}
