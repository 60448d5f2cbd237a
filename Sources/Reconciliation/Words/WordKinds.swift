internal import Text

/// What a word does in a wording: fills a place, turns it, weakens it, counts, or says something.
package enum WordKind: String, Sendable, CaseIterable {
    case function, negation, modal, number, content
    /// Function words that stand before a noun.
    case determiner
    /// Function words that stand for someone or something.
    case pronoun
    /// Nouns that say nothing of those whom they count.
    case generic
    /// Words that make the number behind them a part of a whole.
    case partitive
    /// Words that give a number to each of several.
    case distributive
    /// Words before the day up to which something was counted.
    case reckoner
    /// Words with which no sentence of its own begins.
    case opening
    /// Words that make a number a bound or a rough one.
    case bound
    /// Pronouns that stand for the one who acts.
    case personal
    /// Pronouns that begin a relative clause as its subject.
    case relative
    /// Pronouns that stand for things and acts.
    case neuter
    /// Words for a time that is no day of the calendar.
    case dayless
    /// Participles that stand for those whom something befell.
    case victims
    /// Names of units and currencies, as stems.
    case unit
    /// Auxiliaries that a finite verb is printed with, and those of a passive.
    case auxiliary, passive
    /// Words that say that a standing is asked for or being given; that it was received; that a list is not
    /// all; and words that may stand behind the last name of a list.
    case pending, granted, partial, behind
    /// Past forms of verbs with which a standing was given or received.
    case conferred
    /// Two words before a list of some of those who were told of.
    case listing
}

/// The word lists that tell `WordKind`s apart, read from `words.tsv`.
package struct WordKinds: Sendable {
    private let kinds: [String: WordKind]
    /// Lists that stand beside the kinds: a word can be in several.
    private let lists: [WordKind: Set<String>]
    /// British parts of words and their American counterparts.
    private let spellings: [(british: [UInt8], american: [UInt8])]

    /// Reads the target's own list; throws when it is missing or malformed.
    package init() throws {
        let table = try DataFiles.table("words.tsv", columns: ["kind", "words"])
        var kinds: [String: WordKind] = [:]
        var lists: [WordKind: Set<String>] = [:]
        for row in table.rows {
            guard let kind = WordKind(rawValue: row["kind"]) else {
                throw DataTable.Failure.badValue(
                    file: table.file, line: row.line, column: "kind", value: row["kind"],
                    expected: "one of \(WordKind.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            switch kind {
            case .function, .negation, .modal, .number, .content: for word in row.list("words") { kinds[word] = kind }
            default: lists[kind, default: []].formUnion(row.list("words"))
            }
        }
        self.kinds = kinds
        self.lists = lists
        spellings = try DataFiles.table("spellings.tsv", columns: ["british", "american"]).rows.map {
            (british: Array($0["british"].utf8), american: Array($0["american"].utf8))
        }
    }

    /// Whether a folded word is in the list of a kind.
    package func isIn(_ kind: WordKind, _ word: String) -> Bool { lists[kind]?.contains(word) ?? false }

    /// Counted nouns that say nothing of those whom they count.
    package var generic: Set<String> { lists[.generic] ?? [] }

    /// Whether a folded word stands before a noun.
    package func isDeterminer(_ word: String) -> Bool { isIn(.determiner, word) }

    /// Whether a folded word makes the number behind it a part of a whole.
    package func isPartitive(_ word: String) -> Bool { isIn(.partitive, word) }

    /// Whether a folded word gives a number to each of several.
    package func isDistributive(_ word: String) -> Bool { isIn(.distributive, word) }

    /// Whether a folded word stands before the day up to which something was counted.
    package func isReckoner(_ word: String) -> Bool { isIn(.reckoner, word) }

    /// Whether no sentence of its own begins with a folded word.
    package func isOpening(_ word: String) -> Bool { isIn(.opening, word) }

    /// Whether a folded word makes a number a bound or a rough one.
    package func isBound(_ word: String) -> Bool { isIn(.bound, word) }

    /// Whether a folded word is a pronoun.
    package func isPronoun(_ word: String) -> Bool { isIn(.pronoun, word) }

    /// The kind of a folded word; determiners and pronouns are function words.
    package subscript(word: String) -> WordKind {
        if let kind = kinds[word] { return kind }
        if let first = word.utf8.first, first >= 0x30, first <= 0x39 { return .number }
        return .content
    }

    /// A folded word with British spellings turned to American ones, so that both are one word.
    package func neutral(_ word: String) -> String {
        var word = word
        let found: [UInt8]? = word.withUTF8 { bytes in
            for (british, american) in spellings where bytes.count > british.count + 1 {
                for start in 0...(bytes.count - british.count) where bytes[start] == british[0] {
                    if (1..<british.count).allSatisfy({ bytes[start + $0] == british[$0] }) {
                        return Array(bytes[..<start]) + american + Array(bytes[(start + british.count)...])
                    }
                }
            }
            return nil
        }
        return found.map { String(decoding: $0, as: UTF8.self) } ?? word
    }
}
