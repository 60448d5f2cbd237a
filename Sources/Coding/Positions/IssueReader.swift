import Linguistics
import Records

/// Puts what a stance is towards into a normal form, so that accounts can be laid side by side by it.
struct IssueReader {
    let reading: ClauseReading
    let actors: ActorView
    /// The preposition "in".
    let inside: Int32
    /// No issue needs more words than these to be told apart.
    private static let longest = 9

    /// The printed words of a target: its phrase, or the clause that it heads.
    func words(of word: Int, clause: Bool) -> Range<Int> {
        let range = clause ? reading.tree.extent(of: word) : reading.tree.phrase(of: word)
        let end = beforeClause(range, of: word)
        var first = range.lowerBound
        // The preposition that brings the target in is no part of it.
        while first < word, [.case, .mark, .punct].contains(reading.analysis.words.relations[first]),
            reading.analysis.pennTag(first) != .vbg
        {
            first += 1
        }
        let words = first..<max(end, first + 1)
        return clause ? words : words.lowerBound..<withPlace(behind: words.upperBound)
    }

    /// The end of a target's phrase before a clause that is joined to it ("not against anybody, but I will vote").
    private func beforeClause(_ range: Range<Int>, of word: Int) -> Int {
        let words = reading.analysis.words
        for child in reading.tree.children(of: word).map(Int.init)
        where child > word && words.relations[child] == .conj && words.upos[child] == .verb {
            var end = reading.tree.extent(of: child).lowerBound
            while end > word + 1, words.upos[end - 1] == .punct || words.upos[end - 1] == .cconj { end -= 1 }
            return min(range.upperBound, max(end, word + 1))
        }
        return range.upperBound
    }

    /// "the coup in Niger": the place right behind a target belongs to it, though the parser hung it on the verb.
    private func withPlace(behind end: Int) -> Int {
        guard end + 1 < reading.analysis.words.count, reading.words.lemmas[end] == inside,
            reading.analysis.sentence(ofWord: end) == reading.analysis.sentence(ofWord: end - 1),
            let place = actors.mention(startingAt: end + 1), place.tellsCountry
        else { return end }
        return place.words.upperBound
    }

    /// The target in lemmas without determiners; an actor's name where it is nothing else, the thing
    /// that it stands for where it is a pronoun.
    func issue(of word: Int, words: Range<Int>, clause: Bool) -> String {
        let analysis = reading.analysis
        let named = actors.direct(word)
        // "the African force" is no name of the continent.
        if named.count == 1, !clause, named[0].kind != .place || analysis.words.upos[word] == .propn {
            return named[0].name
        }
        if analysis.words.upos[word] == .pron, let range = antecedent(of: word) { return lemmas(range) }
        return lemmas(words)
    }

    /// Whether a target's phrase names an actor by no more than a possessive pronoun ("gave the plan its backing").
    func isByPronoun(_ word: Int, words: Range<Int>) -> Bool {
        reading.analysis.words.upos[word] != .pron
            && actors.mentions(in: words).allSatisfy {
                $0.words.allSatisfy { reading.analysis.words.upos[$0] == .pron }
            }
            && actors.direct(word).isEmpty
    }

    /// The actors that a target is or names.
    func targets(of word: Int, words: Range<Int>) -> [ActorReference] {
        var found = words.lowerBound > word ? [] : actors.actors(ofPhrase: word)
        for mention in actors.mentions(in: words) {
            for actor in mention.actors where !found.contains(actor) { found.append(actor) }
        }
        return found
    }

    private func lemmas(_ range: Range<Int>) -> String {
        let analysis = reading.analysis
        var lemmas: [String] = []
        for word in range where lemmas.count < Self.longest {
            switch analysis.words.upos[word] {
            case .det, .punct, .part: continue
            case .pron where analysis.words.relations[word] == .nmodPoss: continue
            case .propn: lemmas.append(analysis.form(word))
            default: lemmas.append(analysis.lemma(word).lowercased())
            }
        }
        return lemmas.joined(separator: " ")
    }

    /// The words of the mention that a pronoun stands for.
    private func antecedent(of word: Int) -> Range<Int>? {
        for chain in reading.analysis.chains where chain.mentions.contains(where: { Int($0.head) == word }) {
            let best = chain.mentions[chain.representative]
            return Int(best.head) == word ? nil : best.words
        }
        return nil
    }
}
