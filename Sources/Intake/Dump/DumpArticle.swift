import Records

/// A plain-text dump of a page to an article: the stages in order.
struct DumpArticle {
    private var lines: [DumpLine]
    private let vocabulary: IntakeVocabulary
    private var cuts: [Article.Cut] = []

    init(_ utf8: [UInt8], vocabulary: IntakeVocabulary) {
        lines = DumpLine.lines(of: utf8)
        self.vocabulary = vocabulary
        LineClassifier(vocabulary: vocabulary).classify(&lines)
    }

    /// The article, or `nil` when no line holds a word.
    mutating func article(id: String, path: String) -> Article? {
        guard lines.contains(where: { $0.shape.letters > 0 }) else { return nil }
        // 1. The run of lines that is the body; without sentences, every line that may be text.
        let body = BodyRun.range(of: lines) ?? 0..<lines.count
        let hasSentences = body.contains { lines[$0].role == .prose || lines[$0].role == .shortSentence }
        let words = BodyVocabulary(lines[body])
        // 2. What the lines around it say of it.
        let head = DumpHead(lines: lines, body: body, words: words, vocabulary: vocabulary)
        let title = hasSentences ? head.title() : nil
        let byline = bylineIndex(body) ?? head.unlabelledByline(title: title)
        let published = head.published(title: title, byline: byline)
        var article = Article(id: id, path: path, text: "")
        fill(&article, title: title, byline: byline, published: published)
        if let (name, evidence) = OutletFinder(lines: lines, body: body, vocabulary: vocabulary).outlet() {
            article.outlet = name
            article.sources.append(.init(field: "outlet", evidence: evidence))
        }
        // 3. The body's lines, each kept or cut with a reason.
        let taken = Set([title, byline, published?.index].compactMap { $0 })
        let end = endOfBody(body)
        var builder = BodyBuilder()
        for (i, line) in lines.enumerated() {
            if let reason = reason(
                i, taken: taken, body: body, end: end, words: words, title: title, isBare: !hasSentences)
            {
                cuts.append(.init(text: line.text, reason: reason, line: line.number))
                if line.role == .source {
                    article.credits += CreditLine(line.text, vocabulary: vocabulary).source ?? []
                }
                continue
            }
            if builder.text.isEmpty || article.dateline == nil && builder.parts.last?.kind == .standfirst {
                markDateline(line.text, &article, &builder)
            }
            builder.append(line.text, kind(i, body: body, title: title))
        }
        article.text = builder.text
        article.parts = builder.parts
        article.cuts = cuts
        article.credits = unique(article.credits.map { vocabulary.agency($0) ?? $0 })
        article.language = vocabulary.languages.language(of: article.text)
        article.sources.append(.init(field: "text", evidence: "the run of sentences in a plain-text dump"))
        return article.text.isEmpty ? nil : article
    }

    /// The first labelled byline that stands no further down than the first paragraphs, else below the text.
    private func bylineIndex(_ body: Range<Int>) -> Int? {
        let all = lines.indices.filter { lines[$0].role == .byline }
        return all.first { $0 < body.lowerBound + 4 && $0 + 12 > body.lowerBound } ?? all.first
    }

    private func fill(
        _ article: inout Article, title: Int?, byline: Int?, published: (index: Int, evidence: String)?
    ) {
        if let title {
            let printed = lines[title].text
            article.title = printed
            // A site's name stands behind a bar.
            if let bar = printed.firstRange(of: " | ") {
                article.title = String(printed[..<bar.lowerBound])
                article.outlet = String(printed[bar.upperBound...])
            }
            article.sources.append(.init(field: "title", evidence: "line \(lines[title].number)"))
        }
        if let byline {
            let line = lines[byline]
            let text = line.date.map { BylineReader.removing($0.range, from: line.text) } ?? line.text
            if let read = BylineReader(text, vocabulary: vocabulary) {
                article.byline = read.byline
                article.credits += read.agencies
                if read.byline != nil {
                    article.sources.append(.init(field: "byline", evidence: "line \(line.number)"))
                }
            }
        }
        if let published, let date = lines[published.index].date {
            article.published = date.iso
            article.sources.append(.init(field: "published", evidence: published.evidence))
        }
        if let updated = lines.first(where: { $0.role == .updateDate }) {
            article.updated = updated.date?.iso
            article.sources.append(
                .init(field: "updated", evidence: "line \(updated.number), a date with a label of an update"))
        }
    }

    private func markDateline(_ paragraph: String, _ article: inout Article, _ builder: inout BodyBuilder) {
        guard let found = DatelineReader(paragraph, published: article.published, vocabulary: vocabulary) else {
            return
        }
        article.dateline = found.dateline
        article.credits += found.credits
        builder.markNext(found.length, .dateline)
    }

    /// Nothing of the body follows its notes.
    private func endOfBody(_ body: Range<Int>) -> Int {
        let notes = lines.indices.filter { lines[$0].role == .note }
        guard let last = notes.last, let first = notes.first, first >= body.lowerBound else { return body.upperBound }
        return last + 1
    }

    /// Why a line is not part of the text; `nil` for lines that are.
    private func reason(
        _ i: Int, taken: Set<Int>, body: Range<Int>, end: Int, words: BodyVocabulary, title: Int?, isBare: Bool
    ) -> String? {
        let line = lines[i]
        if i == title { return "the title" }
        if taken.contains(i) {
            return line.role == .byline || line.role == .short ? "the byline" : "the publication date"
        }
        switch line.role {
        case .furniture(let reason): return reason
        case .updateDate: return "the date of an update"
        case .source: return "a source line"
        case .staff: return "a line of staff credits"
        case .byline: return "a byline"
        case .date where line.shape.words <= 8: return "a date line"
        default: break
        }
        if isBare { return nil }
        if i < body.lowerBound {
            if line.role == .caption, let title, i > title { return nil }
            return title.map { i < $0 } == true ? "stands before the title" : "a short line before the text"
        }
        if i >= end {
            if line.role == .note { return nil }
            return end > body.upperBound || hasNotes(before: i)
                ? "stands behind the notes" : "stands behind the last paragraph"
        }
        if i >= body.upperBound, line.role != .note { return "stands between the text and its notes" }
        return line.role == .short ? shortLine(i, body: body, words: words) : nil
    }

    private func hasNotes(before i: Int) -> Bool { lines[..<i].contains { $0.role == .note } }

    /// A short line in the body is a subhead when it stands alone before a paragraph, or a list's
    /// item when its neighbours are; the rest are menus.
    private func shortLine(_ i: Int, body: Range<Int>, words: BodyVocabulary) -> String? {
        let line = lines[i]
        let next = i + 1 < body.upperBound ? lines[i + 1].role : nil
        let previous = i > body.lowerBound ? lines[i - 1] : nil
        let share = words.share(of: line.text)
        if share >= 0.5 { return nil }
        if previous?.text.hasSuffix(":") == true { return nil }
        if line.shape.words == 1, line.shape.allCapitals { return "one word in capitals" }
        if let colon = line.text.firstIndex(of: ":"), colon < line.text.index(before: line.text.endIndex),
            Words.list(line.text[..<colon]).count <= 3, share < 0.3
        {
            return "a label and a link"
        }
        if previous?.role == .short || next == .short { return share > 0 ? nil : "one of several short lines in a row" }
        return next == .prose || next == .shortSentence || next == .listItem ? nil : "a short line without a paragraph"
    }

    private func kind(_ i: Int, body: Range<Int>, title: Int?) -> Article.Part.Kind? {
        switch lines[i].role {
        case .caption: return .caption
        case .note: return .footnote
        case .listItem: return .list
        case .short: return .subhead
        case .prose, .shortSentence: return isStandfirst(i, body: body, title: title) ? .standfirst : nil
        default: return nil
        }
    }

    /// The first sentence, set off from the rest by a byline, a date or a caption.
    private func isStandfirst(_ i: Int, body: Range<Int>, title: Int?) -> Bool {
        guard title != nil, i == body.first(where: { lines[$0].role == .prose && $0 != title }),
            lines[i].shape.words <= 60, i + 1 < body.upperBound
        else { return false }
        switch lines[i + 1].role {
        case .byline, .date, .updateDate, .caption: return true
        case .short: return BylineReader(lines[i + 1].text, vocabulary: vocabulary)?.names.isEmpty == false
        default: return false
        }
    }

    private func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
