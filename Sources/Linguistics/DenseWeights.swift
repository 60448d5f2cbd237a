/// A learned matrix of 16-bit weights with a bias: from vectors of small integers to vectors of floats.
///
/// The weights of one output lie together, so that the inner loop is a dot product of 16-bit numbers,
/// summed in 32 bits. The section says how far the weights were scaled; the writer keeps every
/// possible sum within 32 bits. Integer sums make the result the same on every machine.
package struct DenseWeights: @unchecked Sendable {
    package let inputs: Int
    package let outputs: Int
    private let weights: UnsafePointer<Int16>
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
        weights = try reader.array(Int16.self, count: inputs * outputs)
        self.section = section
    }

    /// `y = x · w + b` for `rows` rows.
    func apply(_ x: UnsafePointer<Int16>, rows: Int, into y: UnsafeMutablePointer<Float>) {
        var row = 0
        while row + 4 <= rows {
            var o = 0
            while o < outputs {
                fourRows(x + row * inputs, y + row * outputs + o, o)
                o += 2
            }
            row += 4
        }
        while row < rows {
            for o in 0..<outputs {
                var sum = SIMD4<Int32>.zero
                var k = 0
                while k < inputs {
                    sum &+= Self.products(Self.eight(weights + o * inputs + k), Self.eight(x + row * inputs + k))
                    k &+= 8
                }
                y[row * outputs + o] = Float(sum.wrappedSum()) * scale + bias[o]
            }
            row += 1
        }
    }

    /// Two outputs of four rows at a time: eight sums that stay in registers.
    @inline(__always)
    private func fourRows(_ x: UnsafePointer<Int16>, _ y: UnsafeMutablePointer<Float>, _ o: Int) {
        let w = weights + o * inputs
        var s0 = SIMD4<Int32>.zero
        var s1 = s0
        var s2 = s0
        var s3 = s0
        var t0 = s0
        var t1 = s0
        var t2 = s0
        var t3 = s0
        let n = inputs
        var k = 0
        while k < n {
            let v = Self.eight(w + k)
            let u = Self.eight(w + n + k)
            let a = Self.eight(x + k)
            s0 &+= Self.products(v, a)
            t0 &+= Self.products(u, a)
            let b = Self.eight(x + n + k)
            s1 &+= Self.products(v, b)
            t1 &+= Self.products(u, b)
            let c = Self.eight(x + 2 &* n + k)
            s2 &+= Self.products(v, c)
            t2 &+= Self.products(u, c)
            let d = Self.eight(x + 3 &* n + k)
            s3 &+= Self.products(v, d)
            t3 &+= Self.products(u, d)
            k &+= 8
        }
        y[0] = Float(s0.wrappedSum()) * scale + bias[o]
        y[1] = Float(t0.wrappedSum()) * scale + bias[o + 1]
        y[outputs] = Float(s1.wrappedSum()) * scale + bias[o]
        y[outputs + 1] = Float(t1.wrappedSum()) * scale + bias[o + 1]
        y[2 * outputs] = Float(s2.wrappedSum()) * scale + bias[o]
        y[2 * outputs + 1] = Float(t2.wrappedSum()) * scale + bias[o + 1]
        y[3 * outputs] = Float(s3.wrappedSum()) * scale + bias[o]
        y[3 * outputs + 1] = Float(t3.wrappedSum()) * scale + bias[o + 1]
    }

    @inline(__always)
    private static func eight(_ p: UnsafePointer<Int16>) -> SIMD8<Int16> {
        UnsafeRawPointer(p).loadUnaligned(as: SIMD8<Int16>.self)
    }

    /// Eight products, neighbours added: the form that compilers make one instruction of.
    @inline(__always)
    private static func products(_ a: SIMD8<Int16>, _ b: SIMD8<Int16>) -> SIMD4<Int32> {
        let p = SIMD8<Int32>(truncatingIfNeeded: a) &* SIMD8<Int32>(truncatingIfNeeded: b)
        return p.evenHalf &+ p.oddHalf
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
        // Adding 1.5 · 2^23 puts the rounded integer into the low bits of the sum.
        for i in 0..<count {
            y[i] = Int16(truncatingIfNeeded: Int32(bitPattern: (x[i] * scale + 12_582_912).bitPattern))
        }
    }
}
