import CLibXML2

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

    private(set) var nodes: [Node] = []
    /// All text of the page in document order, valid UTF-8, unfolded.
    private(set) var text: [UInt8] = []
    private var attributeNames: [HTMLAttribute] = []
    private var attributeEnds: [UInt32] = []
    private var attributeBytes: [UInt8] = []

    /// How many nodes are read; more is no page for people.
    private static let mostNodes = 1_000_000

    /// Parses a page that is valid UTF-8. Broken mark-up is mended as browsers do.
    init(_ page: [UInt8]) {
        let options = Int32(
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
                | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue)
        page.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress, !buffer.isEmpty else { return }
            let document = base.withMemoryRebound(to: CChar.self, capacity: buffer.count) {
                htmlReadMemory($0, Int32(clamping: buffer.count), nil, "UTF-8", options)
            }
            guard let document else { return }
            defer { xmlFreeDoc(document) }
            flatten(xmlDocGetRootElement(document))
        }
    }

    private mutating func flatten(_ root: xmlNodePtr?) {
        guard let root else { return }
        nodes.reserveCapacity(4096)
        // libxml2 keeps one copy of a name in a document, so that its address stands for it.
        var tags: [UnsafePointer<xmlChar>: HTMLTag] = [:]
        var open: [Int] = []
        var current = root
        while nodes.count < Self.mostNodes {
            let kind = current.pointee.type
            if kind == XML_ELEMENT_NODE {
                open.append(nodes.count)
                append(element: current, parent: open.dropLast().last, &tags)
                if let child = current.pointee.children {
                    current = child
                    continue
                }
                close(&open)
            } else if kind == XML_TEXT_NODE || kind == XML_CDATA_SECTION_NODE {
                append(text: current, parent: open.last)
            }
            while current.pointee.next == nil {
                guard current != root, let parent = current.pointee.parent, !open.isEmpty else { break }
                current = parent
                close(&open)
            }
            guard let next = current.pointee.next, !open.isEmpty else { break }
            current = next
        }
        while !open.isEmpty { close(&open) }
    }

    private mutating func close(_ open: inout [Int]) {
        guard let last = open.popLast() else { return }
        nodes[last].end = Int32(nodes.count)
        nodes[last].textEnd = UInt32(text.count)
    }

    private mutating func append(
        element: xmlNodePtr, parent: Int?, _ tags: inout [UnsafePointer<xmlChar>: HTMLTag]
    ) {
        guard let name = element.pointee.name else { return }
        let tag: HTMLTag
        if let known = tags[name] {
            tag = known
        } else {
            tag = HTMLTag.byName[String(cString: name).lowercased()] ?? .other
            tags[name] = tag
        }
        let first = attributeNames.count
        var attribute = element.pointee.properties
        var count = 0
        while let current = attribute, count < 64 {
            if let name = current.pointee.name, let known = HTMLAttribute.byName[String(cString: name).lowercased()] {
                append(known, current.pointee.children)
                count += 1
            }
            attribute = current.pointee.next
        }
        let inLink = tag == .a || parent.map { nodes[$0].isInLink } == true
        nodes.append(
            Node(
                tag: tag, parent: Int32(parent ?? -1), end: 0, textStart: UInt32(text.count), textEnd: 0,
                firstAttribute: Int32(first), attributeCount: UInt8(count), isInLink: inLink))
    }

    private mutating func append(_ attribute: HTMLAttribute, _ value: xmlNodePtr?) {
        var part = value
        while let current = part {
            if let content = current.pointee.content {
                attributeBytes.append(
                    contentsOf: UnsafeBufferPointer(start: content, count: min(Self.length(content), 1 << 14)))
            }
            part = current.pointee.next
        }
        attributeNames.append(attribute)
        attributeEnds.append(UInt32(attributeBytes.count))
    }

    private mutating func append(text node: xmlNodePtr, parent: Int?) {
        guard let content = node.pointee.content, let parent else { return }
        let start = text.count
        text.append(contentsOf: UnsafeBufferPointer(start: content, count: Self.length(content)))
        nodes.append(
            Node(
                tag: .text, parent: Int32(parent), end: Int32(nodes.count + 1), textStart: UInt32(start),
                textEnd: UInt32(text.count), firstAttribute: 0, attributeCount: 0, isInLink: nodes[parent].isInLink))
    }

    private static func length(_ text: UnsafePointer<xmlChar>) -> Int { Int(xmlStrlen(text)) }

    /// The value of a node's attribute.
    func attribute(_ name: HTMLAttribute, of node: Int) -> String? {
        let first = Int(nodes[node].firstAttribute)
        for i in first..<(first + Int(nodes[node].attributeCount)) where attributeNames[i] == name {
            let start = i == 0 ? 0 : Int(attributeEnds[i - 1])
            return String(decoding: attributeBytes[start..<Int(attributeEnds[i])], as: UTF8.self)
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
        return CleanLine.clean(String(decoding: text[range], as: UTF8.self))
    }

    /// The text of a subtree with a blank between its runs, as where elements stand apart on screen.
    func spacedText(of node: Int) -> String {
        var bytes: [UInt8] = []
        // Elements of a line or two have few nodes; more of them are a trap.
        for i in node..<min(Int(nodes[node].end), node + 2000) where nodes[i].tag == .text {
            bytes.append(contentsOf: text[Int(nodes[i].textStart)..<Int(nodes[i].textEnd)])
            bytes.append(0x20)
        }
        return CleanLine.clean(String(decoding: bytes, as: UTF8.self))
    }

    /// The nodes of a tag, in document order, within a subtree.
    func all(_ tag: HTMLTag, in root: Int = 0) -> [Int] {
        guard root < nodes.count else { return [] }
        return (root..<Int(nodes[root].end)).filter { nodes[$0].tag == tag }
    }
}
