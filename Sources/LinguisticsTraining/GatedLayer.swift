import Linguistics
import Text

/// A recurrent layer whose gates look at the input alone (the simple recurrent unit of Lei and others
/// 2018): the first half of its units reads the sentence forwards, the second half backwards.
///
/// With `[z, f, r] = x · w + b`: `c = f·c' + (1 - f)·z` and `h = r·squash(c) + (1 - r)·x`.
final class GatedLayer {
    let width: Int
    let dense: DenseLayer
    let dropout: Dropout
    let output = Matrix()
    private let dropped = Matrix()
    private let gates = Matrix()
    private let cells = Matrix()
    private let gateGradient = Matrix()
    private let inputGradient = Matrix()

    init(_ width: Int, dropout: Float, _ random: inout SplitMix64) {
        self.width = width
        self.dropout = Dropout(dropout)
        dense = DenseLayer(width, 3 * width, spread: (3 / Float(width)).squareRoot(), &random)
        for i in width..<2 * width { dense.bias.value.data[i] = 0.5 }
    }

    func forward(_ x: Matrix, sentences: [Range<Int>], training: Bool, _ random: inout SplitMix64) {
        if training {
            dropout.draw(x.rows, width, sentences: sentences, &random)
            dropout.apply(x, into: dropped)
            dense.forward(dropped, into: gates)
        } else {
            dense.forward(x, into: gates)
        }
        output.shape(x.rows, width)
        cells.shape(x.rows, width)
        for sentence in sentences {
            for direction in 0..<2 {
                let units = direction == 0 ? 0 : width / 2
                var u = units
                while u < units + width / 2 {
                    var c = SIMD16<Float>.zero
                    for step in 0..<sentence.count {
                        let t = direction == 0 ? sentence.lowerBound + step : sentence.upperBound - 1 - step
                        let row = gates.row(t)
                        let z = row.lane(u)
                        let f = gate(row.lane(width + u))
                        let r = gate(row.lane(2 * width + u))
                        c = z + f * (c - z)
                        cells.row(t).setLane(u, c)
                        let input = x.row(t).lane(u)
                        output.row(t).setLane(u, input + r * (squash(c) - input))
                    }
                    u += 16
                }
            }
        }
    }

    /// Takes the gradient of the output, and writes that of the input into `dx`.
    func backward(_ x: Matrix, _ dy: Matrix, sentences: [Range<Int>], into dx: Matrix) {
        gateGradient.shape(x.rows, 3 * width)
        dx.shape(x.rows, width)
        for sentence in sentences {
            for direction in 0..<2 {
                let units = direction == 0 ? 0 : width / 2
                var u = units
                while u < units + width / 2 {
                    var carried = SIMD16<Float>.zero
                    for step in (0..<sentence.count).reversed() {
                        let t = direction == 0 ? sentence.lowerBound + step : sentence.upperBound - 1 - step
                        let before = direction == 0 ? t - 1 : t + 1
                        let row = gates.row(t)
                        let z = row.lane(u)
                        let f = gate(row.lane(width + u))
                        let r = gate(row.lane(2 * width + u))
                        let c = cells.row(t).lane(u)
                        let last = step == 0 ? SIMD16<Float>.zero : cells.row(before).lane(u)
                        let d = dy.row(t).lane(u)
                        let input = x.row(t).lane(u)
                        let dc = d * r * squashSlope(c) + carried
                        carried = dc * f
                        let out = gateGradient.row(t)
                        out.setLane(u, dc * (1 - f))
                        out.setLane(width + u, dc * (last - z) * gateSlope(row.lane(width + u)))
                        out.setLane(2 * width + u, d * (squash(c) - input) * gateSlope(row.lane(2 * width + u)))
                        dx.row(t).setLane(u, d * (1 - r))
                    }
                    u += 16
                }
            }
        }
        dense.backward(dropped, gateGradient, into: inputGradient)
        var i = 0
        while i < x.rows * width {
            dx.data.setLane(i, dx.data.lane(i) + inputGradient.data.lane(i) * dropout.mask.data.lane(i))
            i += 16
        }
    }
}
