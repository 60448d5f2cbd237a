/// Gives a verb behind a quotation the speaker that stands before it: in `"… a plate of rice," the
/// minister, Hernan Quiroz, said` nothing outside of the marks is an apposition to a word inside of them.
enum QuotedSubjectRepair {
    /// How many words a speaker's description has at most.
    private static let longest = 30

    /// Mends all sentences. O(words).
    static func mend(_ analysis: inout Analysis) {
        for sentence in analysis.sentences {
            var closing = -1
            for word in sentence.words {
                if analysis.pennTag(word) == .closeQuote { closing = word }
                guard closing >= 0, isMisplaced(word, behind: closing, analysis),
                    let verb = verb(after: word, in: sentence, analysis), !analysis.hangs(verb, on: word)
                else { continue }
                analysis.words.heads[word] = Int32(verb)
                analysis.words.relations[word] = .nsubj
            }
        }
    }

    /// Whether a noun or name outside of a quotation hangs on a word inside of it as what else it is called.
    private static func isMisplaced(_ word: Int, behind closing: Int, _ analysis: Analysis) -> Bool {
        let relation = analysis.words.relations[word]
        let tag = analysis.words.upos[word]
        let head = Int(analysis.words.heads[word])
        return (relation == .appos || relation == .vocative) && (tag == .noun || tag == .propn) && head >= 0
            && head < closing && word > closing
    }

    /// The verb without a subject that follows a speaker's description, adverbs and commas between left out.
    private static func verb(after word: Int, in sentence: Analysis.Sentence, _ analysis: Analysis) -> Int? {
        var at = word + 1
        let end = min(Int(sentence.endWord), word + longest)
        while at < end,
            analysis.hangs(at, on: word) || analysis.words.upos[at] == .adv || analysis.pennTag(at) == .comma
        {
            at += 1
        }
        guard at < end, analysis.words.upos[at] == .verb, SubjectRepair.isAlone(at, in: sentence, analysis) else {
            return nil
        }
        let tag = analysis.pennTag(at)
        return tag == .vbd || tag == .vbz || tag == .vbp ? at : nil
    }
}
