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
        /// Stages that were tried before it, each with what it fell short of.
        var passed: [String] = []
    }

    /// Extracts the body.
    ///
    /// - Parameters:
    ///   - all: the blocks of the tree.
    ///   - title: the page's title, which is not repeated in the text.
    ///   - printed: the article body of the structured data, where there is one.
    ///   - isLive: whether the page is a live blog, whose entries keep their times.
    func extract(_ all: [HTMLBlock], title: String?, printed: String?, isLive: Bool = false) -> Result {
        var blocks = all
        let bodies = BlockExclusion(tree: tree, names: vocabulary.elementNames).apply(to: &blocks)
        let scores = BlockScores(tree: tree, blocks: blocks)
        var result = Result()
        let best = scores.best()
        let enough = best.map { $0.score } ?? 0
        func share(_ score: Double) -> String {
            enough > 0 ? "\(Int(max(0, min(1, score / enough)) * 100)) % of the page's best" : "no sentences"
        }
        // 1. The element around the blocks that the structured data prints as the article's body.
        if let printed {
            if let around = PrintedBody(printed).element(tree, blocks, scores), scores.score(around) >= 0.6 * enough {
                result.stage = "the element that holds the article body of the structured data"
                take(around, scores, blocks, title, isLive, &result)
            } else {
                result.passed.append("the structured data's article body is not what the page shows")
            }
        }
        // 2. The element that names itself the body, when it holds most of what scores; several such
        // elements side by side when they do so together.
        if result.blocks.isEmpty, let marked = scores.best(among: bodies) {
            if marked.score >= 0.4 * enough, marked.score >= 20 {
                result.stage = "the element that is marked as the article's body"
                let together = marked.score < 0.8 * enough ? scores.around(bodies) : nil
                take(together ?? marked.node, scores, blocks, title, isLive, &result)
            } else {
                result.passed.append("the element that is marked as the body has \(share(marked.score))")
            }
        }
        // 3. The only article element, under the same condition.
        if result.blocks.isEmpty, let article = scores.best(among: tree.all(.article)) {
            if article.score >= 0.75 * enough, article.score >= 40 {
                result.stage = "the article element"
                take(article.node, scores, blocks, title, isLive, &result)
            } else {
                result.passed.append("the best article element has \(share(article.score))")
            }
        }
        // 4. The element whose blocks score highest.
        if result.blocks.isEmpty, let best, best.score > 0 {
            result.stage = "the element whose sentences outweigh its links"
            take(best.node, scores, blocks, title, isLive, &result)
        }
        // 5. What the structured data prints, when the tree holds far less of it.
        if let printed {
            let found = result.blocks.reduce(0) { $0 + $1.shape.words }
            let there = LineShape(CleanLine.clean(printed))
            if there.words >= 40, there.words > 2 * found {
                if !result.stage.isEmpty { result.passed.append("\(result.stage) has \(found) words") }
                result.stage = "the article body of the structured data, of which the page shows less than half"
                result.blocks = HTMLBlock.paragraphs(of: printed)
            }
        }
        // 6. Whatever is neither excluded nor a link.
        if result.blocks.isEmpty {
            if !result.stage.isEmpty { result.passed.append("\(result.stage) has no text") }
            result.stage = "all blocks that are no links, for want of sentences"
            result.blocks = blocks.filter { $0.excluded == nil && $0.linkShare < 0.5 && $0.shape.letters > 0 }
        }
        return result
    }

    private func take(
        _ node: Int, _ scores: BlockScores, _ blocks: [HTMLBlock], _ title: String?, _ isLive: Bool,
        _ result: inout Result
    ) {
        var range = scores.blocks(in: node)
        range = lead(before: range, blocks, title)..<range.upperBound
        let selection = BlockSelection(
            blocks: blocks, range: range, title: title, vocabulary: vocabulary, keepsTimes: isLive)
        (result.blocks, result.cuts) = selection.select()
        // Notes often stand below the element that holds the text.
        result.blocks += blocks[range.upperBound...].filter { $0.isNote && $0.excluded == nil && $0.shape.words > 0 }
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
