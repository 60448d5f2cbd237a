internal import Linguistics
internal import Text

/// The quoted runs of an analysed text with the words that stand in them.
enum QuotationWords {
    /// Pairs the marks and maps the runs onto words. O(bytes + runs · log words).
    static func runs(of analysis: Analysis) -> [QuotedRun] {
        let paragraphs = analysis.paragraphs.isEmpty ? [analysis.text.span] : analysis.paragraphs
        var runs = QuotationPairing.runs(of: analysis.text, paragraphs: paragraphs)
        for index in runs.indices {
            runs[index].words = words(of: runs[index].inner, in: analysis)
        }
        return transcribed(runs, analysis)
    }

    /// With the speeches of a transcript in place of the quotation marks in them.
    private static func transcribed(_ runs: [QuotedRun], _ analysis: Analysis) -> [QuotedRun] {
        let speeches = Transcript(analysis).speeches()
        guard !speeches.isEmpty else { return runs }
        var kept = runs.filter { run in !speeches.contains { $0.inner.overlaps(run.inner) } }
        for index in kept.indices { kept[index].continues = nil }
        for speech in speeches {
            let range = words(of: speech.inner, in: analysis)
            guard !range.isEmpty else { continue }
            let inner = analysis.span(ofWords: range)
            var run = QuotedRun(inner: inner, outer: inner, depth: 0, closed: true)
            run.words = range
            run.label = speech.name
            kept.append(run)
        }
        return kept.sorted { $0.inner.start < $1.inner.start }
    }

    /// The words that start in a span.
    static func words(of span: Span, in analysis: Analysis) -> Range<Int> {
        let first = lowerBound(analysis.words.starts, span.start)
        let end = lowerBound(analysis.words.starts, span.end)
        return first..<max(first, end)
    }

    private static func lowerBound(_ starts: [UInt32], _ offset: UInt32) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
