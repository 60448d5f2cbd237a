import Linguistics
import Text

/// `x · w + b`, forward and backward.
final class DenseLayer {
    let weights: Parameter
    let bias: Parameter
    private let transposedWeights = Matrix()
    private let transposedInput = Matrix()

    init(_ inputs: Int, _ outputs: Int, spread: Float? = nil, _ random: inout SplitMix64) {
        let limit = spread ?? (6 / Float(inputs + outputs)).squareRoot()
        weights = Parameter(inputs, outputs, spread: limit, &random)
        bias = Parameter(1, outputs, spread: 0, &random)
    }

    var parameters: [Parameter] { [weights, bias] }

    func forward(_ x: Matrix, into y: Matrix) {
        y.shape(x.rows, weights.value.columns)
        for i in 0..<x.rows { y.row(i).update(from: bias.value.data, count: y.columns) }
        multiply(x, weights.value, into: y, adding: true)
    }

    /// Adds to the gradients; writes, or with `adding` adds, the gradient of the input.
    func backward(_ x: Matrix, _ dy: Matrix, into dx: Matrix?, adding: Bool = false) {
        transposedInput.transpose(x)
        multiply(transposedInput, dy, into: weights.gradient, adding: true)
        let b = bias.gradient.data
        for i in 0..<dy.rows {
            let row = dy.row(i)
            for c in 0..<dy.columns { b[c] += row[c] }
        }
        if let dx {
            transposedWeights.transpose(weights.value)
            multiply(dy, transposedWeights, into: dx, adding: adding)
        }
    }
}

/// A mask that drops entries with a probability and scales up what stays (Srivastava and others 2014).
///
/// One mask for a whole sentence when `shared`, as Gal and Ghahramani (2016) advise for recurrences.
struct Dropout {
    let mask = Matrix()
    let rate: Float

    init(_ rate: Float) { self.rate = rate }

    func draw(_ rows: Int, _ columns: Int, sentences: [Range<Int>]?, _ random: inout SplitMix64) {
        mask.shape(rows, columns)
        let keep = 1 / (1 - rate)
        let limit = UInt16(rate * 65536)
        func fill(_ row: Int) {
            let out = mask.row(row)
            var c = 0
            while c < columns {
                var bits = random.next()
                for k in 0..<4 where c + k < columns {
                    out[c + k] = UInt16(truncatingIfNeeded: bits) < limit ? 0 : keep
                    bits >>= 16
                }
                c += 4
            }
        }
        if let sentences {
            for sentence in sentences {
                fill(sentence.lowerBound)
                for row in sentence.dropFirst() {
                    mask.row(row).update(from: mask.row(sentence.lowerBound), count: columns)
                }
            }
        } else {
            for row in 0..<rows { fill(row) }
        }
    }

    func apply(_ x: Matrix, into y: Matrix) {
        y.shape(x.rows, x.columns)
        var i = 0
        while i < x.rows * x.columns {
            y.data.setLane(i, x.data.lane(i) * mask.data.lane(i))
            i += 16
        }
    }
}
