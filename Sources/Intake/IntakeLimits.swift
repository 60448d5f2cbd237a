/// How much of one input Intake is willing to hold; what is larger becomes a finding.
public struct IntakeLimits: Sendable {
    /// Bytes of one document (a text file, a page, one line of JSON lines) after decompression.
    public var documentBytes: Int
    /// How many containers may stand in one another (a gzip in a ZIP in a gzip).
    public var nesting: Int
    /// Documents that one container may hold.
    public var documents: Int

    /// Makes limits; the defaults let any real news page pass and keep one document under 100 MB of memory.
    public init(documentBytes: Int = 8 << 20, nesting: Int = 4, documents: Int = 50_000_000) {
        self.documentBytes = documentBytes
        self.nesting = nesting
        self.documents = documents
    }

    /// The limits that the command uses.
    public static let standard = IntakeLimits()
}
