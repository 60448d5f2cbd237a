import Records
import Text

/// The words that make a commitment, from `commitments.tsv`, `commitment-words.tsv` and
/// `commitment-phrases.tsv`.
struct CommitmentLexicon: Sendable {
    /// What holds the content of a commitment.
    enum Place: Hashable, Sendable {
        case clause, object
        case preposition(Int32)
    }

    /// The classes of `commitment-words.tsv`.
    enum Class: Int, CaseIterable, Sendable {
        case deed, grant, making, renewing, breaking, failing, again, condition, asking, going, being, others, negator,
            weak, giving, beginning, supposing, own, worth, inverting, lapsing, void, placing, within, gesture, sure,
            norm, unreal
    }

    struct Entry: Sendable {
        let force: Commitment.Force
        let places: [Place]
    }

    private enum Kind: String { case verb, noun, adjective, auxiliary }

    private var verbs: [Int32: Entry] = [:]
    private var nouns: [Int32: Entry] = [:]
    private var adjectives: [Int32: Entry] = [:]
    private var auxiliaries: [Int32: Entry] = [:]
    let classes: WordClasses<Class>
    /// Prepositions of the recipient in the order in which they are asked.
    let reaching: [Int32]
    /// Words that open a condition, lowered, as bytes.
    let conditionPhrases: [[UInt8]]
    let to: Int32
    let by: Int32
    let that: Int32

    init(vocabulary: inout RuleVocabulary) throws {
        classes = try WordClasses("commitment-words.tsv", vocabulary: &vocabulary)
        var reaching: [Int32] = []
        var phrases: [[UInt8]] = []
        for row in try DataFiles.table("commitment-phrases.tsv", columns: ["phrase", "kind"]).rows {
            if row["kind"] == "condition" {
                phrases.append(Array(row["phrase"].utf8))
            } else {
                reaching.append(vocabulary.number(row["phrase"]))
            }
        }
        self.reaching = reaching
        conditionPhrases = phrases
        (to, by, that) = (vocabulary.number("to"), vocabulary.number("by"), vocabulary.number("that"))
        let table = try DataFiles.table("commitments.tsv", columns: ["kind", "word", "force", "content"])
        for row in table.rows {
            guard let force = Commitment.Force(rawValue: row["force"]), let kind = Kind(rawValue: row["kind"]) else {
                throw DataTable.Failure.badValue(
                    file: table.file, line: row.line, column: "force", value: row["kind"] + " " + row["force"],
                    expected: "verb, noun, adjective or auxiliary, and a force")
            }
            let entry = Entry(
                force: force,
                places: row.list("content").map {
                    $0 == "clause" ? .clause : $0 == "object" ? .object : .preposition(vocabulary.number($0))
                })
            let word = vocabulary.number(row["word"])
            switch kind {
            case .verb: verbs[word] = entry
            case .noun: nouns[word] = entry
            case .adjective: adjectives[word] = entry
            case .auxiliary: auxiliaries[word] = entry
            }
        }
    }

    func verb(_ lemma: Int32) -> Entry? { lemma < 0 ? nil : verbs[lemma] }
    func noun(_ lemma: Int32) -> Entry? { lemma < 0 ? nil : nouns[lemma] }
    func adjective(_ lemma: Int32) -> Entry? { lemma < 0 ? nil : adjectives[lemma] }
    func auxiliary(_ lemma: Int32) -> Entry? { lemma < 0 ? nil : auxiliaries[lemma] }
}
