import Text

/// A learned matrix with its gradient and the two moments of Adam (Kingma and Ba 2015).
///
/// With `sparse`, only rows that were touched since the last step are updated, as suits embeddings.
final class Parameter {
    let value: Matrix
    let gradient: Matrix
    private let first: Matrix
    private let second: Matrix
    private let sparse: Bool
    private var touched: [Int32] = []
    private var isTouched: [Bool]

    init(_ rows: Int, _ columns: Int, sparse: Bool = false, spread: Float, _ random: inout SplitMix64) {
        value = Matrix(rows, columns)
        gradient = Matrix(rows, columns)
        first = Matrix(rows, columns)
        second = Matrix(rows, columns)
        self.sparse = sparse
        isTouched = Array(repeating: false, count: sparse ? rows : 0)
        for i in 0..<rows * columns { value.data[i] = (random.unit() * 2 - 1) * spread }
    }

    func touch(_ row: Int32) {
        if !isTouched[Int(row)] {
            isTouched[Int(row)] = true
            touched.append(row)
        }
    }

    /// The sum of the squares of the gradient.
    func squaredNorm() -> Float {
        var sum: Float = 0
        each { row in
            let g = gradient.row(row)
            var part: Float = 0
            for c in 0..<value.columns { part += g[c] * g[c] }
            sum += part
        }
        return sum
    }

    private func each(_ body: (Int) -> Void) {
        if sparse { for row in touched { body(Int(row)) } } else { for row in 0..<value.rows { body(row) } }
    }

    /// One step of Adam; the gradient is cleared.
    func step(rate: Float, scale: Float, time: Int, decay: Float = 0) {
        let b1: Float = 0.9
        let b2: Float = sparse ? 0.98 : 0.98
        var p1: Float = 1
        var p2: Float = 1
        for _ in 0..<min(time, 2000) {
            p1 *= b1
            p2 *= b2
        }
        let c1 = 1 / (1 - p1)
        let c2 = 1 / (1 - p2)
        let columns = value.columns
        each { row in
            let w = value.row(row)
            let g = gradient.row(row)
            let m = first.row(row)
            let v = second.row(row)
            for c in 0..<columns {
                let x = g[c] * scale
                m[c] = b1 * m[c] + (1 - b1) * x
                v[c] = b2 * v[c] + (1 - b2) * x * x
                w[c] -= rate * (m[c] * c1) / ((v[c] * c2).squareRoot() + 1e-8) + rate * decay * w[c]
                g[c] = 0
            }
        }
        for row in touched { isTouched[Int(row)] = false }
        touched.removeAll(keepingCapacity: true)
    }
}
