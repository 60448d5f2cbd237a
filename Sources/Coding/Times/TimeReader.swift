import Records
import Text

/// Reads times at a place in some atoms: dates in any usual form, parts of years and months, weekdays,
/// and times counted from the day of writing or from the narrative.
///
/// Each rule is one function, and `single` asks them in order. They are called by name, because a table of
/// functions copies the reader for every call, which cost a tenth of all coding.
struct TimeReader: Sendable {
    let numbers: NumberReader
    let lexicon: TimeLexicon
    let of: Int32
    let the: Int32
    let a: Int32
    let an: Int32
    let s: Int32
    let inWord: Int32
    let on: Int32
    /// By the code of a word, whether a rule may begin with it.
    private let starters: [Bool]
    private let anchors: [Bool]

    init(numbers: NumberReader, lexicon: TimeLexicon, words: QuantityWords, table: inout SymbolTable) {
        self.numbers = numbers
        self.lexicon = lexicon
        func code(_ name: String) -> Int32 { words.code(name, table: &table) }
        (of, the, a, an, s) = (code("of"), code("the"), code("a"), code("an"), code("s"))
        (inWord, on) = (code("in"), code("on"))
        var starters = [Bool](repeating: false, count: Int(table.count))
        let own =
            [the, a, an, inWord]
            + [lexicon.spans, lexicon.within, lexicon.same, lexicon.every, lexicon.times]
            .flatMap(\.firstCodes)
        for code in own + lexicon.phrases.firstCodes + numbers.lexicon.phrases.firstCodes where code >= 0 {
            starters[Int(code)] = true
        }
        self.starters = starters
        for code in lexicon.orders.firstCodes + lexicon.conjunctions.firstCodes where code >= 0 {
            starters[Int(code)] = true
        }
        anchors = starters
    }

    /// The time that starts at an atom, or `nil`.
    ///
    /// A preposition before it that says how it stands to what is told is noted, but no part of it.
    func read(_ atoms: Atoms, at i: Int, end: Int, source: SourceText, context: TimeContext) -> TimeDraft? {
        guard mayStart(atoms, i) else { return nil }
        let cursor = Cursor(atoms: atoms, end: end, source: source, context: context)
        guard var draft = span(cursor, i) ?? single(cursor, i) ?? repeated(cursor, i) ?? length(cursor, i) else {
            return nil
        }
        if draft.order == nil, draft.period == nil, draft.duration == nil || draft.range != nil,
            let limit = lexicon.limits.match(atoms, endingBefore: start(of: draft, cursor))
        {
            draft.order = AnchorReader.order(limit.value)
        }
        return draft
    }

    /// A time that is one day, week, month and so on: the first rule that fits, in the order of this list.
    func single(_ c: Cursor, _ i: Int) -> TimeDraft? {
        partOf(c, i) ?? numericDate(c, i) ?? weekdayWithDate(c, i) ?? dayMonth(c, i) ?? monthDay(c, i)
            ?? nthOf(c, i) ?? further(c, i)
    }

    private func further(_ c: Cursor, _ i: Int) -> TimeDraft? {
        sameAgain(c, i) ?? clipped(c, i) ?? shiftedAmount(c, i) ?? shifted(c, i) ?? weekend(c, i) ?? deictic(c, i)
            ?? last(c, i)
    }

    private func last(_ c: Cursor, _ i: Int) -> TimeDraft? {
        counted(c, i) ?? counting(c, i) ?? seasonOf(c, i) ?? holiday(c, i) ?? year(c, i)
    }

    /// Whether a rule may begin with an atom: a number, or a word that some rule names.
    func mayStart(_ atoms: Atoms, _ i: Int) -> Bool {
        switch atoms.kinds[i] {
        case .number: true
        case .symbol: false
        case .word: atoms.codes[i] >= 0 && Int(atoms.codes[i]) < starters.count && starters[Int(atoms.codes[i])]
        }
    }

    /// Whether an atom stands behind a word that sets a limit ("by", "within").
    func isDeadline(_ atoms: Atoms, _ i: Int) -> Bool {
        if let limit = lexicon.limits.match(atoms, endingBefore: i) { return limit.value == -2 }
        return lexicon.within.match(atoms, endingBefore: i) != nil
    }

    /// Whether a time told by a happening may begin with an atom.
    func mayAnchor(_ atoms: Atoms, _ i: Int) -> Bool {
        switch atoms.kinds[i] {
        case .number: true
        case .symbol: false
        case .word: atoms.codes[i] >= 0 && Int(atoms.codes[i]) < anchors.count && anchors[Int(atoms.codes[i])]
        }
    }

    /// Where a draft begins, the article before it left out: the preposition stands before that.
    private func start(of draft: TimeDraft, _ c: Cursor) -> Int {
        let i = draft.atoms.lowerBound
        return i > 0 && c.isWord(i - 1, the) ? i - 1 : i
    }

    /// The atoms of one sentence and what their times are counted from.
    struct Cursor {
        let atoms: Atoms
        let end: Int
        let source: SourceText
        let context: TimeContext

        /// Whether an atom is that word; places before the text and behind the sentence hold none.
        func isWord(_ i: Int, _ code: Int32) -> Bool {
            i >= 0 && i < end && atoms.kinds[i] == .word && atoms.codes[i] == code
        }

        /// The whole number in digits at an atom, without separators.
        func digits(_ i: Int) -> Int? {
            guard i >= 0, i < end, atoms.kinds[i] == .number, atoms.ends[i] - atoms.starts[i] <= 4 else { return nil }
            var value = 0
            for byte in source.utf8[Int(atoms.starts[i])..<Int(atoms.ends[i])] {
                guard byte >= 0x30, byte <= 0x39 else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }

        /// A year in four digits that touches no letters.
        func year(_ i: Int) -> Int? {
            guard let value = digits(i), atoms.ends[i] - atoms.starts[i] == 4, (1500...2199).contains(value) else {
                return nil
            }
            if i > 0, !atoms.spaced[i], atoms.kinds[i - 1] == .word || atoms.isSign(i - 1, "/") { return nil }
            if i + 1 < end, !atoms.spaced[i + 1], atoms.kinds[i + 1] == .word { return nil }
            return value
        }
    }

    func part(_ c: Cursor, _ i: Int) -> (value: TimeLexicon.Part, length: Int)? {
        guard i >= 0, i < c.end else { return nil }
        return lexicon.phrases.match(c.atoms, at: i).flatMap { i + $0.length <= c.end ? $0 : nil }
    }

    func month(_ c: Cursor, _ i: Int) -> (month: Int, length: Int)? {
        guard case (.month(let month), let length)? = part(c, i) else { return nil }
        // Names of months are written with a capital; "may" and "march" are words of their own.
        let first = c.source.utf8[Int(c.atoms.starts[i])]
        guard first >= 0x41, first <= 0x5A else { return nil }
        let dot =
            c.atoms.isSign(i + length, ".") && c.atoms.ends[i] - c.atoms.starts[i] <= 4 && !c.atoms.spaced[i + length]
        return (month, length + (dot && i + length + 1 < c.end ? 1 : 0))
    }

    /// A day's number: digits or an ordinal, 1 to 31.
    func day(_ c: Cursor, _ i: Int) -> (day: Int, length: Int)? {
        guard i < c.end else { return nil }
        if let (value, length) = numbers.ordinal(c.atoms, at: i, source: c.source), (1...31).contains(value) {
            return (value, length)
        }
        guard let value = c.digits(i), c.atoms.ends[i] - c.atoms.starts[i] <= 2, (1...31).contains(value) else {
            return nil
        }
        return (value, 1)
    }
}
