import Records
import Text

/// One article as a JSON object of this or another tool gives it, its keys mapped by `record_fields.tsv`.
struct ArticleRecord {
    private let value: JSONValue
    private let vocabulary: IntakeVocabulary
    let id: String?
    let text: String?
    /// Whether the record has a title and no text.
    private let isListed: Bool
    /// What is odd in the record, for findings.
    private(set) var notices: [String] = []
    private var published: String?
    private var updated: String?

    init(_ value: JSONValue, vocabulary: IntakeVocabulary) {
        self.value = value
        self.vocabulary = vocabulary
        id = Self.field("id", value, vocabulary)
        let printed = Self.field("text", value, vocabulary)
        // A list of articles, as GDELT gives it, has titles and addresses and no key for a text.
        let isListed = printed == nil && !(vocabulary.recordFields["text"] ?? []).contains { value[$0] != nil }
        let listed = isListed && Self.field("url", value, vocabulary) != nil
        text = printed ?? (listed ? Self.field("title", value, vocabulary) : nil)
        self.isListed = printed == nil && text != nil
        if self.isListed { notices.append(ListedArticle.notice) }
        published = Self.field("published", value, vocabulary)
        updated = Self.field("updated", value, vocabulary)
        if let printed = published {
            published = Self.date(printed, vocabulary)
            if published == nil {
                notices.append("the date '\(printed.prefix(60))' cannot be read; give it as 2023-02-28")
            }
        }
        updated = updated.flatMap { Self.date($0, vocabulary) }
    }

    /// The article, its text as it stands in the record.
    ///
    /// A title or dateline that the record has no field for is read from the text's first lines and
    /// marked there; nothing is cut, so that offsets hold for whoever wrote the record.
    func article(id: String, path: String, text: String) -> Article {
        var article = Article(
            id: id, path: path, title: field("title"), byline: field("byline"), outlet: field("outlet"),
            published: published, updated: updated, url: field("url"), language: field("language"), text: text)
        article.section = field("section")
        for (name, has) in [("title", article.title), ("byline", article.byline), ("outlet", article.outlet)]
        where has != nil {
            article.sources.append(.init(field: name, evidence: "the record's own field"))
        }
        if published != nil { article.sources.append(.init(field: "published", evidence: "the record's own field")) }
        if let name = article.language?.lowercased(), let code = vocabulary.languageNames[name] {
            article.language = code
        }
        if isListed {
            article.sources.append(.init(field: "text", evidence: ListedArticle.evidence))
            return article
        }
        article.sources.append(.init(field: "text", evidence: "the record's own text, unchanged"))
        if article.language == nil { article.language = vocabulary.languages.language(of: text) }
        TextMarking(vocabulary: vocabulary).mark(&article)
        return article
    }

    private func field(_ name: String) -> String? { Self.field(name, value, vocabulary) }

    private static func field(_ name: String, _ value: JSONValue, _ vocabulary: IntakeVocabulary) -> String? {
        for key in vocabulary.recordFields[name] ?? [] {
            guard let found = value[key] else { continue }
            // Several authors come as a list, and a schema.org value as an object with a name.
            let texts = found.elements.compactMap { $0.text ?? $0["name"]?.text }
            let joined = texts.filter { !$0.isEmpty }.joined(separator: ", ")
            // Some tools keep the address under the key that others keep the outlet under.
            let isAddress = joined.contains("://")
            if name == "outlet" && isAddress || name == "url" && !isAddress && key != "url" { continue }
            if joined.isEmpty { continue }
            return name == "byline" ? joined.replacing("; ", with: ", ") : joined
        }
        return nil
    }

    private static func date(_ printed: String, _ vocabulary: IntakeVocabulary) -> String? {
        vocabulary.dates.date(in: printed)?.iso
    }
}
