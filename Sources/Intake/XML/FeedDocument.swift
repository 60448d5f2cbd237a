import CLibXML2

/// An XML feed or sitemap as a list of entries, each a list of named texts.
///
/// Entities that a document defines are not expanded and nothing outside it is loaded.
struct FeedDocument {
    /// Local names in lower case with their texts, in order. Atom's links stand under `link` and `link:rel`.
    typealias Entry = [(name: String, text: String)]

    /// The fields of the feed itself: title, language.
    private(set) var head: Entry = []
    private(set) var entries: [Entry] = []
    /// The local name of the root element.
    private(set) var root = ""

    private static let mostEntries = 100_000

    /// Parses a document; `nil` when it is no XML with a root element.
    init?(_ bytes: [UInt8]) {
        let options = Int32(
            XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
                | XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue)
        let document = bytes.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.flatMap { base in
                base.withMemoryRebound(to: CChar.self, capacity: buffer.count) {
                    xmlReadMemory($0, Int32(clamping: buffer.count), nil, nil, options)
                }
            }
        }
        guard let document else { return nil }
        defer { xmlFreeDoc(document) }
        guard let top = xmlDocGetRootElement(document) else { return nil }
        root = Self.name(top)
        collect(top, depth: 0)
    }

    private mutating func collect(_ parent: xmlNodePtr, depth: Int) {
        var child = parent.pointee.children
        while let node = child {
            defer { child = node.pointee.next }
            guard node.pointee.type == XML_ELEMENT_NODE, entries.count < Self.mostEntries else { continue }
            let name = Self.name(node)
            switch name {
            case "item", "entry", "url", "sitemap": entries.append(Self.fields(node))
            case "channel" where depth < 2: collect(node, depth: depth + 1)
            case "title", "language", "lang": head.append((name, Self.text(node)))
            case "author": head += Self.elements(in: node, under: name)
            default: continue
            }
        }
    }

    /// The texts of an entry's children, and of theirs where they only hold elements.
    private static func fields(_ entry: xmlNodePtr) -> Entry {
        var fields: Entry = []
        var child = entry.pointee.children
        while let node = child, fields.count < 200 {
            defer { child = node.pointee.next }
            guard node.pointee.type == XML_ELEMENT_NODE else { continue }
            let name = name(node)
            if name == "link", let href = attribute("href", node) {
                let rel = attribute("rel", node)
                fields.append((rel == nil || rel == "alternate" ? "link" : "link:\(rel ?? "")", href))
            } else if name == "category", let term = attribute("label", node) ?? attribute("term", node) {
                // Atom's category is empty and names itself in attributes (RFC 4287, 4.2.2).
                fields.append((name, term))
            } else {
                var inner = node.pointee.children
                var hasElements = false
                while let below = inner {
                    if below.pointee.type == XML_ELEMENT_NODE, name != "content", name != "summary",
                        name != "description"
                    {
                        fields.append(("\(name)/\(Self.name(below))", text(below)))
                        hasElements = true
                        // A news sitemap names the outlet one element further down.
                        if Self.name(below) == "publication" { fields += elements(in: below, under: name) }
                    }
                    inner = below.pointee.next
                }
                if !hasElements { fields.append((name, name == "content" ? markup(node) : text(node))) }
            }
        }
        return fields
    }

    private static func elements(in parent: xmlNodePtr, under name: String) -> Entry {
        var fields: Entry = []
        var child = parent.pointee.children
        while let node = child, fields.count < 20 {
            if node.pointee.type == XML_ELEMENT_NODE { fields.append(("\(name)/\(Self.name(node))", text(node))) }
            child = node.pointee.next
        }
        return fields
    }

    private static func name(_ node: xmlNodePtr) -> String {
        node.pointee.name.map { String(cString: $0).lowercased() } ?? ""
    }

    private static func attribute(_ name: String, _ node: xmlNodePtr) -> String? {
        guard let value = xmlGetProp(node, name) else { return nil }
        defer { chancery_xml_free(value) }
        return String(cString: value)
    }

    private static func text(_ node: xmlNodePtr) -> String {
        guard let content = xmlNodeGetContent(node) else { return "" }
        defer { chancery_xml_free(content) }
        return String(cString: content)
    }

    /// The content of an element as mark-up: Atom may hold XHTML in place of escaped HTML.
    private static func markup(_ node: xmlNodePtr) -> String {
        var child = node.pointee.children
        while let below = child {
            if below.pointee.type == XML_ELEMENT_NODE {
                guard let buffer = xmlBufferCreate() else { return text(node) }
                defer { xmlBufferFree(buffer) }
                xmlNodeDump(buffer, node.pointee.doc, node, 0, 0)
                return xmlBufferContent(buffer).map { String(cString: $0) } ?? text(node)
            }
            child = below.pointee.next
        }
        return text(node)
    }
}
