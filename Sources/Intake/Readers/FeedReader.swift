import Records

/// RSS 0.9 to 2.0, Atom and RDF feeds: one article an entry; and news sitemaps, which hold no text.
struct FeedReader: ArticleReader {
    private let input: OpenInput
    private var document: FeedDocument?
    private var position = 0
    private var isOpen = false

    static func accepts(_ head: ArraySlice<UInt8>) -> Bool {
        guard let first = head.first(where: { $0 > 0x20 && $0 < 0x80 }), first == UInt8(ascii: "<") else {
            return false
        }
        let opening = String(decoding: head.prefix(64), as: UTF8.self).lowercased()
        let start = opening.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        guard
            start.hasPrefix("<?xml") || start.hasPrefix("<rss") || start.hasPrefix("<feed")
                || start.hasPrefix("<rdf:rdf")
                || start.hasPrefix("<urlset") || start.hasPrefix("<!--")
        else { return false }
        let text = String(decoding: head.prefix(2048), as: UTF8.self).lowercased()
        return ["<rss", "<feed", "<rdf:rdf", "<urlset", "<sitemapindex"].contains { text.contains($0) }
    }

    init(_ input: OpenInput) { self.input = input }

    mutating func next() -> IntakeItem? {
        if !isOpen {
            isOpen = true
            do throws(IntakeFailure) {
                let bytes = try input.stream.rest(limit: input.intake.limits.documentBytes)
                document = FeedDocument(bytes)
            } catch {
                return .failure(input.path, error.message)
            }
            guard let document else { return .failure(input.path, "the feed is no XML that can be read") }
            if document.root == "urlset" || document.root == "sitemapindex" {
                let titled = document.entries.count { $0.contains { $0.name == "news/title" } }
                if titled == 0 {
                    self.document = nil
                    return .failure(
                        input.path,
                        "a sitemap of \(document.entries.count) addresses and no text; name the ones to be fetched")
                }
            }
            if document.entries.isEmpty { return .failure(input.path, "the feed has no entries") }
        }
        guard let document, position < document.entries.count else { return nil }
        position += 1
        return item(document.entries[position - 1], document)
    }

    private func item(_ entry: FeedDocument.Entry, _ document: FeedDocument) -> IntakeItem {
        if document.root == "urlset" { return listed(entry) }
        func field(_ names: String...) -> String? {
            for name in names {
                if let text = entry.first(where: { $0.name == name && !$0.text.isEmpty })?.text { return text }
            }
            return nil
        }
        let feed = FeedEntry(
            title: field("title"), link: field("link", "guid", "id"),
            body: field("encoded", "content", "summary", "description") ?? "",
            published: field("pubdate", "published", "date", "issued", "created"),
            updated: field("updated", "modified"),
            author: field("creator", "author/name", "author")
                ?? document.head.first { $0.name == "author/name" }?.text,
            outlet: field("source") ?? document.head.first { $0.name == "title" }?.text,
            language: document.head.first { $0.name == "language" }?.text, section: field("category"))
        return feed.item(input, number: position)
    }
}

extension FeedReader {
    /// The article that an entry of a news sitemap names: its title is all of its text that is there.
    private func listed(_ entry: FeedDocument.Entry) -> IntakeItem {
        func field(_ name: String) -> String? {
            entry.first { $0.name == name && !$0.text.isEmpty }.map { CleanLine.clean($0.text) }
        }
        let url = field("loc")
        let place = url.map { "\(input.path)#\($0)" } ?? "\(input.path)#entry-\(position)"
        guard let title = field("news/title") else {
            return .failure(place, "the sitemap names no title for this address; name the address to be fetched")
        }
        let dates = input.intake.vocabulary.dates
        var article = Article(
            id: ContentID.of(url ?? title), path: place, title: title, outlet: field("news/name"),
            published: field("news/publication_date").flatMap { dates.date(in: $0)?.iso },
            updated: field("lastmod").flatMap { dates.date(in: $0)?.iso }, url: url,
            language: field("news/language"), text: title)
        article.sources = [.init(field: "text", evidence: ListedArticle.evidence)]
        return IntakeItem(
            path: place, id: article.id, article: article,
            findings: [.init(path: place, message: ListedArticle.notice, severity: .notice)])
    }
}

/// What is said of an article that a list names without its text.
enum ListedArticle {
    static let evidence = "the title, which is all that the list gives"
    static let notice = "a list gives the title alone; name the address to have the text fetched"
}

/// An entry of a feed of any form, to an article.
struct FeedEntry {
    var title: String?
    var link: String?
    var body: String
    var published: String?
    var updated: String?
    var author: String?
    var outlet: String?
    var language: String?
    var section: String?

    /// The entry's item; a finding when it holds no text.
    func item(_ input: OpenInput, number: Int) -> IntakeItem {
        let vocabulary = input.intake.vocabulary
        let place = link.map { "\(input.path)#\($0)" } ?? "\(input.path)#entry-\(number)"
        var builder = BodyBuilder()
        for paragraph in FragmentText.paragraphs(body) { builder.append(paragraph) }
        guard !builder.text.isEmpty else { return .failure(place, "the entry has no text") }
        let isAddress = link?.hasPrefix("http") == true
        var article = Article(
            id: ContentID.of(link ?? builder.text), path: place,
            title: title.map { FragmentText.line($0) }, outlet: outlet.map { FragmentText.line($0) },
            published: published.flatMap { vocabulary.dates.date(in: $0)?.iso },
            updated: updated.flatMap { vocabulary.dates.date(in: $0)?.iso }, url: isAddress ? link : nil,
            text: builder.text)
        if article.published == nil { article.published = article.updated }
        if let author = author.map(Self.withoutAddress),
            let read = BylineReader(author, stated: true, vocabulary: vocabulary)
        {
            article.byline = read.byline
            article.credits = read.agencies
        }
        article.language = vocabulary.languages.language(of: article.text) ?? language
        article.section = section.map { CleanLine.clean($0) }
        article.sources = [.init(field: "text", evidence: "the entry of a feed")]
        if let found = DatelineReader(article.text, published: article.published, vocabulary: vocabulary) {
            article.dateline = found.dateline
            article.credits += found.credits.filter { !article.credits.contains($0) }
            article.parts = [.init(kind: .dateline, start: 0, end: found.length)]
        }
        return IntakeItem(path: place, id: article.id, article: article)
    }

    /// The name beside a mail address: RSS prints "ann@example.org (Ann Lee)".
    private static func withoutAddress(_ author: String) -> String {
        guard author.contains("@") else { return author }
        if let open = author.firstIndex(of: "("), let close = author.lastIndex(of: ")"), open < close {
            return String(author[author.index(after: open)..<close])
        }
        return author.split(separator: " ").filter { !$0.contains("@") }.joined(separator: " ")
    }
}
