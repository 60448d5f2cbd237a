/// Turns a brief into text of one form.
///
/// A renderer is a value without state of its own: the same brief gives the same bytes.
public protocol BriefRenderer: Sendable {
    /// The name by which users ask for the form.
    static var name: String { get }
    /// Writes a brief; the result ends with a line break.
    ///
    /// - Throws: what the reading of the target's data files or the writing of values throws.
    func render(_ brief: Brief) throws -> String
}

/// The forms in which a brief can be written.
public enum BriefFormat: String, CaseIterable, Sendable {
    // In the order in which help texts name them; a new renderer is added here and below.
    case text, markdown, html, json

    /// The renderer of the form.
    ///
    /// - Parameters:
    ///   - colour: whether a text may hold terminal colours; other forms have none.
    public func renderer(colour: Bool = false) -> any BriefRenderer {
        switch self {
        case .text: TextRenderer(colour: colour)
        case .markdown: MarkdownRenderer()
        case .html: HTMLRenderer()
        case .json: JSONRenderer()
        }
    }
}
