/// A page as a flat tree: nodes in document order, their text in one buffer.
///
/// The parser is libxml2's, kept behind this type. A node's subtree is a range of nodes and a range of
/// text, so that sums over subtrees cost nothing. Parsing is O(page); nothing recurses, so that depth
/// does no harm.
struct HTMLTree: Sendable {
    /// An element or a run of text.
    struct Node: Sendable {
        var tag: HTMLTag
        var parent: Int32
        /// The index behind the subtree's last node.
        var end: Int32
        /// Bytes of `text` that the subtree covers.
        var textStart: UInt32
        var textEnd: UInt32
        var firstAttribute: Int32
        var attributeCount: UInt8
        /// Whether a link is around or at this node.
        var isInLink: Bool
    }

    let nodes: [Node]
    /// All text of the page in document order, valid UTF-8, unfolded.
    let text: [UInt8]
    private let attributeNames: [HTMLAttribute]
    private let attributeEnds: [UInt32]
    private let attributeBytes: [UInt8]
    /// Why the end of the page was not read, if so.
    let notice: String?

    /// Parses a page that is valid UTF-8. Broken mark-up is mended as browsers do.
    init(_ page: [UInt8]) {
        var builder = HTMLTreeBuilder()
        builder.parse(page)
        nodes = builder.nodes
        text = builder.text
        attributeNames = builder.attributeNames
        attributeEnds = builder.attributeEnds
        attributeBytes = builder.attributeBytes
        notice = builder.notice
    }

    /// The value of a node's attribute.
    func attribute(_ name: HTMLAttribute, of node: Int) -> String? {
        let first = Int(nodes[node].firstAttribute)
        for i in first..<(first + Int(nodes[node].attributeCount)) where attributeNames[i] == name {
            let start = i == 0 ? 0 : Int(attributeEnds[i - 1])
            return String(decoding: attributeBytes[start..<Int(attributeEnds[i])], as: UTF8.self)
        }
        return nil
    }

    /// Calls `body` with the bytes of a node's attribute, where it has it.
    func withAttribute<Result>(
        _ name: HTMLAttribute, of node: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result? {
        let first = Int(nodes[node].firstAttribute)
        for i in first..<(first + Int(nodes[node].attributeCount)) where attributeNames[i] == name {
            let start = i == 0 ? 0 : Int(attributeEnds[i - 1])
            return attributeBytes.withUnsafeBufferPointer {
                body(UnsafeBufferPointer(rebasing: $0[start..<Int(attributeEnds[i])]))
            }
        }
        return nil
    }

    /// What the class and id of a node say of authors and dates.
    func marks(of node: Int, _ marks: ElementMarks) -> ElementMarks.Found {
        var found: ElementMarks.Found = []
        let first = Int(nodes[node].firstAttribute)
        for i in first..<(first + Int(nodes[node].attributeCount)) {
            guard attributeNames[i] == .class || attributeNames[i] == .id else { continue }
            let start = i == 0 ? 0 : Int(attributeEnds[i - 1])
            attributeBytes.withUnsafeBufferPointer {
                found.formUnion(marks.marks(UnsafeBufferPointer(rebasing: $0[start..<Int(attributeEnds[i])])))
            }
        }
        return found
    }

    /// Whether a node has any attribute that is read.
    func hasAttributes(_ node: Int) -> Bool { nodes[node].attributeCount > 0 }

    /// The text of a subtree with its blanks folded.
    func text(of node: Int) -> String {
        let range = Int(nodes[node].textStart)..<Int(nodes[node].textEnd)
        return text.withUnsafeBufferPointer { CleanLine.clean(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// The text of a subtree with a blank between its runs, as where elements stand apart on screen.
    func spacedText(of node: Int) -> String {
        var bytes: [UInt8] = []
        // Elements of a line or two have few nodes; more of them are a trap.
        for i in node..<min(Int(nodes[node].end), node + 2000) where nodes[i].tag == .text {
            bytes.append(contentsOf: text[Int(nodes[i].textStart)..<Int(nodes[i].textEnd)])
            bytes.append(0x20)
        }
        return bytes.withUnsafeBufferPointer { CleanLine.clean($0) }
    }

    /// The nodes of a tag, in document order, within a subtree.
    func all(_ tag: HTMLTag, in root: Int = 0) -> [Int] {
        guard root < nodes.count else { return [] }
        return (root..<Int(nodes[root].end)).filter { nodes[$0].tag == tag }
    }
}
