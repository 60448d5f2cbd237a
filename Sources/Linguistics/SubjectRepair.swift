/// Gives a finite verb without a subject the bare name right before it that the parser hung on it by a
/// relation which the treebanks do not give to names: in "Norway praised Denmark" an unseen verb may look
/// like a participle, and the name like an adverb.
enum SubjectRepair {
    /// Mends roots of sentences. O(words).
    static func mend(_ analysis: inout Analysis) {
        for sentence in analysis.sentences {
            guard let root = sentence.words.first(where: { analysis.words.heads[$0] < 0 }),
                analysis.words.upos[root] == .verb, root > Int(sentence.firstWord)
            else { continue }
            let tag = analysis.pennTag(root)
            guard tag == .vbn || tag == .vbd || tag == .vbz || tag == .vbp,
                let name = bareName(before: root, in: sentence, analysis), isAlone(root, in: sentence, analysis)
            else { continue }
            analysis.words.relations[name] = .nsubj
            if tag == .vbn { analysis.words.xpos[root] = PennTag.vbd.rawValue }
        }
    }

    /// The name before a verb, adverbs between left out, that hangs on it as what a name cannot be.
    private static func bareName(before verb: Int, in sentence: Analysis.Sentence, _ analysis: Analysis) -> Int? {
        var at = verb - 1
        while at > Int(sentence.firstWord), analysis.words.upos[at] == .adv { at -= 1 }
        guard at >= Int(sentence.firstWord) else { return nil }
        // A name of several words: its head is the one that hangs on the verb.
        while analysis.words.upos[at] == .propn, Int(analysis.words.heads[at]) != verb {
            let head = Int(analysis.words.heads[at])
            guard head >= Int(sentence.firstWord), head < verb, head != at, analysis.words.upos[head] == .propn,
                head < at
            else { return nil }
            at = head
        }
        guard analysis.words.upos[at] == .propn, Int(analysis.words.heads[at]) == verb else { return nil }
        switch analysis.words.relations[at] {
        case .advmod, .vocative, .discourse, .dep, .cc, .mark: return at
        default: return nil
        }
    }

    /// Whether no subject, object before it, auxiliary or copula hangs on a verb.
    static func isAlone(_ verb: Int, in sentence: Analysis.Sentence, _ analysis: Analysis) -> Bool {
        for word in sentence.words where Int(analysis.words.heads[word]) == verb {
            switch analysis.words.relations[word] {
            case .nsubj, .nsubjPass, .nsubjOuter, .csubj, .csubjPass, .csubjOuter, .expl, .aux, .auxPass, .cop:
                return false
            default: break
            }
        }
        return true
    }
}
