import Records

/// WARC archives (ISO 28500), as CC-NEWS and web crawlers write them; gzip around them is undone first.
///
/// One item for each response record that holds a page. Records that lie about their length, are cut
/// short or hold something else cost one finding at most, and reading goes on at the next record.
struct WARCReader: ArticleReader {
    private let input: OpenInput
    private var records: WARCRecords
    private var ended = false
    private var number: Int { records.count }

    static func accepts(_ head: ArraySlice<UInt8>) -> Bool { head.starts(with: Array("WARC/".utf8)) }

    init(_ input: OpenInput) {
        self.input = input
        records = WARCRecords(input.stream, limit: input.intake.limits.documentBytes)
    }

    mutating func next() -> IntakeItem? {
        while !ended {
            do throws(IntakeFailure) {
                guard let record = try records.next(["response", "resource"]) else { break }
                if let item = item(record) { return item }
            } catch {
                ended = true
                return .failure(input.path, line: nil, "record \(number): \(error.message)")
            }
        }
        return nil
    }

    /// The item of a record; `nil` for what is no page and no failure either (redirects, pictures).
    private func item(_ record: WARCRecords.Record) -> IntakeItem? {
        let url = record.fields["warc-target-uri"].map { $0.hasPrefix("<") ? String($0.dropFirst().dropLast()) : $0 }
        let place = url.map { "\(input.path)#\($0)" } ?? "\(input.path)#record-\(number)"
        let isHTTP =
            record.fields["warc-type"]?.lowercased() == "response"
            && record.fields["content-type"]?.lowercased().contains("application/http") != false
        do throws(IntakeFailure) {
            var body = record.block
            var charset: String?
            /// An encoding of the body that cannot be undone.
            var encoding: String?
            if isHTTP {
                guard let response = try HTTPMessage(record.block, limit: input.intake.limits.documentBytes) else {
                    return .failure(place, "the record holds no HTTP response")
                }
                guard (200..<300).contains(response.status) else { return nil }
                if let type = response.fields["content-type"]?.lowercased(), !Self.isText(type) { return nil }
                body = response.body
                charset = response.charset
                let named = response.fields["content-encoding"]?.lowercased() ?? ""
                if ["br", "zstd", "compress"].contains(named) { encoding = named == "br" ? "brotli" : named }
            }
            if body.isEmpty { return nil }
            var inner = OpenInput(path: place, stream: ByteStream(MemorySource(body)), intake: input.intake)
            inner.depth = input.depth + 1
            inner.url = url
            inner.charset = charset
            guard HTMLReader.accepts(body.prefix(ReaderList.headSize)) else {
                return encoding.map { .failure(place, "the body is in the encoding \($0), which is not read") }
            }
            var reader = HTMLReader(inner)
            guard var item = reader.next() else { return nil }
            if let url { item.article?.id = ContentID.of(url) }
            if var article = item.article, article.published == nil, let fetched = record.fields["warc-date"] {
                article.sources.append(.init(field: "fetched", evidence: fetched))
                item.article = article
            }
            item.id = item.article?.id
            if !record.isWhole {
                item.findings.append(.init(path: place, message: "the record is cut short", severity: .notice))
            }
            return item
        } catch {
            return .failure(place, error.message)
        }
    }

    private static func isText(_ type: String) -> Bool {
        type.contains("html") || type.contains("xml") || type.hasPrefix("text/plain")
    }
}
