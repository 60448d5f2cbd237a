/// A gzip file: what is in it is read by its own content.
struct GzipReader: ArticleReader {
    private var inner: any ArticleReader

    static func accepts(_ head: ArraySlice<UInt8>) -> Bool { head.starts(with: [0x1F, 0x8B]) }

    init(_ input: OpenInput) {
        guard let inside = input.inside(GzipSource(input.stream), named: nil) else {
            inner = FailedReader(input, "more than \(input.intake.limits.nesting) containers stand in one another")
            return
        }
        inner = ReaderList.reader(for: inside)
    }

    mutating func next() -> IntakeItem? { inner.next() }
}
