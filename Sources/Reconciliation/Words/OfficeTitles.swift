internal import Records
internal import Text

/// What a title says of an office: its rank ("minister") and what it is for ("interior").
struct OfficeTitle: Hashable, Sendable {
    var rank: String
    var portfolio: String?
}

/// Reads titles by the words of `offices.tsv`.
struct OfficeTitles: Sendable {
    private var portfolios: [String: String] = [:]
    private var ranks: [String: String] = [:]

    init() throws {
        for row in try DataFiles.table("offices.tsv", columns: ["kind", "name", "words"]).rows {
            for word in row.list("words") {
                if row["kind"] == "rank" { ranks[word] = row["name"] } else { portfolios[word] = row["name"] }
            }
        }
    }

    /// The office that some words name; `nil` when they name none.
    func title(in text: String) -> OfficeTitle? {
        let words = FoldedText(text).words
        guard let place = words.lastIndex(where: { ranks[$0] != nil }), let rank = ranks[words[place]] else {
            return nil
        }
        let before = words[..<place].last { portfolios[$0] != nil }
        // "the minister of finance", "the minister for foreign affairs"
        let behind = words[(place + 1)...].prefix(3).first { portfolios[$0] != nil }
        return OfficeTitle(rank: rank, portfolio: (before ?? behind).flatMap { portfolios[$0] })
    }

    /// Whether two titles cannot be of one office: one rank, two portfolios.
    static func exclude(_ a: OfficeTitle, _ b: OfficeTitle) -> Bool {
        guard a.rank == b.rank, let x = a.portfolio, let y = b.portfolio else { return false }
        return x != y
    }

    /// The offices that an article gives a person: in front of the name, or right behind it.
    func titles(of person: String, in article: CodedArticle) -> [OfficeTitle] {
        guard let entry = article.actors.first(where: { $0.id == person }) else { return [] }
        var out: [OfficeTitle] = []
        func add(_ text: String) {
            if let title = title(in: text), !out.contains(title) { out.append(title) }
        }
        for surface in entry.surfaces {
            add(surface.text)
            guard
                let sentence = article.sentences.last(where: { $0.start <= surface.evidence.start }),
                surface.evidence.end <= sentence.end
            else { continue }
            let place = surface.evidence
            let ahead = sentence.between(
                sentence, Evidence(article: place.article, start: place.start, end: place.start, quote: ""))
            if let head = ahead.quote.split(whereSeparator: { ",.;:\u{201C}\u{201D}\"".contains($0) }).last {
                let words = head.split(separator: " ").suffix(4).joined(separator: " ")
                // Only a title that ends where the name begins.
                if let last = FoldedText(words).words.last, ranks[last] != nil { add(words) }
            }
            let behind = sentence.between(
                Evidence(article: place.article, start: place.end, end: place.end, quote: ""),
                Evidence(article: place.article, start: sentence.end, end: sentence.end, quote: ""))
            if behind.quote.hasPrefix(", ") {
                add(String(behind.quote.dropFirst(2).prefix { !",.;".contains($0) }))
            }
        }
        return out
    }
}
