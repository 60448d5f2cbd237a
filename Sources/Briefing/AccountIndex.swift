public import Records
import Text

/// The articles of a brief by id: their numbers, names, origins and sentences.
///
/// Building it is O(total text); every look-up is O(1) or O(log n).
public struct AccountIndex: Sendable {
    /// One article with what renderers need to know of it.
    public struct Account: Sendable {
        public var article: Article
        /// Its place in the brief, counted from 1: how renderers cite it.
        public var number: Int
        /// The outlet, or the best name that there is for the account.
        public var name: String
        /// The id of the article that this one goes back to; its own when it copies none.
        public var root: String
        /// Sentences, or paragraphs where none are known, as scalar ranges of the text in order.
        public var sentences: [Range<Int>]
        /// Names the article in addresses; made from its outlet, title and text.
        public var permalink: String
        fileprivate var text: SourceText
    }

    /// In the order of the brief.
    public let accounts: [Account]
    private let places: [String: Int]

    /// Indexes the articles of a brief.
    public init(_ brief: Brief) {
        var places: [String: Int] = [:]
        for (place, article) in brief.articles.enumerated() where places[article.id] == nil {
            places[article.id] = place
        }
        var links = UniquePermalinks()
        accounts = brief.articles.enumerated().map { place, article in
            let text = SourceText(article.text)
            let sentences = brief.sentences[article.id] ?? Self.paragraphs(of: article.text)
            return Account(
                article: article, number: place + 1, name: Self.name(of: article),
                root: Self.root(of: article, in: brief.articles, places: places), sentences: sentences,
                permalink: links.make("a", [article.outlet ?? "", article.title ?? "", article.text]),
                text: text)
        }
        self.places = places
    }

    /// The account with an article id, if the brief has it.
    public subscript(id: String) -> Account? { places[id].map { accounts[$0] } }

    /// How many different articles stand behind some evidence.
    public func articleCount(_ evidence: some Sequence<Evidence>) -> Int {
        Set(evidence.map(\.article)).count
    }

    /// How many independent origins stand behind some evidence: copies count with what they copy.
    public func originCount(_ evidence: some Sequence<Evidence>) -> Int {
        Set(evidence.map { self[$0.article]?.root ?? $0.article }).count
    }

    /// The words of a range of an article's scalars; empty where the range leaves the text.
    public func words(_ range: Range<Int>, of account: Account) -> String {
        guard let start = account.text.byteOffset(ofScalar: range.lowerBound),
            let end = account.text.byteOffset(ofScalar: range.upperBound)
        else { return "" }
        return account.text[Span(start, end)]
    }

    /// The sentence (or the run of sentences) that holds a piece of evidence, as a scalar range.
    public func sentence(of evidence: Evidence, in account: Account) -> Range<Int> {
        guard let first = sentencePlace(evidence.start, in: account) else {
            return evidence.start..<max(evidence.start, evidence.end)
        }
        let last = sentencePlace(max(evidence.start, evidence.end - 1), in: account) ?? first
        let lower = min(account.sentences[first].lowerBound, evidence.start)
        return lower..<max(account.sentences[last].upperBound, evidence.end)
    }

    /// The place of the last sentence that starts at or before a scalar offset. O(log n).
    func sentencePlace(_ offset: Int, in account: Account) -> Int? {
        let sentences = account.sentences
        guard let first = sentences.first, first.lowerBound <= offset else { return nil }
        var low = 0
        var high = sentences.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if sentences[middle].lowerBound <= offset { low = middle } else { high = middle - 1 }
        }
        return low
    }

    private static func name(of article: Article) -> String {
        if let outlet = article.outlet, !outlet.isEmpty { return outlet }
        if let host = article.url.flatMap(host(of:)) { return host }
        return article.id
    }

    private static func host(of address: String) -> String? {
        guard let slashes = address.firstRange(of: "://") else { return nil }
        let host = address[slashes.upperBound...].prefix { $0 != "/" && $0 != ":" && $0 != "?" }
        return host.isEmpty ? nil : String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
    }

    private static func root(of article: Article, in articles: [Article], places: [String: Int]) -> String {
        var current = article
        var steps = 0
        while let origin = current.origin, origin != current.id, let place = places[origin], steps < articles.count {
            current = articles[place]
            steps += 1
        }
        return current.id
    }

    private static func paragraphs(of text: String) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        var offset = 0
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                if offset > start { ranges.append(start..<offset) }
                start = offset + 1
            }
            offset += 1
        }
        if offset > start { ranges.append(start..<offset) }
        return ranges
    }
}
