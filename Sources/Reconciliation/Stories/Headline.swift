internal import Records

/// Picks the line under which a story is shown.
enum Headline {
    /// A title that says most with the words that the titles share, else the first sentence.
    static func choose(_ coded: [CodedArticle]) -> String {
        let titles = coded.compactMap { article -> String? in
            guard let title = article.article.title, !title.isEmpty else { return nil }
            return title
        }
        guard !titles.isEmpty else {
            guard let first = coded.first else { return "" }
            let line =
                first.article.text.split(separator: "\n", omittingEmptySubsequences: true).first.map(String.init) ?? ""
            return line.count <= 120 ? line : first.sentences.first?.quote ?? String(line.prefix(120))
        }
        let words = titles.map { Set(FoldedText($0).words.filter { $0.utf8.count > 3 }.map { stem($0) }) }
        var counts: [String: Int] = [:]
        for set in words { for word in set { counts[word, default: 0] += 1 } }
        let scores = words.map { set in
            set.isEmpty ? 0 : Double(set.reduce(0) { $0 + counts[$1]! - 1 }) / Double(set.count + 4)
        }
        var best = 0
        for i in scores.indices where scores[i] > scores[best] { best = i }
        return titles[best]
    }
}
