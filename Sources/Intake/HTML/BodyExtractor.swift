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
    ///   - all: the blocks of the tree.
    ///   - title: the page's title, which is not repeated in the text.
    ///   - printed: the article body of the structured data, where there is one.
    func extract(_ all: [HTMLBlock], title: String?, printed: String?) -> Result {
        var blocks = all
        let bodies = BlockExclusion(tree: tree, names: vocabulary.elementNames).apply(to: &blocks)
        let scores = BlockScores(tree: tree, blocks: blocks)
        var result = Result()
        let best = scores.best()
        let enough = best.map { $0.score } ?? 0
        // 1. The element around the blocks that the structured data prints as the article's body.
        if let printed, let around = PrintedBody(printed).element(tree, blocks, scores),
            scores.score(around) >= 0.6 * enough
        {
            result.stage = "the element that holds the article body of the structured data"
            take(around, scores, blocks, title, &result)
        }
        // 2. The element that names itself the body, when it holds most of what scores; several such
        // elements side by side when they do so together.
        if result.blocks.isEmpty, let marked = scores.best(among: bodies), marked.score >= 0.4 * enough,
            marked.score >= 20
        {
            result.stage = "the element that is marked as the article's body"
            let together = marked.score < 0.8 * enough ? scores.around(bodies) : nil
            take(together ?? marked.node, scores, blocks, title, &result)
        }
        // 3. The only article element, under the same condition.
        if result.blocks.isEmpty, let article = scores.best(among: tree.all(.article)),
            article.score >= 0.75 * enough, article.score >= 40
        {
            result.stage = "the article element"
            take(article.node, scores, blocks, title, &result)
        }
        // 4. The element whose blocks score highest.
        if result.blocks.isEmpty, let best, best.score > 0 {
            result.stage = "the element whose sentences outweigh its links"
            take(best.node, scores, blocks, title, &result)
        }
        // 5. What the structured data prints, when the tree holds far less of it.
        if let printed {
            let found = result.blocks.reduce(0) { $0 + $1.shape.words }
            let there = LineShape(CleanLine.clean(printed))
            if there.words >= 40, there.words > 2 * found {
                let paragraphs = printed.split(whereSeparator: \.isNewline).map { CleanLine.clean($0) }.filter {
                    !$0.isEmpty
                }
                result.stage = "the article body of the structured data, of which the page shows less than half"
                result.blocks = paragraphs.map {
                    HTMLBlock(text: $0, element: 0, node: 0, shape: LineShape($0), linkShare: 0, kind: .paragraph)
                }
            }
        }
        // 6. Whatever is neither excluded nor a link.
        if result.blocks.isEmpty {
            result.stage = "all blocks that are no links, for want of sentences"
            result.blocks = blocks.filter { $0.excluded == nil && $0.linkShare < 0.5 && $0.shape.letters > 0 }
        }
        return result
    }

    private func take(
        _ node: Int, _ scores: BlockScores, _ blocks: [HTMLBlock], _ title: String?, _ result: inout Result
    ) {
        var range = scores.blocks(in: node)
        range = lead(before: range, blocks, title)..<range.upperBound
        let selection = BlockSelection(blocks: blocks, range: range, title: title, vocabulary: vocabulary)
        (result.blocks, result.cuts) = selection.select()
    }
}

extension BodyExtractor {
    /// Where the article starts when its first sentences stand between the headline and the element
    /// that holds the rest: the index of the headline's follower, else of the element's first block.
    private func lead(before range: Range<Int>, _ blocks: [HTMLBlock], _ title: String?) -> Int {
        guard let title, range.lowerBound > 0 else { return range.lowerBound }
        let fold = Words.fold(title)
        var start = range.lowerBound
        var i = range.lowerBound - 1
        while i >= 0, range.lowerBound - i <= 25 {
            let block = blocks[i]
            if case .heading(let level) = block.kind, level <= 2, level == 1 || Words.fold(block.text) == fold {
                return start
            }
            let isText = block.shape.words >= 8 && block.shape.lower * 100 >= block.shape.words * 40
            if block.excluded == nil, isText, block.linkShare < 0.25, block.kind == .paragraph || block.kind.isHeading {
                start = i
            }
            i -= 1
        }
        return range.lowerBound
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
        let all = candidates ?? Array(tree.nodes.indices)
        for node in all where tree.nodes[node].tag != .text {
            let score = score(node)
            if score >= (best?.score ?? -.infinity) { best = (node, score) }
        }
        return best
    }
}
