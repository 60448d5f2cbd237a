/// One account: a text with what is known of where and when it was printed.
public struct Article: Codable, Hashable, Sendable, Identifiable {
    /// The file's stem, the line's `id`, or a hash of the text; unique within a run.
    public var id: String
    /// The path or address that it was read from.
    public var path: String?
    public var title: String?
    public var byline: String?
    public var outlet: String?
    /// ISO 8601 date, or date and time with its offset where the page gives one.
    public var published: String?
    /// The date of the last update, where the page tells one from the other.
    public var updated: String?
    public var url: String?
    /// BCP 47 language tag, such as `en`.
    public var language: String?
    /// Where and when the report was filed, as printed at its head.
    public var dateline: Dateline?
    /// News agencies that the page credits with the text or parts of it.
    public var credits: [String]
    /// The id of the article that this one copies, when it does.
    public var origin: String?
    /// The stretches that stand in an earlier article too, in order, and in which.
    public var copied: [Copied]?
    /// The body: paragraphs separated by a blank line. All evidence offsets count in it.
    public var text: String
    /// What was cut away on the way from the page to `text`, and why.
    public var cuts: [Cut]
    /// The stretches of `text` that are no running prose (captions, notes, subheads), in order.
    public var parts: [Part]
    /// Where each field was found, so that a reader can judge it.
    public var sources: [FieldSource]
    /// The outlet's section or rubric, such as "World".
    public var section: String?

    public init(
        id: String, path: String? = nil, title: String? = nil, byline: String? = nil,
        outlet: String? = nil, published: String? = nil, updated: String? = nil, url: String? = nil,
        language: String? = nil, dateline: Dateline? = nil, credits: [String] = [],
        origin: String? = nil, text: String, cuts: [Cut] = [], parts: [Part] = [],
        sources: [FieldSource] = [], section: String? = nil
    ) {
        self.id = id
        self.path = path
        self.title = title
        self.byline = byline
        self.outlet = outlet
        self.published = published
        self.updated = updated
        self.url = url
        self.language = language
        self.dateline = dateline
        self.credits = credits
        self.origin = origin
        self.text = text
        self.cuts = cuts
        self.parts = parts
        self.sources = sources
        self.section = section
    }

    private enum CodingKeys: String, CodingKey {
        case id, path, title, byline, outlet, published, updated, url, language, dateline, credits, origin, text
        case cuts, parts, sources, section, copied
    }

    /// Writes every key that other programs may rely on, `null` where nothing is known, and the rest
    /// where there is something to say.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(path, forKey: .path)
        try container.encode(title, forKey: .title)
        try container.encode(byline, forKey: .byline)
        try container.encode(outlet, forKey: .outlet)
        try container.encode(published, forKey: .published)
        try container.encodeIfPresent(updated, forKey: .updated)
        try container.encode(url, forKey: .url)
        try container.encode(language, forKey: .language)
        try container.encodeIfPresent(dateline, forKey: .dateline)
        try container.encode(credits, forKey: .credits)
        try container.encode(origin, forKey: .origin)
        try container.encodeIfPresent(copied, forKey: .copied)
        try container.encode(text, forKey: .text)
        try container.encode(cuts, forKey: .cuts)
        try container.encode(parts, forKey: .parts)
        try container.encode(sources, forKey: .sources)
        try container.encodeIfPresent(section, forKey: .section)
    }

    /// Reads what `encode` writes, and what leaves out the keys that may be empty, such as an article
    /// of a brief.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func text(_ key: CodingKeys) throws -> String? { try container.decodeIfPresent(String.self, forKey: key) }
        func list<Element: Decodable>(_ key: CodingKeys) throws -> [Element] {
            try container.decodeIfPresent([Element].self, forKey: key) ?? []
        }
        self.init(
            id: try container.decode(String.self, forKey: .id), path: try text(.path), title: try text(.title),
            byline: try text(.byline), outlet: try text(.outlet), published: try text(.published),
            updated: try text(.updated), url: try text(.url), language: try text(.language),
            dateline: try container.decodeIfPresent(Dateline.self, forKey: .dateline), credits: try list(.credits),
            origin: try text(.origin), text: try container.decode(String.self, forKey: .text), cuts: try list(.cuts),
            parts: try list(.parts), sources: try list(.sources), section: try text(.section))
        copied = try container.decodeIfPresent([Copied].self, forKey: .copied)
    }

    /// A stretch of the text that an earlier article prints too.
    public struct Copied: Codable, Hashable, Sendable {
        /// The id of that article.
        public var from: String
        /// Unicode scalars of this article's text.
        public var start: Int
        public var end: Int
        public init(from: String, start: Int, end: Int) {
            self.from = from
            self.start = start
            self.end = end
        }
    }

    /// The place and day printed before a report's first words, as in "APIA, Oct 14 (Island Wire) -".
    public struct Dateline: Codable, Hashable, Sendable {
        public var place: String?
        /// ISO 8601 date; its year may come from the publication date.
        public var date: String?
        public init(place: String? = nil, date: String? = nil) {
            self.place = place
            self.date = date
        }
    }

    /// A line or block that is not part of the body, with the reason for which it was cut.
    public struct Cut: Codable, Hashable, Sendable {
        public var text: String
        /// The rule that cut it, in a few words.
        public var reason: String
        /// The line of the input on which it starts, counted from 1; `nil` where lines mean nothing.
        public var line: Int?
        public init(text: String, reason: String, line: Int? = nil) {
            self.text = text
            self.reason = reason
            self.line = line
        }
    }
}
