import Text

/// The words that make numbers, from `numbers.tsv`.
struct NumberLexicon: Sendable {
    /// What a phrase contributes to a number.
    enum Part: Hashable, Sendable {
        case unit(Double)
        case ten(Double)
        case scale(Double)
        case suffix(Double)
        /// An open order of magnitude or a vague quantity, from low to high.
        case vague(low: Double, high: Double, plural: Bool)
        case fraction(Double)
        case ordinal(Int)
        /// The plural ordinal of a fraction ("thirds").
        case denominator(Double)
    }

    private(set) var phrases = PhraseTable<Part>()
    /// Words that join a part to its whole: "in", "out of".
    private(set) var wholes = PhraseTable<Bool>()
    /// The codes of words that the grammar names.
    let and: Int32
    let a: Int32
    let an: Int32
    let half: Int32

    init(words: QuantityWords, table: inout SymbolTable) throws {
        let file = try DataFiles.table("numbers.tsv", columns: ["phrase", "kind", "value", "high"])
        for row in file.rows {
            guard let value = Double(row["value"]) else {
                throw DataTable.Failure.badValue(
                    file: file.file, line: row.line, column: "value", value: row["value"], expected: "a number")
            }
            let part: Part
            switch row["kind"] {
            case "unit": part = .unit(value)
            case "ten": part = .ten(value)
            case "scale": part = .scale(value)
            case "suffix": part = .suffix(value)
            case "plural": part = .vague(low: value, high: Double(row["high"]) ?? value, plural: true)
            case "quantity": part = .vague(low: value, high: Double(row["high"]) ?? value, plural: false)
            case "fraction": part = .fraction(value)
            case "ordinal": part = .ordinal(Int(value))
            case "denominator": part = .denominator(value)
            case "outof":
                wholes.add(row["phrase"], true, table: &table)
                continue
            default:
                throw DataTable.Failure.badValue(
                    file: file.file, line: row.line, column: "kind", value: row["kind"],
                    expected: "unit, ten, scale, suffix, plural, quantity, fraction, ordinal, denominator or outof")
            }
            phrases.add(row["phrase"], part, table: &table)
        }
        and = words.code("and", table: &table)
        a = words.code("a", table: &table)
        an = words.code("an", table: &table)
        half = words.code("half", table: &table)
    }
}
