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
                first.article.text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
            if line.count <= 120 { return line }
            return first.sentences.first { !isDateline($0.quote) }?.quote ?? String(line.prefix(120))
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

    /// Whether a sentence is the line that a report is dated by, which ends in a dash.
    private static func isDateline(_ sentence: String) -> Bool {
        sentence.last.map { "-\u{2013}\u{2014}".contains($0) } ?? false
    }
}
