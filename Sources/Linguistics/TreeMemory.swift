/// The memory that `TreeDecoder` computes in, used again from sentence to sentence, and the contraction
/// of cycles itself.
///
/// A cycle's words become one node, which takes the place of one of them; every arc remembers which
/// words it joined at first. All contractions together look at each pair of words a few times.
package final class TreeMemory {
    private var count = 0
    /// For each node a row of the weights of its heads, the root last; and the arcs that they stand for.
    private let weights = Scratch<Float>()
    private let origins = Scratch<UInt32>()
    /// The nodes that are left, by the place that they take.
    private var active: [Int32] = []
    private var best: [Int32] = []
    /// The place of the node that a word's place was merged into.
    private var mergedInto: [Int32] = []
    /// The number of the node at a place; words first, then contracted nodes in order.
    private var numbers: [Int32] = []
    private var parents: [Int32] = []
    private var arcs: [UInt32] = []
    private var marks: [UInt8] = []
    private var path: [Int32] = []
    private var members: [Int32] = []

    package init() {}

    /// Takes the scores of a sentence's arcs; those from the root are lowered.
    func start(_ scores: UnsafePointer<Float>, stride: Int, count: Int, rootPenalty: Float) {
        self.count = count
        let width = count + 1
        weights.reserve(count * width)
        origins.reserve(count * width)
        active.removeAll(keepingCapacity: true)
        best.removeAll(keepingCapacity: true)
        mergedInto.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
        parents.removeAll(keepingCapacity: true)
        arcs.removeAll(keepingCapacity: true)
        marks.removeAll(keepingCapacity: true)
        for word in 0..<count {
            for head in 0...count {
                weights.start[word * width + head] =
                    scores[word * stride + head] - (head == count ? rootPenalty : 0)
                origins.start[word * width + head] = UInt32(word) << 16 | UInt32(head)
            }
            active.append(Int32(word))
            best.append(0)
            mergedInto.append(Int32(word))
            numbers.append(Int32(word))
            parents.append(-1)
            arcs.append(0)
            marks.append(0)
        }
        for word in 0..<count { chooseHead(of: word) }
    }

    /// Contracts cycles until every node's best head leads to the root.
    func contract() {
        for start in 0..<count where mergedInto[start] == start && marks[start] == 0 {
            var node = start
            while node != count, marks[node] != 2 {
                if marks[node] == 1 {
                    contractCycle(at: node)
                    marks[node] = 0
                    continue
                }
                marks[node] = 1
                path.append(Int32(node))
                node = place(Int(best[node]))
            }
            for node in path { marks[Int(node)] = 2 }
            path.removeAll(keepingCapacity: true)
        }
        for node in active { arcs[Int(numbers[Int(node)])] = arc(Int(node)) }
    }

    /// Undoes the contractions from the last to the first: the arc that enters a cycle takes the place of
    /// one of the cycle's own.
    func expand(into heads: UnsafeMutablePointer<Int32>) {
        for node in stride(from: parents.count - 1, through: count, by: -1) {
            var member = Int(arcs[node] >> 16)
            while Int(parents[member]) != node { member = Int(parents[member]) }
            arcs[member] = arcs[node]
        }
        for word in 0..<count { heads[word] = Int32(arcs[word] & 0xFFFF) }
    }

    private func place(_ node: Int) -> Int {
        guard node < count else { return node }
        var at = node
        while Int(mergedInto[at]) != at { at = Int(mergedInto[at]) }
        return at
    }

    private func arc(_ node: Int) -> UInt32 { origins.start[node * (count + 1) + place(Int(best[node]))] }

    private func chooseHead(of node: Int) {
        let row = weights.start + node * (count + 1)
        var found = count
        for head in active where Int(head) != node && row[Int(head)] > row[found] { found = Int(head) }
        best[node] = Int32(found)
    }

    /// Makes one node of the cycle that the end of the path forms with `node`, at the place of `node`.
    private func contractCycle(at node: Int) {
        let width = count + 1
        members.removeAll(keepingCapacity: true)
        while let last = path.popLast() {
            members.append(last)
            if Int(last) == node { break }
        }
        let number = Int32(parents.count)
        for member in members {
            let member = Int(member)
            parents[Int(numbers[member])] = number
            arcs[Int(numbers[member])] = arc(member)
        }
        // What each member's own arc is worth, before rows are overwritten.
        let row = weights.start + node * width
        let own = row[place(Int(best[node]))]
        for head in 0...count { row[head] -= own }
        for member in members where Int(member) != node {
            mergeRow(of: Int(member), into: node)
            mergeColumn(of: Int(member), into: node)
        }
        for member in members where Int(member) != node {
            mergedInto[Int(member)] = Int32(node)
            marks[Int(member)] = 2
        }
        active.removeAll { mergedInto[Int($0)] != $0 }
        parents.append(-1)
        arcs.append(0)
        numbers[node] = number
        chooseHead(of: node)
    }

    /// The arcs that enter a cycle at a member, as far as they beat those at `node`.
    private func mergeRow(of member: Int, into node: Int) {
        let width = count + 1
        let from = weights.start + member * width
        let to = weights.start + node * width
        let own = from[place(Int(best[member]))]
        for head in 0...count where from[head] - own > to[head] {
            to[head] = from[head] - own
            origins.start[node * width + head] = origins.start[member * width + head]
        }
    }

    /// The arcs that leave a cycle at a member, as far as they beat those at `node`.
    private func mergeColumn(of member: Int, into node: Int) {
        let width = count + 1
        for other in active {
            let row = Int(other) * width
            if weights.start[row + member] > weights.start[row + node] {
                weights.start[row + node] = weights.start[row + member]
                origins.start[row + node] = origins.start[row + member]
            }
        }
    }
}
