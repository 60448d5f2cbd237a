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

    /// Whether an "if" or "unless" clause, or an inverted one, hangs on a predicate.
    func hasCondition(_ word: Int) -> Bool {
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
        guard graph.relation(of: word) == .ccomp, let above = graph.head(of: word) else { return false }
        return analysis.pennTag(above) == .vbd
            || graph.child(of: above, .aux, .cop).map { analysis.pennTag($0) == .vbd } ?? false
    }

    /// Whether a "not" belongs to "not only", which denies nothing.
    func isNotOnly(_ word: Int) -> Bool {
        word + 1 < analysis.words.count && lexicon.cue(.focus, words.forms[word + 1]) != nil
    }

    /// Whether a noun with a preposition is what its head speaks of, not when or where.
    func isComplement(_ word: Int) -> Bool {
        guard let preposition = graph.child(of: word, .case) else { return true }
        return lexicon.cue(.preposition, words.forms[preposition]) != nil
    }

}
