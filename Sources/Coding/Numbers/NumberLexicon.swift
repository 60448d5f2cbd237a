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
    }

    private(set) var phrases = PhraseTable<Part>()
    /// The codes of words that the grammar names.
    let and: Int32
    let a: Int32
    let an: Int32
    let half: Int32

    init(table: inout SymbolTable) throws {
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
            default:
                throw DataTable.Failure.badValue(
                    file: file.file, line: row.line, column: "kind", value: row["kind"],
                    expected: "unit, ten, scale, suffix, plural, quantity, fraction or ordinal")
            }
            phrases.add(row["phrase"], part, table: &table)
        }
        and = Int32(table.intern("and").index)
        a = Int32(table.intern("a").index)
        an = Int32(table.intern("an").index)
        half = Int32(table.intern("half").index)
    }
}
