public import Records

/// What a set of articles says together: the one value that every renderer writes.
///
/// A brief holds the articles themselves, so that each statement can be walked back to its sentence
/// with nothing but the brief at hand.
public struct Brief: Encodable, Hashable, Sendable {
    /// The name and number of the JSON form; the number changes when a key is removed or changes its
    /// meaning.
    public static let currentSchema = "chancery.brief/1"

    public var schema: String
    /// In the order in which the input named them.
    public var articles: [Article]
    /// The sentences of each article as ranges of Unicode scalars of its text, by article id.
    ///
    /// Statements are shown in their sentence; an article without an entry is shown by its paragraphs.
    public var sentences: [String: [Range<Int>]]
    public var stories: [Story]
    /// Statements that look like a disagreement and are none.
    public var lookAlikes: [LookAlike]
    /// What went wrong with an input, or deserves a look, in input order.
    public var findings: [Finding]
    /// Whether lesser claims are shown too by renderers that fold them away; JSON always holds all.
    public var showsLesser = false

    public init(
        schema: String = Brief.currentSchema, articles: [Article], sentences: [String: [Range<Int>]] = [:],
        stories: [Story], lookAlikes: [LookAlike] = [], findings: [Finding] = []
    ) {
        self.schema = schema
        self.articles = articles
        self.sentences = sentences
        self.stories = stories
        self.lookAlikes = lookAlikes
        self.findings = findings
    }

    private enum CodingKeys: String, CodingKey {
        case schema, articles, stories, lookAlikes, findings
    }

    /// Writes the JSON form; what was cut from the pages is left out, the rest is complete.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(schema, forKey: .schema)
        var list = container.nestedUnkeyedContainer(forKey: .articles)
        for article in articles {
            try list.encode(ArticleEntry(article: article, sentences: sentences[article.id] ?? []))
        }
        try container.encode(stories, forKey: .stories)
        try container.encode(lookAlikes, forKey: .lookAlikes)
        try container.encode(findings, forKey: .findings)
    }
}

/// Statements of two accounts that differ in words or numbers and yet agree, and why.
public struct LookAlike: Codable, Hashable, Sendable {
    /// The id of the story that they belong to.
    public var story: String
    public var kind: Claim.Kind
    /// Why they do not contradict each other, in one plain sentence.
    public var reason: String
    public var evidence: [Evidence]

    public init(story: String, kind: Claim.Kind, reason: String, evidence: [Evidence]) {
        self.story = story
        self.kind = kind
        self.reason = reason
        self.evidence = evidence
    }
}

/// An article as the JSON of a brief has it: `published` is a day, the time stands beside it.
private struct ArticleEntry: Encodable {
    var article: Article
    var sentences: [Range<Int>]

    private enum CodingKeys: String, CodingKey {
        case id, path, title, byline, outlet, published, publishedTime, updated, url, language, dateline
        case credits, origin, copied, text, sentences
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(article.id, forKey: .id)
        try container.encode(article.path, forKey: .path)
        try container.encode(article.title, forKey: .title)
        try container.encode(article.byline, forKey: .byline)
        try container.encode(article.outlet, forKey: .outlet)
        try container.encode(article.published.map { String($0.prefix(10)) }, forKey: .published)
        if let published = article.published, published.utf8.count > 10 {
            try container.encode(published, forKey: .publishedTime)
        }
        try container.encodeIfPresent(article.updated, forKey: .updated)
        try container.encode(article.url, forKey: .url)
        try container.encode(article.language, forKey: .language)
        try container.encodeIfPresent(article.dateline, forKey: .dateline)
        try container.encode(article.credits, forKey: .credits)
        try container.encode(article.origin, forKey: .origin)
        try container.encodeIfPresent(article.copied, forKey: .copied)
        try container.encode(article.text, forKey: .text)
        try container.encode(sentences.map { [$0.lowerBound, $0.upperBound] }, forKey: .sentences)
    }
}
