/// Sums of the blocks' weights over subtrees.
struct BlockScores {
    let tree: HTMLTree
    /// How many blocks start before each node.
    private let before: [Int32]
    private let prefix: [Double]

    init(tree: HTMLTree, blocks: [HTMLBlock]) {
        self.tree = tree
        var before = [Int32](repeating: 0, count: tree.nodes.count + 1)
        var at = 0
        for (i, block) in blocks.enumerated() {
            while at <= block.node, at < before.count {
                before[at] = Int32(i)
                at += 1
            }
        }
        for node in at..<max(at, before.count) { before[node] = Int32(blocks.count) }
        self.before = before
        var prefix: [Double] = [0]
        for block in blocks { prefix.append(prefix[prefix.count - 1] + block.weight) }
        self.prefix = prefix
    }

    /// The blocks in an element's subtree.
    func blocks(in node: Int) -> Range<Int> {
        Int(before[node])..<Int(before[Int(tree.nodes[node].end)])
    }

    func score(_ node: Int) -> Double {
        let range = blocks(in: node)
        return prefix[range.upperBound] - prefix[range.lowerBound]
    }

    /// The innermost element around elements that stand side by side, when little else is in it.
    func around(_ elements: [Int]) -> Int? {
        // Only elements of one kind are parts of one body.
        let strong = elements.filter { score($0) >= 10 }
        guard let model = strong.max(by: { score($0) < score($1) }) else { return nil }
        let name = tree.attribute(.class, of: model)
        let real = strong.filter { tree.attribute(.class, of: $0) == name }
        guard let first = real.first, let last = real.last, real.count > 1 else { return nil }
        var node = first
        while node > 0, Int(tree.nodes[node].end) <= last { node = Int(tree.nodes[node].parent) }
        guard node > 0 else { return nil }
        var outer: [Int] = []
        for element in real where outer.last.map({ Int(tree.nodes[$0].end) <= element }) ?? true {
            outer.append(element)
        }
        let sum = outer.reduce(0.0) { $0 + score($1) }
        return outer.count > 1 && score(node) <= 1.3 * sum && tree.all(.article, in: node).count <= 1 ? node : nil
    }

    /// The element of the highest sum; of equals the innermost.
    func best(among candidates: [Int]? = nil) -> (node: Int, score: Double)? {
        var best: (node: Int, score: Double)?
        func look(_ node: Int) {
            guard tree.nodes[node].tag != .text else { return }
            let score = score(node)
            if score >= (best?.score ?? -.infinity) { best = (node, score) }
        }
        if let candidates { candidates.forEach(look) } else { tree.nodes.indices.forEach(look) }
        return best
    }
}
