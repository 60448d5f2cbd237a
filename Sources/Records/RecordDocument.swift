/// A document that the record rests on, as it is cited.
public struct RecordDocument: Sendable, Hashable, Codable {
    /// The document's symbol, such as `A/ES-11/PV.19`, or a short name where it has none.
    public var symbol: String
    /// ISO 8601 date of what it records; `nil` where one document covers many dates.
    public var date: String?
    public var title: String?
    public var link: String?

    public init(symbol: String, date: String? = nil, title: String? = nil, link: String? = nil) {
        self.symbol = symbol
        self.date = date
        self.title = title
        self.link = link
    }
}

extension RecordVerdict {
    /// A verdict that cites a document.
    public init(verdict: Verdict, reading: Int, citing document: RecordDocument, statement: String) {
        self.init(
            verdict: verdict, document: document.symbol, reading: reading, statement: statement,
            date: document.date, title: document.title, link: document.link)
    }
}
