import Gazetteer
import Linguistics
import Records
import Testing
import Text

/// Officials at given dates, listed apart from the tables: at least 95 in 100 must come out in the
/// right office of the right state or organisation.
@Suite struct OfficialsTests {
    @Test func officialsAreFoundInTheirOffices() throws {
        let rows = try Cases.table("officials.tsv").rows
        #expect(rows.count >= 300)
        var missed: [String] = []
        for row in rows {
            let linked = try ActorLinkerTests.linkUntagged(
                "Reporters waited for \(row["person"]) on the steps.", on: row["date"])
            let roles = linked.entries.compactMap(\.role)
            if roles != [row["role"]] { missed.append("\(row["date"]) \(row["person"]): \(roles)") }
        }
        #expect(missed.count * 20 <= rows.count, "\(missed.joined(separator: "\n"))")
    }
}
