internal import Text

/// The words that say how a statement stands to the facts, read from `factuality.tsv`, in the numbers of
/// the rule vocabulary: a word is asked by an integer, a cue of two words by a pair.
struct FactualityLexicon: Sendable {
    /// Where a cue stands to the predicate that it speaks of.
    enum Place: Int, CaseIterable, Sendable {
        case auxiliary, governor, modifier, marker, process, inverter, concession, focus, preposition, rank, negator,
            phase, handling
    }

    /// What a cue makes of the predicate.
    enum Effect: String, Sendable {
        case planned, possible, predicted, conditional, denied, reported
        /// Planned, or predicted of what nobody does at will.
        case future
        /// Predicted with its polarity turned round.
        case unlikely
        /// As the cue itself stands.
        case same
        /// So, however the cue stands.
        case fact
    }

    /// Whether a cue tells the actor's own declared will, or a duty.
    enum Will: String, Sendable { case no, yes, duty }

    /// A cue's effect, and the one that it has when it is negated; `nil` turns the polarity round.
    struct Cue: Sendable {
        var effect: Effect
        var negated: Effect?
        var will: Will
    }

    private var cues: [Cue] = []
    /// For each place and word the index of its cue, or -1; words past the end have none.
    private var single: [[Int16]]
    private var pairs: [UInt64: Cue] = [:]
    /// Whether a word opens a cue of two words.
    private var opens: [Bool] = []
    /// The words that the grammar names.
    let have: Int32
    let that: Int32
    let but: Int32
    let be: Int32
    let to: Int32
    let only: Int32

    /// Reads the table of the project and enters its words in the vocabulary.
    ///
    /// - Throws: `DataTable.Failure` with file and line for a value that the head of the table does not name.
    init(vocabulary: inout RuleVocabulary) throws {
        single = Array(repeating: [], count: Place.allCases.count)
        (have, that, but) = (vocabulary.number("have"), vocabulary.number("that"), vocabulary.number("but"))
        (be, to, only) = (vocabulary.number("be"), vocabulary.number("to"), vocabulary.number("only"))
        let table = try DataFiles.table("factuality.tsv", columns: ["cue", "place", "effect", "denied", "will"])
        for row in table.rows {
            func bad(_ column: String, _ expected: String) -> DataTable.Failure {
                .badValue(file: table.file, line: row.line, column: column, value: row[column], expected: expected)
            }
            guard let place = Place.allCases.first(where: { "\($0)" == row["place"] }) else {
                throw bad("place", "a place that the head of the table names")
            }
            guard let effect = Effect(rawValue: row["effect"]) else {
                throw bad("effect", "an effect that the head of the table names")
            }
            let negated = Effect(rawValue: row["denied"])
            guard negated != nil || row["denied"] == "-" else { throw bad("denied", "an effect or -") }
            guard let will = Will(rawValue: row["will"]) else { throw bad("will", "yes, duty or no") }
            let cue = Cue(effect: effect, negated: negated, will: will)
            let words = row["cue"].split(separator: " ").map { vocabulary.number(String($0)) }
            switch words.count {
            case 1: enter(cue, words[0], place)
            case 2 where place == .governor:
                pairs[Self.key(words[0], words[1])] = cue
                if Int(words[0]) >= opens.count {
                    opens += [Bool](repeating: false, count: Int(words[0]) + 1 - opens.count)
                }
                opens[Int(words[0])] = true
            default: throw bad("cue", "one word, or two for a governor")
            }
        }
    }

    private mutating func enter(_ cue: Cue, _ word: Int32, _ place: Place) {
        let missing = Int(word) + 1 - single[place.rawValue].count
        if missing > 0 { single[place.rawValue] += [Int16](repeating: -1, count: missing) }
        single[place.rawValue][Int(word)] = Int16(cues.count)
        cues.append(cue)
    }

    private static func key(_ first: Int32, _ second: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
    }

    /// The cue of a word at a place, if it is one; -1 is none.
    @inline(__always)
    func cue(_ place: Place, _ word: Int32) -> Cue? {
        guard word >= 0, Int(word) < single[place.rawValue].count else { return nil }
        let index = single[place.rawValue][Int(word)]
        return index < 0 ? nil : cues[Int(index)]
    }

    /// Whether a word opens a governing cue of two words.
    @inline(__always)
    func opensPair(_ word: Int32) -> Bool { word >= 0 && Int(word) < opens.count && opens[Int(word)] }

    /// The governing cue of two words, if they are one.
    func pair(_ first: Int32, _ second: Int32) -> Cue? {
        opensPair(first) && second >= 0 ? pairs[Self.key(first, second)] : nil
    }
}
