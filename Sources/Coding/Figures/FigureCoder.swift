import Linguistics
import Records
import Text

/// From an analysis to its figures: money, tallies, people, distances, shares, durations and counts,
/// each in normal form with what it counts, for whom, and the words that say so.
struct FigureCoder: Sendable {
    let reader: FigureReader

    /// The figures of a text in order.
    ///
    /// - Parameter taken: for each atom, whether a time has it.
    func code(
        _ analysis: Analysis, atoms: Atoms, taken: [Bool], article: String
    ) -> [FigureMention] {
        let syntax = FigureSyntax(analysis)
        var mentions: [FigureMention] = []
        var votedBefore = false
        for (index, sentence) in analysis.sentences.enumerated() {
            let range =
                atoms.firstIndex(atOrAfter: sentence.span.start)..<atoms.firstIndex(atOrAfter: sentence.span.end)
            let votes = sentence.words.contains { reader.lexicon.voteWords.contains(analysis.lemma($0)) }
            let changes = sentence.words.contains { reader.lexicon.changes.contains(analysis.lemma($0)) }
            let drafts = reader.read(
                atoms, range, source: analysis.text, taken: taken, voting: votes || votedBefore, changing: changes)
            votedBefore = votes
            for draft in drafts {
                if let mention = mention(draft, index, analysis, syntax, atoms, article) { mentions.append(mention) }
            }
        }
        return mentions
    }

    private func mention(
        _ draft: FigureDraft, _ sentence: Int, _ analysis: Analysis, _ syntax: FigureSyntax, _ atoms: Atoms,
        _ article: String
    ) -> FigureMention? {
        guard let number = syntax.words(atoms.span(draft.number)) else { return nil }
        if draft.kind == .count, isName(number, analysis) || isPronoun(number, draft, analysis) { return nil }
        if isYear(draft, analysis, syntax, number) { return nil }
        var kind = draft.kind
        let head = draft.kind == .duration || draft.kind == .distance ? nil : syntax.countedHead(number)
        var span = atoms.span(draft.atoms)
        let described = syntax.words(span) ?? number
        if let head {
            let lemma = analysis.lemma(head).lowercased()
            if kind == .count, reader.lexicon.persons.contains(lemma) || isPeople(head, analysis) { kind = .people }
            if kind == .count, lemma == "vote" || lemma == "abstention" { kind = .votes }
            // The noun closes the evidence when it stands close behind its number.
            if head >= number.upperBound, head - number.upperBound < 6 {
                span = span.union(analysis.span(ofWord: head))
            }
        }
        // "several initiatives" gives no figure; "several soldiers" bounds a loss.
        if draft.vague, kind == .count { return nil }
        let scope = syntax.scope(head ?? syntax.top(number), number: number)
        let figure = Figure(
            kind: kind, value: draft.value, low: draft.low, high: draft.high, unit: draft.unit,
            counted: head.map { syntax.phrase($0, without: number, skipping: described) },
            scope: scope.map { analysis.text[$0] },
            bound: draft.bound, role: draft.role, choice: draft.choice, period: draft.period, years: draft.years,
            previous: draft.previous, definite: draft.definite && draft.choice == nil ? true : nil, sentence: sentence,
            evidence: Evidence(article: article, text: analysis.text, span: span))
        return FigureMention(figure: figure, words: number, countedHead: head)
    }

    /// A number inside a name ("Group of 20") counts nothing.
    private func isName(_ number: Range<Int>, _ analysis: Analysis) -> Bool {
        analysis.entities.contains { entity in
            entity.words.count > number.count && entity.words.lowerBound <= number.lowerBound
                && number.upperBound <= entity.words.upperBound
        }
    }

    /// "one" counts only as a numeral before its noun.
    private func isPronoun(_ number: Range<Int>, _ draft: FigureDraft, _ analysis: Analysis) -> Bool {
        guard draft.value == 1, number.count == 1 else { return false }
        return analysis.words.relations[number.lowerBound] != .nummod
            || analysis.text.utf8[Int(analysis.words.starts[number.lowerBound])] > 0x39 && draft.bound == .exact
                && draft.choice == nil && draft.role == nil
    }

    /// A bare number of four digits between 1500 and 2100 that counts no noun is a year.
    private func isYear(_ draft: FigureDraft, _ analysis: Analysis, _ syntax: FigureSyntax, _ number: Range<Int>)
        -> Bool
    {
        guard draft.kind == .count, draft.unit == nil, draft.bound == .exact || draft.bound == .range,
            let value = draft.value ?? draft.low, value >= 1500, value <= 2100, value == value.rounded()
        else { return false }
        let digits = analysis.text.utf8[
            Int(analysis.words.starts[number.lowerBound])..<Int(analysis.words.ends[number.upperBound - 1])]
        return !digits.contains(0x2C) && analysis.words.relations[syntax.top(number)] != .nummod
    }

    /// A plural name is a people or the members of a body ("Russians", "Democrats").
    private func isPeople(_ head: Int, _ analysis: Analysis) -> Bool {
        let span = analysis.span(ofWord: head)
        let bytes = analysis.text.utf8[span.range]
        guard let first = bytes.first, first >= 0x41, first <= 0x5A, bytes.last == UInt8(ascii: "s") else {
            return false
        }
        return analysis.words.upos[head] == .propn || analysis.words.upos[head] == .noun
    }
}
