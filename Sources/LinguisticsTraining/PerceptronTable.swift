import Linguistics

/// The weights of a linear model while it is trained: an averaged perceptron (Freund and Schapire 1999).
final class PerceptronTable {
    let columns: Int
    let mask: UInt32
    private var weights: [Float]
    private var sums: [Float]
    private var updates: Float = 1

    init(rows: Int, columns: Int) {
        self.columns = (columns + 3) / 4 * 4
        mask = UInt32(rows - 1)
        weights = Array(repeating: 0, count: rows * self.columns)
        sums = Array(repeating: 0, count: rows * self.columns)
    }

    /// Sums the rows of some features into `scores`.
    func score(_ features: UnsafePointer<UInt32>, _ count: Int, into scores: UnsafeMutablePointer<Float>) {
        let columns = columns
        for c in 0..<columns { scores[c] = 0 }
        weights.withUnsafeBufferPointer { weights in
            for f in 0..<count {
                let row = weights.baseAddress! + Int(features[f] & mask) * columns
                for c in 0..<columns { scores[c] += row[c] }
            }
        }
    }

    /// Counts an example; to be called once for each, so that the average weighs all alike.
    func tick() { updates += 1 }

    /// Moves the weights of some features towards one label and away from another.
    func update(_ features: UnsafePointer<UInt32>, _ count: Int, towards good: Int, from bad: Int) {
        for f in 0..<count {
            let row = Int(features[f] & mask) * columns
            weights[row + good] += 1
            sums[row + good] += updates
            weights[row + bad] -= 1
            sums[row + bad] -= updates
        }
    }

    /// The averaged weights as a section of the model, 16 bits each, scaled by the largest.
    func section() -> [UInt8] {
        var largest: Float = 1e-9
        var averaged = weights
        for i in averaged.indices {
            averaged[i] -= sums[i] / updates
            largest = max(largest, abs(averaged[i]))
        }
        let scale = 32767 / largest
        var writer = SectionWriter()
        writer.number(Int(mask) + 1)
        writer.number(columns)
        writer.array(averaged.lazy.map { Int16(($0 * scale).rounded()) })
        return writer.bytes
    }
}
