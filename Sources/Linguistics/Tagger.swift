/// Gives each word its universal tag and its treebank tag at once, left to right, by a linear model
/// over hashed features (an averaged perceptron, Collins 2002).
public struct Tagger: Sendable {
    /// The tags that it gives.
    public let tagSet: TagSet
    private let weights: WeightTable

    package init(_ model: ModelFile) throws(ModelFile.Failure) {
        tagSet = try TagSet(model.section("tags"))
        weights = try WeightTable(model.section("tagger.weights"))
        guard weights.columns >= tagSet.pairs.count else {
            throw .badSection(file: "", section: "tagger.weights", reason: "fewer columns than tags")
        }
    }

    /// Fills `upos` and `xpos` of all words. O(words); allocates a few arrays a text.
    public func tag(_ analysis: inout Analysis) {
        tag(&analysis, atoms: WordAtoms(analysis))
    }

    package func tag(_ analysis: inout Analysis, atoms: WordAtoms) {
        let count = analysis.words.count
        analysis.words.upos = Array(repeating: .x, count: count)
        analysis.words.xpos = Array(repeating: 0, count: count)
        let labels = tagSet.pairs.count
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: TaggerFeatures.count) { features in
            withUnsafeTemporaryAllocation(byteCount: weights.columns * 4, alignment: 16) { raw in
                let scores = raw.baseAddress!.bindMemory(to: Int32.self, capacity: weights.columns)
                let rows = features.baseAddress!
                for sentence in analysis.sentences {
                    var tag1: UInt32 = 0
                    var tag2: UInt32 = 0
                    for word in sentence.words {
                        TaggerFeatures.extract(
                            atoms, word: word, sentence: sentence.words, tag1: tag1, tag2: tag2, into: rows)
                        weights.score(rows, TaggerFeatures.count, into: scores)
                        var best = 0
                        for label in 1..<labels where scores[label] > scores[best] { best = label }
                        analysis.words.upos[word] = tagSet.pairs[best].upos
                        analysis.words.xpos[word] = tagSet.pairs[best].xpos.rawValue
                        tag2 = tag1
                        tag1 = UInt32(best + 1)
                    }
                }
            }
        }
    }
}
