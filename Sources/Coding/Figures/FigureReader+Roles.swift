import Records
import Text

extension FigureReader {
    /// How many atoms after a number its role may stand ("$25 million in Japanese money in total").
    private static let roleReach = 6

    /// Finds an increment, a total or a rate in the words around a figure.
    func addRole(_ draft: inout FigureDraft, _ atoms: Atoms, _ sentence: Range<Int>, source: SourceText, changing: Bool)
    {
        if draft.kind == .ordinal { return }
        if draft.role == nil { addRoleBefore(&draft, atoms, sentence) }
        let end = min(sentence.upperBound, draft.number.upperBound + Self.roleReach)
        var j = draft.number.upperBound
        if draft.role == nil, let more = base(atoms, after: j, before: end) {
            draft.role = more
        }
        while j < end {
            if atoms.kinds[j] == .number || atoms.kinds[j] == .symbol && !atoms.isDash(j) { break }
            if let found = lexicon.cuesAfter.match(atoms, at: j) {
                // "each" and "more" belong to the figure only when they touch it or what it counts.
                if found.value.role == .rate {
                    if draft.role == nil || draft.role == .increment || j <= draft.number.upperBound + 1 {
                        draft.role = .rate
                    }
                    draft.period = draft.period ?? found.value.period
                } else if draft.role == nil, j <= draft.number.upperBound + 1 || found.value.role == .total {
                    draft.role = found.value.role
                }
                if j <= draft.number.upperBound + 1 { extendAtoms(&draft, to: j + found.length) }
                j += found.length
                continue
            }
            if atoms.kinds[j] == .word, atoms.codes[j] == words.per, j + 1 < sentence.upperBound,
                atoms.kinds[j + 1] == .word, j <= draft.number.upperBound + 2, draft.kind != .share || draft.unit == nil
            {
                // "per kilometre": any noun may be what a rate counts by.
                draft.role = .rate
                draft.period = draft.period ?? source[atoms.span(j + 1..<j + 2)].lowercased()
                j += 2
                continue
            }
            j += 1
        }
        if draft.role == nil || draft.role == .share, changing { addChange(&draft, atoms, sentence) }
    }

    /// "$10m of his own money, on top of the $40m …": what comes on top of another amount is an increment.
    private func base(_ atoms: Atoms, after start: Int, before end: Int) -> Figure.Role? {
        for j in start..<max(start, end) {
            if atoms.kinds[j] == .number { return nil }
            if let found = lexicon.bases.match(atoms, at: j) { return found.value.role }
            if atoms.kinds[j] == .symbol, !atoms.isSign(j, ",") { return nil }
        }
        return nil
    }

    private func addRoleBefore(_ draft: inout FigureDraft, _ atoms: Atoms, _ sentence: Range<Int>) {
        var j = draft.atoms.lowerBound
        var steps = 0
        while j > sentence.lowerBound, steps < 4 {
            if let found = lexicon.cuesBefore.match(atoms, endingBefore: j), j - found.length >= sentence.lowerBound {
                // An increment touches its number; a total may stand further off ("a total commitment of …").
                if found.value.role == .total || steps == 0 {
                    draft.role = found.value.role
                    if steps == 0 {
                        draft.atoms = j - found.length..<draft.atoms.upperBound
                        if draft.bound == .exact,
                            let bound = lexicon.boundsBefore.match(atoms, endingBefore: draft.atoms.lowerBound)
                        {
                            draft.bound = bound.value
                        }
                    }
                    return
                }
            }
            j -= 1
            steps += 1
            if atoms.kinds[j] != .word { return }
        }
    }

    /// After a verb of change "to" gives a total and "by" an increment.
    private func addChange(_ draft: inout FigureDraft, _ atoms: Atoms, _ sentence: Range<Int>) {
        let j = draft.atoms.lowerBound - 1
        guard j >= sentence.lowerBound, atoms.kinds[j] == .word else { return }
        if atoms.codes[j] == words.to {
            draft.role = .total
        } else if atoms.codes[j] == words.by {
            draft.role = .increment
        } else if draft.role == .none || draft.role == .share, draft.kind == .share, draft.unit != nil,
            lexicon.changeForms.contains(atoms.codes[j]), !isOf(atoms, draft.number.upperBound)
        {
            // "rose 8 percent"; "cut 8 percent of its staff" tells a part of them.
            draft.role = .increment
        }
    }

    private func extendAtoms(_ draft: inout FigureDraft, to end: Int) {
        draft.atoms = draft.atoms.lowerBound..<max(end, draft.atoms.upperBound)
    }

    /// Lets a figure take the former value that the next one gives: "up from $41bn", "to 12 from 57".
    func addPrevious(_ drafts: inout [FigureDraft], _ atoms: Atoms, _ sentence: Range<Int>, changing: Bool) {
        var k = 0
        while k + 1 < drafts.count {
            let (first, second) = (drafts[k], drafts[k + 1])
            let from = second.atoms.lowerBound - 1
            guard first.kind == second.kind || first.kind == .people && second.kind == .count,
                first.kind != .duration, first.kind != .ordinal, first.unit == second.unit || second.unit == nil,
                first.previous == nil, let value = second.value, first.value != nil,
                from > first.number.upperBound - 1, atoms.kinds[from] == .word, atoms.codes[from] == words.from,
                from - first.number.upperBound <= 6
            else {
                k += 1
                continue
            }
            let told =
                from > sentence.lowerBound && atoms.kinds[from - 1] == .word
                && words.direction.contains(atoms.codes[from - 1])
            guard told || changing else {
                k += 1
                continue
            }
            drafts[k].previous = value
            if drafts[k].role == nil, changing { drafts[k].role = .total }
            drafts.remove(at: k + 1)
        }
    }

    static let yearly = "year"

    /// Ties an amount to the years that it is spread over: "$25 million … over five years".
    func addYears(_ drafts: inout [FigureDraft], _ atoms: Atoms) {
        for k in drafts.indices where drafts[k].kind == .money {
            for n in drafts.indices.dropFirst(k + 1) {
                if drafts[n].kind == .money { break }
                guard drafts[n].kind == .duration, drafts[n].unit == "year", let years = drafts[n].value else {
                    continue
                }
                let before = drafts[n].number.lowerBound - 1
                guard before >= 0, atoms.kinds[before] == .word else { break }
                if words.spread.contains(atoms.codes[before]) || drafts[n].bound == .over {
                    drafts[k].years = years
                    if drafts[k].period == Self.yearly, let amount = drafts[k].value {
                        drafts[k].sum = amount * years
                    }
                    // "over five years" is a stretch of time here, not a lower bound.
                    if drafts[n].bound == .over { drafts[n].bound = .exact }
                }
                break
            }
        }
    }
}
