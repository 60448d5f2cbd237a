import CDenseLayers

/// Gives each word its universal tag and its treebank tag at once, from the encoder's vectors.
public struct Tagger: Sendable {
    /// The tags that it gives.
    public let tagSet: TagSet
    private let weights: DenseWeights

    package init(_ model: ModelFile, width: Int) throws(ModelFile.Failure) {
        tagSet = try TagSet(model.section("tags"))
        weights = try DenseWeights(
            model.section("tagger"), inputs: width, outputs: (tagSet.pairs.count + 15) / 16 * 16)
    }

    /// Fills `upos` and `xpos` of the words from `first` on whose vectors stand in the memory.
    func tag(_ analysis: inout Analysis, from first: Int, in work: EncoderMemory) {
        let outputs = weights.outputs
        work.tags.reserve(work.words * outputs)
        weights.apply(work.fixed.start, rows: work.words, into: work.tags.start)
        for word in 0..<work.words {
            let best = Int(best_of(work.tags.start + word * outputs, Int32(tagSet.pairs.count)))
            analysis.words.upos[first + word] = tagSet.pairs[best].upos
            analysis.words.xpos[first + word] = tagSet.pairs[best].xpos.rawValue
        }
    }
}
