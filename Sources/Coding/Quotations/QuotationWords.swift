internal import Linguistics
internal import Text

/// The quoted runs of an analysed text with the words that stand in them.
struct QuotationWords {
    let analysis: Analysis
    let closed: ClosedWords

    init(_ analysis: Analysis, _ closed: ClosedWords) {
        self.analysis = analysis
        self.closed = closed
    }

    /// Pairs the marks and maps the runs onto words. O(bytes + runs · log words).
    func runs() -> [QuotedRun] {
        let paragraphs = analysis.paragraphs.isEmpty ? [analysis.text.span] : analysis.paragraphs
        var runs = QuotationPairing.runs(of: analysis.text, paragraphs: paragraphs)
        for index in runs.indices {
            runs[index].words = words(of: runs[index].inner)
        }
        return transcribed(runs)
    }

    /// With the speeches of a transcript in place of the quotation marks in them.
    private func transcribed(_ runs: [QuotedRun]) -> [QuotedRun] {
        let speeches = Transcript(analysis, closed).speeches()
        guard !speeches.isEmpty else { return runs }
        var kept = runs.filter { run in !speeches.contains { $0.inner.overlaps(run.inner) } }
        for index in kept.indices { kept[index].continues = nil }
        for speech in speeches {
            let range = trimmed(words(of: speech.inner))
            guard !range.isEmpty else { continue }
            let inner = analysis.span(ofWords: range)
            var run = QuotedRun(inner: inner, outer: inner, depth: 0, closed: true)
            run.words = range
            if speech.continues { run.continues = -1 } else { run.label = speech.name }
            kept.append(run)
        }
        kept.sort { $0.inner.start < $1.inner.start }
        for index in kept.indices where kept[index].continues != nil {
            kept[index].continues = index > 0 ? index - 1 : nil
        }
        return kept
    }

    /// Words without the quotation marks at either end, which a printed transcript may stand in.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        let tests = WordTests(analysis, closed)
        var range = range
        while let first = range.first, tests.isQuotationMark(first) { range = range.dropFirst() }
        while let last = range.last, tests.isQuotationMark(last) { range = range.dropLast() }
        return range
    }

    /// The words that start in a span.
    private func words(of span: Span) -> Range<Int> {
        let first = lowerBound(span.start)
        let end = lowerBound(span.end)
        return first..<max(first, end)
    }

    private func lowerBound(_ offset: UInt32) -> Int {
        var low = 0
        var high = analysis.words.starts.count
        while low < high {
            let middle = (low + high) / 2
            if analysis.words.starts[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
