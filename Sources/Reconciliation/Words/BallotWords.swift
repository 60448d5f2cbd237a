internal import Records
internal import Text

/// The ways of `ballots.tsv` to tell which choice was made in a vote.
struct BallotWords: Sendable {
    private struct Phrase {
        var choice: OfficialRecord.Choice
        /// Whether it tells of a vote only beside a word for one.
        var needsVote: Bool
        /// Stems of the words that follow the verb.
        var rest: [String]
    }

    private var byVerb: [String: [Phrase]] = [:]
    private var voting: Set<String> = []
    /// How many words may stand between two of a phrase.
    private static let gap = 3

    init() throws {
        let table = try DataFiles.table("ballots.tsv", columns: ["choice", "sense", "phrases"])
        for row in table.rows {
            if row["choice"] == "voting" {
                voting.formUnion(row.list("phrases"))
                continue
            }
            guard let choice = OfficialRecord.Choice(rawValue: row["choice"]) else {
                throw DataTable.Failure.badValue(
                    file: table.file, line: row.line, column: "choice", value: row["choice"],
                    expected: "for, against, abstained, absent or voting")
            }
            for phrase in row.list("phrases") {
                let words = phrase.split(separator: " ").map(String.init)
                byVerb[words[0], default: []].append(
                    Phrase(choice: choice, needsVote: row["sense"] == "voting", rest: words.dropFirst().map(stem)))
            }
        }
    }

    /// Whether some phrase begins with a verb's lemma.
    func knows(_ verb: String) -> Bool { byVerb[verb] != nil }

    /// The choice that a clause tells by its verb and the words behind it. O(words).
    ///
    /// - Parameters:
    ///   - verb: the lemma of the clause's verb, and its place among the words.
    ///   - words: folded words of the clause.
    ///   - sentence: folded words of its sentence.
    func choice(
        verb: String, at place: Int, in words: [String], beside sentence: [String]
    ) -> OfficialRecord.Choice? {
        let beside = sentence.contains { voting.contains($0) }
        return (byVerb[verb] ?? []).filter { !$0.needsVote || beside }
            .filter { follows($0.rest, words, from: place + 1) }
            .max { $0.rest.count < $1.rest.count }?.choice
    }

    private func follows(_ rest: [String], _ words: [String], from start: Int) -> Bool {
        var next = start
        for stem in rest {
            guard
                let found = words[min(next, words.count)...].prefix(Self.gap + 1).firstIndex(where: {
                    Self.isForm($0, of: stem)
                })
            else { return false }
            next = found + 1
        }
        return true
    }

    private static func isForm(_ word: String, of root: String) -> Bool { stem(word) == root || word == root }
}
