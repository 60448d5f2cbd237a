import Text

/// The words that times are read by, from `time-words.tsv`, `event-nouns.tsv` and `future-cues.tsv`.
struct TimeLexicon: Sendable {
    enum Part: Hashable, Sendable {
        case month(Int)
        case weekday(Int)
        case days(Int)
        case months(Int)
        case minutes(Int)
        case deictic(Int)
        case shift(Int)
        case offset(Int)
        case season(Int)
        case part(Int)
        case edge(Int)
        case weekend
        /// A feast of a fixed day: the month times 100 and the day.
        case holiday(Int)
        /// Words of repetition: the period in days, or in months.
        case periodDays(Int)
        case periodMonths(Int)
        case weekdayPlural(Int)
        case vague
    }

    private(set) var phrases = PhraseTable<Part>()
    /// Prepositions that tell a time by another event: before -1, on 0, after 1, since 2, until -2.
    private(set) var orders = PhraseTable<Int>()
    /// Conjunctions that do so with a clause.
    private(set) var conjunctions = PhraseTable<Int>()
    /// Prepositions before a date, in the same numbers.
    private(set) var limits = PhraseTable<Int>()
    /// Words before a length of time ("for", "lasted").
    private(set) var lengths = PhraseTable<Int>()
    /// "from" 0 and "between" 1, and what joins the two ends.
    private(set) var spans = PhraseTable<Int>()
    private(set) var joints = PhraseTable<Int>()
    private(set) var ahead = PhraseTable<Int>()
    private(set) var within = PhraseTable<Int>()
    /// Words that point at the time that the narrative has reached.
    private(set) var same = PhraseTable<Int>()
    private(set) var every = PhraseTable<Int>()
    private(set) var others = PhraseTable<Int>()
    private(set) var times = PhraseTable<Int>()
    private(set) var halves = PhraseTable<Int>()
    private(set) var eventNouns: Set<String> = []
    private(set) var futureAuxiliaries: Set<String> = []
    private(set) var futureGovernors: Set<String> = []
    /// Those that do so in the present only: "has to leave", but not "had to leave".
    private(set) var presentGovernors: Set<String> = []
    /// Verbs of saying and showing, whose present tells of what is known.
    private(set) var tellers: Set<String> = []
    /// Words of rank, which a length of time behind their noun looks back from.
    private(set) var ranks: Set<String> = []

    init(table: inout SymbolTable) throws {
        let file = try DataFiles.table("time-words.tsv", columns: ["phrase", "kind", "value"])
        for row in file.rows {
            guard let value = Int(row["value"]) else {
                throw DataTable.Failure.badValue(
                    file: file.file, line: row.line, column: "value", value: row["value"], expected: "a whole number")
            }
            let phrase = row["phrase"]
            if let part = Self.part(row["kind"], value) {
                phrases.add(phrase, part, table: &table)
                continue
            }
            switch row["kind"] {
            case "order": orders.add(phrase, value, table: &table)
            case "conjunction": conjunctions.add(phrase, value, table: &table)
            case "limit": limits.add(phrase, value, table: &table)
            case "length": lengths.add(phrase, value, table: &table)
            case "span": spans.add(phrase, value, table: &table)
            case "joint": joints.add(phrase, value, table: &table)
            case "ahead": ahead.add(phrase, value, table: &table)
            case "within": within.add(phrase, value, table: &table)
            case "same": same.add(phrase, value, table: &table)
            case "every": every.add(phrase, value, table: &table)
            case "other": others.add(phrase, value, table: &table)
            case "times": times.add(phrase, value, table: &table)
            case "half": halves.add(phrase, value, table: &table)
            default:
                throw DataTable.Failure.badValue(
                    file: file.file, line: row.line, column: "kind", value: row["kind"], expected: "a kind of time word"
                )
            }
        }
        eventNouns = Set(try DataFiles.table("event-nouns.tsv", columns: ["lemma"]).rows.map { $0["lemma"] })
        for row in try DataFiles.table("future-cues.tsv", columns: ["lemma", "kind"]).rows {
            switch row["kind"] {
            case "auxiliary": futureAuxiliaries.insert(row["lemma"])
            case "present-governor": presentGovernors.insert(row["lemma"])
            case "teller": tellers.insert(row["lemma"])
            case "rank": ranks.insert(row["lemma"])
            default: futureGovernors.insert(row["lemma"])
            }
        }
    }

    private static func part(_ kind: String, _ value: Int) -> Part? {
        switch kind {
        case "month": .month(value)
        case "weekday": .weekday(value)
        case "unit-day": .days(value)
        case "unit-month": .months(value)
        case "unit-minute": .minutes(value)
        case "deictic": .deictic(value)
        case "shift": .shift(value)
        case "offset": .offset(value)
        case "season": .season(value)
        case "part": .part(value)
        case "edge": .edge(value)
        case "weekend": .weekend
        case "holiday": .holiday(value)
        case "period-day": .periodDays(value)
        case "period-month": .periodMonths(value)
        case "weekday-plural": .weekdayPlural(value)
        case "vague": .vague
        default: nil
        }
    }
}
