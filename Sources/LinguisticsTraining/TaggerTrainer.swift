import Linguistics

/// Trains the linear tagger.
public struct TaggerTrainer: Sendable {
    public var rows = 1 << 15
    public var passes = 8
    public var seed: UInt64 = 1

    public init() {}

    /// The section `tagger.weights` for the sentences for which `uses` says so.
    func train(
        _ treebank: Treebank, atoms: WordAtoms, tagSet: TagSet, passes: Int,
        uses: (Int) -> Bool, progress: (String) -> Void
    ) -> [UInt8] {
        let gold = treebank.labels(in: tagSet)
        let table = PerceptronTable(rows: rows, columns: tagSet.pairs.count)
        var order = treebank.analysis.sentences.indices.filter(uses)
        var random = RandomSource(seed: seed)
        var features = [UInt32](repeating: 0, count: TaggerFeatures.count)
        var scores = [Float](repeating: 0, count: table.columns)
        for pass in 1...max(passes, 1) {
            order.shuffle(using: &random)
            var wrong = 0
            var seen = 0
            for sentence in order {
                let words = treebank.analysis.sentences[sentence].words
                var tag1: UInt32 = 0
                var tag2: UInt32 = 0
                for word in words {
                    TaggerFeatures.extract(
                        atoms, word: word, sentence: words, tag1: tag1, tag2: tag2, into: &features)
                    table.score(features, TaggerFeatures.count, into: &scores)
                    var best = 0
                    for label in 1..<tagSet.pairs.count where scores[label] > scores[best] { best = label }
                    table.tick()
                    seen += 1
                    if gold[word] >= 0, best != gold[word] {
                        wrong += 1
                        table.update(features, TaggerFeatures.count, towards: gold[word], from: best)
                    }
                    tag2 = tag1
                    tag1 = UInt32(best + 1)
                }
            }
            progress("tagger pass \(pass): \(wrong) of \(seen) wrong")
        }
        return table.section()
    }
}
