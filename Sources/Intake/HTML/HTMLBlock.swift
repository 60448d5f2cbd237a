/// A paragraph of a page: a run of text between the borders of block elements, with what the tree
/// says of it.
struct HTMLBlock: Sendable {
    /// The words, blanks folded; a line end stands for a `<br>`.
    var text: String
    /// The nearest block element around it.
    var element: Int
    /// The node of its first text.
    var node: Int
    var shape: LineShape
    /// Characters in links, of all characters.
    var linkShare: Double
    /// What kind of block the elements around it make it.
    var kind: Kind
    /// Why it is no part of the article; `nil` while it may be.
    var excluded: String?
    /// Whether it is a note to the text, by the element around it.
    var isNote = false

    enum Kind: Hashable, Sendable {
        case paragraph, listItem, cell, caption, preformatted
        /// A row of a table of data, its cells parted by tabs.
        case row
        case heading(Int)

        var isHeading: Bool { if case .heading = self { true } else { false } }
    }

    /// Paragraphs that no tree holds, a block a line.
    static func paragraphs(of text: String) -> [HTMLBlock] {
        text.split(whereSeparator: \.isNewline).map { CleanLine.clean($0) }.filter { !$0.isEmpty }.map {
            HTMLBlock(text: $0, element: 0, node: 0, shape: LineShape($0), linkShare: 0, kind: .paragraph)
        }
    }

    /// How much the block speaks for an article around it: sentences for, links and scraps against.
    var weight: Double {
        if excluded != nil { return -1 }
        // Notes belong to a text and do not make one.
        if isNote { return 0 }
        let words = Double(min(shape.words, 80))
        if case .heading = kind { return linkShare > 0.5 ? -2 : 0 }
        if kind == .caption { return 0 }
        if kind == .row { return linkShare > 0.6 ? -1 : words * 0.3 }
        if linkShare > 0.5 { return -4 }
        if shape.isProse { return words * (1 - linkShare) }
        if shape.isShortSentence { return linkShare < 0.3 ? words * 0.5 : -1 }
        if kind == .listItem { return linkShare > 0.3 ? -2 : shape.words >= 4 ? 1 : -0.5 }
        if kind == .cell || kind == .preformatted { return 0 }
        return -2
    }
}
