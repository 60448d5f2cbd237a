import Linguistics
import Records

extension FrameBuilder {
    /// Tells of every frame whether it happened, goes on, is planned, possible or denied, and whose will it
    /// is. What it is is the reader's of factuality, so that all statements stand by one reading.
    mutating func readOutlooks() {
        for index in frames.indices { readOwnWords(of: index) }
        var order = Array(frames.indices)
        let depths = order.map(depth(of:))
        order.sort { (depths[$0], $0) < (depths[$1], $1) }
        for index in order { inheritOutlook(index) }
        for index in frames.indices { readModality(of: index) }
    }

    /// Reads auxiliaries, conditions and tense at the predicate itself.
    private mutating func readOwnWords(of index: Int) {
        let word = frames[index].word
        var goesOn = frames[index].kind == .copular && !isPast(index)
        for child in tree.children(of: word) {
            let child = Int(child)
            switch analysis.words.relations[child] {
            case .aux:
                if let cue = factuality.lexicon.cue(.auxiliary, words.lemmas[child])
                    ?? factuality.lexicon.cue(.auxiliary, words.forms[child])
                {
                    frames[index].volitional = cue.will == .yes
                    frames[index].obliged = cue.will == .duty
                }
                if analysis.pennTag(word) == .vbg { goesOn = true }
            case .mark: if opensCondition(child) { frames[index].conditional = true }
            case .advcl, .advclRelcl:
                for grandchild in tree.children(of: child)
                where analysis.words.relations[Int(grandchild)] == .mark && opensCondition(Int(grandchild)) {
                    frames[index].conditional = true
                }
            default: break
            }
        }
        frames[index].modality = goesOn ? .ongoing : .happened
        if analysis.words.relations[word] == .conj { shareAuxiliary(index) }
    }

    /// A second verb under one auxiliary ("will meet and sign") is as willed as the first one.
    private mutating func shareAuxiliary(_ index: Int) {
        let head = Int(analysis.words.heads[frames[index].word])
        guard head >= 0, clauseOfWord[head] >= 0, frames[index].kind != .noun else { return }
        let tag = analysis.pennTag(frames[index].word)
        guard tag == .vb || tag == analysis.pennTag(head),
            !tree.children(of: frames[index].word).contains(where: { analysis.words.relations[Int($0)] == .aux })
        else { return }
        let first = frames[Int(clauseOfWord[head])]
        frames[index].volitional = first.volitional
        frames[index].obliged = first.obliged
    }

    private func isPast(_ index: Int) -> Bool {
        tree.children(of: frames[index].word).contains {
            analysis.words.relations[Int($0)] == .cop && analysis.pennTag(Int($0)) == .vbd
        }
    }

    private func depth(of index: Int) -> Int {
        var depth = 0
        var node = index
        while frames[node].governor >= 0, depth < 32 {
            node = frames[node].governor
            depth += 1
        }
        return depth
    }

    /// Takes over from the frame above who reports and whose will it is.
    private mutating func inheritOutlook(_ index: Int) {
        let frame = frames[index]
        guard frame.governor >= 0 else { return }
        let governor = frames[frame.governor]
        let relation = analysis.words.relations[frame.word]
        guard isComplement(frame, of: governor) else { return }
        let lemma = words.lemmas[governor.word]
        if vocabulary.classes(of: lemma).meets(lexicon.report), relation == .ccomp || relation == .parataxis {
            frames[index].report = frame.governor
        } else if governor.report >= 0 {
            frames[index].report = governor.report
        }
        if let cue = willCue(of: governor, over: frame) {
            if cue.will == .yes, relation != .ccomp || frame.kind != .finite { frames[index].volitional = true }
        } else if relation == .xcomp || frame.kind == .noun && vocabulary.classes(of: lemma).meets(lexicon.light) {
            frames[index].volitional = frame.volitional || governor.volitional
        }
    }

    private func willCue(of governor: PredicateFrame, over frame: PredicateFrame) -> FactualityLexicon.Cue? {
        let lemma = words.lemmas[governor.word]
        if frame.kind == .infinitive, let cue = factuality.lexicon.pair(lemma, factuality.lexicon.to) { return cue }
        return factuality.lexicon.cue(.governor, lemma)
            ?? factuality.lexicon.cue(.governor, words.forms[governor.word])
    }

    /// Whether a frame is what the frame above speaks of, and not when, why or beside what it is.
    private func isComplement(_ frame: PredicateFrame, of governor: PredicateFrame) -> Bool {
        switch analysis.words.relations[frame.word] {
        case .xcomp, .ccomp: true
        case .acl: governor.kind == .noun
        case .advcl: governor.arguments.contains { $0.word == frame.word && $0.role == .oblique && $0.clause }
        case .obj, .obl, .nmod, .nsubjPass, .conj: frame.kind == .noun
        default: false
        }
    }

    /// A frame's modality and polarity by the reading of factuality. What hangs on a condition is as willed
    /// as its own words tell, and only possible within the condition itself.
    private mutating func readModality(of index: Int) {
        let state = factuality.state(ofWord: frames[index].word)
        frames[index].negated = state.negated
        switch state.status {
        case .fact, .reported: if state.negated { frames[index].modality = .denied }
        case .planned, .predicted: frames[index].modality = .planned
        case .conditional where !isCondition(index): if frames[index].volitional { frames[index].modality = .planned }
        case .conditional, .possible: frames[index].modality = .possible
        }
    }

    private func isCondition(_ index: Int) -> Bool {
        // "if it does not endorse and support": the conjunction opens both.
        tree.children(of: head(ofCoordination: frames[index].word)).contains {
            analysis.words.relations[Int($0)] == .mark && opensCondition(Int($0))
        }
    }

    private func opensCondition(_ word: Int) -> Bool {
        vocabulary.classes(of: words.lemmas[word]).meets(lexicon.condition)
    }
}
