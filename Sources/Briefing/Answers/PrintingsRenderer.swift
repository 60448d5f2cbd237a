import Foundation
public import Records

/// The forms in which the printings of some words can be written.
public enum PrintingsFormat: String, CaseIterable, Sendable {
    case text, markdown, html, json
}

/// All printings of some words with the words that differ marked.
public struct PrintingsRenderer: Sendable {
    private let format: PrintingsFormat
    private let colour: Bool

    /// - Parameter colour: whether a text may hold terminal colours; where not, marks are brackets.
    public init(format: PrintingsFormat, colour: Bool = false) {
        self.format = format
        self.colour = colour
    }

    /// Writes what was found; the result ends with a line break.
    ///
    /// - Throws: what the writing of values or the reading of the page's style throws.
    public func render(_ search: QuotationSearch, articles: [Article]) throws -> String {
        switch format {
        case .text: text(search, articles)
        case .markdown: markdown(search, articles)
        case .html: try html(search, articles)
        case .json: try AnswerJSON.render(search)
        }
    }

    private func text(_ search: QuotationSearch, _ articles: [Article]) -> String {
        var layout = TextLayout(colour: colour)
        layout.paragraph("\u{201C}\(CheckText.plain(search.words))\u{201D}", style: .strong)
        layout.paragraph(search.reason, lead: "  ")
        for (place, printing) in search.printings.enumerated() {
            layout.blank()
            layout.paragraph(
                "\(PrintingWords.speaker(printing)): \(PrintingWords.wording(printing))", lead: "\(place + 1). ",
                style: printing.matters ? .alarm : .strong)
            layout.paragraph(
                printing.printed.map { word in
                    guard word.differs else { return (word.text, nil) }
                    return (colour ? word.text : "[\(word.text)]", .mark)
                }, lead: "   ")
            for change in printing.changes { layout.paragraph(PrintingWords.change(change), lead: "   - ") }
            layout.paragraph(PrintingWords.source(printing, articles), lead: "   ", style: .faint)
        }
        return layout.text
    }

    private func markdown(_ search: QuotationSearch, _ articles: [Article]) -> String {
        var lines = ["> \(escapedMarkdown(CheckText.plain(search.words)))", "", search.reason, ""]
        for (place, printing) in search.printings.enumerated() {
            let words = printing.printed.map { word in
                word.differs ? "**\(escapedMarkdown(word.text))**" : escapedMarkdown(word.text)
            }
            lines.append(
                "\(place + 1). \(escapedMarkdown(PrintingWords.speaker(printing))): \(PrintingWords.wording(printing))")
            lines += ["", "   > " + words.joined(separator: " "), ""]
            lines += printing.changes.map { "   - \(escapedMarkdown(PrintingWords.change($0)))" }
            lines += ["   - \(escapedMarkdown(PrintingWords.source(printing, articles)))", ""]
        }
        return lines.joined(separator: "\n")
    }

    private func html(_ search: QuotationSearch, _ articles: [Article]) throws -> String {
        var page = HTMLWriter()
        page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        page.raw(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
        page.element("title", text: "Printings of a quotation")
        page.raw("\n<style>\n\(try DataFiles.text("page.css"))</style>\n</head>\n<body>\n")
        page.element("main") { page in
            page.element("h1", text: "\u{201C}\(CheckText.plain(search.words))\u{201D}")
            page.element("p", text: search.reason)
            page.element("ol") { page in
                for printing in search.printings { page.element("li") { Self.write(printing, articles, to: &$0) } }
            }
        }
        page.raw("</body>\n</html>\n")
        return page.html
    }

    private static func write(
        _ printing: QuotationSearch.Printing, _ articles: [Article], to page: inout HTMLWriter
    ) {
        page.element("p") { page in
            page.element("strong", text: PrintingWords.speaker(printing))
            page.text(": " + PrintingWords.wording(printing))
        }
        page.element("blockquote") { page in
            for (i, word) in printing.printed.enumerated() {
                if i > 0 { page.text(" ") }
                if word.differs { page.element("mark", text: word.text) } else { page.text(word.text) }
            }
        }
        if !printing.changes.isEmpty {
            page.element("ul") { page in
                for change in printing.changes { page.element("li", text: PrintingWords.change(change)) }
            }
        }
        page.element("p", [("class", "backing")], text: PrintingWords.source(printing, articles))
    }
}

/// Values as JSON with keys in alphabetical order.
public enum AnswerJSON {
    /// Writes a value; the result ends with a line break.
    ///
    /// - Throws: what the encoder throws.
    public static func render(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }
}
