import Linguistics
import Records

extension FrameBuilder {
    /// Reads negation, tense and auxiliaries at the predicate itself.
    mutating func readPolarity(of index: Int) {
        let word = frames[index].word
        var modality: Modality?
        var progressive = false
        for child in tree.children(of: word) {
            let child = Int(child)
            let relation = analysis.words.relations[child]
            let lemma = words.lemmas[child]
            let classes = vocabulary.classes(of: lemma)
            switch relation {
            case .advmod, .det, .ccPreconj, .cc:
                if classes.meets(lexicon.negator), relation != .det || frames[index].kind == .noun {
                    frames[index].negated.toggle()
                }
                if let cue = lexicon.cue(.modifier, lemma) { modality = cue.modality }
            case .amod:
                if let cue = lexicon.cue(.modifier, lemma) ?? lexicon.cue(.modifier, words.forms[child]),
                    frames[index].kind == .noun
                {
                    modality = cue.modality
                }
            case .aux:
                if let cue = lexicon.cue(.auxiliary, lemma) ?? lexicon.cue(.auxiliary, words.forms[child]) {
                    modality = cue.modality
                    frames[index].volitional = cue.volitional
                    frames[index].obliged = cue.obliging
                }
                if analysis.pennTag(word) == .vbg { progressive = true }
            case .mark:
                if let cue = lexicon.cue(.marker, lemma) {
                    modality = cue.modality
                    frames[index].conditional = true
                }
            case .advcl, .advclRelcl:
                for grandchild in tree.children(of: child) where analysis.words.relations[Int(grandchild)] == .mark {
                    if lexicon.cue(.marker, words.lemmas[Int(grandchild)]) != nil { frames[index].conditional = true }
                }
            default: break
            }
        }
        for argument in frames[index].arguments where !argument.clause && !argument.inherited {
            guard argument.role == .subject || argument.role == .object else { continue }
            if isNegative(argument.word) { frames[index].negated.toggle() }
        }
        if frames[index].kind == .participle,
            preposition(of: word, relation: .mark).map({ analysis.form($0) }) == "without"
        {
            frames[index].negated = true
        }
        if analysis.words.relations[word] == .conj { inheritFromConjunct(index, &modality) }
        if let modality {
            frames[index].modality = modality
        } else if progressive || frames[index].kind == .copular && !isPast(index) {
            frames[index].modality = .ongoing
        } else if frames[index].kind == .infinitive, !frames[index].factual,
            analysis.words.relations[word] == .root
                || analysis.words.relations[word] == .advcl || analysis.words.relations[word] == .acl
        {
            frames[index].modality = .planned
        }
    }

    /// A second verb under one auxiliary ("will meet and sign") stands as the first one does.
    private mutating func inheritFromConjunct(_ index: Int, _ modality: inout Modality?) {
        let head = Int(analysis.words.heads[frames[index].word])
        guard head >= 0, clauseOfWord[head] >= 0, frames[index].kind != .noun else { return }
        let first = frames[Int(clauseOfWord[head])]
        let bare = analysis.pennTag(frames[index].word) == .vb
        let sameParticiple = analysis.pennTag(frames[index].word) == analysis.pennTag(head)
        guard bare || sameParticiple, modality == nil,
            !tree.children(of: frames[index].word).contains(where: { analysis.words.relations[Int($0)] == .aux })
        else { return }
        modality = first.modality == .happened ? nil : first.modality
        frames[index].volitional = first.volitional
        frames[index].obliged = first.obliged
        if bare, first.negated { frames[index].negated = true }
    }

    /// Whether a noun phrase says that there is none ("no government", "none of the five").
    func isNegative(_ word: Int) -> Bool {
        if vocabulary.classes(of: words.lemmas[word]).meets(lexicon.negator) { return true }
        return tree.children(of: word).contains {
            analysis.words.relations[Int($0)] == .det
                && vocabulary.classes(of: words.lemmas[Int($0)]).meets(lexicon.negativeDeterminer)
        }
    }

    private func isPast(_ index: Int) -> Bool {
        tree.children(of: frames[index].word).contains {
            analysis.words.relations[Int($0)] == .cop && analysis.pennTag(Int($0)) == .vbd
        }
    }

    /// Lets cues that govern a frame speak for it, outer frames first.
    mutating func readModalities() {
        var order = Array(frames.indices)
        order.sort { (depth(of: $0), $0) < (depth(of: $1), $1) }
        for index in order { govern(modalityOf: index) }
        for index in frames.indices where frames[index].negated {
            if frames[index].modality == .happened || frames[index].modality == .ongoing {
                frames[index].modality = .denied
            }
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

    private mutating func govern(modalityOf index: Int) {
        let frame = frames[index]
        guard frame.governor >= 0 else { return }
        let governor = frames[frame.governor]
        let word = frame.word
        let relation = analysis.words.relations[word]
        let isComplement: Bool
        switch relation {
        case .xcomp: isComplement = true
        case .ccomp: isComplement = true
        case .acl: isComplement = governor.kind == .noun
        case .advcl:
            isComplement = governor.arguments.contains { $0.word == word && $0.role == .oblique && $0.clause }
        case .obj, .obl, .nmod, .nsubjPass, .conj, .nsubj:
            isComplement = frame.kind == .noun && relation != .nsubj
        default: isComplement = false
        }
        if relation == .aclRelcl || relation == .advcl && !isComplement { return }
        let lemma = words.lemmas[governor.word]
        if vocabulary.classes(of: lemma).meets(lexicon.report), relation == .ccomp || relation == .parataxis {
            frames[index].report = frame.governor
        } else if governor.report >= 0, isComplement {
            frames[index].report = governor.report
        }
        guard isComplement else {
            if frame.kind == .noun, relation == .nsubj || relation == .nsubjPass, governor.modality != .happened,
                governor.kind != .noun, vocabulary.classes(of: lemma).meets(lexicon.occur) || governor.passive
            {
                frames[index].modality = governor.modality
            }
            return
        }
        if let cue = lexicon.cue(.governor, lemma) {
            guard relation != .ccomp || frame.kind != .finite || cue.modality != .planned else {
                if frame.modality == .happened {
                    frames[index].modality = governor.modality == .happened ? .happened : governor.modality
                }
                return
            }
            let base = cue.modality ?? governor.modality
            frames[index].volitional = frames[index].volitional || cue.volitional
            if base == .denied {
                if governor.negated {
                    frames[index].modality = .happened
                } else {
                    frames[index].modality = .denied
                    frames[index].negated = true
                }
            } else if frame.modality == .happened || frame.modality == .ongoing || base == .possible
                || frame.kind == .infinitive && frame.modality == .planned
            {
                frames[index].modality = base
                if governor.negated { frames[index].negated = true }
            }
        } else if relation == .xcomp || frame.kind == .noun && vocabulary.classes(of: lemma).meets(lexicon.light) {
            if governor.modality != .happened { frames[index].modality = governor.modality }
            if governor.negated { frames[index].negated = true }
            frames[index].volitional = frames[index].volitional || governor.volitional
        } else if frame.kind == .noun, governor.modality == .planned || governor.modality == .possible {
            frames[index].modality = governor.modality
        }
    }
}
