internal import Text

/// The small closed lists of words that the quotation rules look at, read from `quotation-words.tsv`.
struct ClosedWords: Sendable {
    /// Open relative clauses and stand for the noun before them.
    let relative: Set<String>
    /// Personal pronouns of one person.
    let personal: Set<String>
    /// Open a reported clause.
    let complementizer: Set<String>
    let negator: Set<String>
    /// Bring in the source of a cue that is a noun.
    let ofSource: Set<String>
    /// Go with the common noun before them in a source's name.
    let ofName: Set<String>
    /// Participles whose passive subject is the one who speaks.
    let quoted: Set<String>
    /// Pronouns and the like that name nobody, so that nothing is attributed to them.
    let nobody: Set<String>
    /// Nouns of works that bear titles.
    let work: Set<String>
    /// Small words that stand uncapitalised inside a person's or an office's name.
    let particle: Set<String>
    /// Labels of a transcript that ask and that answer.
    let asker: Set<String>
    let answerer: Set<String>
    /// Nouns of offices and callings by which a person named before is meant again.
    let office: Set<String>
    /// Verbs with which an adjective cue tells of no attitude ("make sure").
    let making: Set<String>
    /// Verbs that take what is said for their object ("the claim that he made").
    let handling: Set<String>

    static func standard() throws -> ClosedWords {
        try ClosedWords(DataFiles.table("quotation-words.tsv", columns: ["class", "words"]))
    }

    init(_ table: DataTable) throws(DataTable.Failure) {
        var lists: [String: Set<String>] = [:]
        for row in table.rows { lists[row["class"], default: []].formUnion(row.list("words")) }
        func list(_ name: String) throws(DataTable.Failure) -> Set<String> {
            guard let found = lists[name] else {
                throw .badValue(
                    file: table.file, line: 1, column: "class", value: "", expected: "a row '\(name)'")
            }
            return found
        }
        relative = try list("relative")
        personal = try list("personal")
        complementizer = try list("complementizer")
        negator = try list("negator")
        ofSource = try list("of-source")
        ofName = try list("of-name")
        quoted = try list("quoted")
        nobody = try list("nobody")
        work = try list("work")
        particle = try list("particle")
        asker = try list("asker")
        answerer = try list("answerer")
        office = try list("office")
        making = try list("making")
        handling = try list("handling")
    }
}
