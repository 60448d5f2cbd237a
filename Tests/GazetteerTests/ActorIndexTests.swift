import Gazetteer
import Records
import Testing
import Text

@Suite struct ActorIndexTests {
    static let index = Result { try ActorIndex.standard() }

    @Test func membersOfAFormatAtADate() throws {
        let index = try Self.index.get()
        let names = index.members(of: "c5+1", at: "2023-02-28").map(\.id)
        #expect(names == ["KAZ", "KGZ", "TJK", "TKM", "UZB", "USA"])
        #expect(index.members(of: "c5+1", at: "2014-01-01").isEmpty)
        #expect(index.members(of: "no-such-group", at: "2014-01-01").isEmpty)
    }

    @Test func holdersAtTheBoundaryOfATenure() throws {
        let index = try Self.index.get()
        let office = try #require(index.role(id: "foreign-minister"))
        let state = try #require(index.actor(id: "KAZ"))
        func holder(_ date: String) throws -> [String] {
            index.holders(office: office, of: state, on: try #require(DatedPeriod.day(date)))
                .map { index.actors[Int($0)].name }
        }
        #expect(try holder("2023-02-28") == ["Mukhtar Tileuberdi"])
        #expect(try holder("2023-04-02") == ["Mukhtar Tileuberdi"])
        #expect(try holder("2023-04-03") == ["Murat Nurtleu"])
        #expect(try holder("1970-01-01") == [])
    }

    @Test func aPersonCarriesCountryCodeAndOfficeOfTheDay() throws {
        let index = try Self.index.get()
        let person = try #require(index.actor(id: "antony-blinken"))
        let day: Int32 = 2023_02_28
        let reference = index.reference(person, on: day)
        #expect(
            reference
                == ActorReference(
                    id: "antony-blinken", name: "Antony Blinken", country: "USA", kind: .person, code: "USAGOV"))
        #expect(index.roleDescription(ofPerson: person, on: day) == "Secretary of State of the United States")
        #expect(index.reference(person, on: 2025_03_01).code == "USAELI")
    }

    @Test func everyMemberOfTheUnitedNationsHasACapitalOrIsOne() throws {
        let index = try Self.index.get()
        let members = index.states.filter { $0.standing == .member }
        #expect(members.count == 193)
        let without = members.filter { $0.capital == nil }.map { index.actors[Int($0.actor)].name }
        #expect(without == ["Singapore"])
        #expect(members.allSatisfy { !$0.adjectives.isEmpty && $0.iso2.utf8.count == 2 && $0.cow != nil })
    }

    @Test func anUnknownMemberIsNamedWithFileAndLine() throws {
        let table = try DataTable(
            "# license: none\n# source: test\ngroup\tmembers\tfrom\tto\nc5+1\tATL\t\t\n", file: "mine.tsv")
        var tables = GazetteerTables()
        try tables.add(table)
        #expect(
            throws: DataTable.Failure.badValue(
                file: "mine.tsv", line: 4, column: "members", value: "ATL",
                expected: "the id of a state, organisation or place ('ATL' is none)")
        ) {
            _ = try ActorIndex.standard(adding: tables)
        }
    }

    @Test func aTableOfUnknownColumnsIsRefused() throws {
        let table = try DataTable("# license: none\n# source: test\na\tb\n1\t2\n", file: "mine.tsv")
        var tables = GazetteerTables()
        #expect(throws: DataTable.Failure.self) { try tables.add(table) }
    }
}
