import Text

/// Phrases in many languages, found in a text by the hashes of its words, whatever its case and
/// punctuation.
struct PhraseTable: Sendable {
    /// What a phrase says of the paragraph that holds it.
    enum Kind: String, Sendable { case label, notice, about, readers }

    private var phrases: [(kind: Kind, words: [UInt64], text: String)] = []
    /// The phrases that start with a word.
    private var firsts = NameTable()

    init(_ rows: [DataTable.Row]) {
        for row in rows {
            guard let kind = Kind(rawValue: row["kind"]) else { continue }
            for phrase in row.list("phrases") {
                let words = Words.list(phrase)
                guard let first = words.first else { continue }
                firsts.add(Array(first.utf8), phrases.count)
                phrases.append((kind, Self.hashes(phrase), phrase))
            }
        }
    }

    /// The hashes of a text's words.
    static func hashes(_ text: some StringProtocol) -> [UInt64] {
        var words: [UInt64] = []
        Words.forEachHash(in: text) { words.append($0.value) }
        return words
    }

    /// The phrase of a kind and of two words or more that a text starts with. O(words).
    func opening(_ kind: Kind, of text: some StringProtocol) -> String? {
        var words: [UInt64] = []
        var starts: [Int] = []
        Words.forEachHash(in: text, limit: 8) { word in
            if words.isEmpty { firsts.forEach(word) { phrase, _ in starts.append(phrase) } }
            words.append(word.value)
        }
        let found = starts.first { start in
            let phrase = phrases[start]
            return phrase.kind == kind && phrase.words.count > 1 && words.starts(with: phrase.words)
        }
        return found.map { phrases[$0].text }
    }

    /// The first phrase of a kind that the words are, where `whole`, or hold. O(words).
    func phrase(_ kind: Kind, in text: some StringProtocol, whole: Bool) -> String? {
        var words: [UInt64] = []
        var starts: [(phrase: Int, at: Int)] = []
        Words.forEachHash(in: text) { word in
            let at = words.count
            if !whole || at == 0 { firsts.forEach(word) { phrase, _ in starts.append((phrase, at)) } }
            words.append(word.value)
        }
        for start in starts where phrases[start.phrase].kind == kind {
            let wanted = phrases[start.phrase].words
            guard start.at + wanted.count <= words.count, !whole || wanted.count == words.count,
                words[start.at..<start.at + wanted.count].elementsEqual(wanted)
            else { continue }
            return phrases[start.phrase].text
        }
        return nil
    }
}
