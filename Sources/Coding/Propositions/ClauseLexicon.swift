import Text

/// The word lists that frames are built with: act nouns and word classes.
struct ClauseLexicon: Sendable {
    typealias Mask = RuleVocabulary.ClassMask

    /// An act noun: the verb of the act, and whether "of" brings in its object.
    struct ActNoun: Sendable {
        let verb: String
        let ofObject: Bool
    }

    private var actNouns: [Int32: ActNoun]
    let condition: Mask
    let attendant: Mask
    let report: Mask
    let promise: Mask
    let light: Mask
    let occur: Mask
    let relative: Mask
    let controlPreposition: Mask
    let controller: Mask
    let asking: Mask
    let place: Mask
    let background: Mask
    let rank: Mask
    let firstPerson: Mask
    let concession: Mask
    let body: Mask
    let address: Mask
    let recent: Mask
    let ability: Mask
    let presupposing: Mask
    let flight: Mask
    let gathering: Mask
    let inability: Mask
    let objective: Mask
    let neuter: Mask
    let plural: Mask
    let personal: Mask
    let by: Int32
    let of: Int32
    let to: Int32

    /// Reads the lists and enters their words in the vocabulary.
    init(vocabulary: inout RuleVocabulary) throws {
        var nouns: [Int32: ActNoun] = [:]
        let table = try DataFiles.table("act-nouns.tsv", columns: ["noun", "verb", "of"])
        for row in table.rows {
            guard ["object", "subject"].contains(row["of"]) else {
                throw DataTable.Failure.badValue(
                    file: table.file, line: row.line, column: "of", value: row["of"], expected: "object or subject")
            }
            nouns[vocabulary.number(row["noun"])] = ActNoun(verb: row["verb"], ofObject: row["of"] == "object")
        }
        actNouns = nouns
        let classes = try DataFiles.table("clause-words.tsv", columns: ["class", "words"])
        var masks: [String: Mask] = [:]
        for row in classes.rows {
            masks[row["class"]] = vocabulary.add(row.list("words"), toClass: "clause " + row["class"])
        }
        func mask(_ name: String) throws -> Mask {
            guard let found = masks[name] else {
                throw DataTable.Failure.badValue(
                    file: classes.file, line: 1, column: "class", value: "", expected: "a row '\(name)'")
            }
            return found
        }
        condition = try mask("condition")
        attendant = try mask("attendant")
        report = try mask("report")
        promise = try mask("promise")
        light = try mask("light")
        occur = try mask("occur")
        relative = try mask("relative")
        controlPreposition = try mask("control-preposition")
        controller = try mask("controller")
        asking = try mask("asking")
        place = try mask("place")
        background = try mask("background")
        rank = try mask("rank")
        firstPerson = try mask("first-person")
        concession = try mask("concession")
        body = try mask("body")
        address = try mask("address")
        recent = try mask("recent")
        ability = try mask("ability")
        presupposing = try mask("presupposing")
        flight = try mask("flight")
        gathering = try mask("gathering")
        inability = try mask("inability")
        objective = try mask("objective")
        neuter = try mask("neuter")
        plural = try mask("plural")
        personal = try mask("personal")
        by = vocabulary.number("by")
        of = vocabulary.number("of")
        to = vocabulary.number("to")
    }

    /// Lets the heads of noun rules be act nouns too; "of" brings in their object.
    mutating func addActNouns(_ numbers: [Int32]) {
        for number in numbers where actNouns[number] == nil { actNouns[number] = ActNoun(verb: "", ofObject: true) }
    }

    func actNoun(_ lemma: Int32) -> ActNoun? { lemma < 0 ? nil : actNouns[lemma] }
}
