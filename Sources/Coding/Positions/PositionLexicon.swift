import Records
import Text

/// The predicates that declare a position, with the argument that names what it is towards.
struct PositionLexicon: Sendable {
    struct Entry: Sendable {
        let polarity: Position.Polarity
        /// Role names or prepositions, the first that is there counts.
        let object: [String]
    }

    private let entries: [String: Entry]

    init(vocabulary: inout RuleVocabulary) throws {
        let table = try DataFiles.table("positions.tsv", columns: ["predicate", "polarity", "object"])
        var entries: [String: Entry] = [:]
        for row in table.rows {
            guard let polarity = Position.Polarity(rawValue: row["polarity"]) else {
                throw DataTable.Failure.badValue(
                    file: table.file, line: row.line, column: "polarity", value: row["polarity"],
                    expected: "for, against or neutral")
            }
            entries[row["predicate"]] = Entry(polarity: polarity, object: row.list("object"))
        }
        self.entries = entries
    }

    /// The entry of a proposition's predicate; "vote" is told by its preposition.
    func entry(of proposition: Proposition) -> Entry? {
        if proposition.predicate == "vote" {
            for word in ["against", "for"] where proposition.arguments.contains(where: { $0.role == word }) {
                return entries["vote " + word]
            }
        }
        return entries[proposition.predicate]
    }
}
