internal import Text

/// An act that different words name, as an index into its `ConceptTable`.
struct Concept: Hashable, Sendable, Comparable {
    var index: Int
    static func < (a: Concept, b: Concept) -> Bool { a.index < b.index }
}

/// The acts of `concepts.tsv` and the things of `counted.tsv`: which words name one act or one thing.
struct ConceptTable: Sendable {
    private var verbs: [String: [Concept]] = [:]
    private var nouns: [String: [Concept]] = [:]
    private var things: [String: String] = [:]
    /// Nouns that name an act of which people can be the victims or the cause.
    private(set) var acts: Set<String> = []
    private var standings: [String: String] = [:]
    private(set) var names: [String] = []
    private(set) var families: [String] = []
    private var opposed: Set<Int> = []
    private var exclusive: Set<Int> = []
    /// Sorts of happenings that people fall victim to, and kinds of victims.
    let happenings: HappeningTable
    /// Ways to tell a choice in a vote.
    let ballots: BallotWords

    init() throws {
        happenings = try HappeningTable()
        ballots = try BallotWords()
        let table = try DataFiles.table(
            "concepts.tsv", columns: ["concept", "family", "exclusive", "opposes", "predicates", "nouns"])
        var index: [String: Int] = [:]
        for (i, row) in table.rows.enumerated() {
            names.append(row["concept"])
            families.append(row["family"])
            index[row["concept"]] = i
            if row["exclusive"] == "yes" { exclusive.insert(i) }
            for word in row.list("predicates") { verbs[word, default: []].append(Concept(index: i)) }
            for word in row.list("nouns") { nouns[word, default: []].append(Concept(index: i)) }
        }
        for (i, row) in table.rows.enumerated() {
            for other in row.list("opposes") {
                guard let j = index[other] else {
                    throw DataTable.Failure.badValue(
                        file: table.file, line: row.line, column: "opposes", value: other, expected: "a concept")
                }
                opposed.insert(i * table.rows.count + j)
                opposed.insert(j * table.rows.count + i)
            }
        }
        for row in try DataFiles.table("act-nouns.tsv", columns: ["kind", "nouns"]).rows {
            acts.formUnion(row.list("nouns"))
        }
        for row in try DataFiles.table("standings.tsv", columns: ["standing", "nouns"]).rows {
            for noun in row.list("nouns") { standings[noun] = row["standing"] }
        }
        for row in try DataFiles.table("counted.tsv", columns: ["thing", "words"]).rows {
            for word in row.list("words") where things[word] == nil { things[word] = row["thing"] }
        }
    }

    /// The standing with a body that a noun names.
    func standing(_ noun: String) -> String? { standings[noun] }

    /// The verbs of a concept as they are printed of one body: "consists", "brings together".
    func phrases(of concept: Concept) -> [String] {
        verbs.filter { $0.value.contains(concept) && !$0.key.hasPrefix("be ") && $0.key != "include" }.keys.sorted()
            .map { key in
                let words = key.split(separator: " ")
                return ([words[0] + "s"] + words.dropFirst()).joined(separator: " ")
            }
    }

    /// All nouns and verbs of one word that name an act.
    var actWords: [String] { (Array(nouns.keys) + verbs.keys + acts).filter { !$0.contains(" ") } }

    /// Whether a noun names an act.
    func isAct(_ noun: String) -> Bool { acts.contains(noun) || nouns[noun] != nil }

    /// The concepts that a verb's lemma can name, alone or with one of the heads that go with it.
    func concepts(ofVerb lemma: String, heads: [String]) -> [Concept] {
        var found: [Concept] = []
        for head in heads {
            for concept in verbs[lemma + " " + head] ?? [] where !found.contains(concept) { found.append(concept) }
        }
        // The phrase says more than its verb ("put pen" is no putting).
        if !found.isEmpty { return found.sorted() }
        return (verbs[lemma] ?? []).sorted()
    }

    /// The concepts that a noun's lemma can name.
    func concepts(ofNoun lemma: String) -> [Concept] { nouns[lemma] ?? [] }

    func name(_ concept: Concept) -> String { names[concept.index] }
    func family(_ concept: Concept) -> String { families[concept.index] }

    /// The concept of this name, if the table has it.
    func concept(_ name: String) -> Concept? { names.firstIndex(of: name).map { Concept(index: $0) } }

    /// Whether two acts exclude each other.
    func opposes(_ a: Concept, _ b: Concept) -> Bool { opposed.contains(a.index * names.count + b.index) }

    /// Whether only one set of actors can have done the act.
    func isExclusive(_ concept: Concept) -> Bool { exclusive.contains(concept.index) }

    /// The name under which a counted word is gathered; the word itself when the list lacks it.
    func thing(_ word: String) -> String { things[word] ?? things[stem(word)] ?? stem(word) }

    /// Whether the list of things holds the word.
    func knowsThing(_ word: String) -> Bool { things[word] != nil || things[stem(word)] != nil }
}
