import CLibXML2

/// Builds the arrays of an `HTMLTree` from the events of libxml2's HTML parser.
///
/// The parser's own tree is never made: half of its time would go into allocating the nodes and
/// freeing them again. A value that the parser's events reach by its address needs no check of access
/// for each of them.
struct HTMLTreeBuilder {
    private(set) var nodes: [HTMLTree.Node] = []
    private(set) var text: [UInt8] = []
    private(set) var attributeNames: [HTMLAttribute] = []
    private(set) var attributeEnds: [UInt32] = []
    private(set) var attributeBytes: [UInt8] = []
    private(set) var notice: String?
    private var open: [Int32] = []
    private var tags = NameCache<HTMLTag>()
    private var attributes = NameCache<HTMLAttribute>()
    private var context: htmlParserCtxtPtr?

    /// How many nodes are read; more is no page for people.
    private static let mostNodes = 1_000_000
    /// How deep elements may stand in one another: twice what browsers allow. The parser looks through
    /// all open elements for every end tag that has no start.
    private static let deepest = 1024

    /// Parses a page that is valid UTF-8.
    mutating func parse(_ page: [UInt8]) {
        guard !page.isEmpty, let context = htmlNewParserCtxt() else { return }
        defer { htmlFreeParserCtxt(context) }
        guard let handlers = context.pointee.sax else { return }
        nodes.reserveCapacity(page.count / 24)
        text.reserveCapacity(page.count / 2)
        self.context = context
        handlers.pointee = htmlSAXHandler()
        handlers.pointee.startElement = { builder, name, attributes in
            HTMLTreeBuilder.of(builder)?.pointee.start(name, attributes)
        }
        handlers.pointee.endElement = { builder, _ in HTMLTreeBuilder.of(builder)?.pointee.close() }
        handlers.pointee.characters = { builder, bytes, count in
            HTMLTreeBuilder.of(builder)?.pointee.add(bytes, Int(count))
        }
        handlers.pointee.cdataBlock = handlers.pointee.characters
        handlers.pointee.ignorableWhitespace = handlers.pointee.characters
        let options = Int32(
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
                | HTML_PARSE_NONET.rawValue | HTML_PARSE_NODEFDTD.rawValue)
        withUnsafeMutablePointer(to: &self) { builder in
            context.pointee.userData = UnsafeMutableRawPointer(builder)
            page.withUnsafeBytes { bytes in
                guard let base = bytes.bindMemory(to: CChar.self).baseAddress else { return }
                let document = htmlCtxtReadMemory(context, base, Int32(clamping: bytes.count), nil, "UTF-8", options)
                if let document { xmlFreeDoc(document) }
            }
        }
        self.context = nil
        while !open.isEmpty { close() }
    }

    @inline(__always)
    private static func of(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<HTMLTreeBuilder>? {
        pointer?.assumingMemoryBound(to: HTMLTreeBuilder.self)
    }

    private mutating func stop(_ reason: String) {
        notice = notice ?? reason
        if let context { xmlStopParser(context) }
    }

    private mutating func start(
        _ name: UnsafePointer<xmlChar>?, _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard let name else { return }
        if open.count >= Self.deepest {
            return stop("elements stand more than \(Self.deepest) deep; the rest was not read")
        }
        if nodes.count >= Self.mostNodes {
            return stop("the page has more than \(Self.mostNodes) elements; the rest was not read")
        }
        let tag = tags.value(name) { HTMLTag.byName[String(cString: $0).lowercased()] } ?? .other
        let first = attributeNames.count
        var count = 0
        if var next = values {
            while let attribute = next.pointee, count < 64 {
                if let known = attributes.value(attribute, { HTMLAttribute.named(Self.bytes($0)) }) {
                    append(known, next.advanced(by: 1).pointee)
                    count += 1
                }
                next = next.advanced(by: 2)
            }
        }
        let parent = open.last ?? -1
        let isInLink = tag == .a || parent >= 0 && nodes[Int(parent)].isInLink
        open.append(Int32(nodes.count))
        nodes.append(
            HTMLTree.Node(
                tag: tag, parent: parent, end: 0, textStart: UInt32(text.count), textEnd: 0,
                firstAttribute: Int32(first), attributeCount: UInt8(count), isInLink: isInLink))
    }

    private mutating func append(_ attribute: HTMLAttribute, _ value: UnsafePointer<xmlChar>?) {
        if let value {
            let bytes = Self.bytes(value)
            attributeBytes.append(contentsOf: UnsafeBufferPointer(rebasing: bytes.prefix(1 << 14)))
        }
        attributeNames.append(attribute)
        attributeEnds.append(UInt32(attributeBytes.count))
    }

    private mutating func add(_ bytes: UnsafePointer<xmlChar>?, _ count: Int) {
        guard let bytes, count > 0, let parent = open.last else { return }
        let start = text.count
        text.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
        // The parser hands long runs on in pieces.
        if let last = nodes.indices.last, nodes[last].tag == .text, nodes[last].parent == parent {
            nodes[last].textEnd = UInt32(text.count)
            return
        }
        nodes.append(
            HTMLTree.Node(
                tag: .text, parent: parent, end: Int32(nodes.count + 1), textStart: UInt32(start),
                textEnd: UInt32(text.count), firstAttribute: 0, attributeCount: 0,
                isInLink: nodes[Int(parent)].isInLink))
    }

    private mutating func close() {
        guard let last = open.popLast() else { return }
        nodes[Int(last)].end = Int32(nodes.count)
        nodes[Int(last)].textEnd = UInt32(text.count)
    }

    private static func bytes(_ text: UnsafePointer<xmlChar>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text)))
    }
}

/// What names stand for, by their addresses: the parser keeps one copy of each name.
private struct NameCache<Value> {
    private var names = [UnsafePointer<xmlChar>?](repeating: nil, count: 256)
    private var values = [Value?](repeating: nil, count: 256)

    /// The value of a name; `make` is asked when its place holds another's.
    @inline(__always)
    mutating func value(_ name: UnsafePointer<xmlChar>, _ make: (UnsafePointer<xmlChar>) -> Value?) -> Value? {
        let address = UInt(bitPattern: name)
        let slot = Int((address >> 3 ^ address >> 11) & 255)
        if names[slot] == name { return values[slot] }
        let value = make(name)
        names[slot] = name
        values[slot] = value
        return value
    }
}
