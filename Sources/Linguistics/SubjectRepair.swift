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
            if let name = addressed(by: root, in: sentence, analysis) { analysis.words.relations[name] = .nsubj }
            let tag = analysis.pennTag(root)
            guard tag == .vbn || tag == .vbd || tag == .vbz || tag == .vbp, isAlone(root, in: sentence, analysis)
            else { continue }
            guard let name = bareName(before: root, in: sentence, analysis) else {
                if tag != .vbn { hangNames(before: root, in: sentence, &analysis) }
                continue
            }
            analysis.words.relations[name] = .nsubj
            if tag == .vbn { analysis.words.xpos[root] = PennTag.vbd.rawValue }
        }
    }

    /// The name that is called on before a finite verb without a subject, "Oria, which had sent observers, did not
    /// sign": only in commands is anybody called on there.
    private static func addressed(by verb: Int, in sentence: Analysis.Sentence, _ analysis: Analysis) -> Int? {
        var name: Int?
        var isFinite = analysis.pennTag(verb) == .vbd || analysis.pennTag(verb) == .vbz
        for word in sentence.words where Int(analysis.words.heads[word]) == verb {
            switch analysis.words.relations[word] {
            case .nsubj, .nsubjPass, .nsubjOuter, .csubj, .csubjPass, .csubjOuter, .expl: return nil
            case .vocative where word < verb && analysis.words.upos[word] == .propn:
                guard name == nil else { return nil }
                name = word
            case .aux, .auxPass, .cop:
                let tag = analysis.pennTag(word)
                if tag == .vbd || tag == .vbz || tag == .md { isFinite = true }
            default: break
            }
        }
        return isFinite ? name : nil
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

    /// Takes names joined by commas and "and" right before a finite verb, with a comma or nothing before them,
    /// for its subjects, where the parser hung them on what stands before: "in 2021, Oria, Belmar and Sund agreed".
    private static func hangNames(before verb: Int, in sentence: Analysis.Sentence, _ analysis: inout Analysis) {
        let first = Int(sentence.firstWord)
        var start = verb
        var isJoined = false
        while start > first {
            let before = start - 1
            if analysis.words.upos[before] == .propn {
                start = before
            } else if start < verb, analysis.words.upos[start] == .propn,
                analysis.words.upos[before] == .cconj || analysis.pennTag(before) == .comma, before > first,
                analysis.words.upos[before - 1] == .propn
                    || analysis.words.upos[before] == .cconj && analysis.pennTag(before - 1) == .comma
            {
                isJoined = isJoined || analysis.words.upos[before] == .cconj
                start = before
            } else {
                break
            }
        }
        guard isJoined, start == first || analysis.pennTag(start - 1) == .comma else { return }
        let names = (start..<verb).filter { word in
            let head = Int(analysis.words.heads[word])
            let isPart = head >= start && head < verb && analysis.words.relations[word] != .conj
            return analysis.words.upos[word] == .propn && !isPart
        }
        guard let lead = names.first, names.count > 1, names.allSatisfy({ !analysis.hangs(verb, on: $0) }) else {
            return
        }
        analysis.words.heads[lead] = Int32(verb)
        analysis.words.relations[lead] = .nsubj
        for name in names.dropFirst() {
            analysis.words.heads[name] = Int32(lead)
            analysis.words.relations[name] = .conj
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
