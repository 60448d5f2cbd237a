internal import Linguistics
internal import Text

/// Questions and conditions: what makes a clause less than a statement.
struct ConditionReader {
    let graph: ClauseGraph
    let words: RuleWords
    let lexicon: FactualityLexicon
    private var analysis: Analysis { graph.analysis }

    /// Whether a predicate's sentence asks: it ends with a question mark, quotation marks left out.
    func isQuestion(_ root: Int) -> Bool {
        let sentence = analysis.sentences[analysis.sentence(ofWord: root)].words
        for word in sentence.reversed().prefix(3) {
            switch analysis.form(word) {
            case "?": return true
            case ".", ",", "!": return false
            default: continue
            }
        }
        return false
    }

    /// Whether a clause is a condition by its order of words: "Had it not been for …", "Should talks fail".
    func isInverted(_ word: Int) -> Bool {
        if isWithinInversion(word) { return true }
        let relation = graph.relation(of: word)
        guard relation == .advcl || relation == .ccomp || relation == .parataxis || relation == .conj else {
            return false
        }
        let auxiliary = graph.child(of: word, .aux, .auxPass, .cop)
        guard let auxiliary, let subject = graph.child(of: word, .nsubj, .nsubjPass, .expl), auxiliary < subject,
            graph.child(of: word, .mark) == nil
        else { return false }
        guard lexicon.cue(.inverter, words.forms[auxiliary]) != nil else { return false }
        return !isQuestion(word)
    }

    /// Whether a verb stands between an auxiliary that opens its part of the sentence and the next comma, behind which
    /// the main clause begins: "Had the army not intervened, …", ", had it been finished, …". The parser hangs such
    /// clauses anywhere.
    private func isWithinInversion(_ word: Int) -> Bool {
        guard analysis.words.upos[word] == .verb || analysis.words.upos[word] == .noun else { return false }
        let sentence = analysis.sentences[analysis.sentence(ofWord: word)].words
        var first = word
        while first > sentence.lowerBound, word - first < Self.inversionReach, analysis.pennTag(first - 1) != .comma {
            first -= 1
        }
        guard first < word, first == sentence.lowerBound || analysis.pennTag(first - 1) == .comma,
            lexicon.cue(.inverter, words.forms[first]) != nil
        else { return false }
        // The verb has the form that the auxiliary asks for, and a subject stands between them.
        let fits =
            switch words.lemmas[first] {
            case lexicon.have: analysis.pennTag(word) == .vbn || analysis.pennTag(word) == .vbd
            case lexicon.be: analysis.pennTag(word - 1) == .to
            default: analysis.pennTag(word) == .vb || analysis.words.upos[word] == .noun
            }
        guard fits, (first + 1..<word).contains(where: { isNominal($0) }), !isQuestion(word) else { return false }
        guard
            let comma = (word..<min(sentence.upperBound, word + Self.inversionReach)).first(where: {
                analysis.pennTag($0) == .comma
            })
        else { return false }
        return (comma..<sentence.upperBound).contains { analysis.pennTag($0) == .md }
    }

    private static let inversionReach = 20

    private func isNominal(_ word: Int) -> Bool {
        switch analysis.words.upos[word] {
        case .noun, .propn, .pron: true
        default: false
        }
    }

    /// Whether a clause behind a noun says what the noun speaks of, though the parser took it for a relative one:
    /// "a chance that the talks resume" has its subject, and no verb that takes the noun for its object.
    func isContentClause(_ clause: Int, of noun: Int) -> Bool {
        let that = noun + 1
        guard that < clause, words.lemmas[that] == lexicon.that,
            graph.children(of: clause, .nsubj, .nsubjPass, .expl).contains(where: { $0 != that })
        else { return false }
        return lexicon.cue(.handling, words.lemmas[clause]) == nil
    }

    /// Whether an "if" or "unless" clause, or an inverted one, hangs on a predicate.
    func hasCondition(_ word: Int) -> Bool {
        // "that if the truce held the road would open": the parser hangs the main clause on the condition.
        if graph.relation(of: word) == .ccomp, let condition = graph.head(of: word), condition < word,
            graph.children(of: condition, .mark).contains(where: {
                lexicon.cue(.marker, words.lemmas[$0])?.effect == .conditional
            })
        {
            return true
        }
        for clause in graph.children(of: word, .advcl) {
            if isInverted(clause) { return true }
            for mark in graph.children(of: clause, .mark) {
                guard let cue = lexicon.cue(.marker, words.lemmas[mark]), cue.effect == .conditional else { continue }
                // "even if", "as if" say nothing against the main clause.
                let before = mark - 1
                if before >= 0, lexicon.cue(.concession, words.forms[before]) != nil { continue }
                return true
            }
        }
        return false
    }

    /// Whether a "would" tells the future of somebody's past words: a report in the past holds it.
    func isFutureInPast(_ word: Int, _ reported: ReportedWords) -> Bool {
        if let frame = reported.frame(ofWord: word), !frame.cue.isEmpty {
            switch analysis.pennTag(frame.cue.lowerBound) {
            case .vbd, .vbn, .vbg, .nn, .nns, .in, .jj: return true
            default: break
            }
        }
        // "made it clear that the base would close": a clause under a verb of the past.
        guard graph.relation(of: word) == .ccomp, var above = graph.head(of: word) else { return false }
        if analysis.words.upos[above] == .adj, graph.relation(of: above) == .xcomp, let verb = graph.head(of: above) {
            above = verb
        }
        return analysis.pennTag(above) == .vbd
            || graph.child(of: above, .aux, .cop).map { analysis.pennTag($0) == .vbd } ?? false
    }

    /// Whether a "not" belongs to "not only" or "not until", which deny nothing.
    func isNotOnly(_ word: Int) -> Bool {
        word + 1 < analysis.words.count && lexicon.cue(.focus, words.forms[word + 1]) != nil
    }

    /// Whether a noun with a preposition is what its head speaks of, not when or where.
    func isComplement(_ word: Int) -> Bool {
        guard let preposition = graph.child(of: word, .case) else { return true }
        return lexicon.cue(.preposition, words.forms[preposition]) != nil
    }

}
