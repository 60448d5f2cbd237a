internal import Linguistics
internal import Text

/// Which word says how the clause or phrase under it stands, wherever the parser hung that clause.
extension FactualityReader {
    /// The cue of a word that governs another: with its particle, with what opens the other, or alone.
    func governor(_ word: Int, of complement: Int) -> FactualityLexicon.Cue? {
        let lemma = words.lemmas[word]
        if let opening = graph.child(of: complement, .mark, .case),
            let cue = lexicon.pair(words.forms[word], words.forms[opening])
                ?? lexicon.pair(lemma, words.forms[opening])
        {
            return cue
        }
        for particle in graph.children(of: word, .compoundPrt, .advmod) {
            if let cue = lexicon.pair(lemma, words.lemmas[particle]) { return cue }
        }
        if let clause = graph.child(of: word, .ccomp, .acl), analysis.pennTag(clause) != .vb,
            let cue = lexicon.pair(lemma, lexicon.that)
        {
            return cue
        }
        return lexicon.cue(.governor, lemma) ?? lexicon.cue(.governor, words.forms[word])
    }

    /// The cue of a word that stands right before what opens a clause, though the parser hung the clause on the verb
    /// above or on its object: "came close to defaulting", "suspect the banker of bribing".
    func before(_ word: Int, under head: Int) -> FactualityLexicon.Cue? {
        guard let opening = opening(of: word), opening > head, opening < word,
            analysis.pennTag(opening) != .to || analysis.pennTag(word) == .vbg
        else { return nil }
        if opening - 1 > head, graph.head(of: opening - 1) == head {
            switch analysis.words.upos[opening - 1] {
            case .adv, .adj:
                if let cue = lexicon.pair(words.lemmas[opening - 1], words.forms[opening]) { return cue }
            default: break
            }
        }
        // Of a clause on an object the verb above may speak.
        guard graph.relation(of: word) == .acl, isArgument(head), let verb = graph.head(of: head) else { return nil }
        return lexicon.pair(words.lemmas[verb], words.forms[opening])
    }

    /// The word that opens a clause or phrase; the parser may hang it on the auxiliary ("of having shipped").
    func opening(of word: Int) -> Int? {
        if let opening = graph.child(of: word, .mark, .case) { return opening }
        return graph.child(of: word, .aux).flatMap { graph.child(of: $0, .mark, .case) }
    }

    /// The noun before an infinitive that says how it stands, and its cue: "plans to cut".
    func plan(before word: Int, under head: Int) -> (Int, FactualityLexicon.Cue)? {
        guard let to = graph.children(of: word, .mark).first(where: { analysis.pennTag($0) == .to }), to > 0,
            analysis.words.upos[to - 1] == .noun, to - 1 != head, graph.head(of: to - 1) == head,
            let cue = lexicon.pair(words.lemmas[to - 1], lexicon.to)
                ?? lexicon.cue(.governor, words.lemmas[to - 1])
        else { return nil }
        return (to - 1, cue)
    }
}
