import Foundation
import Linguistics
import Text

/// Trains the sentence splitter: logistic regression over hashed features, by stochastic gradients with
/// a step of its own for each weight (AdaGrad: Duchi, Hazan and Singer 2011).
public struct SplitterTrainer: Sendable {
    public var seed: UInt64 = 1
    public var passes = 12
    public var rate: Float = 0.1
    public var decay: Float = 1e-4
    /// What is added to every place's score: above zero more sentences end.
    public var lean: Float = 0
    /// The logarithm of the number of rows of hashed features.
    public var rowBits = 16

    public init() {}

    /// The sections of the model, from treebanks in CoNLL-U whose sentences follow as in their texts.
    public func train(paths: [String], progress: (String) -> Void) throws -> [(name: String, bytes: [UInt8])] {
        let tokenizer = try Tokenizer()
        var features: [UInt32] = []
        var isEnd: [Bool] = []
        for path in paths {
            var layout = ConlluLayout()
            for sentence in try ConlluSentence.read(String(contentsOfFile: path, encoding: .utf8)) {
                try layout.add(sentence)
            }
            let starts = Set(layout.sentenceSpans.map { UInt32($0.lowerBound) })
            let keep = { (place: [UInt32], ends: Bool) in
                features += place
                isEnd.append(ends)
            }
            tokenizer.boundaries(of: SourceText(layout.text), isEnd: { starts.contains($0) }, keep)
        }
        progress("sentences: \(isEnd.count) places, \(isEnd.count { $0 }) ends")
        return fit(features, isEnd, progress)
    }

    private func fit(
        _ features: [UInt32], _ isEnd: [Bool], _ progress: (String) -> Void
    ) -> [(name: String, bytes: [UInt8])] {
        let width = BoundaryFeatures.count
        let mask = UInt32(1 << rowBits - 1)
        var weights = [Float](repeating: 0, count: 1 << rowBits)
        var squares = [Float](repeating: 0.1, count: 1 << rowBits)
        var random = SplitMix64(seed: seed)
        var order = Array(isEnd.indices)
        for pass in 1...passes {
            order.shuffle(using: &random)
            var loss: Float = 0
            for example in order {
                let range = example * width..<(example + 1) * width
                var score: Float = 0
                for f in range { score += weights[Int(features[f] & mask)] }
                let share = 1 / (1 + exp(-score))
                let error = (isEnd[example] ? 1 : 0) - share
                loss -= log(max(isEnd[example] ? share : 1 - share, 1e-9))
                for f in range {
                    let row = Int(features[f] & mask)
                    let gradient = error - decay * weights[row]
                    squares[row] += gradient * gradient
                    weights[row] += rate * gradient / squares[row].squareRoot()
                }
            }
            progress("sentences: pass \(pass), loss \(loss / Float(max(1, order.count)))")
        }
        weights[Int(BoundaryFeatures.constant & mask)] += lean
        let largest = max(weights.lazy.map(abs).max() ?? 0, 1e-9)
        var writer = SectionWriter()
        writer.number(weights.count)
        writer.number(4)
        writer.array(weights.flatMap { [Int16(($0 * 32767 / largest).rounded()), 0, 0, 0] })
        var unit = SectionWriter()
        unit.number(Int(32767 / largest))
        return [("sentences", writer.bytes), ("sentences.unit", unit.bytes)]
    }
}
