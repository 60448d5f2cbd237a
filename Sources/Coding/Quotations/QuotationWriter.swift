internal import Linguistics
internal import Records
internal import Text

/// Turns attributions into records and frames.
struct QuotationWriter {
    let analysis: Analysis
    let article: Article
    let runs: [QuotedRun]
    let frames: [ReportingFrame]
    let words: WordTests

    /// The share of a clause, in percent, from which its quoted words stand for it alone.
    private static let whole = 80

    /// The quotations of one attribution: printed sentences, quoted words, and a reported clause.
    func quotations(of attribution: Attribution, actor: ActorReference?) -> [Quotation] {
        let surface = attribution.source.map { analysis.text[analysis.span(ofWords: $0.words)] }
        let cue = attribution.cue.map { analysis.text[analysis.span(ofWords: $0)] }
        var pieces: [(parts: [Span], kind: Quotation.Kind)] = []
        switch attribution.form {
        case .direct:
            for sentence in sentences(attribution.runs) {
                pieces.append((sentence.map { runs[$0].inner }, .direct))
            }
        case .mixed:
            if let frame = attribution.frame, !standsAlone(attribution.runs, in: frames[frame]) {
                pieces.append((spans(frames[frame].content), .indirect))
            }
            for run in attribution.runs { pieces.append(([runs[run].inner], .mixed)) }
        case .indirect:
            if let frame = attribution.frame { pieces.append((spans(frames[frame].content), .indirect)) }
        }
        var written: [Quotation] = []
        var name: String?
        for piece in pieces {
            let parts = piece.parts.map { Evidence(article: article.id, text: analysis.text, span: $0) }
            guard let first = piece.parts.first, let last = piece.parts.last else { continue }
            let evidence = Evidence(
                article: article.id, text: analysis.text, span: Span(first.start, max(first.end, last.end)))
            let id = "\(article.id)#q\(evidence.start)-\(evidence.end)" + (piece.kind == .indirect ? "i" : "")
            if name == nil { name = id }
            written.append(
                Quotation(
                    id: id, speaker: actor, speakerSurface: surface,
                    text: parts.map(\.quote).joined(separator: " "), kind: piece.kind, cue: cue,
                    evidence: evidence, parts: parts, attitude: attribution.cueClass,
                    attribution: pieces.count > 1 ? name : nil))
        }
        return written
    }

    /// Runs of one attribution by printed sentence: a run that starts a sentence of its own after
    /// the speech tag stands apart from the one before.
    private func sentences(_ indices: [Int]) -> [[Int]] {
        var groups: [[Int]] = []
        for index in indices {
            let first = runs[index].words.lowerBound
            let opens = analysis.sentences[analysis.sentence(ofWord: first)].words.lowerBound
            let starts = (opens..<first).allSatisfy { words.isPunctuation($0) }
            if groups.isEmpty || starts && runs[index].continues == nil {
                groups.append([index])
            } else {
                groups[groups.count - 1].append(index)
            }
        }
        return groups
    }

    /// Whether quoted words are most of the content, so that the clause adds little to them.
    private func standsAlone(_ indices: [Int], in frame: ReportingFrame) -> Bool {
        func count(_ range: Range<Int>) -> Int { range.count { !words.isPunctuation($0) } }
        let quoted = indices.reduce(0) { $0 + count(runs[$1].words) }
        return quoted * 100 >= frame.content.reduce(0) { $0 + count($1) } * Self.whole
    }

    /// The spans of a content, with the marks of the quotations that lie in it.
    private func spans(_ ranges: [Range<Int>]) -> [Span] {
        ranges.map { range in
            var span = analysis.span(ofWords: range)
            for run in runs where run.depth == 0 && !run.words.isEmpty {
                if range.lowerBound <= run.words.lowerBound, run.words.upperBound <= range.upperBound {
                    span = span.union(run.outer)
                }
            }
            return span
        }
    }

    /// The frames of the text: one an attribution, and those found that no attribution took.
    func frames(
        of attributions: [Attribution], actors: [ActorReference?], resolve: (Int, Range<Int>) -> ActorReference?
    ) -> [ReportingFrame] {
        var written: [ReportingFrame] = []
        var taken: Set<Int> = []
        for (attribution, actor) in zip(attributions, actors) {
            if let index = attribution.frame {
                taken.insert(index)
                var frame = frames[index]
                frame.actor = actor
                written.append(frame)
            } else if let first = attribution.runs.first {
                let start = runs[first].words.lowerBound
                written.append(
                    ReportingFrame(
                        cue: attribution.cue ?? start..<start, cueClass: attribution.cueClass, form: .quotation,
                        source: attribution.source?.words, sourceHead: attribution.source?.head, actor: actor,
                        content: attribution.runs.map { runs[$0].words }))
            }
        }
        let cues = Set(written.map(\.cue.lowerBound))
        for (index, frame) in frames.enumerated() where !taken.contains(index) && !cues.contains(frame.cue.lowerBound) {
            var frame = frame
            if let head = frame.sourceHead, let words = frame.source { frame.actor = resolve(head, words) }
            written.append(frame)
        }
        return written.sorted {
            ($0.cue.lowerBound, $0.content.first?.lowerBound ?? 0) < (
                $1.cue.lowerBound, $1.content.first?.lowerBound ?? 0
            )
        }
    }
}
