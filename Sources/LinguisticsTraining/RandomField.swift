import Foundation
import Linguistics

/// A linear-chain conditional random field over hashed features, while it is trained.
final class RandomField {
    private let mask: UInt32
    private let columns = EntityLabel.columns
    private let labels = EntityLabel.count
    private var weights: [Float]
    private var squares: [Float]
    private var sums: [Float] = []
    private var summed: Float = 0
    private let rate: Float
    private let decay: Float

    init(rows: Int, rate: Float, decay: Float) {
        self.rate = rate
        self.decay = decay
        mask = UInt32(rows - 1)
        weights = Array(repeating: 0, count: rows * columns)
        squares = Array(repeating: 0.1, count: rows * columns)
    }

    private func row(_ feature: UInt32) -> Int { Int(feature & mask) * columns }

    private func emissions(_ features: [UInt32], _ width: Int) -> [Float] {
        let count = features.count / width
        var scores = [Float](repeating: 0, count: count * columns)
        for i in 0..<count {
            for f in i * width..<(i + 1) * width {
                let row = row(features[f])
                for c in 0..<labels { scores[i * columns + c] += weights[row + c] }
            }
        }
        return scores
    }

    private func transitions() -> [Float] {
        var table = [Float](repeating: -.infinity, count: columns * columns)
        for previous in 0..<labels {
            let row = row(EntityLabel.transition(UInt8(previous)))
            for label in 0..<labels where EntityLabel.follows(UInt8(label), UInt8(previous)) {
                table[previous * columns + label] = weights[row + label]
            }
        }
        return table
    }

    private static func logSum(_ values: UnsafeBufferPointer<Float>) -> Float {
        var top = -Float.infinity
        for value in values { top = max(top, value) }
        guard top > -.infinity else { return top }
        var sum: Float = 0
        for value in values { sum += exp(value - top) }
        return top + log(sum)
    }

    /// Takes one step towards the gold labels of a run; gives minus its logarithmic likelihood.
    func learn(_ features: [UInt32], _ width: Int, _ gold: [UInt8]) -> Float {
        let count = gold.count
        let scores = emissions(features, width)
        let moves = transitions()
        var forward = [Float](repeating: -.infinity, count: count * columns)
        var backward = [Float](repeating: 0, count: count * columns)
        var sums = [Float](repeating: -.infinity, count: labels)
        for label in 0..<labels { forward[label] = moves[label] + scores[label] }
        for i in 1..<max(count, 1) {
            for label in 0..<labels {
                for previous in 0..<labels {
                    sums[previous] = forward[(i - 1) * columns + previous] + moves[previous * columns + label]
                }
                forward[i * columns + label] = sums.withUnsafeBufferPointer(Self.logSum) + scores[i * columns + label]
            }
        }
        for i in stride(from: count - 2, through: 0, by: -1) {
            for label in 0..<labels {
                for next in 0..<labels {
                    sums[next] =
                        moves[label * columns + next] + scores[(i + 1) * columns + next]
                        + backward[(i + 1) * columns + next]
                }
                backward[i * columns + label] = sums.withUnsafeBufferPointer(Self.logSum)
            }
        }
        for label in 0..<labels { sums[label] = forward[(count - 1) * columns + label] }
        let total = sums.withUnsafeBufferPointer(Self.logSum)
        var gradient = [Float](repeating: 0, count: columns)
        var moveGradient = [Float](repeating: 0, count: columns * columns)
        var likelihood: Float = 0
        for i in 0..<count {
            for label in 0..<labels {
                let share = exp(forward[i * columns + label] + backward[i * columns + label] - total)
                gradient[label] = (Int(gold[i]) == label ? 1 : 0) - share
                if i == 0 {
                    moveGradient[label] += gradient[label]
                } else {
                    for previous in 0..<labels {
                        let pair = exp(
                            forward[(i - 1) * columns + previous] + moves[previous * columns + label]
                                + scores[i * columns + label] + backward[i * columns + label] - total)
                        let seen = Int(gold[i]) == label && Int(gold[i - 1]) == previous
                        moveGradient[previous * columns + label] += (seen ? 1 : 0) - (pair.isFinite ? pair : 0)
                    }
                }
            }
            likelihood += scores[i * columns + Int(gold[i])]
            likelihood += moves[(i == 0 ? 0 : Int(gold[i - 1])) * columns + Int(gold[i])]
            for f in i * width..<(i + 1) * width { step(row(features[f]), gradient, 0) }
        }
        for previous in 0..<labels {
            step(row(EntityLabel.transition(UInt8(previous))), moveGradient, previous * columns)
        }
        return total - likelihood
    }

    private func step(_ row: Int, _ gradient: [Float], _ offset: Int) {
        for c in 0..<labels {
            let g = gradient[offset + c] - decay * weights[row + c]
            squares[row + c] += g * g
            weights[row + c] += rate * g / squares[row + c].squareRoot()
        }
    }

    /// Counts the weights as they are into the average that is kept at the end.
    func remember() {
        if sums.isEmpty { sums = Array(repeating: 0, count: weights.count) }
        for i in weights.indices { sums[i] += weights[i] }
        summed += 1
    }

    /// Puts the average of what was remembered in place of the weights.
    func average() {
        guard summed > 0 else { return }
        for i in weights.indices { weights[i] = sums[i] / summed }
    }

    /// The best labels of a run under the weights as they are.
    func decode(_ features: [UInt32], _ width: Int) -> [UInt8] {
        let count = features.count / width
        var scores = emissions(features, width)
        let moves = transitions()
        var back = [Int](repeating: 0, count: count * columns)
        for label in 0..<labels { scores[label] += moves[label] }
        for i in 1..<max(count, 1) {
            for label in 0..<labels {
                var best = -Float.infinity
                for previous in 0..<labels {
                    let score = scores[(i - 1) * columns + previous] + moves[previous * columns + label]
                    if score > best {
                        best = score
                        back[i * columns + label] = previous
                    }
                }
                scores[i * columns + label] += best
            }
        }
        var result = [UInt8](repeating: 0, count: count)
        guard count > 0 else { return result }
        var best = (0..<labels).max { scores[(count - 1) * columns + $0] < scores[(count - 1) * columns + $1] } ?? 0
        for i in stride(from: count - 1, through: 0, by: -1) {
            result[i] = UInt8(best)
            best = back[i * columns + best]
        }
        return result
    }

    /// The weights as a section of the model, 16 bits each, scaled by the largest.
    func section() -> [UInt8] {
        let largest = max(weights.lazy.map(abs).max() ?? 0, 1e-9)
        var writer = SectionWriter()
        writer.number(Int(mask) + 1)
        writer.number(columns)
        writer.array(weights.lazy.map { Int16(($0 * 32767 / largest).rounded()) })
        return writer.bytes
    }
}
