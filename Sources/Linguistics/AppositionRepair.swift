/// Takes a name between commas right after a common noun for what that noun is called: in "received his
/// Kazakh counterpart, Yerlan Sadykov, in Ankara" nobody is spoken to. Parsers that learned from letters
/// and forums see persons addressed there; in the treebanks it is an apposition eight times of nine.
enum AppositionRepair {
    /// Mends all sentences. O(words).
    static func mend(_ analysis: inout Analysis) {
        for word in 0..<analysis.words.count where analysis.words.relations[word] == .vocative {
            guard analysis.words.upos[word] == .propn, word >= 2, isComma(word - 1, analysis),
                analysis.words.upos[word - 2] == .noun, endsAtComma(word, analysis)
            else { continue }
            var noun = word - 2
            // "the minister of health, Anna Vell,": the minister is named.
            while analysis.words.relations[noun] == .nmod, analysis.words.heads[noun] >= 0,
                Int(analysis.words.heads[noun]) < noun, analysis.words.upos[Int(analysis.words.heads[noun])] == .noun
            {
                noun = Int(analysis.words.heads[noun])
            }
            guard !analysis.hangs(noun, on: word) else { continue }
            analysis.words.heads[word] = Int32(noun)
            analysis.words.relations[word] = .appos
        }
    }

    private static func isComma(_ word: Int, _ analysis: Analysis) -> Bool { analysis.pennTag(word) == .comma }

    /// Whether a comma follows the name, with nothing of others between.
    private static func endsAtComma(_ name: Int, _ analysis: Analysis) -> Bool {
        var next = name + 1
        while next < analysis.words.count, Int(analysis.words.heads[next]) == name, !isComma(next, analysis) {
            next += 1
        }
        return next < analysis.words.count && isComma(next, analysis)
    }
}
