/// What stands around the body of a dump and says what it is: title, byline, dates, outlet.
struct DumpHead {
    let lines: [DumpLine]
    let body: Range<Int>
    let words: BodyVocabulary
    let vocabulary: IntakeVocabulary

    /// The index of the title's line.
    ///
    /// Candidates are the short lines before the body and its own first line; a title shares words
    /// with the body and stands near it, which no menu entry does.
    func title() -> Int? {
        var best: (score: Double, index: Int)?
        for i in lines.indices[..<body.lowerBound].suffix(40) {
            let line = lines[i]
            guard line.role == .short || line.role == .shortSentence, line.shape.words >= 2, line.shape.words <= 40
            else { continue }
            let distance = Double(distance(from: i))
            var score = 3 * words.share(of: line.text) + Double(min(line.shape.words, 10)) / 10
            score += max(0, 1 - distance / 8)
            if line.text.hasSuffix(".") || line.text.hasSuffix(":") { score -= 1 }
            if looksLikeName(line.text) { score -= 1.5 }
            if hasForeignLabel(line.text) { score -= 1.5 }
            if score > (best?.score ?? 1.2) { best = (score, i) }
        }
        if let best { return best.index }
        let first = body.lowerBound
        if first < body.upperBound - 1, lines[first].isHeadline { return first }
        return nil
    }

    /// Whether a line opens with a label of which the text knows nothing: "Tags: …", "Photo: …"; a
    /// headline's "Fiji: …" names what the text is about.
    private func hasForeignLabel(_ text: String) -> Bool {
        guard let colon = text.firstIndex(of: ":") else { return false }
        let label = text[..<colon]
        return label.split(separator: " ").count <= 3 && words.share(of: String(label)) == 0
    }

    /// Lines with words between a line and the body, dates and bylines aside.
    private func distance(from i: Int) -> Int {
        lines[(i + 1)..<body.lowerBound].count { line in
            switch line.role {
            case .date, .updateDate, .byline, .caption: false
            default: true
            }
        }
    }

    /// Before a title, "Vusala Abbasova" and "Dr Ann Lee, Fellow" look like one.
    private func looksLikeName(_ text: String) -> Bool {
        guard let byline = BylineReader(text, vocabulary: vocabulary) else { return false }
        return !byline.names.isEmpty && words.share(of: text) < 0.5
    }

    /// The index of a byline without a label: a name beside the title or the date.
    func unlabelledByline(title: Int?) -> Int? {
        guard let title else { return nil }
        for i in lines.indices[(title + 1)...].prefix(4) where i < body.upperBound {
            switch lines[i].role {
            case .prose: return nil
            case .short where lines[i].shape.words <= 12:
                if looksLikeName(lines[i].text) { return i }
            default: continue
            }
        }
        return nil
    }

    /// The index of the line that gives the publication date.
    ///
    /// In order of trust: a date line with a label of publication, one between the title and the
    /// body, the byline's, one before the title, one behind the body.
    func published(title: Int?, byline: Int?) -> (index: Int, evidence: String)? {
        func dated(_ range: Range<Int>) -> Int? {
            range.first { lines[$0].role == .date && lines[$0].date != nil }
        }
        let after = min((title ?? -1) + 1, body.lowerBound)
        let top = 0..<body.lowerBound
        let labelled = lines.indices.first { i in
            guard lines[i].role == .date, let date = lines[i].date else { return false }
            let label = String(decoding: Array(lines[i].text.utf8)[..<date.range.lowerBound], as: UTF8.self)
            return Words.list(label).contains { word in vocabulary.published.contains { word.hasPrefix($0) } }
        }
        if let labelled { return (labelled, "a date with a label of publication") }
        if let found = dated(after..<body.lowerBound) { return (found, "the date between the title and the text") }
        if let byline, lines[byline].date != nil { return (byline, "the date in the byline") }
        // Inside the body's run, before its first paragraph of some length.
        let firstLong = body.first { lines[$0].role == .prose && lines[$0].shape.words >= 30 } ?? body.upperBound
        if let found = dated(body.lowerBound..<firstLong) { return (found, "the date above the text") }
        if let found = dated(top) { return (found, "the date above the title") }
        if let found = dated(body.upperBound..<lines.count) { return (found, "the date below the text") }
        if let found = dated(body) { return (found, "a date line in the text") }
        return nil
    }
}
