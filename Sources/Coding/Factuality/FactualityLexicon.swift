internal import Text

/// The words that say how a statement stands to the facts, read from `factuality.tsv`.
struct FactualityLexicon: Sendable {
    /// Where a cue stands to the predicate that it speaks of.
    enum Place: String, Sendable {
        case auxiliary, governor, modifier, marker, process, inverter, concession, focus, preposition, rank, negator
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

    /// A cue's effect, and the one that it has when it is negated; `nil` turns the polarity round.
    struct Cue: Sendable {
        var effect: Effect
        var negated: Effect?
    }

    private var cues: [Place: [String: Cue]] = [:]

    static func standard() throws -> FactualityLexicon {
        try FactualityLexicon(DataFiles.table("factuality.tsv", columns: ["cue", "place", "effect", "denied"]))
    }

    init(_ table: DataTable) throws(DataTable.Failure) {
        for row in table.rows {
            guard let place = Place(rawValue: row["place"]) else {
                throw .badValue(
                    file: table.file, line: row.line, column: "place", value: row["place"],
                    expected: "a place that the head of the table names")
            }
            guard let effect = Effect(rawValue: row["effect"]) else {
                throw .badValue(
                    file: table.file, line: row.line, column: "effect", value: row["effect"],
                    expected: "an effect that the head of the table names")
            }
            let negated = Effect(rawValue: row["denied"])
            guard negated != nil || row["denied"] == "-" else {
                throw .badValue(
                    file: table.file, line: row.line, column: "denied", value: row["denied"],
                    expected: "an effect or -")
            }
            cues[place, default: [:]][row["cue"]] = Cue(effect: effect, negated: negated)
        }
    }

    /// The cue of a word at a place, if it is one.
    func cue(_ place: Place, _ word: String) -> Cue? { cues[place]?[word] }
}
