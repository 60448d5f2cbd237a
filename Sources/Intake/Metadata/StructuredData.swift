/// The JSON-LD of a page: the object that describes the article, and what it says.
struct StructuredData {
    /// All objects, nested graphs unfolded, in order.
    private let objects: [JSONValue]
    /// The object of an article type, the one with a headline first.
    let article: JSONValue?

    init(_ scripts: [[UInt8]]) {
        var objects: [JSONValue] = []
        for script in scripts.prefix(40) {
            var body = script[...]
            // Some pages wrap the object in a comment or CDATA section.
            if let start = body.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }) {
                body = body[start...]
            }
            guard let value = try? JSONParser.parse(Array(body), lenient: true) else { continue }
            Self.unfold(value, into: &objects, depth: 0)
        }
        self.objects = objects
        let articles = objects.filter { Self.types($0).contains(where: Self.isArticle) }
        article =
            articles.first { $0["headline"] != nil } ?? articles.first
            ?? objects.first { $0["headline"] != nil && $0["datePublished"] != nil }
            ?? objects.first { $0["datePublished"] != nil && Self.types($0).contains { $0.hasSuffix("webpage") } }
            ?? objects.first { $0["datePublished"] != nil && $0["name"] != nil && $0["author"] != nil }
    }

    private static func unfold(_ value: JSONValue, into objects: inout [JSONValue], depth: Int) {
        guard depth < 4, objects.count < 500 else { return }
        switch value {
        case .array(let values): for value in values { unfold(value, into: &objects, depth: depth + 1) }
        case .object:
            objects.append(value)
            for key in ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart"] {
                if let inner = value[key] { unfold(inner, into: &objects, depth: depth + 1) }
            }
        default: break
        }
    }

    private static func types(_ object: JSONValue) -> [String] {
        (object["@type"]?.elements ?? []).compactMap { $0.text?.lowercased() }
    }

    private static func isArticle(_ type: String) -> Bool {
        type.hasSuffix("article") || type.hasSuffix("posting") || type.hasSuffix("report") || type == "recipe"
            || type == "analysisnewsarticle" || type == "review" || type == "interview"
    }

    /// A text field of the article.
    func text(_ key: String) -> String? {
        guard let text = article?[key]?.elements.first?.text else { return nil }
        let clean = CleanLine.clean(Entities.decode(text))
        return clean.isEmpty ? nil : clean
    }

    /// The article body as printed, paragraphs by line ends; mark-up in it is taken out.
    var body: String? {
        guard let text = article?["articleBody"]?.text else { return nil }
        let decoded = Entities.decode(text)
        guard decoded.contains("<"), decoded.contains(">") else { return decoded }
        let tree = HTMLTree(Array(decoded.utf8))
        return HTMLBlocks(tree).blocks.map(\.text).joined(separator: "\n")
    }

    /// Whether the article, or a part of it, is said not to be free to read.
    var isPaid: Bool {
        let parts = (article?["hasPart"]?.elements ?? []) + (article.map { [$0] } ?? [])
        return parts.contains { part in
            switch part["isAccessibleForFree"] {
            case .bool(let free)?: !free
            case .string(let text)?: text.lowercased() == "false" || text.lowercased().hasSuffix("/false")
            default: false
            }
        }
    }

    /// How many words the article is said to have.
    var wordCount: Int? { article?["wordCount"]?.text.flatMap { Int($0) } }

    /// Whether the page is a live blog.
    var isLive: Bool { article.map { Self.types($0).contains("liveblogposting") } ?? false }

    /// The entries of a live blog in the order that the page gives them: time, headline and text.
    var liveEntries: [(time: String?, headline: String?, text: String)] {
        (article?["liveBlogUpdate"]?.elements ?? []).prefix(2000).compactMap { entry in
            guard let body = entry["articleBody"]?.text else { return nil }
            return (
                entry["datePublished"]?.text, entry["headline"]?.text.map { CleanLine.clean(Entities.decode($0)) }, body
            )
        }
    }

    /// The names under a key that holds persons or organisations, those of organisations marked.
    ///
    /// A reference by `@id` is followed within the page.
    func names(_ key: String) -> [(name: String, isOrganisation: Bool)] {
        var names: [(String, Bool)] = []
        for element in (article?[key]?.elements ?? []).prefix(40) {
            var entity = element
            if entity["name"] == nil, let id = entity["@id"]?.text {
                entity = objects.first { $0["@id"]?.text == id && $0["name"] != nil } ?? entity
            }
            let types = Self.types(entity)
            let isOrganisation = types.contains { $0.hasSuffix("organization") || $0 == "corporation" }
            for value in entity["name"]?.elements ?? (entity.text.map { [.string($0)] } ?? []) {
                guard let text = value.text else { continue }
                names.append((CleanLine.clean(Entities.decode(text)), isOrganisation))
            }
        }
        return names
    }

    /// The only person among all objects, if there is just one.
    var onlyPerson: String? {
        let persons = objects.filter { Self.types($0).contains("person") }.compactMap { $0["name"]?.text }
        guard let first = persons.first, persons.allSatisfy({ $0 == first }) else { return nil }
        return CleanLine.clean(Entities.decode(first))
    }

    /// The name of the site itself.
    var siteName: String? {
        objects.first { Self.types($0).contains("website") }?["name"]?.text.map { CleanLine.clean(Entities.decode($0)) }
    }

    /// The name of the organisation that stands at the top of the page's graph.
    var organisationName: String? {
        objects.first { Self.types($0).contains { $0.hasSuffix("organization") } }?["name"]?.text
            .map { CleanLine.clean(Entities.decode($0)) }
    }

    /// The article's address.
    var url: String? {
        text("url") ?? article?["mainEntityOfPage"]?["@id"]?.text ?? text("mainEntityOfPage")
    }
}
