import Linguistics
import Records

/// Builds the predicate frames of an analysis: one for every finite, infinitive and participle
/// clause, every copular clause and every noun that names an act.
///
/// Passives are normalised (the agent is the subject), subjects are handed on through control,
/// coordination, relative and adverbial clauses, and every frame is told apart as happened, ongoing,
/// planned, possible or denied.
struct FrameBuilder {
    let analysis: Analysis
    let tree: DependencyTree
    let words: RuleWords
    let vocabulary: RuleVocabulary
    let lexicon: ClauseLexicon
    let factuality: FactualityReader
    var frames: [PredicateFrame] = []
    /// The verbal or copular frame of a word, or -1.
    var clauseOfWord: [Int32]
    /// The noun frame of a word, or -1.
    var nounOfWord: [Int32]

    init(
        analysis: Analysis, tree: DependencyTree, words: RuleWords, vocabulary: RuleVocabulary,
        lexicon: ClauseLexicon, factuality: FactualityReader
    ) {
        self.analysis = analysis
        self.tree = tree
        self.words = words
        self.vocabulary = vocabulary
        self.lexicon = lexicon
        self.factuality = factuality
        clauseOfWord = Array(repeating: -1, count: analysis.words.count)
        nounOfWord = clauseOfWord
    }

    /// Builds all frames, in the order of their words. O(words).
    mutating func build() {
        for (index, sentence) in analysis.sentences.enumerated() {
            for word in sentence.words { open(word, sentence: index) }
        }
        for frame in frames.indices { collectArguments(of: frame) }
        for frame in frames.indices { govern(frame) }
        inheritArguments()
        readOutlooks()
    }

    // MARK: which words are predicates

    private mutating func open(_ word: Int, sentence: Int) {
        let relation = analysis.words.relations[word]
        var kind: PredicateFrame.Kind?
        var passive = false
        var passiveSubject = false
        var auxiliaries = 0
        var isModifier = false
        let tag = analysis.words.upos[word]
        for child in tree.children(of: word) {
            switch analysis.words.relations[Int(child)] {
            // "is due to repay", read as one conjunction, is no copula's clause.
            case .cop where analysis.pennTag(word) != .vb: kind = .copular
            case .auxPass: passive = true
            case .nsubjPass: passiveSubject = true
            // "Smith's widely criticised speech": a possessor is no subject.
            case .nsubj where isPossessor(Int(child)) && analysis.pennTag(word) == .vbn: isModifier = true
            case .aux: auxiliaries += 1
            default: break
            }
        }
        // "has refused" is active, whatever its subject was called.
        if passiveSubject, auxiliaries == 0, analysis.pennTag(word) == .vbn { passive = true }
        if kind == nil, !isModifier || auxiliaries > 0 {
            switch tag {
            case .verb where relation == .acl && isMistakenClause(word, sentence: sentence): kind = .finite
            case .verb where Self.isPredicate(relation) && relation != .nmodPoss:
                kind = verbKind(word, passive: &passive)
            case .verb where relation == .amod || relation == .compound || relation == .nmodPoss:
                if isMistakenModifier(word, sentence: sentence) { kind = .finite }
            case .adj where relation == .root || relation == .conj || relation == .ccomp || relation == .parataxis:
                if tree.children(of: word).contains(where: { analysis.words.relations[Int($0)] == .nsubj }) {
                    kind = .copular
                }
            case .adj where relation == .xcomp || relation == .advcl || relation == .acl:
                if tree.children(of: word).contains(where: { analysis.words.relations[Int($0)] == .xcomp }) {
                    kind = .copular
                }
            default: break
            }
        }
        if kind == .finite, relation == .conj, isPassiveConjunct(word, auxiliaries: auxiliaries) { passive = true }
        if let kind {
            var frame = PredicateFrame(word: word, kind: kind, sentence: sentence)
            frame.passive = passive && kind != .copular
            clauseOfWord[word] = Int32(frames.count)
            frames.append(frame)
        }
        if tag == .noun || (tag == .propn && kind == nil), lexicon.actNoun(words.lemmas[word]) != nil,
            relation != .flat, relation != .compound || tag == .noun && hasActorBefore(word)
        {
            nounOfWord[word] = Int32(frames.count)
            frames.append(PredicateFrame(word: word, kind: .noun, sentence: sentence))
        }
    }

    /// Whether a noun has the mark of a possessor.
    private func isPossessor(_ noun: Int) -> Bool {
        tree.children(of: noun).contains {
            analysis.words.relations[Int($0)] == .case && analysis.pennTag(Int($0)) == .pos
        }
    }

    /// Whether a participle shares the auxiliary of a passive before it: "was shot and killed".
    private func isPassiveConjunct(_ word: Int, auxiliaries: Int) -> Bool {
        var head = Int(analysis.words.heads[word])
        if head >= 0, head < word, analysis.words.relations[head] == .oblAgent {
            head = Int(analysis.words.heads[head])
        }
        guard auxiliaries == 0, analysis.pennTag(word) == .vbn, head >= 0, head < word, clauseOfWord[head] >= 0 else {
            return false
        }
        return frames[Int(clauseOfWord[head])].passive
            && !tree.children(of: word).contains {
                switch analysis.words.relations[Int($0)] {
                case .obj, .nsubj, .ccomp: true
                default: false
                }
            }
    }

    /// Whether a past form that the parser took for a modifier is the verb of its sentence: it stands
    /// behind a noun, and the sentence has no finite verb besides.
    private func isMistakenModifier(_ word: Int, sentence: Int) -> Bool {
        let range = analysis.sentences[sentence].words
        guard word > range.lowerBound,
            analysis.words.upos[word - 1] == .noun || analysis.words.upos[word - 1] == .propn,
            analysis.pennTag(word) == .vbd || analysis.pennTag(word) == .vbn,
            Int(analysis.words.heads[word]) > word
        else { return false }
        return !hasFiniteVerb(range, besides: word)
    }

    /// Whether a past form that hangs on a noun which heads the sentence is in truth its verb: the
    /// sentence has no other, and the form takes an object or a clause as an active verb does.
    private func isMistakenClause(_ word: Int, sentence: Int) -> Bool {
        let head = Int(analysis.words.heads[word])
        guard head >= 0, head < word, analysis.words.heads[head] < 0 else { return false }
        let tag = analysis.pennTag(word)
        guard tag == .vbd || tag == .vbn && takesObject(word) else { return false }
        return !hasFiniteVerb(analysis.sentences[sentence].words, besides: word)
    }

    private func takesObject(_ word: Int) -> Bool {
        tree.children(of: word).contains {
            switch analysis.words.relations[Int($0)] {
            case .obj, .ccomp, .xcomp: true
            case .obl: isBareObject(Int($0), of: word)
            default: false
            }
        }
    }

    private func hasFiniteVerb(_ range: Range<Int>, besides word: Int) -> Bool {
        range.contains {
            guard $0 != word else { return false }
            switch analysis.pennTag($0) {
            case .vbz, .vbp, .md: return true
            case .vbd: return analysis.words.relations[$0] == .root
            default: return false
            }
        }
    }

    /// Whether a dependent is a bare noun behind a verb that has no object yet, whatever it was called.
    private func isBareObject(_ child: Int, of word: Int) -> Bool {
        let tag = analysis.words.upos[child]
        guard child > word, tag == .noun || tag == .propn || tag == .pron else { return false }
        return !tree.children(of: child).contains {
            switch analysis.words.relations[Int($0)] {
            case .cop, .nsubj, .nsubjPass, .case, .mark, .expl: true
            default: false
            }
        }
    }

    /// Whether a noun used before another noun is an act of its own, told by a possessive of its own.
    private func hasActorBefore(_ word: Int) -> Bool {
        tree.children(of: word).contains { analysis.words.relations[Int($0)] == .nmodPoss }
    }

    private static func isPredicate(_ relation: Relation) -> Bool {
        switch relation {
        case .amod, .compound, .case, .mark, .cc, .aux, .auxPass, .cop, .fixed, .flat, .punct, .compoundPrt, .advmod,
            .det, .discourse:
            false
        default: true
        }
    }

    private func verbKind(_ word: Int, passive: inout Bool) -> PredicateFrame.Kind {
        let tag = analysis.pennTag(word)
        let relation = analysis.words.relations[word]
        var finiteAuxiliary = false
        var infinitive = false
        for child in tree.children(of: word) {
            switch analysis.words.relations[Int(child)] {
            case .aux, .auxPass:
                let auxiliary = analysis.pennTag(Int(child))
                if auxiliary != .vbg && auxiliary != .vb { finiteAuxiliary = true }
            case .mark where analysis.words.upos[Int(child)] == .part: infinitive = true
            default: break
            }
        }
        if infinitive { return .infinitive }
        if finiteAuxiliary { return .finite }
        switch tag {
        case .vbn:
            if relation == .acl || relation == .advcl || relation == .xcomp || relation == .amod {
                passive = true
                return .participle
            }
            if relation == .conj, sharesPassive(word) { passive = true }
            return .finite
        case .vbg: return .participle
        case .vb: return relation == .root || relation == .conj || relation == .parataxis ? .finite : .infinitive
        default: return .finite
        }
    }

    /// "was supported by Arland and opposed by Vell": the second participle shares the first one's auxiliary.
    private func sharesPassive(_ word: Int) -> Bool {
        var first = Int(analysis.words.heads[word])
        if first >= 0, analysis.words.relations[first] == .oblAgent { first = Int(analysis.words.heads[first]) }
        guard first >= 0, analysis.pennTag(first) == .vbn else { return false }
        let isPassive = tree.children(of: first).contains { analysis.words.relations[Int($0)] == .auxPass }
        return isPassive
            && !tree.children(of: word).contains {
                switch analysis.words.relations[Int($0)] {
                case .obj, .nsubj, .aux, .ccomp: true
                default: false
                }
            }
    }

    // MARK: arguments that hang on the predicate itself

    private mutating func collectArguments(of index: Int) {
        let word = frames[index].word
        let kind = frames[index].kind
        let passive = frames[index].passive
        var arguments: [PredicateFrame.Argument] = []
        for child in tree.children(of: word) {
            let child = Int(child)
            let relation = analysis.words.relations[child]
            switch relation {
            case .nsubj, .nsubjOuter, .csubj, .csubjOuter, .nsubjPass, .csubjPass:
                guard kind != .noun else { break }
                let clause = relation == .csubj || relation == .csubjPass || relation == .csubjOuter
                // "Should the truce collapse, Arland would withdraw": of two the one behind the comma is the verb's.
                if let first = arguments.firstIndex(where: { $0.word < child && $0.role != .oblique }), child < word,
                    !clause, isComma(child - 1) || isComma(tree.phrase(of: child).lowerBound - 1)
                {
                    arguments.remove(at: first)
                }
                arguments.append(.init(role: passive ? .object : .subject, word: child, clause: clause))
            case .obj where kind != .noun:
                arguments.append(.init(role: .object, word: child))
            case .iobj where kind != .noun:
                arguments.append(.init(role: .recipient, word: child))
            case .ccomp, .xcomp:
                guard kind != .noun else { break }
                if kind != .copular, !passive, isBareObject(child, of: word) {
                    arguments.append(.init(role: .object, word: child))
                    break
                }
                arguments.append(.init(role: .complement, word: child, clause: true))
            case .obl, .oblAgent, .oblUnmarked:
                guard kind != .noun else { break }
                if relation == .obl, kind != .copular, !passive, isBareObject(child, of: word) {
                    arguments.append(.init(role: .object, word: child))
                    break
                }
                addOblique(child, passive: passive, to: &arguments)
            case .nmod, .nmodDesc:
                guard kind == .noun || kind == .copular else { break }
                if kind == .noun {
                    addModifier(child, of: word, to: &arguments)
                } else {
                    addOblique(child, passive: false, to: &arguments)
                }
            case .nmodPoss where kind == .noun:
                arguments.append(.init(role: .subject, word: child))
            case .advcl where kind != .noun:
                if let mark = preposition(of: child, relation: .mark) {
                    arguments.append(.init(role: .oblique, word: child, preposition: mark, clause: true))
                }
            case .acl where kind == .noun:
                if analysis.pennTag(child) == .vb {
                    arguments.append(.init(role: .complement, word: child, clause: true))
                } else if let mark = preposition(of: child, relation: .mark) {
                    arguments.append(.init(role: .oblique, word: child, preposition: mark, clause: true))
                }
            case .compoundPrt:
                // "over 200,000" is no particle but a bound.
                if child + 1 >= analysis.words.count || analysis.words.upos[child + 1] != .num {
                    frames[index].particle = child
                }
            default: break
            }
        }
        let relation = analysis.words.relations[word]
        if kind == .finite, relation == .amod || relation == .compound || relation == .nmodPoss {
            if !arguments.contains(where: { $0.role == .subject }) {
                arguments.append(.init(role: .subject, word: word - 1))
            }
            arguments.append(.init(role: .object, word: Int(analysis.words.heads[word])))
        }
        if kind == .copular, analysis.words.upos[word] != .adj {
            arguments.append(.init(role: .complement, word: word))
        }
        frames[index].arguments = arguments
    }

    private func isComma(_ word: Int) -> Bool { word >= 0 && analysis.pennTag(word) == .comma }

    /// The preposition or conjunction that brings a dependent in, if it is one of the lexicon's.
    func preposition(of word: Int, relation: Relation = .case) -> Int? {
        for child in tree.children(of: word) where analysis.words.relations[Int(child)] == relation {
            if relation == .case { return Int(child) }
            if vocabulary.classes(of: words.lemmas[Int(child)]).meets(lexicon.controlPreposition) { return Int(child) }
        }
        return nil
    }

    private func addOblique(_ child: Int, passive: Bool, to arguments: inout [PredicateFrame.Argument]) {
        let preposition = preposition(of: child) ?? -1
        // "found abuses by the army": an active verb that has its subject has no agent besides.
        let isAgent =
            passive && preposition >= 0 && words.lemmas[preposition] == lexicon.by
            || analysis.words.relations[child] == .oblAgent && (passive || !arguments.contains { $0.role == .subject })
        arguments.append(
            isAgent
                ? .init(role: .subject, word: child)
                : .init(role: .oblique, word: child, preposition: preposition))
    }

    private func addModifier(_ child: Int, of word: Int, to arguments: inout [PredicateFrame.Argument]) {
        guard let preposition = preposition(of: child) else { return }
        switch words.lemmas[preposition] {
        case lexicon.by: arguments.append(.init(role: .subject, word: child))
        case lexicon.of:
            let takesObject = lexicon.actNoun(words.lemmas[word])?.ofObject ?? true
            arguments.append(.init(role: takesObject ? .object : .subject, word: child))
        default: arguments.append(.init(role: .oblique, word: child, preposition: preposition))
        }
    }
}
