public import Records

/// What became of one input: a file, a line of a JSON-lines file, a record of an archive.
///
/// There is one item for every input, in input order, so that a caller can answer line for line.
public struct IntakeItem: Sendable {
    /// The path or address that the input came from; `-` for standard input.
    public var path: String
    /// The line on which the input stands, counted from 1, where inputs are lines.
    public var line: Int?
    /// The id that the input itself gives, even when the rest of it is unusable.
    public var id: String?
    /// The article, unless the input holds none.
    public var article: Article?
    /// What a user should know of the input; a failure is among them when there is no article.
    public var findings: [Finding]
    /// Where a page stands among the pages of one article, when it names others.
    var page: PageLink?

    public init(
        path: String, line: Int? = nil, id: String? = nil, article: Article? = nil, findings: [Finding] = []
    ) {
        self.path = path
        self.line = line
        self.id = id
        self.article = article
        self.findings = findings
    }

    /// An item for an input that could not be read.
    static func failure(_ path: String, line: Int? = nil, id: String? = nil, _ message: String) -> IntakeItem {
        IntakeItem(path: path, line: line, id: id, findings: [.init(path: place(path, line), message: message)])
    }

    /// How a finding names an input: its path, with the line where inputs are lines.
    static func place(_ path: String, _ line: Int?) -> String {
        line.map { "\(path):\($0)" } ?? path
    }
}
