import Records
import Text

/// The words that assert a lasting tie, from `relations.tsv` and `relation-words.tsv`.
struct RelationLexicon: Sendable {
    /// How a word asserts the tie.
    enum Form: String, Sendable { case verb, passive, owned, role, adjective, object, tie, membership, supply }

    /// The classes of `relation-words.tsv`.
    enum Class: Int, CaseIterable, Sendable {
        case office, appointing, becoming, resigning, having, tie, asset, former, `as`, membership, succeeding, serving
        case styling, reflexive, getting, most, source, organ
    }

    struct Entry: Sendable {
        let form: Form
        let kind: ActorRelation.Kind
        /// Whether the direct object is the other side.
        let takesObject: Bool
        let prepositions: [Int32]
        let standing: ActorRelation.Standing
        let begins: Bool
    }

    private var entries: [Int32: [Entry]] = [:]
    let classes: WordClasses<Class>
    /// Prepositions between an office and the body that it is of.
    let bodies: [Int32]
    /// The indefinite article.
    let a: Int32
    let by: Int32

    init(vocabulary: inout RuleVocabulary) throws {
        classes = try WordClasses("relation-words.tsv", vocabulary: &vocabulary)
        (a, by) = (vocabulary.number("a"), vocabulary.number("by"))
        bodies = [vocabulary.number("of"), vocabulary.number("to"), vocabulary.number("for"), vocabulary.number("at")]
        let table = try DataFiles.table(
            "relations.tsv", columns: ["form", "word", "kind", "other", "standing", "begins"])
        for row in table.rows {
            guard let form = Form(rawValue: row["form"]), let kind = ActorRelation.Kind(rawValue: row["kind"]),
                let standing = ActorRelation.Standing(rawValue: row["standing"])
            else {
                throw DataTable.Failure.badValue(
                    file: table.file, line: row.line, column: "kind",
                    value: [row["form"], row["kind"], row["standing"]].joined(separator: " "),
                    expected: "a form, a kind of relation and a standing")
            }
            let places = row.list("other")
            if form == .supply {
                supply = Entry(
                    form: form, kind: kind, takesObject: false, prepositions: [], standing: standing, begins: false)
            }
            entries[vocabulary.number(row["word"]), default: []].append(
                Entry(
                    form: form, kind: kind, takesObject: places.contains("object"),
                    prepositions: places.filter { $0 != "object" }.map { vocabulary.number($0) },
                    standing: standing, begins: row["begins"] == "yes"))
        }
    }

    /// The tie of who gets most of a thing from one state.
    private(set) var supply: Entry?

    func entries(_ lemma: Int32) -> [Entry] { lemma < 0 ? [] : entries[lemma] ?? [] }
}
