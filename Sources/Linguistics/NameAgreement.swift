import Text

/// Lets a full name speak for its last word: where a text has "Anna Vell", "Vell" alone is that person,
/// whatever the sentence around it looks like.
struct NameAgreement {
    private var lastWords: Set<Symbol> = []

    init(_ analysis: Analysis) {
        for name in analysis.entities where name.kind == .person && name.words.count > 1 {
            let last = Int(name.endWord) - 1
            if Self.isCapital(last, analysis) { lastWords.insert(analysis.words.forms[last]) }
        }
    }

    /// Corrects the kind of last names that were taken for something else, and adds those not found.
    ///
    /// - Parameter isPlace: whether the lists know a word as a place, which then stays one.
    func settle(_ analysis: inout Analysis, isPlace: (Int) -> Bool) {
        guard !lastWords.isEmpty else { return }
        var inName = [Bool](repeating: false, count: analysis.words.count)
        for i in analysis.entities.indices {
            let name = analysis.entities[i]
            for word in name.words { inName[word] = true }
            let first = Int(name.firstWord)
            if name.words.count == 1, name.kind != .person, lastWords.contains(analysis.words.forms[first]),
                Self.isCapital(first, analysis), !isPlace(first)
            {
                analysis.entities[i].kind = .person
            }
        }
        var added: [Analysis.EntityMention] = []
        for sentence in analysis.sentences {
            for word in sentence.words
            where !inName[word] && lastWords.contains(analysis.words.forms[word]) && Self.isCapital(word, analysis) {
                guard analysis.words.upos[word] == .propn || analysis.words.upos[word] == .noun else { continue }
                // A further capital beside it makes a name of its own: "Mason Street".
                let isAlone = [word - 1, word + 1].allSatisfy {
                    !sentence.words.contains($0) || analysis.words.upos[$0] != .propn || !Self.isCapital($0, analysis)
                        || analysis.words.relations[$0] == .nmodDesc
                }
                if isAlone { added.append(Analysis.EntityMention(kind: .person, words: word..<word + 1)) }
            }
        }
        guard !added.isEmpty else { return }
        analysis.entities = (analysis.entities + added).sorted { $0.firstWord < $1.firstWord }
    }

    private static func isCapital(_ word: Int, _ analysis: Analysis) -> Bool {
        let first = analysis.text.utf8[Int(analysis.words.starts[word])]
        return first >= 0x41 && first <= 0x5A || first >= 0xC3
    }
}
