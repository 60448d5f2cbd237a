import Linguistics
import Text

/// Scores every word as head of every other (after Dozat and Manning 2017), and the relations of arcs.
final class ArcScorer {
    let arcWidth: Int
    let labelWidth: Int
    let relations: Int
    /// From a word's vector to its four faces: as dependent and as head, for arcs and for relations.
    let faces: DenseLayer
    let bilinear: DenseLayer
    let distance: DenseLayer
    let label: DenseLayer
    /// The root's two faces as head.
    let root: Parameter
    private let projected = Matrix()
    private let dependents = Matrix()
    private let heads = Matrix()
    private let queries = Matrix()
    private let nearness = Matrix()
    private let dropout: Dropout
    private let headDropout: Dropout

    init(width: Int, arcWidth: Int, labelWidth: Int, relations: Int, dropout: Float, _ random: inout SplitMix64) {
        self.arcWidth = arcWidth
        self.labelWidth = labelWidth
        self.relations = relations
        self.dropout = Dropout(dropout)
        headDropout = Dropout(dropout)
        faces = DenseLayer(width, 2 * arcWidth + 2 * labelWidth, &random)
        bilinear = DenseLayer(arcWidth, arcWidth, &random)
        distance = DenseLayer(arcWidth, ArcDistance.count, &random)
        label = DenseLayer(labelWidth, (relations + 15) / 16 * 16, &random)
        root = Parameter(1, arcWidth + labelWidth, spread: 0.3, &random)
    }

    var parameters: [Parameter] {
        faces.parameters + bilinear.parameters + distance.parameters + label.parameters + [root]
    }

    private func project(_ h: Matrix, training: Bool, _ random: inout SplitMix64) {
        let a = arcWidth
        faces.forward(h, into: projected)
        dependents.shape(h.rows, a)
        heads.shape(h.rows, a)
        for t in 0..<h.rows {
            let p = projected.row(t)
            for c in 0..<a {
                dependents.row(t)[c] = max(0, p[c])
                heads.row(t)[c] = max(0, p[a + c])
            }
        }
        if training {
            dropout.draw(h.rows, a, sentences: nil, &random)
            headDropout.draw(h.rows, a, sentences: nil, &random)
            dropout.apply(dependents, into: dependents)
            headDropout.apply(heads, into: heads)
        }
        bilinear.forward(dependents, into: queries)
        distance.forward(dependents, into: nearness)
    }

    private let queryPart = Matrix()
    private let keyPart = Matrix()
    private let keyTransposed = Matrix()
    private let scores = Matrix()

    /// The scores of one sentence's arcs: a row a word, a column a head, the root behind the last word.
    private func score(_ sentence: Range<Int>) {
        let n = sentence.count
        let m = (n + 1 + 15) / 16 * 16
        queryPart.shape(n, arcWidth)
        queryPart.data.update(from: queries.row(sentence.lowerBound), count: n * arcWidth)
        keyPart.shape(m, arcWidth)
        keyPart.clear()
        keyPart.data.update(from: heads.row(sentence.lowerBound), count: n * arcWidth)
        keyPart.row(n).update(from: root.value.data, count: arcWidth)
        keyTransposed.transpose(keyPart)
        multiply(queryPart, keyTransposed, into: scores)
        for i in 0..<n {
            let row = scores.row(i)
            let near = nearness.row(sentence.lowerBound + i)
            for j in 0..<n where j != i { row[j] += near[ArcDistance.bucket(word: i, head: j)] }
            row[n] += near[ArcDistance.root]
        }
    }

    private let hidden = Matrix()
    private let logits = Matrix()

    /// The relations' scores for one head a word; the root is written as the sentence's count.
    private func scoreLabels(_ sentence: Range<Int>, _ gold: [Int32]) {
        let n = sentence.count
        let at = 2 * arcWidth
        hidden.shape(n, labelWidth)
        for i in 0..<n {
            let p = projected.row(sentence.lowerBound + i) + at
            let j = Int(gold[i])
            let q = j == n ? root.value.data + arcWidth : projected.row(sentence.lowerBound + j) + at + labelWidth
            for c in 0..<labelWidth { hidden.row(i)[c] = max(0, p[c] + q[c]) }
        }
        label.forward(hidden, into: logits)
    }

    private let transposed = Matrix()
    private let part = Matrix()
    private let hiddenGradient = Matrix()
    private let queryGradient = Matrix()
    private let headGradient = Matrix()
    private let nearGradient = Matrix()
    private let faceGradient = Matrix()
    private let dependentGradient = Matrix()

    /// One batch: the loss of arcs and relations, gradients added, that of `h` written.
    func train(
        _ h: Matrix, sentences: [Range<Int>], heads gold: [[Int32]], relations goldLabels: [[Int]],
        into dh: Matrix, _ random: inout SplitMix64
    ) -> Float {
        project(h, training: true, &random)
        queryGradient.shape(h.rows, arcWidth)
        headGradient.shape(h.rows, arcWidth)
        headGradient.clear()
        nearGradient.shape(h.rows, ArcDistance.count)
        nearGradient.clear()
        faceGradient.shape(h.rows, projected.columns)
        faceGradient.clear()
        var loss: Float = 0
        for (s, sentence) in sentences.enumerated() {
            let n = sentence.count
            score(sentence)
            for i in 0..<n {
                let row = scores.row(i)
                loss += crossEntropy(row, count: n + 1, padded: scores.columns, right: Int(gold[s][i]), excluded: i)
                let near = nearGradient.row(sentence.lowerBound + i)
                for j in 0..<n where j != i { near[ArcDistance.bucket(word: i, head: j)] += row[j] }
                near[ArcDistance.root] += row[n]
            }
            multiply(scores, keyPart, into: part)
            queryGradient.row(sentence.lowerBound).update(from: part.data, count: n * arcWidth)
            transposed.transpose(scores)
            multiply(transposed, queryPart, into: part)
            headGradient.row(sentence.lowerBound).update(from: part.data, count: n * arcWidth)
            for c in 0..<arcWidth { root.gradient.data[c] += part.row(n)[c] }

            scoreLabels(sentence, gold[s])
            for i in 0..<n {
                loss += crossEntropy(logits.row(i), count: relations, padded: logits.columns, right: goldLabels[s][i])
            }
            label.backward(hidden, logits, into: hiddenGradient)
            let at = 2 * arcWidth
            for i in 0..<n {
                let j = Int(gold[s][i])
                let own = faceGradient.row(sentence.lowerBound + i) + at
                let other =
                    j == n
                    ? root.gradient.data + arcWidth : faceGradient.row(sentence.lowerBound + j) + at + labelWidth
                let d = hiddenGradient.row(i)
                let x = hidden.row(i)
                for c in 0..<labelWidth where x[c] > 0 {
                    own[c] += d[c]
                    other[c] += d[c]
                }
            }
        }
        bilinear.backward(dependents, queryGradient, into: dependentGradient)
        distance.backward(dependents, nearGradient, into: dependentGradient, adding: true)
        for t in 0..<h.rows {
            let f = faceGradient.row(t)
            for c in 0..<arcWidth {
                f[c] = dependents.row(t)[c] > 0 ? dependentGradient.row(t)[c] * dropout.mask.row(t)[c] : 0
                f[arcWidth + c] = heads.row(t)[c] > 0 ? headGradient.row(t)[c] * headDropout.mask.row(t)[c] : 0
            }
        }
        faces.backward(h, faceGradient, into: dh)
        return loss
    }

    /// The best tree and relations of each sentence.
    func predict(_ h: Matrix, sentences: [Range<Int>]) -> [(heads: [Int32], relations: [Int])] {
        var random = SplitMix64(seed: 0)
        project(h, training: false, &random)
        return sentences.map { sentence in
            score(sentence)
            var tree = [Int32](repeating: 0, count: sentence.count)
            TreeDecoder.decode(scores.data, stride: scores.columns, count: sentence.count, into: &tree)
            scoreLabels(sentence, tree)
            let labels = (0..<sentence.count).map { i in
                (0..<relations).max { logits.row(i)[$0] < logits.row(i)[$1] }!
            }
            return (tree, labels)
        }
    }
}
