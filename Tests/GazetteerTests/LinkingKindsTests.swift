import Gazetteer
import Linguistics
import Records
import Testing
import Text

/// The kinds of mention that need more than a name, each with cases of its own and a floor.
///
/// The floors stand about three cases in a hundred below what was reached when they were set.
@Suite struct LinkingKindsTests {
    @Test(arguments: [
        ("linking-compounds.tsv", 0.90), ("linking-offices.tsv", 0.85), ("linking-metonyms.tsv", 0.90),
        ("linking-implied.tsv", 0.90), ("linking-unknowns.tsv", 0.80),
    ])
    func kindReachesItsFloor(_ file: String, _ floor: Double) throws {
        let cases = try LinkingCase.read(file)
        #expect(cases.count >= 10)
        var missed: [String] = []
        for one in cases {
            let (analysis, linked) = try ActorLinkerTests.link(one.sentences, on: one.date)
            let mention = linked.mentions.last { analysis.text[$0.span] == one.mention }
            let found = mention?.actors.map(\.id) ?? []
            let way = mention?.way.rawValue ?? "no mention"
            let code = mention?.actors.first?.code ?? "none"
            if found != one.actors || way != one.way || code != one.code {
                let all = linked.mentions.map { "\(analysis.text[$0.span]) = \($0.actors.map(\.id))" }
                missed.append("\(one.testDescription): \(way) \(found) \(code) of \(all)")
            }
        }
        #expect(Double(cases.count - missed.count) >= floor * Double(cases.count), "\(missed.joined(separator: "\n"))")
    }

    @Test func thereAreEnoughCasesInAll() throws {
        let files = ["compounds", "offices", "metonyms", "implied", "unknowns"]
        let kinds = try files.map { try LinkingCase.read("linking-\($0).tsv").count }
        #expect(kinds.reduce(LinkingCase.all.count, +) >= 140)
    }

    /// What the text says of a minister's portfolio is kept as the role.
    @Test func aPortfolioIsPartOfTheRole() throws {
        let text = "Polish Deputy Infrastructure Minister Halina Wierzbicka opened the line."
        let (_, linked) = try ActorLinkerTests.link(text, on: "2023-03-01")
        let entry = try #require(linked.entries.first { $0.id == "halina-wierzbicka" })
        #expect(entry.role == "Deputy Infrastructure Minister of Poland")
        #expect(entry.country == "POL")
    }

    /// Two states in one paragraph leave a bare organ open.
    @Test func anOrganOfEitherStateStaysOpen() throws {
        let text = "Peru and Chile quarrelled over the bay. The government recalled its envoy."
        let (analysis, linked) = try ActorLinkerTests.link(text, on: "2023-03-01")
        #expect(!linked.mentions.contains { analysis.text[$0.span].contains("government") })
    }
}
