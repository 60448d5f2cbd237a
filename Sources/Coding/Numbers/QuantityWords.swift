import Text

/// The function words and small classes that the grammar of numbers, figures and times names, from
/// `quantity-words.tsv`.
struct QuantityWords: Sendable {
    private var classes: [String: [String]] = [:]

    init() throws {
        let file = try DataFiles.table("quantity-words.tsv", columns: ["class", "words"])
        for row in file.rows { classes[row["class"]] = row.list("words") }
        for name in Self.needed where classes[name]?.isEmpty ?? true {
            throw DataTable.Failure.badValue(
                file: file.file, line: 1, column: "class", value: "", expected: "a row '\(name)' with words")
        }
    }

    /// The words of a class.
    func words(_ name: String) -> [String] { classes[name] ?? [] }

    /// The codes of a class's words.
    func codes(_ name: String, table: inout SymbolTable) -> [Int32] {
        words(name).map { Int32(table.intern($0).index) }
    }

    /// The code of a class's first word.
    func code(_ name: String, table: inout SymbolTable) -> Int32 {
        codes(name, table: &table).first ?? -1
    }

    private static let needed = [
        "to", "and", "from", "between", "by", "of", "per", "a", "an", "the", "half", "in", "s", "old", "votes",
        "definite", "spread", "direction", "total-lemma", "scope-lemma", "vote-lemma", "including-lemma", "party-lemma",
        "carry-lemma", "state-lemma", "nobody", "margin", "toll-lemma", "label-lemma", "size-lemma",
        "people-verb-lemma",
        "goal-lemma", "dated-lemma", "compared-lemma", "pass-lemma", "titled-lemma", "bare-choice",
    ]
}
