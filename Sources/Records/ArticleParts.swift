public import Text

extension Article {
    /// A stretch of an article's `text` that is not running prose, so that coders can treat it apart.
    ///
    /// Captions, notes and standfirsts carry facts with dates of their own and therefore stay in the
    /// text; what carries none (menus, forms, counters) is cut and listed in `cuts`.
    public struct Part: Codable, Hashable, Sendable {
        /// What the stretch is.
        public enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
            case title, byline, standfirst, dateline, subhead, caption, footnote, list
        }
        public var kind: Kind
        /// The first Unicode scalar of the stretch in `text`.
        public var start: Int
        /// The Unicode scalar after its last one.
        public var end: Int

        public init(kind: Kind, start: Int, end: Int) {
            self.kind = kind
            self.start = start
            self.end = end
        }

        /// The stretch in bytes of the article's text; `nil` when the text is too short for it. O(log n).
        public func span(in text: SourceText) -> Span? {
            guard start <= end, let from = text.byteOffset(ofScalar: start),
                let to = text.byteOffset(ofScalar: end)
            else { return nil }
            return Span(from, to)
        }
    }

    /// Which evidence a field of the article was taken from.
    public struct FieldSource: Codable, Hashable, Sendable {
        /// The field's name in JSON (`title`, `published`, `text`).
        public var field: String
        /// The winning evidence in a few words ("label before the date", "JSON-LD datePublished").
        public var evidence: String

        public init(field: String, evidence: String) {
            self.field = field
            self.evidence = evidence
        }
    }
}
