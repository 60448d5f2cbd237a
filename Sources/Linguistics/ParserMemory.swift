/// The memory that the parser computes in, kept from one run of sentences to the next.
final class ParserMemory {
    /// The four faces of each word: as dependent and as head, for arcs and for relations.
    let faces = Scratch<Float>()
    /// Rectified vectors in fixed point.
    let fixed = Scratch<Int16>()
    /// As many zeros as an arc's face has numbers.
    let zeros = Scratch<Float>()
    let queries = Scratch<Float>()
    let nearness = Scratch<Float>()
    /// The scores of one sentence's arcs.
    let scores = Scratch<Float>()
    let labels = Scratch<Float>()
    let heads = Scratch<Int32>()
    let tree = TreeMemory()

    func reserve(words: Int, faces faceWidth: Int, arc: Int, label: Int, labels labelCount: Int, longest: Int) {
        faces.reserve(words * faceWidth)
        zeros.reserve(arc)
        zeros.start.update(repeating: 0, count: arc)
        fixed.reserve(words * max(arc, label))
        queries.reserve(words * arc)
        nearness.reserve(words * ArcDistance.count)
        scores.reserve(longest * (longest + 1))
        labels.reserve(words * labelCount)
        heads.reserve(words)
    }
}

/// The memory that the encoder and the tagger compute in.
final class EncoderMemory {
    private(set) var words = 0
    let numbers = Scratch<Int32>()
    /// The words' vectors, and the same in fixed point.
    let states = Scratch<Float>()
    let fixed = Scratch<Int16>()
    /// What a layer's matrix gives.
    let gates = Scratch<Float>()
    let tags = Scratch<Float>()

    func reserve(words: Int, width: Int) {
        self.words = words
        numbers.reserve(words)
        states.reserve(words * width)
        fixed.reserve(words * width)
        gates.reserve(words * 3 * width)
    }
}
