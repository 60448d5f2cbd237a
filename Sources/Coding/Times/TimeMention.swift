public import Records

/// A time with the words that give it, for the coders that tie times to predicates.
public struct TimeMention: Sendable, Hashable {
    public var expression: TimeExpression
    /// The words of the expression, its anchor's included, as indices into `Analysis.words`.
    public var words: Range<Int>
    /// The word of them whose head lies outside; what it hangs on is what the time is of.
    public var head: Int
    /// What contradicts itself or cannot be ("Tuesday, 31 February"), or `nil`.
    public var notice: String?
}

extension TimeMention {
    /// Whether the time tells when something was; a mere length or repetition does not.
    var tellsWhen: Bool {
        expression.range != nil || expression.anchor != nil
            || expression.duration == nil && expression.period == nil
    }

    /// What a reader should know of a time that contradicts itself, or `nil`.
    func finding(in article: Article) -> Finding? {
        notice.map {
            Finding(
                path: article.path ?? article.id, message: "the date \"\(expression.evidence.quote)\": \($0)",
                severity: .notice)
        }
    }
}
