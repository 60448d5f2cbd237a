import Linguistics
import Records
import Text

/// From an analysis to its times, each resolved to a range of days against the day of writing, the
/// narrative and the tense of its predicate, with how finely it is told.
///
/// The day of writing is the publication date, else the dateline's, else the last full date that the
/// text gives. Time is linear in the text.
struct TimeNormalizer: Sendable {
    let reader: TimeReader

    /// The times of a text in order, and for each atom whether a time has it.
    func code(_ analysis: Analysis, atoms: Atoms, article: Article) -> (times: [TimeMention], taken: [Bool]) {
        var taken = [Bool](repeating: false, count: atoms.count)
        var mentions: [TimeMention] = []
        let syntax = FigureSyntax(analysis)
        let anchors = AnchorReader(times: reader, syntax: syntax, analysis: analysis)
        var context = TimeContext(reference: reference(analysis, atoms, article))
        var paragraph: Int32 = -1
        for sentence in analysis.sentences {
            if sentence.paragraph != paragraph { context.narrative = nil }
            paragraph = sentence.paragraph
            let end = atoms.firstIndex(atOrAfter: sentence.span.end)
            var i = atoms.firstIndex(atOrAfter: sentence.span.start)
            while i < end {
                context.future = isFuture(atoms.starts[i], analysis, syntax)
                let cursor = TimeReader.Cursor(atoms: atoms, end: end, source: analysis.text, context: context)
                if let found = anchors.read(cursor, i) {
                    mentions.append(mention(found, analysis, article.id, syntax))
                    i = found.inner
                    continue
                }
                guard let draft = reader.read(atoms, at: i, end: end, source: analysis.text, context: context),
                    let words = syntax.words(atoms.span(draft.atoms)), !isCount(draft, words, analysis)
                else {
                    i += 1
                    continue
                }
                for k in draft.atoms { taken[k] = true }
                if draft.precision == .day, let range = draft.range, range.from == range.to {
                    context.narrative = range.from
                }
                let evidence = Evidence(article: article.id, text: analysis.text, span: atoms.span(draft.atoms))
                mentions.append(
                    TimeMention(
                        expression: TimeExpression(
                            range: draft.range?.record, precision: draft.precision, relative: draft.relative,
                            evidence: evidence),
                        words: words, head: syntax.top(words), notice: draft.notice))
                i = draft.atoms.upperBound
            }
        }
        return (resolved(mentions), taken)
    }

    private func mention(
        _ found: AnchorReader.Found, _ analysis: Analysis, _ article: String, _ syntax: FigureSyntax
    ) -> TimeMention {
        let span = analysis.span(ofWords: found.words)
        return TimeMention(
            expression: TimeExpression(
                range: nil, precision: .vague, relative: true, anchor: found.anchor,
                evidence: Evidence(article: article, text: analysis.text, span: span)),
            words: found.words, head: syntax.top(found.words))
    }

    /// A time told by a happening that is itself dated within the words takes that date.
    private func resolved(_ mentions: [TimeMention]) -> [TimeMention] {
        var mentions = mentions
        for k in mentions.indices {
            guard let anchor = mentions[k].expression.anchor, anchor.order == .on || anchor.order == .since else {
                continue
            }
            let inner = mentions.dropFirst(k + 1).first {
                $0.words.lowerBound < mentions[k].words.upperBound && $0.expression.range != nil
            }
            guard let inner, mentions[k].words.contains(inner.words.lowerBound) else { continue }
            mentions[k].expression.range = inner.expression.range
            mentions[k].expression.precision = inner.expression.precision
        }
        return mentions
    }

    /// The day from which relative times count.
    func reference(_ analysis: Analysis, _ atoms: Atoms, _ article: Article) -> CalendarDay? {
        if let day = article.published.flatMap({ CalendarDay(iso: $0) }) { return day }
        if let day = article.dateline?.date.flatMap({ CalendarDay(iso: $0) }) { return day }
        var last: CalendarDay?
        var i = 0
        while i < atoms.count {
            let context = TimeContext()
            if let draft = reader.read(atoms, at: i, end: atoms.count, source: analysis.text, context: context) {
                if draft.precision == .day, !draft.relative, let range = draft.range {
                    last = max(last ?? range.to, range.to)
                }
                i = draft.atoms.upperBound
            } else {
                i += 1
            }
        }
        return last
    }

    /// A bare year that counts a plural noun is a number ("2,000 soldiers" written "2000 soldiers").
    private func isCount(_ draft: TimeDraft, _ words: Range<Int>, _ analysis: Analysis) -> Bool {
        guard draft.precision == .year, !draft.relative, words.count == 1, draft.atoms.count == 1 else { return false }
        let word = words.lowerBound
        guard analysis.words.relations[word] == .nummod else { return false }
        let head = Int(analysis.words.heads[word])
        return head > word && analysis.words.upos[head] == .noun
            && analysis.words.lemmas[head] != analysis.words.forms[head]
    }

    /// Whether the predicate over a byte lies ahead: a future auxiliary, or an infinitive under a verb of plan.
    private func isFuture(_ offset: UInt32, _ analysis: Analysis, _ syntax: FigureSyntax) -> Bool {
        guard var word = syntax.word(at: offset) else { return false }
        var steps = 0
        while steps < 12 {
            if analysis.words.upos[word] == .verb || analysis.words.upos[word] == .aux {
                for child in syntax.children[word].map(Int.init)
                where analysis.words.relations[child] == .aux
                    && reader.lexicon.futureAuxiliaries.contains(analysis.lemma(child).lowercased())
                {
                    return true
                }
                let head = Int(analysis.words.heads[word])
                guard head >= 0, analysis.words.relations[word] == .xcomp else { return false }
                return reader.lexicon.futureGovernors.contains(analysis.lemma(head).lowercased())
            }
            let head = Int(analysis.words.heads[word])
            guard head >= 0 else { return false }
            word = head
            steps += 1
        }
        return false
    }
}
