import Records
import Text

extension TimeReader {
    /// "today", "yesterday", "tomorrow", and a weekday by itself.
    func deictic(_ c: Cursor, _ i: Int) -> TimeDraft? {
        switch part(c, i) {
        case (.deictic(let days), let length)?:
            return TimeDraft(
                i..<i + length, c.context.reference.map { DayRange($0.adding(days: days)) }, .day, relative: true)
        case (.weekday(let weekday), let length)?:
            let first = c.source.utf8[Int(c.atoms.starts[i])]
            guard first >= 0x41, first <= 0x5A, c.atoms.ends[i] - c.atoms.starts[i] > 3 else { return nil }
            let day = c.context.reference.map { self.weekday(weekday, from: $0, shift: nil, future: c.context.future) }
            return TimeDraft(i..<i + length, day.map { DayRange($0) }, .day, relative: true)
        default:
            return nil
        }
    }

    /// "last week", "this month", "next Tuesday", "last September", "next spring", "the past two years".
    func shifted(_ c: Cursor, _ i: Int) -> TimeDraft? {
        guard case (.shift(let shift), let length)? = part(c, i), let (what, used) = part(c, i + length) else {
            return nil
        }
        let atoms = i..<i + length + used
        guard let reference = c.context.reference else {
            switch what {
            case .weekday: return TimeDraft(atoms, nil, .day, relative: true)
            case .days, .months, .month, .season: return TimeDraft(atoms, nil, .vague, relative: true)
            default: return nil
            }
        }
        let (year, month, _) = reference.civil
        switch what {
        case .weekday(let weekday):
            let day = self.weekday(weekday, from: reference, shift: shift, future: c.context.future)
            return TimeDraft(atoms, DayRange(day), .day, relative: true)
        case .days(1):
            // "the next day" and "the previous day" are told from the narrative.
            let day = (shift == 0 ? reference : c.context.narrative ?? reference).adding(days: shift)
            return TimeDraft(atoms, DayRange(day), .day, relative: true)
        case .days(let days) where days % 7 == 0 && days > 0:
            return TimeDraft(atoms, week(shift * days / 7, from: reference), .week, relative: true)
        case .months(1):
            let first = CalendarDay(year: year, month: month, day: 1)?.adding(months: shift)
            return TimeDraft(
                atoms, first.map { DayRange($0, $0.adding(months: 1).adding(days: -1)) }, .month, relative: true)
        case .months(12):
            return TimeDraft(atoms, DayRange(years: year + shift...year + shift), .year, relative: true)
        case .months(let months) where months > 12:
            let from = shift < 0 ? reference.adding(months: -months) : reference
            let to = shift > 0 ? reference.adding(months: months) : reference
            return TimeDraft(atoms, DayRange(from, to), .decade, relative: true)
        case .month(let named):
            guard self.month(c, i + length) != nil else { return nil }
            let delta = shift < 0 ? (named < month ? 0 : -1) : shift > 0 ? (named > month ? 0 : 1) : 0
            return TimeDraft(atoms, DayRange(year: year + delta, month: named), .month, relative: true)
        case .season(let first):
            let delta = shift < 0 ? (first + 2 < month ? 0 : -1) : shift > 0 ? (first > month ? 0 : 1) : 0
            let start = CalendarDay(year: year + delta, month: first, day: 1)
            return TimeDraft(
                atoms, start.map { DayRange($0, $0.adding(months: 3).adding(days: -1)) }, .season, relative: true)
        default:
            return nil
        }
    }

    /// "two days ago", "a week earlier", "three months later".
    func counted(_ c: Cursor, _ i: Int) -> TimeDraft? {
        guard let (low, high, unit, j) = amount(c, i), case (.offset(let sign), let used)? = part(c, j) else {
            return nil
        }
        // Before a noun, "before" tells a time by an event and is read with it.
        let ago = used == 1 && c.source.utf8[Int(c.atoms.starts[j])] | 0x20 == UInt8(ascii: "a")
        let base = ago ? c.context.reference : c.context.narrative ?? c.context.reference
        guard let base, let low, let high else { return TimeDraft(i..<j + used, nil, .vague, relative: true) }
        let ends = [shift(base, sign * low, unit), shift(base, sign * high, unit)].sorted()
        var range = DayRange(ends[0], ends[1])
        var precision = TimeDraft(i..<j, nil, .day).precision
        if unit >= 28 {
            // Months and years are counted roughly: the month that the count arrives in.
            let (year, month, _) = range.from.civil
            range = DayRange(year: year, month: month) ?? range
            precision = unit >= 360 ? .year : .month
            if unit >= 360 { range = DayRange(years: year...year) ?? range }
        } else if unit == 7 || low != high {
            range = DayRange(range.from.adding(days: -1), range.to.adding(days: 1))
            precision = .week
        }
        return TimeDraft(i..<j + used, range, precision, relative: true)
    }

    /// A number of time units: low and high, the unit's length in days, and the atom after it.
    func amount(_ c: Cursor, _ i: Int) -> (low: Int?, high: Int?, unit: Int, next: Int)? {
        var low: Int?
        var high: Int?
        var j = i
        if c.isWord(i, a) || c.isWord(i, an) {
            (low, high) = (1, 1)
            j = i + 1
        }
        if let reading = numbers.read(c.atoms, at: i, source: c.source), !reading.fraction {
            (low, high) = (Int(min(reading.low, 10_000)), Int(min(reading.high, 10_000)))
            j = reading.atoms.upperBound
        }
        guard j > i || isUnit(c, i) else { return nil }
        if c.atoms.isDash(j), !c.atoms.spaced[j] { j += 1 }
        switch part(c, j) {
        case (.days(let days), let used)?: return (low, high, max(days, 1), j + used)
        case (.months(let months), let used)?: return (low, high, months * 30, j + used)
        default: return nil
        }
    }

    /// A bare plural ("days after …").
    private func isUnit(_ c: Cursor, _ i: Int) -> Bool {
        switch part(c, i) {
        case (.days, _)?, (.months, _)?: c.source.utf8[Int(c.atoms.ends[i]) - 1] == 0x73
        default: false
        }
    }

    private func shift(_ day: CalendarDay, _ count: Int, _ unit: Int) -> CalendarDay {
        unit >= 28 ? day.adding(months: count * (unit / 30)) : day.adding(days: count * unit)
    }

    /// The weekday that is meant: the last one up to the day of writing, or the next when it lies ahead.
    private func weekday(_ weekday: Int, from day: CalendarDay, shift: Int?, future: Bool) -> CalendarDay {
        let back = (day.weekday - weekday + 7) % 7
        let ahead = (weekday - day.weekday + 7) % 7
        switch shift {
        case .some(-1): return day.adding(days: -(back == 0 ? 7 : back))
        case 1?: return day.adding(days: ahead == 0 ? 7 : ahead)
        case 0?: return future || back > 3 ? day.adding(days: ahead) : day.adding(days: -back)
        default: return future ? day.adding(days: ahead) : day.adding(days: -back)
        }
    }

    /// A week some weeks away. Weeks start on Sunday, and the Sunday after closes them too, because
    /// writers differ: in a piece of a Sunday, "last week" is the week that ended the day before.
    private func week(_ shift: Int, from day: CalendarDay) -> DayRange {
        let sunday = day.adding(days: -day.weekday)
        let first = sunday.adding(days: shift * 7)
        return DayRange(first, first.adding(days: day.weekday == 0 ? 6 : 7))
    }
}
