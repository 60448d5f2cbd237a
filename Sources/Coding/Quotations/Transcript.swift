internal import Linguistics
internal import Text

/// Finds the speeches of a transcript: paragraphs that open with the name of their speaker and a colon.
///
/// "WALLACE: Let's start." A name in capitals counts when two paragraphs open so, any other when three
/// do; a list or a heading that happens to have a colon does not recur like that.
struct Transcript {
    /// One speech: the words of the name, and the span of what is said.
    struct Speech {
        var name: Range<Int>
        var inner: Span
    }

    let analysis: Analysis
    let words: WordTests

    init(_ analysis: Analysis) {
        self.analysis = analysis
        words = WordTests(analysis)
    }

    /// The speeches in order; empty when the text is no transcript. O(paragraphs).
    func speeches() -> [Speech] {
        var found: [(speech: Speech, inCapitals: Bool)] = []
        var sentence = 0
        for (index, paragraph) in analysis.paragraphs.enumerated() {
            while sentence < analysis.sentences.count, Int(analysis.sentences[sentence].paragraph) < index {
                sentence += 1
            }
            guard sentence < analysis.sentences.count, Int(analysis.sentences[sentence].paragraph) == index else {
                continue
            }
            if let label = label(from: Int(analysis.sentences[sentence].firstWord)) {
                let start = analysis.words.ends[label.upperBound]
                guard start < paragraph.end else { continue }
                let inner = Span(start, paragraph.end)
                found.append((Speech(name: label, inner: inner), label.allSatisfy { isInCapitals($0) }))
            }
        }
        let capitals = found.count { $0.inCapitals }
        if capitals >= 2 { return found.filter(\.inCapitals).map(\.speech) }
        var count: [String: Int] = [:]
        for item in found { count[analysis.text[analysis.span(ofWords: item.speech.name)], default: 0] += 1 }
        guard found.count >= 3, count.values.contains(where: { $0 >= 2 }) else { return [] }
        return found.map(\.speech)
    }

    /// The name before a colon at a paragraph's start: one to five capitalised words.
    private func label(from first: Int) -> Range<Int>? {
        var start = first
        let limit = analysis.words.count
        while start < limit, words.isQuotationMark(start) { start += 1 }
        var end = start
        while end < limit, end - start < 6, words.form(end) != ":" {
            guard words.isCapitalised(end) || [".", "-", "of", "for"].contains(words.form(end)) else { return nil }
            end += 1
        }
        guard end > start, end < limit, words.form(end) == ":" else { return nil }
        return start..<end
    }

    private func isInCapitals(_ word: Int) -> Bool {
        !analysis.text.utf8[analysis.span(ofWord: word).range].contains { (0x61...0x7A).contains($0) }
    }
}
