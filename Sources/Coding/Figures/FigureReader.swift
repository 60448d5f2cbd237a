import Records
import Text

/// Reads the figures of a run of atoms: number, currency or unit, range, tally, bound and role.
struct FigureReader: Sendable {
    let numbers: NumberReader
    let lexicon: FigureLexicon
    let words: Grammar

    /// The function words that the grammar of figures names.
    struct Grammar: Sendable {
        let to, and, from, between, by, of, per, old: Int32
        let votes: Set<Int32>
        /// Determiners that point back at a known number.
        let definite: Set<Int32>
        /// Prepositions before the years that an amount is spread over.
        let spread: Set<Int32>
        /// Words before the "from" of a former value.
        let direction: Set<Int32>
        /// Prepositions that name a choice by themselves.
        let bare: Set<Int32>
        /// Words for none at all.
        let nobody: Set<Int32>
        /// Nouns of what one side of a vote has more than the other.
        let margins: Set<Int32>

        init(words: QuantityWords, table: inout SymbolTable) {
            func code(_ name: String) -> Int32 { words.code(name, table: &table) }
            (to, and, from) = (code("to"), code("and"), code("from"))
            (between, by, of) = (code("between"), code("by"), code("of"))
            (per, old) = (code("per"), code("old"))
            votes = Set(words.codes("votes", table: &table))
            definite = Set(words.codes("definite", table: &table))
            spread = Set(words.codes("spread", table: &table))
            direction = Set(words.codes("direction", table: &table))
            bare = Set(words.codes("bare-choice", table: &table))
            nobody = Set(words.codes("nobody", table: &table))
            margins = Set(words.codes("margin", table: &table))
        }
    }

    /// Whether a number may begin with an atom.
    func mayStart(_ atoms: Atoms, _ i: Int) -> Bool {
        atoms.kinds[i] == .number || atoms.kinds[i] == .word && numbers.isStart(atoms.codes[i])
    }

    /// What a sentence says of a vote.
    enum Voting { case none, decided, told }

    /// The figures of a sentence in order.
    ///
    /// - Parameters:
    ///   - taken: atoms that belong to a time and are not read again.
    ///   - voting: whether the sentence or the one before it speaks of a vote.
    ///   - changing: whether the sentence tells of a quantity's change.
    func read(
        _ atoms: Atoms, _ sentence: Range<Int>, source: SourceText, taken: [Bool], voting: Voting, changing: Bool
    ) -> [FigureDraft] {
        var drafts: [FigureDraft] = []
        var i = sentence.lowerBound
        while i < sentence.upperBound {
            if taken[i] || !mayStart(atoms, i) {
                i += 1
                continue
            }
            if let ordinal = numbers.ordinal(atoms, at: i, source: source) {
                drafts.append(FigureDraft(ordinal: ordinal.value, atoms: i..<i + ordinal.length))
                i += ordinal.length
                continue
            }
            guard let reading = numbers.read(atoms, at: i, source: source) ?? decade(atoms, i),
                reading.atoms.upperBound <= sentence.upperBound
            else {
                i += 1
                continue
            }
            if isAge(atoms, reading, sentence) || isScore(atoms, reading, sentence, source, voting != .none)
                || isClock(atoms, reading, sentence)
            {
                i = reading.atoms.upperBound + 1
                continue
            }
            var found = quantity(atoms, reading, sentence, source, taken, voting: voting != .none, changing: changing)
            i = max(i + 1, found.last?.number.upperBound ?? reading.atoms.upperBound)
            for k in found.indices {
                addRole(&found[k], atoms, sentence, source: source, changing: changing)
                let before = found[k].atoms.lowerBound - 1
                found[k].definite =
                    before >= sentence.lowerBound && atoms.kinds[before] == .word
                    && words.definite.contains(atoms.codes[before])
                found[k].scale()
            }
            drafts += found
        }
        if voting == .told {
            addChoices(&drafts, atoms, sentence)
            addMargins(&drafts, atoms, sentence)
            let none = nobody(atoms, sentence).filter { draft in !drafts.contains { $0.atoms.overlaps(draft.atoms) } }
            if !none.isEmpty {
                drafts = (drafts + none).sorted { $0.number.lowerBound < $1.number.lowerBound }
            }
        }
        addPrevious(&drafts, atoms, sentence, changing: changing)
        addYears(&drafts, atoms)
        return drafts
    }

    /// "over a decade": the article counts one of the unit that itself counts ten.
    private func decade(_ atoms: Atoms, _ i: Int) -> NumberReading? {
        guard isArticle(atoms, i), let unit = lexicon.units.match(atoms, at: i + 1), unit.value.kind == .duration,
            unit.value.factor > 1, unit.value.unit == Self.yearly
        else { return nil }
        return NumberReading(atoms: i..<i + 1, value: 1, low: 1, high: 1, digits: false, fraction: false)
    }

    /// "84-year-old": nobody counts years there.
    private func isAge(_ atoms: Atoms, _ reading: NumberReading, _ sentence: Range<Int>) -> Bool {
        let j = reading.atoms.upperBound
        return j + 3 < sentence.upperBound && atoms.isDash(j) && atoms.isDash(j + 2) && atoms.kinds[j + 3] == .word
            && atoms.codes[j + 3] == words.old
    }

    /// "9 a.m.", "1400 GMT": the time of a day is no figure.
    private func isClock(_ atoms: Atoms, _ reading: NumberReading, _ sentence: Range<Int>) -> Bool {
        let j = reading.atoms.upperBound
        return reading.digits && j < sentence.upperBound && lexicon.clocks.match(atoms, at: j) != nil
    }

    /// "2-1": two numbers that fall are a score, where no vote is told.
    private func isScore(
        _ atoms: Atoms, _ reading: NumberReading, _ sentence: Range<Int>, _ source: SourceText, _ voting: Bool
    ) -> Bool {
        let j = reading.atoms.upperBound
        guard !voting, let value = reading.value, reading.digits, j + 1 < sentence.upperBound, atoms.isDash(j),
            !atoms.spaced[j], !atoms.spaced[j + 1], atoms.kinds[j + 1] == .number,
            j + 2 >= sentence.upperBound || !atoms.isDash(j + 2) || atoms.spaced[j + 2],
            let bytes = NumberReader.value(source.utf8[Int(atoms.starts[j + 1])..<Int(atoms.ends[j + 1])])
        else { return false }
        return bytes <= value && value < 200
    }

    /// One figure, or the two or three of a tally, that start with a number.
    private func quantity(
        _ atoms: Atoms, _ reading: NumberReading, _ sentence: Range<Int>, _ source: SourceText, _ taken: [Bool],
        voting: Bool, changing: Bool
    ) -> [FigureDraft] {
        var draft = FigureDraft(reading)
        addUnit(&draft, atoms, sentence)
        if let (second, opener) = follower(atoms, draft, sentence, source, taken) {
            let isTally = isTriple(atoms, second, sentence) || voting && closes(atoms, second, sentence, opener)
            if isTally, draft.unit == nil, reading.value != nil, !opener.between, !opener.from {
                return tally(atoms, draft, second, sentence, source)
            }
            // "fell 3 percent to 151" is a change and its outcome, no range.
            let isOutcome = changing && draft.unit != nil && draft.kind == .share && !opener.from && !opener.dashed
            if opener.joins, !isOutcome {
                merge(&draft, second, atoms, sentence, opener: opener, changing: changing, reading)
            }
        }
        addBound(&draft, atoms, sentence)
        return [draft]
    }

    private struct Opener {
        var between: Bool
        var from: Bool
        var joins: Bool
        var dashed: Bool
        /// What bounds the second number: "from $9bn to just under $2bn".
        var bound: Figure.Bound?
    }

    /// The number that a range or tally goes on with: "20-30", "20 to 30", "between 20 and 30", "34 votes to 12".
    private func follower(
        _ atoms: Atoms, _ draft: FigureDraft, _ sentence: Range<Int>, _ source: SourceText, _ taken: [Bool]
    ) -> (NumberReading, Opener)? {
        var j = draft.number.upperBound
        let before = draft.atoms.lowerBound - 1
        let opener = before >= sentence.lowerBound ? atoms.codes[before] : -1
        let isWord = before >= 0 && atoms.kinds[before] == .word
        let between = isWord && opener == words.between
        let from = isWord && opener == words.from
        var joins = true
        if j < sentence.upperBound, words.votes.contains(atoms.codes[j]), atoms.kinds[j] == .word {
            j += 1
            joins = false
        }
        guard j + 1 < sentence.upperBound else { return nil }
        // "cut by £250m to £1.4bn" is a change and its outcome, no range.
        if isWord, opener == words.by, draft.unit != nil { return nil }
        let link = atoms.kinds[j] == .word ? atoms.codes[j] : -1
        guard atoms.isDash(j) || link == words.to || (between && link == words.and) else { return nil }
        let dashed = atoms.isDash(j)
        j += 1
        var bound: Figure.Bound?
        if from, link == words.to, let found = lexicon.boundsBefore.match(atoms, at: j) {
            (bound, j) = (found.value, j + found.length)
        }
        if let currency = lexicon.currencies.match(atoms, at: j) { j += currency.length }
        guard j < sentence.upperBound, !taken[j],
            let second = numbers.read(atoms, at: j, source: source) ?? (joins ? nil : zero(atoms, at: j)),
            second.value != nil, second.atoms.upperBound <= sentence.upperBound
        else { return nil }
        return (second, Opener(between: between, from: from, joins: joins, dashed: dashed, bound: bound))
    }

    private func merge(
        _ draft: inout FigureDraft, _ second: NumberReading, _ atoms: Atoms, _ sentence: Range<Int>, opener: Opener,
        changing: Bool, _ first: NumberReading
    ) {
        guard let high = second.value, var low = draft.value else { return }
        if first.scale == 1, second.scale > 1, low < second.scale { low *= second.scale }
        // "from 200 to 240" after a verb of change tells the old value and the new one.
        let change = opener.from && changing
        guard change || low <= high && opener.bound == nil else { return }
        draft.number = draft.number.lowerBound..<second.atoms.upperBound
        draft.atoms = draft.atoms.lowerBound..<max(draft.atoms.upperBound, second.atoms.upperBound)
        if change {
            draft.previous = low
            draft.value = high
            draft.role = .total
            if let bound = opener.bound { draft.bound = bound }
        } else {
            draft.value = nil
            (draft.low, draft.high) = (low, high)
            draft.bound = .range
        }
        if opener.between || opener.from { draft.atoms = draft.atoms.lowerBound - 1..<draft.atoms.upperBound }
        addUnit(&draft, atoms, sentence)
    }

    /// Whether the second number of a tally stands for itself: votes may be named behind it, nothing else.
    private func closes(_ atoms: Atoms, _ second: NumberReading, _ sentence: Range<Int>, _ opener: Opener) -> Bool {
        if !opener.joins { return true }
        let end = second.atoms.upperBound
        guard end < sentence.upperBound, atoms.kinds[end] == .word else { return true }
        return atoms.codes[end] >= 0
            && (words.votes.contains(atoms.codes[end]) || lexicon.choices.match(atoms, at: end) != nil
                || lexicon.links.contains(atoms.codes[end]))
    }

    /// Three numbers joined by dashes ("121-5-44") are a tally wherever they stand.
    private func isTriple(_ atoms: Atoms, _ second: NumberReading, _ sentence: Range<Int>) -> Bool {
        let end = second.atoms.upperBound
        return end + 1 < sentence.upperBound && atoms.isDash(end) && !atoms.spaced[end]
            && atoms.kinds[end + 1] == .number
    }

    /// "141 to 7", "34 votes to 12", "141-7-32": for, against, abstained.
    private func tally(
        _ atoms: Atoms, _ first: FigureDraft, _ second: NumberReading, _ sentence: Range<Int>, _ source: SourceText
    ) -> [FigureDraft] {
        var drafts = [first, FigureDraft(second)]
        var end = second.atoms.upperBound
        if end + 1 < sentence.upperBound, atoms.isDash(end), !atoms.spaced[end],
            let third = numbers.read(atoms, at: end + 1, source: source), third.value != nil
        {
            drafts.append(FigureDraft(third))
            end = third.atoms.upperBound
        }
        let whole = first.atoms.lowerBound..<end
        for (k, choice) in zip(drafts.indices, ["for", "against", "abstained"]) {
            drafts[k].kind = .votes
            drafts[k].choice = choice
            drafts[k].isTally = true
            drafts[k].atoms = whole
        }
        return drafts
    }

    /// "hundreds of thousands of tons": the unit stands behind "of".
    func isOf(_ atoms: Atoms, _ i: Int) -> Bool {
        atoms.kinds[i] == .word && atoms.codes[i] == words.of
    }

    /// Whether an atom is the article in "half a decade".
    private func isArticle(_ atoms: Atoms, _ i: Int) -> Bool {
        atoms.kinds[i] == .word && (atoms.codes[i] == numbers.lexicon.a || atoms.codes[i] == numbers.lexicon.an)
    }

    private func addUnit(_ draft: inout FigureDraft, _ atoms: Atoms, _ sentence: Range<Int>) {
        if draft.unit == nil,
            let found = currency(atoms, endingBefore: draft.number.lowerBound), found.value.before,
            draft.number.lowerBound - found.length >= sentence.lowerBound
        {
            set(&draft, currency: found.value.code)
            if found.length == 1 { setLocal(&draft, atoms, word: draft.number.lowerBound - 1, sentence) }
            draft.number = draft.number.lowerBound - found.length..<draft.number.upperBound
            draft.atoms = draft.number.lowerBound..<max(draft.atoms.upperBound, draft.number.upperBound)
        }
        var j = draft.number.upperBound
        guard j < sentence.upperBound else { return }
        if atoms.isDash(j), !atoms.spaced[j], j + 1 < sentence.upperBound, !atoms.spaced[j + 1] { j += 1 }
        if draft.role == .share, isArticle(atoms, j), let found = lexicon.units.match(atoms, at: j + 1) {
            (draft.role, draft.kind, draft.unit, draft.factor) = (
                nil, found.value.kind, found.value.unit, found.value.factor
            )
            return extend(&draft, to: j + 1 + found.length)
        }
        if draft.bound == .range, draft.value == nil, isOf(atoms, j) { j += 1 }
        if let found = lexicon.currencies.match(atoms, at: j), found.value.after {
            if draft.unit == nil || draft.kind == .money {
                let isBare = draft.unit == nil && found.length == 1
                set(&draft, currency: draft.unit ?? found.value.code)
                if isBare { setLocal(&draft, atoms, word: j, sentence) }
                if found.value.cents { draft.factor = 0.01 }
                extend(&draft, to: j + found.length)
            }
        } else if draft.unit == nil, let found = lexicon.units.match(atoms, at: j) {
            draft.kind = found.value.kind
            draft.unit = found.value.unit
            draft.factor = found.value.factor
            extend(&draft, to: j + found.length)
        }
    }

    /// The currency sign or name just before an atom. A sign belongs to the letters that touch it: "a $5
    /// note" is no note of Australian dollars.
    private func currency(_ atoms: Atoms, endingBefore i: Int) -> (value: FigureLexicon.Currency, length: Int)? {
        var reach = 4
        while reach > 0, let found = lexicon.currencies.match(atoms, endingBefore: i, longest: reach) {
            let start = i - found.length
            let parts = (start + 1..<max(i, start + 1)).contains { atoms.kinds[$0] == .symbol && atoms.spaced[$0] }
            if !parts { return found }
            reach = found.length - 1
        }
        return nil
    }

    private func set(_ draft: inout FigureDraft, currency: String) {
        draft.kind = .money
        draft.unit = currency.isEmpty ? nil : currency
    }

    /// Money of a name that several states use is that of the one state of theirs that the sentence names.
    private func setLocal(_ draft: inout FigureDraft, _ atoms: Atoms, word: Int, _ sentence: Range<Int>) {
        guard atoms.kinds[word] == .word, let codes = lexicon.localCurrencies[atoms.codes[word]] else { return }
        var found: Set<String> = []
        var i = sentence.lowerBound
        while i < sentence.upperBound {
            let state = atoms.kinds[i] == .word ? lexicon.states.match(atoms, at: i) : nil
            if let state, let code = codes[state.value] { found.insert(code) }
            // The Sudan of "South Sudan" is not named.
            i += max(1, state?.length ?? 1)
        }
        if found.count == 1 { draft.unit = found.first }
    }

    private func extend(_ draft: inout FigureDraft, to end: Int) {
        draft.number = draft.number.lowerBound..<end
        draft.atoms = draft.atoms.lowerBound..<max(end, draft.atoms.upperBound)
    }

    private func addBound(_ draft: inout FigureDraft, _ atoms: Atoms, _ sentence: Range<Int>) {
        if let found = lexicon.boundsBefore.match(atoms, endingBefore: draft.atoms.lowerBound),
            draft.atoms.lowerBound - found.length >= sentence.lowerBound
        {
            if draft.bound != .range { draft.bound = found.value }
            draft.atoms = draft.atoms.lowerBound - found.length..<draft.atoms.upperBound
        } else if draft.bound == .exact, let found = lexicon.boundsAfter.match(atoms, at: draft.number.upperBound) {
            draft.bound = found.value
            draft.atoms = draft.atoms.lowerBound..<max(draft.atoms.upperBound, draft.number.upperBound + found.length)
        }
    }
}
