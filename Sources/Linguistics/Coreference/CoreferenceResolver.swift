import Text

/// Finds which mentions of a text stand for one thing, by sieves in order of how sure they are (the
/// design of Lee et al. 2013): names, then descriptions, then "the former" and "the latter", then
/// pronouns, at last "I" and "you" of quotations. A mention that nothing sure is known of stays alone: precision comes before recall.
public struct CoreferenceResolver: Sendable {
    private let words: CoreferenceWords
    private let lexicon: NameLexicon

    /// Reads the word lists; throws when one is missing or malformed.
    public init() throws { try self.init(lexicon: NameLexicon()) }

    init(lexicon: NameLexicon) throws {
        words = try CoreferenceWords()
        self.lexicon = lexicon
    }

    /// The chains of a parsed text whose names have been found, in order of their first mention.
    public func chains(_ analysis: Analysis) -> [Analysis.Chain] {
        let graph = ClauseGraph(analysis)
        var clusters = MentionClusters(MentionFinder(graph, words: words, lexicon: lexicon).mentions())
        NameSieve(graph: graph).apply(to: &clusters)
        DescriptionSieve(graph: graph).apply(to: &clusters)
        PairSieve(graph: graph, words: words).apply(to: &clusters)
        PronounSieve(graph: graph).apply(to: &clusters)
        QuotationSieve(graph: graph).apply(to: &clusters)
        return clusters.chains()
    }
}
