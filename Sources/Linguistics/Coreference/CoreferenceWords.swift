import Text

/// The word lists of coreference: pronouns, nouns that describe actors, titles that tell gender.
struct CoreferenceWords: Sendable {
    /// What may agree between two mentions.
    enum Gender: UInt8, Sendable { case unknown, male, female, neuter }

    /// What a describing noun may stand for.
    enum NounKind: UInt8, Sendable { case person, organisation, state, place, firstOfPair, secondOfPair }

    struct Pronoun: Sendable {
        let gender: Gender
        let isPlural: Bool
    }

    let pronouns: [String: Pronoun]
    let nouns: [String: (kind: NounKind, gender: Gender)]
    let titles: [String: Gender]

    /// Reads the lists; throws when a file is missing or malformed.
    init() throws {
        let genders: [String: Gender] = ["unknown": .unknown, "male": .male, "female": .female, "neuter": .neuter]
        func gender(_ row: DataTable.Row, _ file: String) throws -> Gender {
            guard let gender = genders[row["gender"]] else {
                throw DataTable.Failure.badValue(
                    file: file, line: row.line, column: "gender", value: row["gender"],
                    expected: genders.keys.sorted().joined(separator: ", "))
            }
            return gender
        }
        var pronouns: [String: Pronoun] = [:]
        for row in try DataFiles.table("pronouns.tsv", columns: ["form", "gender", "number"]).rows {
            pronouns[row["form"]] = Pronoun(
                gender: try gender(row, "pronouns.tsv"), isPlural: row["number"] == "plural")
        }
        var titles: [String: Gender] = [:]
        for row in try DataFiles.table("titles-gender.tsv", columns: ["title", "gender"]).rows {
            titles[row["title"]] = try gender(row, "titles-gender.tsv")
        }
        let kinds: [String: NounKind] = [
            "person": .person, "organisation": .organisation, "state": .state, "place": .place,
            "first-of-pair": .firstOfPair, "second-of-pair": .secondOfPair,
        ]
        var nouns: [String: (kind: NounKind, gender: Gender)] = [:]
        for row in try DataFiles.table("mention-nouns.tsv", columns: ["lemma", "kind", "gender"]).rows {
            guard let kind = kinds[row["kind"]] else {
                throw DataTable.Failure.badValue(
                    file: "mention-nouns.tsv", line: row.line, column: "kind", value: row["kind"],
                    expected: kinds.keys.sorted().joined(separator: ", "))
            }
            nouns[row["lemma"]] = (kind, try gender(row, "mention-nouns.tsv"))
        }
        self.pronouns = pronouns
        self.titles = titles
        self.nouns = nouns
    }
}
