import Records

/// One JSON value: a JSON Feed, an array of articles, an object that lists articles, or one article.
struct JSONDocumentReader: ArticleReader {
    private let input: OpenInput
    private var records: [JSONValue]?
    private var isFeed = false
    private var outlet: String?
    /// The author of the entries that name none.
    private var author: String?
    private var position = 0

    static func accepts(_ head: ArraySlice<UInt8>) -> Bool {
        let start = head.drop { $0 <= 0x20 || $0 >= 0x80 }
        guard let first = start.first else { return false }
        let second = start.dropFirst().first { $0 > 0x20 }
        if first == UInt8(ascii: "[") { return second == UInt8(ascii: "{") }
        guard first == UInt8(ascii: "{"), second == UInt8(ascii: "\"") else { return false }
        // Lines of objects are the next reader's; a feed says so on its first lines.
        return !JSONLinesReader.accepts(head)
            || String(decoding: head.prefix(400), as: UTF8.self).contains("jsonfeed.org/version")
            || isListOnOneLine(start)
    }

    /// Keys under which services put the articles that they list.
    private static let lists = ["articles", "items", "results", "data", "documents"]

    /// Whether the only line is an object that lists others and has no text of its own before them.
    private static func isListOnOneLine(_ head: ArraySlice<UInt8>) -> Bool {
        if let end = head.firstIndex(of: 0x0A), head[end...].contains(where: { $0 > 0x20 }) { return false }
        let opening = String(decoding: head.prefix(4096).filter { $0 > 0x20 }, as: UTF8.self)
        guard let list = lists.compactMap({ opening.firstRange(of: "\"\($0)\":[{")?.lowerBound }).min() else {
            return false
        }
        return !opening[..<list].contains("\"text\":")
    }

    init(_ input: OpenInput) { self.input = input }

    mutating func next() -> IntakeItem? {
        if records == nil {
            records = []
            do throws(IntakeFailure) {
                let bytes = try input.stream.rest(limit: input.intake.limits.documentBytes * 4)
                let decoded = try DecodedText(bytes)
                guard let value = try? JSONParser.parse(decoded.utf8) else {
                    return .failure(input.path, "not JSON; an article a line is read too")
                }
                open(value)
            } catch {
                return .failure(input.path, error.message)
            }
            if records?.isEmpty != false { return .failure(input.path, "the JSON holds no articles") }
        }
        guard let records, position < records.count else { return nil }
        position += 1
        let record = records[position - 1]
        return isFeed ? feedItem(record) : item(record)
    }

    private mutating func open(_ value: JSONValue) {
        if let version = value["version"]?.text, version.contains("jsonfeed.org") {
            isFeed = true
            outlet = value["title"]?.text
            author = Self.author(value)
            records = value["items"]?.elements ?? []
            return
        }
        let listed = Self.lists.lazy.compactMap { value[$0] }.first {
            !$0.elements.isEmpty
        }
        records = (listed ?? value).elements
    }

    private func item(_ record: JSONValue) -> IntakeItem {
        let place = "\(input.path)#\(position)"
        guard case .object = record else { return .failure(place, "no JSON object") }
        let read = ArticleRecord(record, vocabulary: input.intake.vocabulary)
        guard let text = read.text, !CleanLine.clean(text).isEmpty else {
            return .failure(place, "the article has no text (key \"text\")")
        }
        let id = read.id ?? ContentID.of(text)
        return IntakeItem(
            path: place, id: id, article: read.article(id: id, path: input.path, text: text),
            findings: read.notices.map { .init(path: place, message: $0, severity: .notice) })
    }

    private func feedItem(_ record: JSONValue) -> IntakeItem {
        FeedEntry(
            title: record["title"]?.text, link: record["url"]?.text ?? record["id"]?.text,
            body: record["content_html"]?.text ?? record["content_text"]?.text ?? record["summary"]?.text ?? "",
            published: record["date_published"]?.text, updated: record["date_modified"]?.text,
            author: Self.author(record) ?? author, outlet: outlet, language: record["language"]?.text,
            section: record["tags"]?.elements.first?.text
        ).item(input, number: position)
    }

    /// The names of a feed's or an entry's authors: version 1.1 has a list, version 1 had one.
    private static func author(_ value: JSONValue) -> String? {
        let names = (value["authors"] ?? value["author"])?.elements.compactMap { $0["name"]?.text } ?? []
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }
}
