/// From scores of heads to the best tree with exactly one root.
///
/// Each word's best head first; when that is no tree with one root, the maximum spanning arborescence
/// by contraction of cycles (Chu and Liu 1965, Edmonds 1967), arcs from the root weighed down so far
/// that only one is taken.
package enum TreeDecoder {
    /// Fills `heads` for `count` words; head number `count` is the root.
    ///
    /// - Parameter scores: for each word a row of `stride` scores, of which the first `count + 1` count.
    package static func decode(
        _ scores: UnsafePointer<Float>, stride: Int, count: Int, into heads: UnsafeMutablePointer<Int32>
    ) {
        var roots = 0
        for word in 0..<count {
            let row = scores + word * stride
            var best = word == 0 ? count : 0
            for head in 0...count where head != word && row[head] > row[best] { best = head }
            heads[word] = Int32(best)
            if best == count { roots += 1 }
        }
        if roots == 1, cycle(heads, count) == nil { return }
        let nodes = count + 1
        var weights = [Float](repeating: -1e30, count: nodes * nodes)
        var lowest: Float = 0
        var highest: Float = 0
        for word in 0..<count {
            for head in 0...count where head != word {
                lowest = min(lowest, scores[word * stride + head])
                highest = max(highest, scores[word * stride + head])
            }
        }
        let penalty = (highest - lowest + 1) * 2
        for word in 0..<count {
            for head in 0...count where head != word {
                weights[word * nodes + head] = scores[word * stride + head] - (head == count ? penalty : 0)
            }
        }
        let tree = arborescence(weights, nodes)
        for word in 0..<count { heads[word] = tree[word] }
    }

    /// The words of a cycle, if there is one; node `count` is the root and has no head.
    private static func cycle(_ heads: UnsafePointer<Int32>, _ count: Int) -> [Int]? {
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: count + 1) { marks in
            for i in 0...count { marks[i] = -1 }
            for start in 0..<count {
                var node = start
                while node != count, marks[node] < 0 {
                    marks[node] = Int32(start)
                    node = Int(heads[node])
                }
                if node != count, marks[node] == Int32(start) {
                    var result = [node]
                    var next = Int(heads[node])
                    while next != node {
                        result.append(next)
                        next = Int(heads[next])
                    }
                    return result
                }
            }
            return nil
        }
    }

    /// The best head of every node but the last, which is the root. `weights[d * nodes + h]`.
    private static func arborescence(_ weights: [Float], _ nodes: Int) -> [Int32] {
        let root = nodes - 1
        var heads = [Int32](repeating: -1, count: nodes)
        for word in 0..<root {
            var best = word == 0 ? root : 0
            for head in 0..<nodes where head != word {
                if weights[word * nodes + head] > weights[word * nodes + best] { best = head }
            }
            heads[word] = Int32(best)
        }
        guard let cycle = cycle(heads, root) else { return heads }
        // The cycle becomes one node, numbered before the root; the others move together.
        var inCycle = [Bool](repeating: false, count: nodes)
        for node in cycle { inCycle[node] = true }
        var outside: [Int] = []
        for node in 0..<root where !inCycle[node] { outside.append(node) }
        let merged = outside.count
        outside.append(root)
        let small = outside.count + 1
        func place(_ i: Int) -> Int { i < merged ? i : small - 1 }
        var smaller = [Float](repeating: -1e30, count: small * small)
        var entering = [Int](repeating: 0, count: outside.count)
        var leaving = [Int](repeating: 0, count: outside.count)
        for (i, node) in outside.enumerated() {
            for (j, other) in outside.enumerated() where i != j && node != root {
                smaller[place(i) * small + place(j)] = weights[node * nodes + other]
            }
            var out: Float = -.infinity
            var enter: Float = -.infinity
            for member in cycle {
                if node != root, weights[node * nodes + member] > out {
                    out = weights[node * nodes + member]
                    leaving[i] = member
                }
                let gain = weights[member * nodes + node] - weights[member * nodes + Int(heads[member])]
                if gain > enter {
                    enter = gain
                    entering[i] = member
                }
            }
            if node != root { smaller[place(i) * small + merged] = out }
            smaller[merged * small + place(i)] = enter
        }
        let tree = arborescence(smaller, small)
        for (i, node) in outside.enumerated() where node != root {
            let head = Int(tree[place(i)])
            heads[node] = Int32(head == merged ? leaving[i] : head == small - 1 ? root : outside[head])
        }
        let from = Int(tree[merged])
        let source = from == small - 1 ? outside.count - 1 : from
        heads[entering[source]] = Int32(outside[source])
        return heads
    }
}
