internal import Text

/// The words by which a claim says how it is meant, read from `check-words.tsv`.
struct CheckWords: Sendable {
    /// What a word is looked up for.
    enum Kind: String, CaseIterable {
        case only, inclusive, place, symmetric, state, voting, assent, dissent, denial, member, join, leave
        case sign, ratify, force
    }

    private let words: [Kind: Set<String>]

    /// Reads the list; throws when it is missing or malformed.
    init() throws {
        var words: [Kind: Set<String>] = [:]
        let table = try DataFiles.table("check-words.tsv", columns: ["kind", "words"])
        for row in table.rows {
            guard let kind = Kind(rawValue: row["kind"]) else {
                throw DataTable.Failure.badValue(
                    file: table.file, line: row.line, column: "kind", value: row["kind"],
                    expected: Kind.allCases.map(\.rawValue).joined(separator: ", "))
            }
            words[kind, default: []].formUnion(row.list("words"))
        }
        self.words = words
    }

    /// Whether a lower-case word is of a kind.
    func has(_ word: String, _ kind: Kind) -> Bool { words[kind]?.contains(word) ?? false }
}
