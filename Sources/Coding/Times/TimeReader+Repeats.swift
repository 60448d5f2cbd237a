import Records
import Text

/// Repeated times and lengths of time, in the forms of ISO 8601.
extension TimeReader {
    /// "every Friday", "twice a year", "annual", "on Mondays", "every other month".
    func repeated(_ c: Cursor, _ i: Int) -> TimeDraft? {
        var draft: TimeDraft?
        if let (value, length) = lexicon.every.match(c.atoms, at: i), value == 0 {
            draft = every(c, i, i + length)
        } else if let end = times(c, i) {
            var j = end
            if c.isWord(j, a) || c.isWord(j, an) {
                j += 1
            } else if let (_, used) = lexicon.every.match(c.atoms, at: j) {
                j += used
            } else {
                return nil
            }
            draft = unit(c, i, j, 1)
        } else {
            switch part(c, i) {
            case (.weekdayPlural, let length)?: draft = periodic(i..<i + length, "P1W")
            case (.periodDays(let days), let length)? where isPlain(c, i):
                draft = periodic(i..<i + length, Self.iso(days: days))
            case (.periodMonths(let months), let length)? where isPlain(c, i):
                draft = periodic(i..<i + length, Self.iso(months: months))
            default: break
            }
        }
        return draft
    }

    /// "three days" after "for", "lasted" and the like, a bound between them at most.
    func length(_ c: Cursor, _ i: Int) -> TimeDraft? {
        guard let (low, high, end) = lengths(c, i) else { return nil }
        var j = i
        while j > 0, j > i - 4, c.atoms.kinds[j - 1] == .word {
            if lexicon.lengths.match(c.atoms, endingBefore: j) != nil {
                var draft = TimeDraft(i..<end, nil, .duration, relative: true)
                draft.duration = low == high ? low : low + "/" + high
                draft.takes = false
                if lexicon.within.match(c.atoms, endingBefore: j) != nil, c.context.future,
                    let reference = c.context.reference, let (count, _, unit, _) = amount(c, i), let count
                {
                    draft.range = DayRange(reference, shift(reference, count, unit))
                    draft.order = .until
                }
                return draft
            }
            // "for more than a decade": the words of a bound may stand between.
            if isNumberWord(c, j - 1) { return nil }
            j -= 1
            if j < i - 2 { break }
        }
        return nil
    }

    /// The ends of a length of time as ISO 8601 has them, and the atom after it.
    private func lengths(_ c: Cursor, _ i: Int) -> (low: String, high: String, end: Int)? {
        var start = i
        var first: Double?
        if c.isWord(i, a) || c.isWord(i, an) {
            (first, start) = (1, i + 1)
        } else if let reading = numbers.read(c.atoms, at: i, source: c.source), !reading.fraction,
            let value = reading.value
        {
            (first, start) = (value, reading.atoms.upperBound)
        }
        guard let first, start < c.end else { return nil }
        var last = first
        if let (_, used) = lexicon.joints.match(c.atoms, at: start) ?? (c.atoms.isDash(start) ? (0, 1) : nil),
            start + used < c.end, let more = numbers.read(c.atoms, at: start + used, source: c.source),
            let value = more.value, value > first
        {
            (last, start) = (value, more.atoms.upperBound)
        }
        guard let (what, used) = part(c, start), let low = Self.iso(first, what), let high = Self.iso(last, what) else {
            return nil
        }
        // "five-year", "40-year-old": an adjective is no length that something lasts.
        let end = start + used
        if c.atoms.isDash(end), !c.atoms.spaced[end] { return nil }
        return (low, high, end)
    }

    private func isNumberWord(_ c: Cursor, _ i: Int) -> Bool {
        i >= 0 && i < c.end && numbers.read(c.atoms, at: i, source: c.source) != nil
    }

    private func every(_ c: Cursor, _ start: Int, _ i: Int) -> TimeDraft? {
        if let (value, used) = lexicon.others.match(c.atoms, at: i) { return unit(c, start, i + used, value) }
        if case (.weekday, let used)? = part(c, i) { return periodic(start..<i + used, "P1W") }
        if month(c, i) != nil, case (.month, let used)? = part(c, i) { return periodic(start..<i + used, "P1Y") }
        if case (.season, let used)? = part(c, i) { return periodic(start..<i + used, "P1Y") }
        guard i < c.end else { return nil }
        if let reading = numbers.read(c.atoms, at: i, source: c.source), let value = reading.value, value < 1000 {
            return unit(c, start, reading.atoms.upperBound, Int(value))
        }
        return unit(c, start, i, 1)
    }

    /// "once", "twice", "three times": the atom after it.
    private func times(_ c: Cursor, _ i: Int) -> Int? {
        if let (value, length) = lexicon.times.match(c.atoms, at: i) { return value > 0 ? i + length : nil }
        guard let reading = numbers.read(c.atoms, at: i, source: c.source), reading.atoms.upperBound < c.end,
            let (value, length) = lexicon.times.match(c.atoms, at: reading.atoms.upperBound), value == 0
        else { return nil }
        return reading.atoms.upperBound + length
    }

    private func unit(_ c: Cursor, _ start: Int, _ i: Int, _ count: Int) -> TimeDraft? {
        guard let (what, used) = part(c, i), let period = Self.iso(Double(count), what) else { return nil }
        return periodic(start..<i + used, period)
    }

    private func periodic(_ atoms: Range<Int>, _ period: String) -> TimeDraft {
        var draft = TimeDraft(atoms, nil, .vague, relative: true)
        draft.period = period
        draft.takes = false
        return draft
    }

    /// Adverbs and adjectives stand in small letters; with a capital they are parts of names.
    private func isPlain(_ c: Cursor, _ i: Int) -> Bool {
        let first = c.source.utf8[Int(c.atoms.starts[i])]
        return first >= 0x61
    }

    private static func iso(days: Int) -> String { days % 7 == 0 ? "P\(days / 7)W" : "P\(days)D" }

    private static func iso(months: Int) -> String { months % 12 == 0 ? "P\(months / 12)Y" : "P\(months)M" }

    /// A number of units as ISO 8601 has it; `nil` for what is no unit, or no whole number of one.
    static func iso(_ count: Double, _ unit: TimeLexicon.Part) -> String? {
        guard count > 0, count < 10_000 else { return nil }
        let whole = count == count.rounded()
        let number = whole ? String(Int(count)) : String(count)
        switch unit {
        case .days(let days) where days > 0: return whole ? iso(days: Int(count) * days) : "P\(number)D"
        case .months(let months): return whole ? iso(months: Int(count) * months) : months == 12 ? "P\(number)Y" : nil
        case .minutes(60): return "PT\(number)H"
        case .minutes(let minutes): return "PT\(Int(count * Double(minutes)))M"
        default: return nil
        }
    }
}
