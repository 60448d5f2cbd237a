import Records
import Text

/// Puts paragraphs together to an article's text and keeps what kind each is.
struct BodyBuilder {
    private(set) var text = ""
    private(set) var parts: [Article.Part] = []
    private var scalars = 0

    /// Adds a paragraph, one blank line behind the one before.
    mutating func append(_ paragraph: String, _ kind: Article.Part.Kind? = nil) {
        if !text.isEmpty {
            text += "\n\n"
            scalars += 2
        }
        let count = paragraph.unicodeScalars.count
        if let kind { parts.append(.init(kind: kind, start: scalars, end: scalars + count)) }
        text += paragraph
        scalars += count
    }

    /// Marks the first scalars of the paragraph that comes next.
    mutating func markNext(_ count: Int, _ kind: Article.Part.Kind) {
        let start = text.isEmpty ? 0 : scalars + 2
        parts.append(.init(kind: kind, start: start, end: start + count))
    }
}
