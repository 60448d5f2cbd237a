import Text

/// Joins "the former" and "the latter" to the nearest two names before that "and" joins, a pair alone.
struct PairSieve {
    let graph: ClauseGraph
    let words: CoreferenceWords
    private static let reach = 2

    func apply(to clusters: inout MentionClusters) {
        var ofHead: [Int: Int] = [:]
        for (i, mention) in clusters.mentions.enumerated() where mention.form == .name { ofHead[mention.head] = i }
        for (i, mention) in clusters.mentions.enumerated() where mention.form == .description {
            guard let kind = words.nouns[graph.analysis.lemma(mention.head).lowercased()]?.kind,
                kind == .firstOfPair || kind == .secondOfPair
            else { continue }
            for j in stride(from: i - 1, through: 0, by: -1) {
                let other = clusters.mentions[j]
                guard mention.sentence - other.sentence <= Self.reach else { break }
                let pair = graph.conjuncts(of: other.head)
                guard other.form == .name, graph.relation(of: other.head) != .conj, pair.count == 2,
                    let second = ofHead[pair[1]]
                else { continue }
                clusters.join(kind == .firstOfPair ? j : second, i)
                break
            }
        }
    }
}
