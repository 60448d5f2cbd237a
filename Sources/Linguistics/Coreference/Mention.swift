import Text

/// One place of a text that names, describes or points to a person, an organisation or a place.
struct Mention: Sendable {
    enum Form: UInt8, Sendable { case name, description, pronoun, group }

    var form: Form
    var words: Range<Int>
    /// The word that stands for the mention in the tree; of a group of names its conjunction, which no
    /// name shares with it.
    var head: Int
    var sentence: Int
    var kind: Kinds
    var gender: CoreferenceWords.Gender
    var isPlural: Bool
    /// Whether the mention stands inside quotation marks.
    var isQuoted: Bool
    /// 0 for a subject, 1 for an object, 2 for the rest: how near to hand a pronoun finds it.
    var rank: Int
    /// The lowered words of a name, or a description's head lemma alone.
    var key: [Symbol]
    /// What else is said of it: lemmas of adjectives, compounds and possessors, "foreign" and "kazakh".
    var modifiers: Set<Symbol>
    /// The lemmas of the roles that stand with a name: "minister" in "Foreign Minister Vell".
    var roles: Set<Symbol>
    /// How many are meant: five by "the five republics" and by five names that "and" joins.
    var count: Int?

    /// The grammatical person of a pronoun.
    var person = 3
    /// Whether a description says no more than what kind of thing it is: "the country".
    var saysKindOnly = false

    /// Which kinds of thing a mention may stand for.
    struct Kinds: OptionSet, Sendable {
        let rawValue: UInt8
        static let person = Kinds(rawValue: 1)
        static let organisation = Kinds(rawValue: 2)
        static let state = Kinds(rawValue: 4)
        static let place = Kinds(rawValue: 8)
        static let any: Kinds = [.person, .organisation, .state, .place]
    }
}
