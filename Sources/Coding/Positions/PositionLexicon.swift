import Records
import Text

/// The words that tell where an actor stands, from `positions.tsv`, `position-words.tsv` and
/// `stance-modifiers.tsv`, in the numbers of the rule vocabulary.
struct PositionLexicon: Sendable {
    /// What names the object of a stance.
    enum Place: Hashable, Sendable {
        case object, complement
        case preposition(Int32)
    }

    /// The classes of `position-words.tsv`.
    enum Class: Int, CaseIterable, Sendable {
        case light, dropping, ending, asking, charging, keeping, judging, ballot, voting, measure
        case tie, statehood, others, side, stance, yes, no, weight, issue, origin, longer
        case scrapping, joining, reacting, proposal
    }

    /// What the direct object of a verb must be for the verb to tell a stance.
    enum Need: Hashable, Sendable {
        case nothing, actor, noPerson, ended
        case word(Class)
    }

    /// One reading of a word.
    struct Entry: Sendable {
        let places: [Place]
        let polarity: Position.Polarity
        /// The polarity of the negated word, or `nil` where the negation tells none.
        let negated: Position.Polarity?
        let strength: Position.Strength
        let basis: Position.Basis
        let need: Need
    }

    private enum Kind: String { case verb, adjective, noun, role, evaluation }

    private var verbs: [Int32: [Entry]] = [:]
    private var adjectives: [Int32: [Entry]] = [:]
    private var nouns: [Int32: [Entry]] = [:]
    private var roles: [Int32: [Entry]] = [:]
    private var evaluations: [Int32: [Entry]] = [:]
    private var modifiers: [Int32: Position.Strength] = [:]
    let classes: WordClasses<Class>
    let against: Int32
    let `for`: Int32
    let `in`: Int32
    let `as`: Int32
    let deny: Int32
    let with: Int32
    let to: Int32

    init(vocabulary: inout RuleVocabulary) throws {
        classes = try WordClasses("position-words.tsv", vocabulary: &vocabulary)
        (against, `for`, `in`) = (vocabulary.number("against"), vocabulary.number("for"), vocabulary.number("in"))
        (`as`, deny) = (vocabulary.number("as"), vocabulary.number("deny"))
        (with, to) = (vocabulary.number("with"), vocabulary.number("to"))
        let table = try DataFiles.table(
            "positions.tsv",
            columns: ["kind", "word", "object", "polarity", "negated", "strength", "basis", "need"])
        for row in table.rows {
            let word = vocabulary.number(row["word"])
            func bad(_ column: String, _ expected: String) -> DataTable.Failure {
                .badValue(file: table.file, line: row.line, column: column, value: row[column], expected: expected)
            }
            guard let polarity = Position.Polarity(rawValue: row["polarity"]) else {
                throw bad("polarity", "for, against or neutral")
            }
            guard let strength = Position.Strength(rawValue: row["strength"]) else {
                throw bad("strength", "strong, plain or weak")
            }
            guard let basis = Position.Basis(rawValue: row["basis"]) else {
                throw bad("basis", "declared, voted or described")
            }
            guard let need = Self.need(row["need"]) else { throw bad("need", "a class of position-words.tsv") }
            let entry = Entry(
                places: row.list("object").map {
                    $0 == "object" ? .object : $0 == "complement" ? .complement : .preposition(vocabulary.number($0))
                },
                polarity: polarity, negated: Position.Polarity(rawValue: row["negated"]), strength: strength,
                basis: basis, need: need)
            switch Kind(rawValue: row["kind"]) {
            case .verb: verbs[word, default: []].append(entry)
            case .adjective: adjectives[word, default: []].append(entry)
            case .noun: nouns[word, default: []].append(entry)
            case .role: roles[word, default: []].append(entry)
            case .evaluation: evaluations[word, default: []].append(entry)
            case nil: throw bad("kind", "verb, adjective, noun, role or evaluation")
            }
        }
        let words = try DataFiles.table("stance-modifiers.tsv", columns: ["word", "strength"])
        for row in words.rows {
            guard let strength = Position.Strength(rawValue: row["strength"]) else {
                throw DataTable.Failure.badValue(
                    file: words.file, line: row.line, column: "strength", value: row["strength"],
                    expected: "strong, plain or weak")
            }
            modifiers[vocabulary.number(row["word"])] = strength
        }
    }

    private static func need(_ name: String) -> Need? {
        switch name {
        case "": .nothing
        case "actor": .actor
        case "no-person": .noPerson
        case "ended": .ended
        default: Class.allCases.first { "\($0)" == name }.map { .word($0) }
        }
    }

    func verb(_ lemma: Int32) -> [Entry] { lemma < 0 ? [] : verbs[lemma] ?? [] }
    func adjective(_ lemma: Int32) -> [Entry] { lemma < 0 ? [] : adjectives[lemma] ?? [] }
    func noun(_ lemma: Int32) -> [Entry] { lemma < 0 ? [] : nouns[lemma] ?? [] }
    func role(_ lemma: Int32) -> [Entry] { lemma < 0 ? [] : roles[lemma] ?? [] }
    func evaluation(_ lemma: Int32) -> Entry? { lemma < 0 ? nil : evaluations[lemma]?.first }
    func modifier(_ lemma: Int32) -> Position.Strength? { lemma < 0 ? nil : modifiers[lemma] }
}
