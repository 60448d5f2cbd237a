import Records

/// Mails (EML) and web pages saved as MHTML: the first HTML part, or else the plain one, is the article.
struct MailReader: ArticleReader {
    private var input: OpenInput?

    /// The head of a mail: fields at the start, among them a MIME version or a sender.
    static func accepts(_ head: ArraySlice<UInt8>) -> Bool {
        let lines = head.prefix(8192).split(separator: 0x0A, maxSplits: 60, omittingEmptySubsequences: false)
        var names: Set<String> = []
        for line in lines {
            let text = line.last == 0x0D ? line.dropLast() : line
            if text.isEmpty { break }
            if text.first == 0x20 || text.first == 0x09 { continue }
            guard let colon = text.prefix(60).firstIndex(of: UInt8(ascii: ":")) else { return false }
            let name = text[..<colon]
            guard !name.isEmpty, name.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return false }
            names.insert(String(decoding: name, as: UTF8.self).lowercased())
        }
        return names.contains("mime-version") && names.contains("content-type")
            || names.contains("from") && names.contains("date") && names.contains("subject")
    }

    init(_ input: OpenInput) { self.input = input }

    mutating func next() -> IntakeItem? {
        guard let input else { return nil }
        self.input = nil
        do throws(IntakeFailure) {
            let bytes = try input.stream.rest(limit: input.intake.limits.documentBytes * 4)
            guard let message = try MailPart(bytes), let part = try message.text(depth: 0) else {
                return .failure(input.path, "the mail holds no text")
            }
            guard var inner = input.inside(MemorySource(part.body), named: nil) else {
                return .failure(input.path, "the mail is nested too deep")
            }
            inner.url = part.fields["content-location"] ?? message.fields["snapshot-content-location"]
            inner.charset = part.charset
            var reader: any ArticleReader = part.isHTML ? HTMLReader(inner) : PlainTextReader(inner)
            guard var item = reader.next() else { return nil }
            let vocabulary = input.intake.vocabulary
            if item.article?.title == nil {
                item.article?.title = message.fields["subject"].map { CleanLine.clean(EncodedWord.decode($0)) }
            }
            if item.article?.published == nil {
                item.article?.published = message.fields["date"].flatMap { vocabulary.dates.date(in: $0)?.iso }
            }
            return item
        } catch {
            return .failure(input.path, error.message)
        }
    }
}
