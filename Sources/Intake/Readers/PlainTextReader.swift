import Records

/// Plain text: one article a file, as saved or as scraped with everything that stood around it.
struct PlainTextReader: ArticleReader {
    private var input: OpenInput?

    init(_ input: OpenInput) { self.input = input }

    static func accepts(_ head: ArraySlice<UInt8>) -> Bool { true }

    mutating func next() -> IntakeItem? {
        guard let input else { return nil }
        self.input = nil
        do throws(IntakeFailure) {
            let bytes = try input.stream.rest(limit: input.intake.limits.documentBytes)
            guard !bytes.isEmpty else { return .failure(input.path, "the file is empty") }
            let decoded = try DecodedText(bytes)
            var dump = DumpArticle(decoded.utf8, vocabulary: input.intake.vocabulary)
            guard let article = dump.article(id: input.stem, path: input.path) else {
                return .failure(input.path, "no text: the file holds no words")
            }
            var item = IntakeItem(path: input.path, id: article.id, article: article)
            if let notice = decoded.notice {
                item.findings.append(.init(path: input.path, message: notice, severity: .notice))
            }
            return item
        } catch {
            return .failure(input.path, error.message)
        }
    }
}
