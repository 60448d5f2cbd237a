import Gazetteer
import Linguistics

/// Gives back the nouns of roles that the tagger took for adverbs by their ending: "Russia's ally".
///
/// A possessor before the word settles it: no adverb has one.
struct MissedNouns: Sendable {
    let rules: StatementRules

    /// Mends the sentences of an analysis in place. O(words).
    func mend(_ analysis: inout Analysis, actors: LinkedActors) {
        for sentence in analysis.sentences {
            for word in sentence.words where analysis.words.upos[word] == .adv && isRole(word, analysis) {
                guard let owner = owner(of: word, sentence.words, analysis), !analysis.hangs(word, on: owner) else {
                    continue
                }
                analysis.words.upos[word] = .noun
                analysis.words.xpos[word] = PennTag.nn.rawValue
                analysis.words.heads[owner] = Int32(word)
                analysis.words.relations[owner] = .nmodPoss
                attach(word, owner, sentence.words, &analysis, actors)
            }
        }
    }

    private func isRole(_ word: Int, _ analysis: Analysis) -> Bool {
        let number = rules.vocabulary.number(of: analysis.words.forms[word], in: analysis.symbols)
        guard number >= 0 else { return false }
        return rules.relations.entries(number).contains { $0.form == .role } || !rules.positions.role(number).isEmpty
    }

    /// The noun whose possessive ending stands before a word, adjectives between left out.
    private func owner(of word: Int, _ range: Range<Int>, _ analysis: Analysis) -> Int? {
        var ending = word - 1
        while ending > range.lowerBound, analysis.words.upos[ending] == .adj { ending -= 1 }
        guard ending > range.lowerBound, analysis.pennTag(ending) == .pos else { return nil }
        let owner = Int(analysis.words.heads[ending])
        return owner >= range.lowerBound && owner < ending ? owner : ending - 1
    }

    /// Hangs a role on the name behind it ("its ally Arland") or on the one that it is set beside ("Arland, its ally,").
    private func attach(
        _ word: Int, _ owner: Int, _ range: Range<Int>, _ analysis: inout Analysis, _ actors: LinkedActors
    ) {
        guard analysis.words.heads[word] >= 0 else { return }
        if word + 1 < range.upperBound, let name = actors.mention(ofWord: word + 1), name.words.lowerBound == word + 1,
            !analysis.hangs(name.head, on: word)
        {
            analysis.words.heads[word] = Int32(name.head)
            analysis.words.relations[word] = .nmodDesc
            return
        }
        let comma = owner - 1
        guard comma > range.lowerBound, analysis.pennTag(comma) == .comma,
            let named = actors.mention(ofWord: comma - 1), !analysis.hangs(named.head, on: word)
        else { return }
        analysis.words.heads[word] = Int32(named.head)
        analysis.words.relations[word] = .appos
    }
}
