import Records
import Text

/// Parts of years and months by their number or name: quarters, halves, seasons, weekends, feasts.
extension TimeReader {
    /// "the first quarter of 2024", "the second half of last year", "the 19th century",
    /// "the first week of June", "the last day of April".
    func nthOf(_ c: Cursor, _ i: Int) -> TimeDraft? {
        var n = 0
        var j = i
        if let (value, length) = numbers.ordinal(c.atoms, at: i, source: c.source) {
            (n, j) = (value, i + length)
        } else if case (.shift(-1), let length)? = part(c, i) {
            (n, j) = (-1, i + length)
        }
        guard n != 0, j < c.end else { return nil }
        if let (months, used) = lexicon.halves.match(c.atoms, at: j) { return share(c, i, j + used, n, months) }
        guard let (what, used) = part(c, j) else { return nil }
        switch what {
        case .months(3): return share(c, i, j + used, n, 3)
        case .months(1200) where n > 9:
            return TimeDraft(i..<j + used, DayRange(years: n * 100 - 99...n * 100), .vague)
        case .days(let days) where days == 1 || days == 7:
            guard c.isWord(j + used, of), let whole = monthDay(c, j + used + 1) ?? shifted(c, j + used + 1),
                whole.precision == .month, let range = whole.range
            else { return nil }
            let from = n > 0 ? range.from.adding(days: (n - 1) * days) : range.to.adding(days: 1 - days)
            guard from <= range.to, from >= range.from else { return nil }
            return TimeDraft(
                i..<whole.atoms.upperBound, DayRange(from, from.adding(days: days - 1)), days == 1 ? .day : .week,
                relative: whole.relative)
        default: return nil
        }
    }

    /// The n-th half or quarter of a year that is named, or of the nearest one.
    private func share(_ c: Cursor, _ start: Int, _ end: Int, _ n: Int, _ months: Int) -> TimeDraft? {
        var n = n
        if n < 0 { n = 12 / months }
        guard n <= 12 / months else { return nil }
        var year: Int?
        var close = end
        if c.isWord(end, of) {
            let next = c.isWord(end + 1, the) ? end + 2 : end + 1
            if let whole = shifted(c, next) ?? self.year(c, next), whole.precision == .year {
                year = whole.range?.from.civil.year
                close = whole.atoms.upperBound
            } else if case (.months(12), let used)? = part(c, next), next > end + 1 {
                year = c.context.named?.from.civil.year ?? c.context.reference?.civil.year
                close = next + used
            } else {
                return nil
            }
        } else if months == 3, let reference = c.context.reference {
            let current = reference.civil
            let passed = (n - 1) * 3 + 1 <= current.month
            year =
                c.context.future
                ? (n * 3 >= current.month ? current.year : current.year + 1)
                : passed ? current.year : current.year - 1
        }
        guard let year, let from = CalendarDay(year: year, month: (n - 1) * months + 1, day: 1) else { return nil }
        return TimeDraft(
            start..<close, DayRange(from, from.adding(months: months).adding(days: -1)),
            months == 3 ? .season : .vague, relative: close == end)
    }

    /// "spring of 2022", "summer 2019".
    func seasonOf(_ c: Cursor, _ i: Int) -> TimeDraft? {
        guard case (.season(let month), let length)? = part(c, i) else { return nil }
        let j = c.isWord(i + length, of) ? i + length + 1 : i + length
        guard let year = c.year(j), let from = CalendarDay(year: year, month: month, day: 1) else { return nil }
        return TimeDraft(i..<j + 1, DayRange(from, from.adding(months: 3).adding(days: -1)), .season)
    }

    /// "over the weekend", "next weekend": Saturday and Sunday.
    func weekend(_ c: Cursor, _ i: Int) -> TimeDraft? {
        var shift: Int?
        var j = i
        if case (.shift(let value), let length)? = part(c, i) { (shift, j) = (value, i + length) }
        if j == i, c.isWord(i, the) { j += 1 }
        guard case (.weekend, let length)? = part(c, j), j > i || j == i && c.isWord(i - 1, the) else { return nil }
        let atoms = i..<j + length
        guard let reference = c.context.reference else { return TimeDraft(atoms, nil, .day, relative: true) }
        let ahead = reference.adding(days: (6 - reference.weekday + 7) % 7)
        let back = reference.weekday == 0 ? reference.adding(days: -1) : ahead.adding(days: -7)
        let saturday: CalendarDay =
            switch shift {
            case .some(-1): back
            case 1?: ahead.adding(days: reference.weekday == 6 ? 7 : reference.weekday == 0 ? 0 : 7)
            case 0?: c.context.future || reference.weekday >= 3 ? (reference.weekday == 0 ? back : ahead) : back
            default: c.context.future ? ahead : back
            }
        return TimeDraft(atoms, DayRange(saturday, saturday.adding(days: 1)), .day, relative: true)
    }

    /// A feast of a fixed day.
    func holiday(_ c: Cursor, _ i: Int) -> TimeDraft? {
        guard case (.holiday(let code), let length)? = part(c, i) else { return nil }
        let first = c.source.utf8[Int(c.atoms.starts[i])]
        guard first >= 0x41, first <= 0x5A else { return nil }
        let (month, day) = (code / 100, code % 100)
        if let year = c.year(i + length) {
            return TimeDraft(
                i..<i + length + 1, CalendarDay(year: year, month: month, day: day).map { DayRange($0) }, .day)
        }
        return TimeDraft(i..<i + length, dayMonthNear(c, month: month, day: day).map { DayRange($0) }, .day)
    }

    /// "that year", "the same day": what the narrative has named last.
    func sameAgain(_ c: Cursor, _ i: Int) -> TimeDraft? {
        guard let (_, length) = lexicon.same.match(c.atoms, at: i), let (what, used) = part(c, i + length),
            let named = c.context.named
        else { return nil }
        let atoms = i..<i + length + used
        let (year, month, _) = named.from.civil
        switch what {
        case .days(1) where named.from == named.to: return TimeDraft(atoms, named, .day, relative: true)
        case .days(7) where named.from == named.to:
            let sunday = named.from.adding(days: -named.from.weekday)
            return TimeDraft(atoms, DayRange(sunday, sunday.adding(days: 7)), .week, relative: true)
        case .months(1) where named.to.number - named.from.number < 31:
            return TimeDraft(atoms, DayRange(year: year, month: month), .month, relative: true)
        case .months(12) where named.to.number - named.from.number < 367:
            return TimeDraft(atoms, DayRange(years: year...year), .year, relative: true)
        default: return nil
        }
    }
}
