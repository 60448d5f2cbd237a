import Linguistics
import LinguisticsTraining
import Testing
import Text

@Suite("Tree decoder")
struct TreeDecoderTests {
    private func decode(_ scores: [Float], _ count: Int) -> [Int32] {
        var heads = [Int32](repeating: 0, count: count)
        TreeDecoder.decode(scores, stride: count + 1, count: count, into: &heads)
        return heads
    }

    /// Whether the heads make a tree with exactly one root, which is number `count`.
    private func isTree(_ heads: [Int32]) -> Bool {
        guard heads.filter({ $0 == Int32(heads.count) }).count == 1 else { return false }
        for start in heads.indices {
            var node = Int32(start)
            var steps = 0
            while node != Int32(heads.count) {
                guard node >= 0, node < Int32(heads.count), heads[Int(node)] != node, steps <= heads.count else {
                    return false
                }
                node = heads[Int(node)]
                steps += 1
            }
        }
        return true
    }

    private func total(_ scores: [Float], _ heads: [Int32]) -> Float {
        heads.indices.reduce(0) { $0 + scores[$1 * (heads.count + 1) + Int(heads[$1])] }
    }

    @Test("Random scores give a tree with one root", arguments: [1, 2, 3, 5, 9, 17, 40])
    func alwaysATree(count: Int) {
        var random = SplitMix64(seed: UInt64(count))
        for _ in 0..<200 {
            let scores = (0..<count * (count + 1)).map { _ in random.unit() * 40 - 20 }
            #expect(isTree(decode(scores, count)))
        }
        #expect(isTree(decode(Array(repeating: 0, count: count * (count + 1)), count)))
    }

    @Test("No other tree scores higher", arguments: [2, 3, 4, 5])
    func best(count: Int) {
        var random = SplitMix64(seed: 99)
        for _ in 0..<60 {
            let scores = (0..<count * (count + 1)).map { _ in (random.unit() * 20).rounded() }
            var highest = -Float.infinity
            var heads = [Int32](repeating: 0, count: count)
            func extend(_ word: Int) {
                if word == count {
                    if isTree(heads) { highest = max(highest, total(scores, heads)) }
                    return
                }
                for head in 0...count where head != word {
                    heads[word] = Int32(head)
                    extend(word + 1)
                }
            }
            extend(0)
            #expect(total(scores, decode(scores, count)) == highest)
        }
    }
}
