import Records
import Text

/// The words that figures are read by: currencies, units, bounds, roles, choices, counted persons.
struct FigureLexicon: Sendable {
    struct Currency: Sendable {
        var code: String
        var before: Bool
        var after: Bool
        /// Whether the name is that of the hundredth part.
        var cents = false
    }
    struct Unit: Sendable {
        var kind: Figure.Kind
        var unit: String
        var factor: Double
    }
    struct Cue: Sendable {
        var role: Figure.Role
        var period: String?
    }
    enum Choice: String, Sendable {
        case `for`, against, abstained, absent
    }

    private(set) var currencies = PhraseTable<Currency>()
    private(set) var units = PhraseTable<Unit>()
    private(set) var boundsBefore = PhraseTable<Figure.Bound>()
    private(set) var boundsAfter = PhraseTable<Figure.Bound>()
    private(set) var cuesBefore = PhraseTable<Cue>()
    private(set) var cuesAfter = PhraseTable<Cue>()
    private(set) var choices = PhraseTable<Choice>()
    /// What follows the number of an hour.
    private(set) var clocks = PhraseTable<Bool>()
    /// What joins an amount to the one that it comes on top of.
    private(set) var bases = PhraseTable<Cue>()
    /// States by name and adjective, as ISO 3166 codes.
    private(set) var states = PhraseTable<String>()
    /// By the code of a currency's bare name, its ISO 4217 code in each state that has one of that name.
    private(set) var localCurrencies: [Int32: [String: String]] = [:]
    private(set) var changes: Set<String> = []
    /// The printed forms of the verbs of change.
    private(set) var changeForms: Set<Int32> = []
    private(set) var persons: Set<String> = []
    private(set) var voteWords: Set<String> = []
    /// Function words that may follow the second number of a tally.
    private(set) var links: Set<Int32> = []

    /// - Parameter states: the printed names of states, their adjectives and cities, by ISO 3166 code.
    init(table: inout SymbolTable, states: [(code: String, names: [String])]) throws {
        let file = try DataFiles.table("currencies.tsv", columns: ["phrase", "code", "place"])
        for row in file.rows {
            let place = row["place"]
            currencies.add(
                row["phrase"],
                Currency(
                    code: row["code"], before: place == "prefix" || place == "both", after: place != "prefix",
                    cents: place == "cents"),
                table: &table)
        }
        for state in states {
            for name in state.names { self.states.add(name, state.code, table: &table) }
        }
        for row in try DataFiles.table("currency-states.tsv", columns: ["state", "unit", "code"]).rows {
            for unit in row.list("unit") {
                localCurrencies[Int32(table.intern(unit).index), default: [:]][row["state"]] = row["code"]
            }
        }
        try readUnits(&table)
        for row in try DataFiles.table("bounds.tsv", columns: ["phrase", "bound", "place"]).rows {
            guard let bound = Figure.Bound(rawValue: row["bound"]) else {
                throw Self.bad("bounds.tsv", row, "bound", "exact, about, over or under")
            }
            if row["place"] == "after" {
                boundsAfter.add(row["phrase"], bound, table: &table)
            } else {
                boundsBefore.add(row["phrase"], bound, table: &table)
            }
        }
        for row in try DataFiles.table("figure-cues.tsv", columns: ["phrase", "role", "place", "period"]).rows {
            guard let role = Figure.Role(rawValue: row["role"]) else {
                throw Self.bad("figure-cues.tsv", row, "role", "total, increment, rate or share")
            }
            let cue = Cue(role: role, period: row["period"].isEmpty ? nil : row["period"])
            if row["place"] == "base" {
                bases.add(row["phrase"], cue, table: &table)
            } else if row["place"] == "after" {
                cuesAfter.add(row["phrase"], cue, table: &table)
            } else {
                cuesBefore.add(row["phrase"], cue, table: &table)
            }
        }
        for row in try DataFiles.table("vote-choices.tsv", columns: ["phrase", "choice"]).rows {
            guard let choice = Choice(rawValue: row["choice"]) else {
                throw Self.bad("vote-choices.tsv", row, "choice", "for, against, abstained or absent")
            }
            choices.add(row["phrase"], choice, table: &table)
        }
        for row in try DataFiles.table("change-verbs.tsv", columns: ["lemma", "direction", "forms"]).rows {
            changes.insert(row["lemma"])
            for form in row.list("forms") { changeForms.insert(Int32(table.intern(form).index)) }
        }
        persons = Set(try DataFiles.table("person-nouns.tsv", columns: ["lemma"]).rows.map { $0["lemma"] })
        for row in try DataFiles.table("clock-words.tsv", columns: ["phrase"]).rows {
            clocks.add(row["phrase"], true, table: &table)
        }
        links = Set(
            try DataFiles.table("tally-links.tsv", columns: ["word"]).rows.map {
                Int32(table.intern($0["word"]).index)
            })
        voteWords = Set(try DataFiles.table("vote-words.tsv", columns: ["lemma"]).rows.map { $0["lemma"] })
    }

    private mutating func readUnits(_ table: inout SymbolTable) throws {
        for row in try DataFiles.table("units.tsv", columns: ["phrase", "kind", "unit", "factor"]).rows {
            guard let kind = Figure.Kind(rawValue: row["kind"]) else {
                throw Self.bad("units.tsv", row, "kind", "a kind of figure")
            }
            guard let factor = Double(row["factor"]) else { throw Self.bad("units.tsv", row, "factor", "a number") }
            units.add(row["phrase"], Unit(kind: kind, unit: row["unit"], factor: factor), table: &table)
        }
    }

    private static func bad(
        _ file: String, _ row: DataTable.Row, _ column: String, _ expected: String
    ) -> DataTable.Failure {
        .badValue(file: file, line: row.line, column: column, value: row[column], expected: expected)
    }
}
