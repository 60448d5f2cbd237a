import Records

/// Reads what the first lines of a finished text say of it, and marks them, without cutting anything.
struct TextMarking {
    let vocabulary: IntakeVocabulary

    /// Gives an article the title, byline and dateline that stand at the head of its text, where it
    /// has none, and marks its headlines and notes as parts.
    func mark(_ article: inout Article) {
        let text = article.text
        var paragraphs: [(text: String, start: Int)] = []
        var start = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let clean = CleanLine.clean(line)
            let blanks = line.unicodeScalars.prefix { $0.properties.isWhitespace }.count
            if !clean.isEmpty { paragraphs.append((String(line), start + blanks)) }
            start += line.unicodeScalars.count + 1
        }
        guard let first = paragraphs.first else { return }
        var next = 0
        if paragraphs.count > 1 {
            var lines = paragraphs.map { DumpLine(CleanLine.clean($0.text), number: 0, afterBlank: true) }
            LineClassifier(vocabulary: vocabulary).classify(&lines)
            next = head(&article, paragraphs, lines)
            for (i, line) in lines.enumerated() where i >= next {
                guard let kind = kind(line, follower: i + 1 < lines.count ? lines[i + 1] : nil) else { continue }
                append(kind, paragraphs[i], &article)
            }
        }
        let body = next < paragraphs.count ? paragraphs[next] : first
        if let found = DatelineReader(body.text, published: article.published, vocabulary: vocabulary) {
            article.dateline = found.dateline
            article.credits += found.credits.filter { !article.credits.contains($0) }
            article.parts.append(.init(kind: .dateline, start: body.start, end: body.start + found.length))
            article.sources.append(.init(field: "dateline", evidence: "the head of the text"))
        }
        article.parts.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    }

    /// Takes the title and byline off the top; gives the index of the first paragraph behind them.
    private func head(_ article: inout Article, _ paragraphs: [(text: String, start: Int)], _ lines: [DumpLine]) -> Int
    {
        var next = 0
        let first = lines[0]
        let isTitle = first.isHeadline && lines[1...].contains { $0.role == .prose }
        if isTitle {
            if article.title == nil {
                article.title = first.text
                article.sources.append(.init(field: "title", evidence: "the text's first line"))
            }
            append(.title, paragraphs[0], &article)
            next = 1
        }
        while next < lines.count - 1, lines[next].role == .byline || lines[next].role == .date {
            if lines[next].role == .byline {
                if article.byline == nil, let names = BylineReader(lines[next].text, vocabulary: vocabulary)?.byline {
                    article.byline = names
                    article.sources.append(.init(field: "byline", evidence: "the head of the text"))
                }
                append(.byline, paragraphs[next], &article)
            } else if article.published == nil {
                article.published = lines[next].date?.iso
            }
            next += 1
        }
        return next
    }

    private func kind(_ line: DumpLine, follower: DumpLine?) -> Article.Part.Kind? {
        switch line.role {
        case .caption: .caption
        case .note: .footnote
        case .short: follower?.role == .prose && line.shape.words <= 12 ? .subhead : nil
        default: nil
        }
    }

    private func append(_ kind: Article.Part.Kind, _ paragraph: (text: String, start: Int), _ article: inout Article) {
        let blanks = paragraph.text.unicodeScalars.prefix { $0.properties.isWhitespace }.count
        let count = paragraph.text.unicodeScalars.count - blanks
        article.parts.append(.init(kind: kind, start: paragraph.start, end: paragraph.start + count))
    }
}
