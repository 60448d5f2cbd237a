import Text

/// Joins pronouns of the third person to what they point back to, where gender, number and kind agree:
/// in the same sentence before, else in the two sentences before, subjects first (after Hobbs 1978 and
/// Lappin and Leass 1994, in small). A pronoun inside of a quotation looks inside the quotation only.
struct PronounSieve {
    let graph: ClauseGraph
    private static let reach = 3
    /// How many mentions back is looked at most, so that a sentence without end costs no more than others.
    private static let mentions = 200

    func apply(to clusters: inout MentionClusters) {
        for i in clusters.mentions.indices
        where clusters.mentions[i].form == .pronoun && clusters.mentions[i].person == 3 {
            if let antecedent = antecedent(of: i, clusters) { clusters.join(antecedent, i) }
        }
    }

    private func antecedent(of index: Int, _ clusters: MentionClusters) -> Int? {
        let pronoun = clusters.mentions[index]
        var best: (mention: Int, score: Int)?
        var rivals: Set<Int> = []
        for i in stride(from: index - 1, through: max(0, index - Self.mentions), by: -1) {
            let other = clusters.mentions[i]
            let distance = pronoun.sentence - other.sentence
            guard distance <= Self.reach else { break }
            guard agrees(pronoun, i, clusters), mayBind(pronoun, other) else { continue }
            rivals.insert(clusters.root(i))
            // Nearness weighs most, then subjects, then names and things spoken of before.
            var score = -distance * 10
            score += other.rank == 0 ? 6 : other.rank == 1 ? 2 : 0
            score += clusters.gender(i) == pronoun.gender && pronoun.gender != .unknown ? 4 : 0
            score += other.form == .name ? 1 : 0
            if distance == 0 {
                score -= (pronoun.head - other.head) / 12
            } else {
                score -= min(3, (sentenceEnd(other) - other.head) / 20)
            }
            if best == nil || score > (best?.score ?? 0) { best = (i, score) }
        }
        guard let best else { return nil }
        // "It" and "they" point to many things; without a subject near by they are left alone.
        if pronoun.gender == .neuter || pronoun.isPlural {
            let chosen = clusters.mentions[best.mention]
            guard best.score >= -6 || rivals.count == 1 && best.score >= -10,
                chosen.rank == 0 || chosen.sentence == pronoun.sentence
            else { return nil }
        }
        return best.mention
    }

    private func agrees(_ pronoun: Mention, _ index: Int, _ clusters: MentionClusters) -> Bool {
        let other = clusters.mentions[index]
        guard other.person == 3, other.isQuoted == pronoun.isQuoted,
            !clusters.kind(index).isDisjoint(with: pronoun.kind)
        else {
            return false
        }
        if pronoun.isPlural {
            if other.form == .pronoun { return other.isPlural }
            return other.isPlural
        }
        guard !other.isPlural else { return false }
        if pronoun.gender == .neuter {
            return clusters.gender(index) == .neuter && !clusters.kind(index).isDisjoint(with: [.organisation, .state])
                && (other.form != .description || other.rank == 0)
        }
        return MentionClusters.agree(clusters.gender(index), pronoun.gender) && clusters.kind(index) == .person
    }

    /// Whether the tree lets a pronoun point to a mention: not to a co-argument ("Vell saw him"), not to
    /// the noun that it stands under ("his counterpart"), and not to what follows it in its own phrase.
    private func mayBind(_ pronoun: Mention, _ other: Mention) -> Bool {
        if other.words.contains(pronoun.head) { return false }
        guard other.sentence == pronoun.sentence else { return true }
        if other.head > pronoun.head { return false }
        if graph.isUnder(pronoun.head, other.head), graph.analysis.pennTag(pronoun.head) == .prpPossessive {
            return graph.clause(of: pronoun.head) != graph.clause(of: other.head)
        }
        guard graph.analysis.pennTag(pronoun.head) == .prp else { return true }
        let form = graph.analysis.symbols[graph.analysis.words.forms[pronoun.head]]
        if form.hasSuffix("self") || form.hasSuffix("selves") { return true }
        guard let above = graph.head(of: pronoun.head), let same = graph.head(of: other.head) else { return true }
        return above != same
    }

    private func sentenceEnd(_ mention: Mention) -> Int { graph.analysis.sentences[mention.sentence].words.upperBound }
}
