public import Text

/// The exact words of an article that stand behind a statement.
///
/// `start` and `end` count Unicode scalars of the article's `text`, which reads exactly `quote`
/// there: a W3C text-position selector and text-quote selector in one.
public struct Evidence: Codable, Hashable, Sendable {
    public var article: String
    public var start: Int
    public var end: Int
    public var quote: String

    public init(article: String, start: Int, end: Int, quote: String) {
        self.article = article
        self.start = start
        self.end = end
        self.quote = quote
    }

    /// Points at a span of an article's text. O(1) in ASCII text, else one scan of 512 bytes.
    public init(article: String, text: SourceText, span: Span) {
        self.article = article
        start = text.scalarOffset(ofByte: span.start)
        end = text.scalarOffset(ofByte: span.end)
        quote = text[span]
    }
}

extension Evidence: Comparable {
    /// Orders by article, then by place in it.
    public static func < (a: Evidence, b: Evidence) -> Bool {
        (a.article, a.start, a.end) < (b.article, b.start, b.end)
    }
}
