/// From scores of heads to the best tree with exactly one root.
///
/// Each word's best head first; when that is no tree with one root, the maximum spanning arborescence
/// by contraction of cycles (Chu and Liu 1965, Edmonds 1967), arcs from the root weighed down so far
/// that only one is taken. O(words²).
package enum TreeDecoder {
    /// Fills `heads` for `count` words; head number `count` is the root.
    ///
    /// - Parameter scores: for each word a row of `stride` scores, of which the first `count + 1` count.
    package static func decode(
        _ scores: UnsafePointer<Float>, stride: Int, count: Int, into heads: UnsafeMutablePointer<Int32>,
        memory: TreeMemory = TreeMemory()
    ) {
        var roots = 0
        for word in 0..<count {
            let row = scores + word * stride
            var best = word == 0 ? count : 0
            for head in 0...count where head != word && row[head] > row[best] { best = head }
            heads[word] = Int32(best)
            if best == count { roots += 1 }
        }
        if roots == 1, !hasCycle(heads, count) { return }
        var lowest: Float = 0
        var highest: Float = 0
        for word in 0..<count {
            for head in 0...count where head != word {
                lowest = min(lowest, scores[word * stride + head])
                highest = max(highest, scores[word * stride + head])
            }
        }
        memory.start(scores, stride: stride, count: count, rootPenalty: (highest - lowest + 1) * 2)
        memory.contract()
        memory.expand(into: heads)
    }

    /// Whether some words hang on each other in a circle; node `count` is the root and has no head.
    private static func hasCycle(_ heads: UnsafePointer<Int32>, _ count: Int) -> Bool {
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: count + 1) { marks in
            for i in 0...count { marks[i] = -1 }
            for start in 0..<count {
                var node = start
                while node != count, marks[node] < 0 {
                    marks[node] = Int32(start)
                    node = Int(heads[node])
                }
                if node != count, marks[node] == Int32(start) { return true }
            }
            return false
        }
    }
}
