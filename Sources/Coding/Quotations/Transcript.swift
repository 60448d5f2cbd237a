internal import Linguistics
internal import Text

/// Finds the speeches of a transcript: paragraphs that open with the name of their speaker and a colon.
///
/// "WALLACE: Let's start." A name in capitals counts when two paragraphs open so, any other when three
/// do; a list or a heading that happens to have a colon does not recur like that. A paragraph without a
/// label between two speeches goes on with the one before.
struct Transcript {
    /// One paragraph of speech: the words of the name, and the span of what is said.
    struct Speech {
        var name: Range<Int>
        var inner: Span
        /// Whether the paragraph goes on with the speech before it.
        var continues = false
    }

    let analysis: Analysis
    let words: WordTests

    init(_ analysis: Analysis, _ closed: ClosedWords) {
        self.analysis = analysis
        words = WordTests(analysis, closed)
    }

    /// A paragraph with its first word, and the label that opens it, if one does.
    private struct Block {
        var span: Span
        var first: Int
        var label: Range<Int>?
    }

    /// The speeches in order; empty when the text is no transcript. O(paragraphs).
    func speeches() -> [Speech] {
        var blocks = self.blocks()
        let labels = blocks.compactMap(\.label)
        let capitals = labels.filter { $0.allSatisfy(isInCapitals) }
        if capitals.count >= 2 {
            for index in blocks.indices where blocks[index].label.map({ !$0.allSatisfy(isInCapitals) }) ?? false {
                blocks[index].label = nil
            }
        } else {
            var count: [String: Int] = [:]
            for label in labels { count[analysis.text[analysis.span(ofWords: label)], default: 0] += 1 }
            guard labels.count >= 3, count.values.contains(where: { $0 >= 2 }) else { return [] }
        }
        return speeches(in: blocks)
    }

    private func speeches(in blocks: [Block]) -> [Speech] {
        guard let first = blocks.firstIndex(where: { $0.label != nil }),
            let last = blocks.lastIndex(where: { $0.label != nil })
        else { return [] }
        let labelled = blocks[first...last].count { $0.label != nil }
        // Where labels are rare among the paragraphs, those between them are the writer's.
        let runsOn = labelled * 5 >= (last - first + 1) * 2
        var found: [Speech] = []
        for (index, block) in blocks.enumerated() where index >= first {
            if let label = block.label {
                let start = analysis.words.ends[label.upperBound]
                guard start < block.span.end else { continue }
                found.append(Speech(name: label, inner: Span(start, block.span.end)))
            } else if let name = found.last?.name,
                runsOn && index < last && !isDirection(block)
                    || words.isQuotationMark(block.first) && words.isQuotationMark(max(0, name.lowerBound - 1))
            {
                found.append(Speech(name: name, inner: block.span, continues: true))
            }
        }
        return found
    }

    private func blocks() -> [Block] {
        var blocks: [Block] = []
        var sentence = 0
        for (index, paragraph) in analysis.paragraphs.enumerated() {
            while sentence < analysis.sentences.count, Int(analysis.sentences[sentence].paragraph) < index {
                sentence += 1
            }
            guard sentence < analysis.sentences.count, Int(analysis.sentences[sentence].paragraph) == index else {
                continue
            }
            let first = Int(analysis.sentences[sentence].firstWord)
            blocks.append(Block(span: paragraph, first: first, label: label(from: first)))
        }
        return blocks
    }

    /// Whether a paragraph stands in brackets: a stage direction.
    private func isDirection(_ block: Block) -> Bool { ["(", "["].contains(words.form(block.first)) }

    /// The name before a colon at a paragraph's start: one to seven words, capitalised but for the
    /// particles of names.
    private func label(from first: Int) -> Range<Int>? {
        var start = first
        let limit = analysis.words.count
        while start < limit, words.isQuotationMark(start) { start += 1 }
        var end = start
        while end < limit, end - start < 8, words.form(end) != ":" {
            let form = words.form(end)
            guard
                words.isCapitalised(end) || form == "." || form == "-"
                    || end > start && words.closed.particle.contains(form)
            else { return nil }
            end += 1
        }
        guard end > start, end < limit, words.form(end) == ":" else { return nil }
        return start..<end
    }

    private func isInCapitals(_ word: Int) -> Bool {
        !analysis.text.utf8[analysis.span(ofWord: word).range].contains { (0x61...0x7A).contains($0) }
    }
}
