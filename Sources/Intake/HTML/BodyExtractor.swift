import Records

/// The article's text out of a page, by a cascade in which each stage engages only where the one
/// before fell short, and says so.
struct BodyExtractor {
    let tree: HTMLTree
    let vocabulary: IntakeVocabulary

    /// What was found.
    struct Result {
        var blocks: [HTMLBlock] = []
        var cuts: [Article.Cut] = []
        /// The stage that won, in words.
        var stage = ""
    }

    /// Extracts the body.
    ///
    /// - Parameters:
    ///   - title: the page's title, which is not repeated in the text.
    ///   - printed: the article body of the structured data, where there is one.
    func extract(title: String?, printed: String?) -> Result {
        var blocks = HTMLBlocks(tree).blocks
        let bodies = BlockExclusion(tree: tree, names: vocabulary.elementNames).apply(to: &blocks)
        let scores = BlockScores(tree: tree, blocks: blocks)
        var result = Result()
        let best = scores.best()
        // 1. The element that names itself the body, when it holds most of what scores.
        if let marked = scores.best(among: bodies), marked.score >= 0.5 * (best?.score ?? 0), marked.score >= 20 {
            result.stage = "the element that is marked as the article's body"
            take(marked.node, scores, blocks, title, &result)
        }
        // 2. The only article element, under the same condition.
        if result.blocks.isEmpty, let article = scores.best(among: tree.all(.article)),
            article.score >= 0.75 * (best?.score ?? 0), article.score >= 40
        {
            result.stage = "the article element"
            take(article.node, scores, blocks, title, &result)
        }
        // 3. The element whose blocks score highest.
        if result.blocks.isEmpty, let best, best.score > 0 {
            result.stage = "the element whose sentences outweigh its links"
            take(best.node, scores, blocks, title, &result)
        }
        // 4. What the structured data prints, when the tree holds far less of it.
        if let printed {
            let found = result.blocks.reduce(0) { $0 + $1.shape.words }
            let there = LineShape(CleanLine.clean(printed))
            if there.words >= 40, there.words > 2 * found {
                let paragraphs = printed.split(whereSeparator: \.isNewline).map { CleanLine.clean($0) }.filter { !$0.isEmpty }
                result.stage = "the article body of the structured data, of which the page shows less than half"
                result.blocks = paragraphs.map {
                    HTMLBlock(text: $0, element: 0, node: 0, shape: LineShape($0), linkShare: 0, kind: .paragraph)
                }
            }
        }
        // 5. Whatever is neither excluded nor a link.
        if result.blocks.isEmpty {
            result.stage = "all blocks that are no links, for want of sentences"
            result.blocks = blocks.filter { $0.excluded == nil && $0.linkShare < 0.5 && $0.shape.letters > 0 }
        }
        return result
    }

    private func take(
        _ node: Int, _ scores: BlockScores, _ blocks: [HTMLBlock], _ title: String?, _ result: inout Result
    ) {
        let range = scores.blocks(in: node)
        let selection = BlockSelection(blocks: blocks, range: range, title: title, vocabulary: vocabulary)
        (result.blocks, result.cuts) = selection.select()
    }
}

/// Sums of the blocks' weights over subtrees.
struct BlockScores {
    let tree: HTMLTree
    private let nodes: [Int]
    private let prefix: [Double]

    init(tree: HTMLTree, blocks: [HTMLBlock]) {
        self.tree = tree
        nodes = blocks.map(\.node)
        var prefix: [Double] = [0]
        for block in blocks { prefix.append(prefix[prefix.count - 1] + block.weight) }
        self.prefix = prefix
    }

    /// The blocks in an element's subtree.
    func blocks(in node: Int) -> Range<Int> {
        BlockExclusion.lowerBound(nodes, node)..<BlockExclusion.lowerBound(nodes, Int(tree.nodes[node].end))
    }

    func score(_ node: Int) -> Double {
        let range = blocks(in: node)
        return prefix[range.upperBound] - prefix[range.lowerBound]
    }

    /// The element of the highest sum; of equals the innermost.
    func best(among candidates: [Int]? = nil) -> (node: Int, score: Double)? {
        var best: (node: Int, score: Double)?
        let all = candidates ?? Array(tree.nodes.indices)
        for node in all where tree.nodes[node].tag != .text {
            let score = score(node)
            if score >= (best?.score ?? -.infinity) { best = (node, score) }
        }
        return best
    }
}
