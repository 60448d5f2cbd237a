/// A link in a text that leads to a note, or back from one.
///
/// The number of a note is put in brackets, so that it is not read as one of the text's own figures
/// ("50 boats" with the note 1 is no "501").
enum NoteMark {
    /// Where the number stands in the tree's text.
    case number(Range<Int>)
    /// An arrow or other sign that leads back to the text.
    case back

    /// - Parameter node: a run of text in a link; `nil` for any link that belongs to no note.
    init?(_ tree: HTMLTree, _ node: Int) {
        let whole = Int(tree.nodes[node].textStart)..<Int(tree.nodes[node].textEnd)
        guard whole.count <= 16 else { return nil }
        var range = whole
        while let last = range.last, tree.text[last] <= 0x20 { range.removeLast() }
        while let first = range.first, tree.text[first] <= 0x20 { range.removeFirst() }
        guard !range.isEmpty, let leadsInside = Self.leadsInside(tree, node) else { return nil }
        let isNumber = range.count <= 3 && range.allSatisfy { (0x30...0x39).contains(tree.text[$0]) }
        if isNumber, leadsInside || Self.isRaised(tree, node) {
            self = .number(range)
        } else if leadsInside, Self.isArrow(tree.text[range]) {
            self = .back
        } else {
            return nil
        }
    }

    /// Whether the link around a node leads to a place of its own page; `nil` without a link nearby.
    private static func leadsInside(_ tree: HTMLTree, _ node: Int) -> Bool? {
        var current = Int(tree.nodes[node].parent)
        for _ in 0..<3 where current >= 0 {
            if tree.nodes[current].tag == .a {
                return tree.withAttribute(.href, of: current) { $0.first == UInt8(ascii: "#") && $0.count > 1 } ?? false
            }
            current = Int(tree.nodes[current].parent)
        }
        return nil
    }

    private static func isRaised(_ tree: HTMLTree, _ node: Int) -> Bool {
        var current = Int(tree.nodes[node].parent)
        for _ in 0..<3 where current >= 0 {
            if tree.nodes[current].tag == .sup { return true }
            current = Int(tree.nodes[current].parent)
        }
        return false
    }

    /// Whether some bytes are signs that point up or back, or a circumflex.
    private static func isArrow(_ bytes: ArraySlice<UInt8>) -> Bool {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x5E, 0x2190...0x21FF, 0x2934...0x2937, 0x2B06, 0xFE0E, 0xFE0F: true
            default: false
            }
        }
    }
}
