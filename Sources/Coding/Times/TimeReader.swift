import Records
import Text

/// Reads times at a place in some atoms: dates in any usual form, parts of years and months, weekdays,
/// and times counted from the day of writing or from the narrative.
///
/// Each rule is one function and takes part in `rules` in the order in which they are asked.
struct TimeReader: Sendable {
    let numbers: NumberReader
    let lexicon: TimeLexicon
    let of: Int32
    let the: Int32
    let a: Int32
    let an: Int32
    let s: Int32
    let inWord: Int32

    init(numbers: NumberReader, lexicon: TimeLexicon, table: inout SymbolTable) {
        self.numbers = numbers
        self.lexicon = lexicon
        func code(_ word: String) -> Int32 { Int32(table.intern(word).index) }
        (of, the, a, an, s) = (code("of"), code("the"), code("a"), code("an"), code("s"))
        inWord = code("in")
    }

    /// The time that starts at an atom, or `nil`.
    func read(_ atoms: Atoms, at i: Int, end: Int, source: SourceText, context: TimeContext) -> TimeDraft? {
        let cursor = Cursor(atoms: atoms, end: end, source: source, context: context)
        return partOf(cursor, i)
            ?? numericDate(cursor, i)
            ?? weekdayWithDate(cursor, i)
            ?? dayMonth(cursor, i)
            ?? monthDay(cursor, i)
            ?? shifted(cursor, i)
            ?? deictic(cursor, i)
            ?? counted(cursor, i)
            ?? year(cursor, i)
    }

    /// The atoms of one sentence and what their times are counted from.
    struct Cursor {
        let atoms: Atoms
        let end: Int
        let source: SourceText
        let context: TimeContext

        func isWord(_ i: Int, _ code: Int32) -> Bool {
            i < end && atoms.kinds[i] == .word && atoms.codes[i] == code
        }

        /// The whole number in digits at an atom, without separators.
        func digits(_ i: Int) -> Int? {
            guard i < end, atoms.kinds[i] == .number, atoms.ends[i] - atoms.starts[i] <= 4 else { return nil }
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
        guard i < c.end else { return nil }
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
