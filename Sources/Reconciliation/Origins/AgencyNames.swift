internal import Records
internal import Text

/// The names under which news agencies are credited, read from `agencies.tsv`.
struct AgencyNames: Sendable {
    private let names: [String: String]

    init() throws {
        var names: [String: String] = [:]
        for row in try DataFiles.table("agencies.tsv", columns: ["name", "aliases"]).rows {
            names[FoldedText(row["name"]).words.joined(separator: " ")] = row["name"]
            for alias in row.list("aliases") { names[FoldedText(alias).words.joined(separator: " ")] = row["name"] }
        }
        self.names = names
    }

    /// An outlet's name without articles and marks; the agency's own name where it is one.
    func normal(_ outlet: String?) -> String? {
        guard let outlet else { return nil }
        var words = FoldedText(outlet).words
        if words.first == "the" { words.removeFirst() }
        guard !words.isEmpty else { return nil }
        let joined = words.joined(separator: " ")
        return names[joined] ?? joined
    }

    /// The one agency that an article credits beside its own outlet; `nil` when there is none or
    /// more than one, because a text put together from several is the outlet's own work.
    func credited(_ article: Article) -> String? {
        let own = normal(article.outlet)
        let credits = Set(article.credits.compactMap { normal($0) }).subtracting([own].compactMap { $0 })
        guard credits.count == 1, let credit = credits.first, names.values.contains(credit) else { return nil }
        return article.credits.contains { normal($0) == own } ? nil : credit
    }
}
