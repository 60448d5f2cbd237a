/// The article body that a page's structured data prints, as a guide to the element that shows it.
///
/// The element is preferred to the printed text itself, which has lost its paragraphs and lists.
struct PrintedBody {
    private let fold: String
    private let words: Int

    init(_ text: String) {
        let list = Words.list(text)
        words = list.count
        fold = " " + list.joined(separator: " ") + " "
    }

    /// The innermost element around the blocks that the printed body holds; `nil` when they make up
    /// less than four fifths of it, or it is too short to tell. O(blocks * body).
    func element(_ tree: HTMLTree, _ blocks: [HTMLBlock], _ scores: BlockScores) -> Int? {
        guard words >= 60, words <= 20_000 else { return nil }
        var held = 0
        var first: Int?
        var last = 0
        for block in blocks where block.shape.words >= 6 && block.excluded == nil {
            let list = Words.list(block.text)
            guard list.count >= 6, fold.contains(" " + list.joined(separator: " ") + " ") else { continue }
            held += list.count
            if first == nil { first = block.node }
            last = block.node
        }
        guard let first, held * 5 >= words * 4 else { return nil }
        var node = Int(tree.nodes[first].parent)
        while node > 0, Int(tree.nodes[node].end) <= last { node = Int(tree.nodes[node].parent) }
        return node > 0 ? node : nil
    }
}
