import Linguistics
import Text

/// From rows of the embedding table to a vector a word that knows its sentence.
final class Encoder {
    let width: Int
    let embeddings: Parameter
    let bias: Parameter
    let layers: [GatedLayer]
    private let sums = Matrix()
    private let squashed = Matrix()
    private let input = Matrix()
    private let dropout: Dropout
    private var gradients: [Matrix] = []
    private var rows: [Int32] = []

    init(rows: Int, width: Int, layers: Int, dropout: Float, _ random: inout SplitMix64) {
        self.width = width
        embeddings = Parameter(rows, width, sparse: true, spread: 0, &random)
        bias = Parameter(1, width, spread: 0, &random)
        self.dropout = Dropout(dropout)
        var made: [GatedLayer] = []
        for _ in 0..<layers { made.append(GatedLayer(width, dropout: dropout, &random)) }
        self.layers = made
    }

    var parameters: [Parameter] { [embeddings, bias] + layers.flatMap(\.dense.parameters) }

    /// The vectors of a layer after `forward`; 0 is the input of the first layer.
    func states(_ layer: Int) -> Matrix { layer == 0 ? input : layers[layer - 1].output }

    func forward(_ rows: [Int32], sentences: [Range<Int>], training: Bool, _ random: inout SplitMix64) {
        self.rows = rows
        let perWord = EncoderFeatures.perWord
        let count = rows.count / perWord
        sums.shape(count, width)
        squashed.shape(count, width)
        for t in 0..<count {
            let sum = sums.row(t)
            sum.update(from: bias.value.data, count: width)
            for k in 0..<perWord where rows[t * perWord + k] >= 0 {
                let row = embeddings.value.row(Int(rows[t * perWord + k]))
                for c in 0..<width { sum[c] += row[c] }
            }
            var c = 0
            while c < width {
                squashed.row(t).setLane(c, squash(sum.lane(c)))
                c += 16
            }
        }
        if training {
            dropout.draw(count, width, sentences: nil, &random)
            dropout.apply(squashed, into: input)
        } else {
            input.shape(count, width)
            input.data.update(from: squashed.data, count: count * width)
        }
        var x = input
        for layer in layers {
            layer.forward(x, sentences: sentences, training: training, &random)
            x = layer.output
        }
    }

    /// Takes the gradient of the last layer's output, and of one layer's below it as well.
    func backward(_ top: Matrix, lower: Matrix, at lowerLayer: Int, sentences: [Range<Int>]) {
        while gradients.count <= layers.count { gradients.append(Matrix()) }
        var dy = top
        for index in layers.indices.reversed() {
            if index + 1 == lowerLayer, index + 1 != layers.count { Self.add(lower, to: dy) }
            let x = index == 0 ? input : layers[index - 1].output
            layers[index].backward(x, dy, sentences: sentences, into: gradients[index])
            dy = gradients[index]
        }
        let perWord = EncoderFeatures.perWord
        for t in 0..<dy.rows {
            let d = dy.row(t)
            var c = 0
            while c < width {
                d.setLane(c, d.lane(c) * dropout.mask.row(t).lane(c) * squashSlope(sums.row(t).lane(c)))
                c += 16
            }
            let b = bias.gradient.data
            for c in 0..<width { b[c] += d[c] }
            for k in 0..<perWord where rows[t * perWord + k] >= 0 {
                let row = rows[t * perWord + k]
                embeddings.touch(row)
                let g = embeddings.gradient.row(Int(row))
                for c in 0..<width { g[c] += d[c] }
            }
        }
    }

    static func add(_ a: Matrix, to b: Matrix) {
        for i in 0..<a.rows * a.columns { b.data[i] += a.data[i] }
    }
}
