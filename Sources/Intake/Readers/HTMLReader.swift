import Records

/// HTML and XHTML pages: one article a page.
struct HTMLReader: ArticleReader {
    private var input: OpenInput?

    init(_ input: OpenInput) { self.input = input }

    /// A doctype or a tag of the head comes first; UTF-16 pages show it with zero bytes between.
    static func accepts(_ head: ArraySlice<UInt8>) -> Bool {
        var text: [UInt8] = []
        for byte in head.prefix(8192) where byte != 0 && byte < 0x80 {
            text.append(byte | (byte >= 0x41 && byte <= 0x5A ? 0x20 : 0))
        }
        let start = text.drop { $0 <= 0x20 }
        guard start.first == UInt8(ascii: "<") else { return false }
        let opening = String(decoding: start, as: UTF8.self)
        return [
            "<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<div", "<p>", "<p ", "<script", "<style",
            "<!--", "<span", "<ul", "<form", "<h2", "<br", "<img", "<a ", "<header", "<nav", "<font", "<center",
            "<article", "<h1", "<link", "<table", "<main", "<section",
        ]
        .contains { opening.hasPrefix($0) } || opening.contains("<html")
    }

    mutating func next() -> IntakeItem? {
        guard let input else { return nil }
        self.input = nil
        do throws(IntakeFailure) {
            let bytes = try input.stream.rest(limit: input.intake.limits.documentBytes)
            let decoded = try PageDecoding.decode(bytes, header: input.charset)
            let read = HTMLArticle(vocabulary: input.intake.vocabulary)
                .read(decoded.utf8, id: input.stem, path: input.path, url: input.url)
            let further = read.page?.next.map { IntakeItem.notice(next: $0) }
            let notices = [decoded.notice, read.notice, further].compactMap { $0 }
            guard let article = read.article else {
                return .failure(
                    input.path,
                    "the page holds no text" + (notices.isEmpty ? "" : " (\(notices.joined(separator: "; ")))"))
            }
            var item = IntakeItem(
                path: input.path, id: article.id, article: article,
                findings: notices.map { .init(path: input.path, message: $0, severity: .notice) })
            item.page = read.page
            return item
        } catch {
            return .failure(input.path, error.message)
        }
    }
}
