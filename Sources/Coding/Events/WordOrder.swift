import Linguistics
import Records

/// Finds the parties of a verb by the order of words, for clauses whose tree does not give them.
///
/// English puts the actor before its verb and the target behind: the nearest mention on either side
/// that no other finite verb and no conjunction of another clause cuts off. The order of words is
/// what survives when a parse goes wrong.
struct WordOrder {
    let reading: ClauseReading
    let actors: ActorView
    let matcher: EventMatcher

    private var analysis: Analysis { reading.analysis }

    /// The actors nearest before a verb and its auxiliaries.
    func actors(before verb: Int) -> [ActorReference] {
        let sentence = analysis.sentences[analysis.sentence(ofWord: verb)].words
        var word = verb - 1
        while word >= sentence.lowerBound, isOfVerbGroup(word) { word -= 1 }
        while word >= sentence.lowerBound, !isBarrier(word), !isUnknownParty(word) {
            if let mention = actors.mention(endingAt: word), mention.actors.contains(where: { $0.kind != .place }),
                !matcher.isBehindPlacePreposition(mention.words.lowerBound)
            {
                return coordinated(mention, backTo: sentence.lowerBound)
            }
            word -= 1
        }
        return []
    }

    /// The actors nearest behind a verb, without those given and without who reports it.
    ///
    /// - Parameters:
    ///   - conditions: whether to look on beyond the words that open a condition.
    ///   - addressed: whether only a party that "to", "with", "against" or "on" brings in is meant.
    func actors(
        after verb: Int, not excluded: [ActorReference], conditions: Bool = false, addressed: Bool = false
    ) -> [ActorReference] {
        let sentence = analysis.sentences[analysis.sentence(ofWord: verb)].words
        var word = verb + 1
        var addressed = addressed
        while word < sentence.upperBound, conditions || !isBarrier(word) && !opensClause(word) {
            if addressed, analysis.words.upos[word] == .verb { break }
            if let mention = actors.mention(startingAt: word), !reports(mention, to: sentence.upperBound),
                !addressed || isAddressed(mention.words.lowerBound)
            {
                let found = coordinated(mention, upTo: sentence.upperBound).filter {
                    !excluded.contains($0) && $0.kind != .place
                }
                if !found.isEmpty { return found }
                word = max(word + 1, mention.words.upperBound)
                continue
            }
            if isUnknownParty(word) { addressed = true }
            word += 1
        }
        return []
    }

    /// Whether a preposition of address stands before a mention, an article or adjective between.
    private func isAddressed(_ start: Int) -> Bool {
        var word = start - 1
        while word > 0, analysis.words.upos[word] == .det || analysis.words.upos[word] == .adj { word -= 1 }
        return word >= 0 && matcher.isAddressing(word)
    }

    /// Whether a word is a common noun that names nobody who is known: the verb's party is that noun, and
    /// whoever stands beyond it is not.
    private func isUnknownParty(_ word: Int) -> Bool {
        guard analysis.words.upos[word] == .noun, actors.direct(word).isEmpty, !matcher.isTime[word] else {
            return false
        }
        switch analysis.words.relations[word] {
        case .compound, .nmodUnmarked, .oblUnmarked, .amod: return false
        default: return true
        }
    }

    private func isOfVerbGroup(_ word: Int) -> Bool {
        switch analysis.words.upos[word] {
        case .aux, .adv, .part: true
        default: false
        }
    }

    /// Another finite verb, or a mark that closes a clause.
    private func isBarrier(_ word: Int) -> Bool {
        switch analysis.pennTag(word) {
        case .vbd, .vbz, .vbp, .md, .colon, .period: true
        default: false
        }
    }

    private func opensClause(_ word: Int) -> Bool {
        analysis.words.upos[word] == .sconj && analysis.words.relations[word] == .mark
            || matcher.opensBackground(word)
    }

    /// Whether a mention is the subject of a reporting verb close behind it.
    private func reports(_ mention: ActorView.Mention, to end: Int) -> Bool {
        for word in mention.words.upperBound..<min(mention.words.upperBound + 4, end) {
            if matcher.isReport(word), analysis.words.upos[word] == .verb { return true }
            if analysis.words.upos[word] == .punct { return false }
        }
        return false
    }

    private func coordinated(_ mention: ActorView.Mention, backTo start: Int) -> [ActorReference] {
        var found = mention.actors
        let conjunction = mention.words.lowerBound - 1
        if conjunction > start, analysis.words.upos[conjunction] == .cconj,
            let other = actors.mention(endingAt: conjunction - 1)
        {
            found = other.actors.filter { !found.contains($0) } + found
        }
        return found
    }

    private func coordinated(_ mention: ActorView.Mention, upTo end: Int) -> [ActorReference] {
        var found = mention.actors
        let conjunction = mention.words.upperBound
        if conjunction + 1 < end, analysis.words.upos[conjunction] == .cconj,
            let other = actors.mention(startingAt: conjunction + 1)
        {
            found += other.actors.filter { !found.contains($0) }
        }
        return found
    }
}
