/// Builds HTML: every text goes through escaping, every element is closed.
struct HTMLWriter {
    private(set) var html = ""

    /// Writes text with the characters that HTML reads as marks made plain.
    mutating func text(_ text: String) { html += Self.escape(text) }

    /// Writes an element around what `body` writes; attributes whose value is `nil` are left out.
    mutating func element(
        _ name: String, _ attributes: [(String, String?)] = [], _ body: (inout HTMLWriter) -> Void
    ) {
        open(name, attributes)
        body(&self)
        html += "</\(name)>"
        if Self.blocks.contains(name) { html += "\n" }
    }

    /// Writes an element that holds only text.
    mutating func element(_ name: String, _ attributes: [(String, String?)] = [], text: String) {
        element(name, attributes) { $0.text(text) }
    }

    /// Writes a start tag; for elements without an end.
    mutating func open(_ name: String, _ attributes: [(String, String?)] = []) {
        html += "<\(name)"
        for (key, value) in attributes {
            if let value { html += " \(key)=\"\(Self.escape(value))\"" }
        }
        html += ">"
    }

    /// Writes markup that is known to be right: the page's head and its style.
    mutating func raw(_ markup: String) { html += markup }

    private static let blocks: Set<String> = [
        "article", "section", "header", "footer", "nav", "main", "div", "p", "ul", "ol", "li", "dl", "dt", "dd",
        "h1", "h2", "h3", "h4", "table", "tr", "thead", "tbody", "blockquote", "details",
    ]

    static func escape(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            // Control characters and noncharacters are not allowed in a page, not even as references.
            case "\u{0}"..."\u{8}", "\u{B}"..."\u{C}", "\u{E}"..."\u{1F}", "\u{7F}"..."\u{9F}",
                "\u{FFFE}"..."\u{FFFF}":
                result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
