import CDenseLayers

/// Gives every word a vector that knows its sentence: a sum of embeddings, squashed, then layers of
/// gated recurrence in both directions (simple recurrent units, Lei and others 2018).
///
/// Vectors stay between -1 and 1 by construction, which is what lets every matrix be 16-bit integers.
package struct ContextEncoder: @unchecked Sendable {
    package let width: Int
    package let layers: [DenseWeights]
    /// The layer whose vectors the tagger reads; the parser reads the last.
    package let tagLayer: Int
    private let vocabulary: WordVocabulary
    private let features: EncoderFeatures
    private let embeddings: UnsafePointer<Int16>
    private let section: ModelFile.Section

    init(_ model: ModelFile) throws(ModelFile.Failure) {
        vocabulary = try WordVocabulary(model.section("encoder.words"))
        section = try model.section("encoder.rows")
        var reader = SectionReader(section)
        let rows = try reader.number()
        let neighbours = try reader.number()
        width = try reader.number()
        let count = try reader.number()
        tagLayer = try reader.number()
        features = EncoderFeatures(vocabulary: vocabulary.count, neighbours: neighbours)
        guard features.rows == rows, neighbours <= vocabulary.count, width > 0, width % 32 == 0, width <= 1024,
            count > 0, count < 32, tagLayer <= count
        else { throw reader.failure("\(rows) rows of \(width) do not fit the vocabulary") }
        // The row behind the last is the bias, which every word adds.
        embeddings = try reader.array(Int16.self, count: (rows + 1) * width)
        var layers: [DenseWeights] = []
        for layer in 0..<count {
            layers.append(
                try DenseWeights(model.section("encoder.layer.\(layer)"), inputs: width, outputs: 3 * width))
        }
        self.layers = layers
    }

    /// Starts a run of sentences: the vectors that go into the first layer.
    func embed(_ atoms: borrowing WordAtoms, _ sentences: [Range<Int>], in work: EncoderMemory) {
        work.reserve(words: sentences.last!.upperBound - sentences[0].lowerBound, width: width)
        let first = sentences[0].lowerBound
        let perWord = EncoderFeatures.perWord
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: perWord + 1) { rows in
            rows[perWord] = Int32(features.rows)
            for word in first..<sentences.last!.upperBound {
                work.numbers.start[word - first] = vocabulary.number(atoms.lowered[word])
            }
            for sentence in sentences {
                for word in sentence {
                    features.extract(
                        atoms, work.numbers.start - first, word: word, sentence: sentence, into: rows.baseAddress!)
                    sum(rows, into: work, at: word - first)
                }
            }
        }
    }

    @inline(__always)
    private func sum(_ rows: UnsafeMutableBufferPointer<Int32>, into work: EncoderMemory, at word: Int) {
        let out = work.states.start + word * width
        embedding_sum(
            embeddings, rows.baseAddress, Int32(rows.count), Int32(width), 1 / FixedPoint.embedding, out)
        FixedPoint.round(out, scale: FixedPoint.state, count: width, into: work.fixed.start + word * width)
    }

    /// Runs one layer over the run of sentences.
    func run(_ layer: Int, _ sentences: [Range<Int>], in work: EncoderMemory) {
        let words = work.words
        layers[layer].apply(work.fixed.start, rows: words, into: work.gates.start)
        let first = sentences[0].lowerBound
        for sentence in sentences {
            let start = sentence.lowerBound - first
            gated_layer(
                work.gates.start + start * 3 * width, work.states.start + start * width, Int32(width),
                Int32(sentence.count))
        }
        FixedPoint.round(work.states.start, scale: FixedPoint.state, count: words * width, into: work.fixed.start)
    }
}
