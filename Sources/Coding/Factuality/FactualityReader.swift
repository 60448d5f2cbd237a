internal import Linguistics
internal import Records
internal import Text

/// Reads off the syntax how any word's statement stands to the facts, and who says so.
///
/// A predicate starts as a fact. Its own auxiliaries, negators, adverbs and conjunctions change that;
/// then, one after another, the verbs, nouns and adjectives that it is a complement of. Negation turns
/// polarity where it stands, so that "did not fail to sign" comes out as signed. Who says so comes from
/// the frames of reporting that hold the word.
struct FactualityReader {
    let graph: ClauseGraph
    let lexicon: FactualityLexicon
    let words: RuleWords
    let reported: ReportedWords
    private let conditions: ConditionReader
    private let known: KnownStates
    var analysis: Analysis { graph.analysis }

    /// The states that were read already, so that each word is read once however often it is asked about.
    private final class KnownStates {
        var states: [FactualityState?]
        init(count: Int) { states = Array(repeating: nil, count: count) }
    }

    init(_ graph: ClauseGraph, words: RuleWords, lexicon: FactualityLexicon, reported: ReportedWords) {
        self.graph = graph
        self.words = words
        self.lexicon = lexicon
        self.reported = reported
        conditions = ConditionReader(graph: graph, words: words, lexicon: lexicon)
        known = KnownStates(count: graph.analysis.words.count)
    }

    /// How the statement that a word carries, or takes part in, stands. O(depth).
    func factuality(ofWord word: Int) -> Factuality {
        let state = state(ofWord: word)
        var sources: [Factuality.Source] = []
        var frame = reported.frame(ofWord: word)
        while let found = frame {
            if tells(found) {
                sources.insert(
                    Factuality.Source(
                        actor: found.actor,
                        surface: found.source.map { analysis.text[analysis.span(ofWords: $0)] },
                        attitude: found.cueClass), at: 0)
            }
            frame = found.outer.map { reported.frames[$0] }
        }
        return state.record(sources)
    }

    /// Whether a frame puts words into a mouth or a thought into a head, rather than a wish.
    private func tells(_ frame: ReportingFrame) -> Bool {
        // "no one denied", "did not say": nobody has said it.
        if frame.negated { return false }
        if let source = frame.source, source.isEmpty { return false }
        if frame.source == nil { return false }
        if let head = frame.contentHead, head < analysis.words.count,
            graph.children(of: head, .mark).contains(where: { analysis.pennTag($0) == .to })
        {
            // "hopes to join": the source of the wish is the one who would do it.
            return false
        }
        if frame.cueClass == .knowledge, !frame.cue.isEmpty,
            let cue = lexicon.cue(.governor, words.lemmas[frame.cue.lowerBound]), cue.effect == .fact,
            cue.negated == .fact
        {
            // "did not know that the ships had sailed": the outlet itself says that they had.
            return false
        }
        if let head = frame.sourceHead {
            if isNegator(head) || graph.children(of: head, .det).contains(where: isNegator) { return false }
        }
        switch frame.cueClass {
        case .speech, .denial, .belief, .knowledge, .prediction, .question: return frame.form != .object
        case .judgement, .intention, .demand, .feeling: return false
        }
    }

    // MARK: The walk

    /// The status and polarity of the statement that a word carries, whoever makes it.
    func state(ofWord word: Int) -> FactualityState { state(of: word, depth: 0) }

    private func state(of word: Int, depth: Int) -> FactualityState {
        guard depth < 24 else { return FactualityState() }
        if let found = known.states[word] { return found }
        let found = read(word, depth: depth)
        known.states[word] = found
        return found
    }

    private func read(_ word: Int, depth: Int) -> FactualityState {
        var state = own(word)
        guard let head = graph.head(of: word) else {
            return conditions.isQuestion(word) ? state.weaker(.possible) : state
        }
        let relation = graph.relation(of: word)
        switch relation {
        case .xcomp, .ccomp, .csubj, .csubjPass, .csubjOuter, .acl, .advcl, .oblAgent, .obj, .obl, .nmod, .nsubjPass,
            .nsubj, .iobj, .compound, .nmodPoss, .oblUnmarked:
            return governed(state, word, head, relation, depth)
        case .conj:
            return conjoined(state, word, head, depth)
        case .aclRelcl where conditions.isContentClause(word, of: head):
            return governed(state, word, head, .acl, depth)
        case .aclRelcl, .advclRelcl:
            return state
        case .parataxis, .appos, .dep, .list, .root:
            return state
        case .advmod where analysis.words.upos[word] == .verb && conditions.isInverted(word):
            return state
        default:
            // A modifier stands as what it modifies does.
            state = self.state(of: head, depth: depth + 1)
            return state
        }
    }

    private func isPredicate(_ word: Int) -> Bool { graph.isPredicate(word) }

    /// What the words directly at a predicate or noun say of it.
    private func own(_ word: Int) -> FactualityState {
        var state = FactualityState()
        let process = isProcess(word)
        var auxiliary: FactualityLexicon.Cue?
        var isPerfect = false
        for child in graph.children(of: word) {
            let child = Int(child)
            let lemma = words.lemmas[child]
            switch graph.relation(of: child) {
            case .aux:
                if let cue = lexicon.cue(.auxiliary, lemma) ?? lexicon.cue(.auxiliary, words.forms[child]) {
                    auxiliary = cue
                } else if lemma == lexicon.have {
                    isPerfect = true
                }
            case .advmod, .amod, .det, .cc, .ccPreconj, .compound:
                // "no plans": the predicate that a subject or object belongs to counts its "no"; "vowed
                // never to resign": the infinitive does.
                if isNegator(child), !conditions.isNotOnly(child), !deniesInfinitive(child, of: word),
                    graph.relation(of: child) != .det || !isArgument(word)
                {
                    state.negated.toggle()
                }
                // "no longer", "not yet"; "not surprisingly" denies nothing but its adverb.
                if lexicon.cue(.phase, words.forms[child]) != nil,
                    graph.children(of: child, .advmod, .det).contains(where: isNegator)
                {
                    state.negated.toggle()
                }
                if let cue = lexicon.cue(.modifier, words.forms[child]) ?? lexicon.cue(.modifier, lemma) {
                    state = state.applying(cue.effect, isProcess: process)
                }
            case .mark, .case:
                if let rest = graph.child(of: child, .fixed),
                    let cue = lexicon.pair(lemma, words.forms[rest])
                {
                    // "is due to arrive", read as one conjunction.
                    auxiliary = cue
                }
                if analysis.pennTag(child) == .to, child > 0, isNegator(child - 1), graph.head(of: child - 1) != word {
                    state.negated.toggle()
                }
                if analysis.pennTag(child) == .to, stands(word) { auxiliary = lexicon.pair(lexicon.be, lexicon.to) }
                if let cue = lexicon.cue(.marker, lemma) {
                    state = state.applying(cue.effect, isProcess: process)
                }
            case .obj, .nsubj, .nsubjPass, .iobj:
                if isNegator(child)
                    || graph.children(of: child, .det, .ccPreconj).contains(where: {
                        isNegator($0) && !conditions.isNotOnly($0)
                    })
                {
                    state.negated.toggle()
                }
            default: break
            }
        }
        let isInverted = conditions.isInverted(word)
        if let auxiliary, !isInverted {
            let negative = state.negated
            var effect = auxiliary.effect
            // What will have been is foretold, whoever does it.
            if effect == .future, isPerfect { effect = .predicted }
            if effect == .conditional, !isPerfect, conditions.isFutureInPast(word, reported) { effect = .future }
            if negative, auxiliary.negated == .denied, !isPerfect {
                // "could not agree": it did not happen.
                return state
            }
            state = state.applying(effect, isProcess: process)
        }
        if isInverted || conditions.hasCondition(word) && !isPast(word) {
            state = state.weaker(.conditional)
        }
        if isSubjunctive(word) { state = state.weaker(.possible) }
        return state
    }

    /// "demanded that the troops leave": a bare form with a subject of its own tells what is wanted.
    private func isSubjunctive(_ word: Int) -> Bool {
        guard graph.relation(of: word) == .ccomp, analysis.pennTag(word) == .vb,
            graph.child(of: word, .nsubj, .nsubjPass) != nil, let mark = graph.child(of: word, .mark),
            words.lemmas[mark] == lexicon.that
        else { return false }
        return graph.child(of: word, .aux) == nil
    }

    /// Whether a "not" or "never" behind a verb stands before the infinitive of its complement.
    private func deniesInfinitive(_ negator: Int, of word: Int) -> Bool {
        negator > word && negator + 1 < analysis.words.count && analysis.pennTag(negator + 1) == .to
            && graph.head(of: negator + 1) != word
    }

    /// Whether a predicate tells of the past by its own form: no condition makes it less than told. "Iran
    /// threatened to strike unless …" holds its condition for the strike alone.
    private func isPast(_ word: Int) -> Bool {
        switch analysis.pennTag(word) {
        case .vbd: return graph.child(of: word, .aux).map { lexicon.cue(.auxiliary, words.lemmas[$0]) == nil } ?? true
        case .vbn:
            return graph.children(of: word, .aux).contains { words.lemmas[$0] == lexicon.have }
                && !graph.children(of: word, .aux).contains { lexicon.cue(.auxiliary, words.lemmas[$0]) != nil }
        default: return false
        }
    }

    /// A predicate or noun under the word that it is a complement of.
    private func governed(
        _ state: FactualityState, _ word: Int, _ head: Int, _ relation: Relation, _ depth: Int
    ) -> FactualityState {
        let verbal = isPredicate(word) && relation != .obj && relation != .nmod
        if let (noun, cue) = plan(before: word, under: head) {
            // "announced plans to cut tariffs": the noun governs, wherever the parse hangs the infinitive.
            return state.governed(
                by: cue, standing: self.state(of: noun, depth: depth + 1), isProcess: isProcess(word))
        }
        let cue = governor(head, of: word)
        var state = state
        if relation == .advcl || relation == .xcomp || relation == .ccomp || relation == .acl,
            let near = before(word, under: head)
        {
            return state.governed(
                by: near, standing: self.state(of: head, depth: depth + 1), isProcess: isProcess(word))
        }
        if cue != nil, relation == .xcomp || relation == .ccomp, isPast(head), conditions.hasCondition(head) {
            state = state.weaker(.conditional)
        }
        if relation == .advcl || relation == .obl || relation == .nmod,
            let opening = opening(of: word), analysis.pennTag(opening) != .to,
            let cue = lexicon.pair(words.lemmas[head], words.forms[opening])
        {
            return state.governed(by: cue, standing: self.state(of: head, depth: depth + 1), isProcess: isProcess(word))
        }
        switch relation {
        case .nmod where !conditions.isComplement(word):
            return joined(state, self.state(of: head, depth: depth + 1))
        case .advcl:
            // Infinitives of purpose and "ready to …" hang so; clauses of time and cause stand by themselves.
            let isGerund = analysis.pennTag(word) == .vbg && graph.child(of: word, .mark) == nil && word - head <= 3
            guard
                isGerund && cue != nil
                    || graph.children(of: word, .mark).contains(where: { analysis.pennTag($0) == .to })
            else { return state }
            guard let cue else { return state.weaker(.planned) }
            return state.governed(by: cue, standing: self.state(of: head, depth: depth + 1), isProcess: isProcess(word))
        case .acl where cue == nil:
            // "the deal signed in May" is a fact of its own, and so is "the first state to sign"; "talks
            // to end the war" are held in order to end it.
            guard graph.children(of: word, .mark).contains(where: { analysis.pennTag($0) == .to }), !isRanked(head)
            else { return state }
            if isArgument(head) || graph.relation(of: head) == .obl, let verb = graph.head(of: head),
                let cue = governor(verb, of: word)
            {
                // "forced the delegation to leave": the verb governs, though the parse hangs it on the noun.
                return state.governed(
                    by: cue, standing: self.state(of: verb, depth: depth + 1), isProcess: isProcess(word))
            }
            return state.weaker(.planned)
        case .nsubj, .oblAgent, .obl, .oblUnmarked, .iobj:
            let above = self.state(of: head, depth: depth + 1)
            return joined(state, above)
        default: break
        }
        let above = self.state(of: head, depth: depth + 1)
        if let cue, verbal || relation == .obj || relation == .nsubjPass || relation == .nmod {
            if cue.effect == .fact, relation != .ccomp, relation != .acl, relation != .csubj {
                return joined(state, above)
            }
            return state.governed(by: cue, standing: above, isProcess: isProcess(word))
        }
        switch relation {
        case .ccomp, .csubj, .csubjPass, .csubjOuter:
            return state
        case .xcomp, .obj, .nsubjPass, .nmod, .compound, .nmodPoss:
            return joined(state, above)
        default:
            return state
        }
    }

    /// The state of what takes part in a clause: the clause's own with what its words add.
    private func joined(_ state: FactualityState, _ above: FactualityState) -> FactualityState {
        state.weaker(above.status, above.negated)
    }

    /// A conjoined predicate: under the governor of the first, and under its auxiliaries where it has no
    /// subject or auxiliary of its own.
    private func conjoined(_ state: FactualityState, _ word: Int, _ head: Int, _ depth: Int) -> FactualityState {
        guard isPredicate(word), analysis.words.upos[word] != .noun || graph.child(of: word, .cop) != nil else {
            let first = self.state(of: head, depth: depth + 1)
            return joined(state, first)
        }
        let tag = analysis.pennTag(word)
        let hasOwn = graph.child(of: word, .aux, .nsubj, .nsubjPass, .auxPass, .cop) != nil
        let shares = !hasOwn && (tag == .vb || tag == analysis.pennTag(head) && (tag == .vbn || tag == .vbg))
        if shares {
            var first = self.state(of: head, depth: depth + 1)
            // "did not sign but left": "but" ends the reach of a negation.
            if let conjunction = graph.child(of: word, .cc) {
                if words.lemmas[conjunction] == lexicon.but { first.negated = false }
                // "neither supported nor denounced": both words deny, once each.
                if isNegator(conjunction), first.negated { first.negated = false }
            }
            return state.weaker(first.status, first.negated)
        }
        guard let up = graph.head(of: head), let cue = governor(up, of: head),
            [.xcomp, .ccomp, .acl, .csubj].contains(graph.relation(of: head))
        else { return state }
        return state.governed(by: cue, standing: self.state(of: up, depth: depth + 1), isProcess: isProcess(word))
    }

    // MARK: Words

    /// Whether an infinitive stands as a main clause does, as in headlines: "Oria to host talks".
    private func stands(_ word: Int) -> Bool {
        graph.head(of: word) == nil
            || graph.relation(of: word) == .ccomp && graph.child(of: word, .nsubj) != nil
                && graph.child(of: word, .mark).map { analysis.pennTag($0) == .to } ?? false
                && graph.child(of: word, .nsubj).map { $0 < word } ?? false
                && graph.head(of: word).map { lexicon.cue(.governor, words.lemmas[$0]) == nil } ?? true
    }

    /// Whether nobody does a thing at will: a process verb, or a state told by a copula.
    func isProcess(_ word: Int) -> Bool {
        if lexicon.cue(.process, words.lemmas[word]) != nil { return true }
        return analysis.words.upos[word] != .verb && graph.child(of: word, .cop) != nil
    }

    /// Whether a noun is the first, last or only one of its kind, or such a word itself.
    private func isRanked(_ noun: Int) -> Bool {
        lexicon.cue(.rank, words.forms[noun]) != nil
            || graph.children(of: noun, .amod).contains { lexicon.cue(.rank, words.forms[$0]) != nil }
    }

    private func isNegator(_ word: Int) -> Bool {
        graph.isNegator(word) || lexicon.cue(.negator, words.forms[word]) != nil
    }

    /// Whether a word is a subject or object.
    func isArgument(_ word: Int) -> Bool {
        switch graph.relation(of: word) {
        case .obj, .iobj, .nsubj, .nsubjPass: true
        default: false
        }
    }
}
