/// Pairs of groups in the order in which they should be joined: most alike first, then the pair that
/// comes first. A binary heap.
struct MergeQueue {
    struct Pair {
        var likeness: Float
        var a: Int
        var b: Int
    }

    private var heap: [Pair] = []

    mutating func push(_ likeness: Float, _ a: Int, _ b: Int) {
        heap.append(Pair(likeness: likeness, a: a, b: b))
        var i = heap.count - 1
        while i > 0 {
            let parent = (i - 1) / 2
            guard Self.before(heap[i], heap[parent]) else { return }
            heap.swapAt(i, parent)
            i = parent
        }
    }

    mutating func pop() -> Pair? {
        guard let top = heap.first else { return nil }
        let last = heap.removeLast()
        if heap.isEmpty { return top }
        heap[0] = last
        var i = 0
        while true {
            var best = i
            for child in [2 * i + 1, 2 * i + 2] where child < heap.count && Self.before(heap[child], heap[best]) {
                best = child
            }
            if best == i { return top }
            heap.swapAt(i, best)
            i = best
        }
    }

    private static func before(_ x: Pair, _ y: Pair) -> Bool {
        if x.likeness != y.likeness { return x.likeness > y.likeness }
        return (x.a, x.b) < (y.a, y.b)
    }
}
