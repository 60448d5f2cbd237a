import Text

/// The word lists of coreference: pronouns, nouns that describe actors, titles that tell gender.
struct CoreferenceWords: Sendable {
    /// What may agree between two mentions.
    enum Gender: UInt8, Sendable { case unknown, male, female, neuter }

    /// What a describing noun may stand for.
    enum NounKind: UInt8, Sendable {
        case person, organisation, state, place, anyOrganisation, anyState, firstOfPair, secondOfPair
    }

    struct Pronoun: Sendable {
        let gender: Gender
        let isPlural: Bool
        /// First, second or third.
        let person: Int
    }

    let pronouns: [String: Pronoun]
    let nouns: [String: (kind: NounKind, gender: Gender)]
    let titles: [String: Gender]
    let numbers: [String: Int]

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
        for row in try DataFiles.table("pronouns.tsv", columns: ["form", "gender", "number", "person"]).rows {
            guard let person = Int(row["person"]), 1...3 ~= person else {
                throw DataTable.Failure.badValue(
                    file: "pronouns.tsv", line: row.line, column: "person", value: row["person"], expected: "1, 2 or 3")
            }
            pronouns[row["form"]] = Pronoun(
                gender: try gender(row, "pronouns.tsv"), isPlural: row["number"] == "plural", person: person)
        }
        var titles: [String: Gender] = [:]
        for row in try DataFiles.table("titles-gender.tsv", columns: ["title", "gender"]).rows {
            titles[row["title"]] = try gender(row, "titles-gender.tsv")
        }
        let kinds: [String: NounKind] = [
            "person": .person, "organisation": .organisation, "state": .state, "place": .place,
            "any-organisation": .anyOrganisation, "any-state": .anyState,
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
        var numbers: [String: Int] = [:]
        for row in try DataFiles.table("small-numbers.tsv", columns: ["form", "value"]).rows {
            guard let value = Int(row["value"]) else {
                throw DataTable.Failure.badValue(
                    file: "small-numbers.tsv", line: row.line, column: "value", value: row["value"],
                    expected: "a whole number")
            }
            numbers[row["form"]] = value
        }
        self.numbers = numbers
        self.pronouns = pronouns
        self.titles = titles
        self.nouns = nouns
    }
}
