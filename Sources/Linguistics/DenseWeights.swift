import CDenseLayers

/// A learned matrix of 16-bit weights with a bias: from vectors of small integers to vectors of floats.
///
/// In the file the weights of one output lie together; in memory those of two inputs for every output,
/// so that one instruction multiplies and adds a pair for as many outputs as a vector holds. The section
/// says how far the weights were scaled; the writer keeps every possible sum within 32 bits. Integer sums
/// make the result the same on every machine.
package struct DenseWeights: @unchecked Sendable {
    package let inputs: Int
    package let outputs: Int
    private let pairs: Scratch<Int16>
    private let bias: UnsafePointer<Float>
    private let scale: Float
    private let section: ModelFile.Section

    init(_ section: ModelFile.Section, inputs: Int, outputs: Int) throws(ModelFile.Failure) {
        var reader = SectionReader(section)
        self.inputs = try reader.number()
        self.outputs = try reader.number()
        scale = try reader.float()
        guard self.inputs == inputs, self.outputs == outputs, inputs % 8 == 0, outputs % 16 == 0 else {
            throw reader.failure("is \(self.inputs) by \(self.outputs), expected \(inputs) by \(outputs)")
        }
        bias = try reader.array(Float.self, count: outputs)
        let weights = try reader.array(Int16.self, count: inputs * outputs)
        pairs = Scratch()
        pairs.reserve(inputs * outputs)
        dense_interleave(weights, Int32(inputs), Int32(outputs), pairs.start)
        self.section = section
    }

    /// `y = x · w + b` for `rows` rows.
    @inline(__always)
    func apply(_ x: UnsafePointer<Int16>, rows: Int, into y: UnsafeMutablePointer<Float>) {
        dense_apply(x, Int32(rows), pairs.start, Int32(inputs), Int32(outputs), scale, bias, y)
    }
}

/// Fixed-point forms of what flows between layers.
package enum FixedPoint {
    /// One in the vectors of words, which lie between -1 and 1.
    package static let state: Float = 2048
    /// One in rectified vectors, which are cut at 31.
    package static let rectified: Float = 1024
    /// One in embeddings, whose parts are cut so that a word's sum stays within 16 bits.
    package static let embedding: Float = 1024
    /// The largest part of an embedding, as an integer.
    package static let largestEmbedding: Float = 1800

    /// Rounds floats that fit 16 bits, to nearest.
    @inline(__always)
    static func round(_ x: UnsafePointer<Float>, scale: Float, count: Int, into y: UnsafeMutablePointer<Int16>) {
        fixed_point(x, scale, Int32(count), y)
    }
}
