import Text

/// The words that times are read by, from `time-words.tsv` and `event-nouns.tsv`.
struct TimeLexicon: Sendable {
    enum Part: Hashable, Sendable {
        case month(Int)
        case weekday(Int)
        case days(Int)
        case months(Int)
        case deictic(Int)
        case shift(Int)
        case offset(Int)
        case season(Int)
        case part(Int)
        case vague
    }

    private(set) var phrases = PhraseTable<Part>()
    /// Prepositions that tell a time by another event: before -1, on 0, after 1, since 2, until -2.
    private(set) var orders = PhraseTable<Int>()
    /// Conjunctions that do so with a clause.
    private(set) var conjunctions = PhraseTable<Int>()
    private(set) var eventNouns: Set<String> = []
    private(set) var futureAuxiliaries: Set<String> = []
    private(set) var futureGovernors: Set<String> = []

    init(table: inout SymbolTable) throws {
        let file = try DataFiles.table("time-words.tsv", columns: ["phrase", "kind", "value"])
        for row in file.rows {
            guard let value = Int(row["value"]) else {
                throw DataTable.Failure.badValue(
                    file: file.file, line: row.line, column: "value", value: row["value"], expected: "a whole number")
            }
            let phrase = row["phrase"]
            switch row["kind"] {
            case "month": phrases.add(phrase, .month(value), table: &table)
            case "weekday": phrases.add(phrase, .weekday(value), table: &table)
            case "unit-day": phrases.add(phrase, .days(value), table: &table)
            case "unit-month": phrases.add(phrase, .months(value), table: &table)
            case "deictic": phrases.add(phrase, .deictic(value), table: &table)
            case "shift": phrases.add(phrase, .shift(value), table: &table)
            case "offset": phrases.add(phrase, .offset(value), table: &table)
            case "season": phrases.add(phrase, .season(value), table: &table)
            case "part": phrases.add(phrase, .part(value), table: &table)
            case "vague": phrases.add(phrase, .vague, table: &table)
            case "order": orders.add(phrase, value, table: &table)
            case "conjunction": conjunctions.add(phrase, value, table: &table)
            default:
                throw DataTable.Failure.badValue(
                    file: file.file, line: row.line, column: "kind", value: row["kind"], expected: "a kind of time word"
                )
            }
        }
        eventNouns = Set(try DataFiles.table("event-nouns.tsv", columns: ["lemma"]).rows.map { $0["lemma"] })
        for row in try DataFiles.table("future-cues.tsv", columns: ["lemma", "kind"]).rows {
            if row["kind"] == "auxiliary" {
                futureAuxiliaries.insert(row["lemma"])
            } else {
                futureGovernors.insert(row["lemma"])
            }
        }
    }
}
