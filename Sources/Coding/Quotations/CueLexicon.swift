public import Records
internal import Text

/// What a cue tells of the attitude of its source to the content.
public typealias CueClass = Quotation.Attitude

/// A verb, noun, adjective or phrase that brings words or thoughts of a source.
struct Cue: Sendable {
    enum PartOfSpeech: String, Sendable {
        case verb, noun, adjective, phrase
    }

    /// Where the content of a cue stands in the clause.
    struct Complements: OptionSet, Sendable {
        let rawValue: UInt16
        static let clause = Complements(rawValue: 1)
        static let infinitive = Complements(rawValue: 2)
        static let object = Complements(rawValue: 4)
        static let naming = Complements(rawValue: 8)
        static let asPhrase = Complements(rawValue: 16)
        static let quote = Complements(rawValue: 32)
        static let source = Complements(rawValue: 64)
    }

    var lemma: String
    var part: PartOfSpeech
    var cueClass: CueClass
    var complements: Complements
    /// Prepositions whose object is the content ("called for", "warned against").
    var prepositions: [String]
}

/// The cues of `cues.tsv`, by the forms that they take in a text.
///
/// Forms are looked up rather than lemmas, so that a wrong lemma or tag does not lose a cue.
struct CueLexicon: Sendable {
    private(set) var cues: [Cue] = []
    /// Each form: its words in lower case, and the cue.
    private(set) var forms: [(words: [String], cue: Int)] = []
    let closed: ClosedWords

    /// Reads the table of the project.
    static func standard() throws -> CueLexicon {
        try CueLexicon(
            DataFiles.table("cues.tsv", columns: ["lemma", "pos", "forms", "class", "complements"]),
            closed: ClosedWords.standard())
    }

    init(_ table: DataTable, closed: ClosedWords) throws(DataTable.Failure) {
        self.closed = closed
        for row in table.rows {
            guard let part = Cue.PartOfSpeech(rawValue: row["pos"]) else {
                throw .badValue(
                    file: table.file, line: row.line, column: "pos", value: row["pos"],
                    expected: "verb, noun, adjective or phrase")
            }
            guard let cueClass = CueClass(rawValue: row["class"]) else {
                throw .badValue(
                    file: table.file, line: row.line, column: "class", value: row["class"],
                    expected: CueClass.allCases.map(\.rawValue).joined(separator: ", "))
            }
            var complements: Cue.Complements = []
            var prepositions: [String] = []
            for value in row.list("complements") {
                switch value {
                case "clause": complements.insert(.clause)
                case "infinitive": complements.insert(.infinitive)
                case "object": complements.insert(.object)
                case "naming": complements.insert(.naming)
                case "as": complements.insert(.asPhrase)
                case "quote": complements.insert(.quote)
                case "source": complements.insert(.source)
                default: prepositions.append(value)
                }
            }
            let cue = cues.count
            cues.append(
                Cue(
                    lemma: row["lemma"], part: part, cueClass: cueClass, complements: complements,
                    prepositions: prepositions))
            for form in Self.forms(of: row["lemma"], part: part, irregular: row.list("forms")) {
                forms.append((form.split(separator: " ").map(String.init), cue))
            }
        }
    }

    /// Every word that a form holds, for an analyzer's vocabulary.
    var vocabulary: [String] { forms.flatMap(\.words) }

    /// The forms of a lemma: the irregular ones where they are given, else by the rules of spelling.
    private static func forms(of lemma: String, part: Cue.PartOfSpeech, irregular: [String]) -> [String] {
        if !irregular.isEmpty { return [lemma] + irregular }
        guard part == .verb || part == .noun else { return [lemma] }
        let words = lemma.split(separator: " ", maxSplits: 1)
        let first = String(words[0])
        let rest = words.count > 1 ? " " + words[1] : ""
        var forms = [lemma, third(first) + rest]
        if part == .verb { forms += [past(first) + rest, participle(first) + rest] }
        return forms
    }

    private static func third(_ word: String) -> String {
        if word.hasSuffix("y"), let before = word.dropLast().last, !"aeiou".contains(before) {
            return word.dropLast() + "ies"
        }
        return ["s", "x", "z", "ch", "sh"].contains { word.hasSuffix($0) } ? word + "es" : word + "s"
    }

    private static func past(_ word: String) -> String {
        if word.hasSuffix("e") { return word + "d" }
        if word.hasSuffix("y"), let before = word.dropLast().last, !"aeiou".contains(before) {
            return word.dropLast() + "ied"
        }
        return word + "ed"
    }

    private static func participle(_ word: String) -> String {
        word.hasSuffix("e") && !word.hasSuffix("ee") ? word.dropLast() + "ing" : word + "ing"
    }
}
