/// All readers, in the order in which they are asked. The last one takes whatever is text.
enum ReaderList {
    static let all: [any ArticleReader.Type] = [
        GzipReader.self,
        ZIPReader.self,
        WARCReader.self,
        JSONDocumentReader.self,
        JSONLinesReader.self,
        FeedReader.self,
        HTMLReader.self,
        MailReader.self,
        PlainTextReader.self,
    ]

    /// How many bytes readers may look at before they accept an input.
    static let headSize = 1 << 16

    /// The reader for an input, told by its content.
    static func reader(for input: OpenInput) -> any ArticleReader {
        do throws(IntakeFailure) {
            let head = try input.stream.peek(headSize)
            let type = all.first { $0.accepts(head) } ?? PlainTextReader.self
            return type.init(input)
        } catch {
            return FailedReader(input, error.message)
        }
    }
}

/// Gives the one finding of an input that cannot be opened.
struct FailedReader: ArticleReader {
    private var item: IntakeItem?

    static func accepts(_ head: ArraySlice<UInt8>) -> Bool { false }
    init(_ input: OpenInput) { self.init(input, "cannot be read") }
    init(_ input: OpenInput, _ message: String) { item = .failure(input.path, message) }

    mutating func next() -> IntakeItem? {
        defer { item = nil }
        return item
    }
}
