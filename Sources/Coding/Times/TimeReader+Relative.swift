import Records
import Text

extension TimeReader {
    /// "today", "yesterday", "tomorrow", and a weekday by itself.
    func deictic(_ c: Cursor, _ i: Int) -> TimeDraft? {
        switch part(c, i) {
        case (.deictic(let days), let length)?:
            var draft = TimeDraft(
                i..<i + length, c.context.reference.map { DayRange($0.adding(days: days)) }, .day, relative: true)
            // "yesterday, 13 May": the date must be the day that the word gives.
            let j = i + length
            if c.atoms.isSign(j, ","), j + 1 < c.end, let date = dayMonth(c, j + 1) ?? monthDay(c, j + 1),
                date.precision == .day, !date.relative
            {
                if let range = date.range, range != draft.range {
                    draft.notice = "\(range.from.iso) is not the day that the text gives"
                    draft.range = range
                }
                draft.atoms = i..<date.atoms.upperBound
            }
            return draft
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
        if shift == -9 || shift != 0 && isUnit(c, i + length) {
            // "in recent years", "in the coming weeks": nobody says how many.
            switch what {
            case .days, .months: return TimeDraft(atoms, nil, .vague, relative: true)
            default: return nil
            }
        }
        guard let reference = c.context.reference else {
            switch what {
            case .weekday: return TimeDraft(atoms, nil, .day, relative: true)
            case .days, .months, .month, .season: return TimeDraft(atoms, nil, .vague, relative: true)
            default: return nil
            }
        }
        let (year, month, _) = reference.civil
        if shift == -1, i > 0, c.atoms.kinds[i - 1] == .word, c.atoms.codes[i - 1] == the {
            // "in the last year" reaches from a year ago to now, where "last year" is the one before.
            switch what {
            case .months(let months) where months <= 12 && !isNarrative(c, i):
                return TimeDraft(
                    atoms, DayRange(reference.adding(months: -months), reference), months == 12 ? .year : .month,
                    relative: true)
            default: break
            }
        }
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
        case .months(1) where isNarrative(c, i):
            let base = c.context.named?.from ?? reference
            let first = CalendarDay(year: base.civil.year, month: base.civil.month, day: 1)?.adding(months: shift)
            return TimeDraft(
                atoms, first.map { DayRange($0, $0.adding(months: 1).adding(days: -1)) }, .month, relative: true)
        case .months(1):
            let first = CalendarDay(year: year, month: month, day: 1)?.adding(months: shift)
            return TimeDraft(
                atoms, first.map { DayRange($0, $0.adding(months: 1).adding(days: -1)) }, .month, relative: true)
        case .months(12):
            // "the following year" and "the previous year" are told from the narrative.
            let told = isNarrative(c, i) ? c.context.named?.from.civil.year ?? year : year
            return TimeDraft(atoms, DayRange(years: told + shift...told + shift), .year, relative: true)
        case .months(1200):
            let first = (year - 1) / 100 * 100 + 1 + shift * 100
            return TimeDraft(atoms, DayRange(years: first...first + 99), .vague, relative: true)
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

    /// "following" and "previous" count from the narrative, where it has named a time.
    private func isNarrative(_ c: Cursor, _ i: Int) -> Bool {
        guard c.context.named != nil else { return false }
        let first = c.source.utf8[Int(c.atoms.starts[i])] | 0x20
        let second = c.source.utf8[Int(c.atoms.starts[i]) + 1]
        return first == UInt8(ascii: "f") || first == UInt8(ascii: "p") && second == UInt8(ascii: "r")
    }

    /// "earlier this year", "later this week": the part of it on that side of the day of writing.
    func clipped(_ c: Cursor, _ i: Int) -> TimeDraft? {
        guard case (.offset(let sign), let length)? = part(c, i), length == 1 else { return nil }
        if case (.deictic(0), let used)? = part(c, i + length) {
            return TimeDraft(
                i..<i + length + used, c.context.reference.map { DayRange($0) }, .day, relative: true)
        }
        guard case (.shift(0), _)? = part(c, i + length), var whole = shifted(c, i + length), let range = whole.range,
            let reference = c.context.reference, range.from <= reference, reference <= range.to
        else { return nil }
        whole.range = sign < 0 ? DayRange(range.from, reference) : DayRange(reference, range.to)
        if whole.precision == .week, sign > 0, reference.weekday != 0 {
            whole.range = DayRange(reference, reference.adding(days: 7 - reference.weekday))
        }
        whole.atoms = i..<whole.atoms.upperBound
        return whole
    }

    /// "the past two years", "the next six months", "the next few days".
    func shiftedAmount(_ c: Cursor, _ i: Int) -> TimeDraft? {
        guard case (.shift(let shift), let length)? = part(c, i), shift == 1 || shift == -1 else { return nil }
        var j = i + length
        if case (.vague, let used)? = part(c, j) {
            j += used
            guard isUnit(c, j), let (_, unit) = part(c, j) else { return nil }
            return TimeDraft(i..<j + unit, nil, .vague, relative: true)
        }
        guard j < c.end, let reading = numbers.read(c.atoms, at: j, source: c.source), let value = reading.value,
            !reading.fraction, value >= 1, value < 1000
        else { return nil }
        j = reading.atoms.upperBound
        guard let (what, used) = part(c, j) else { return nil }
        let unit: Int
        switch what {
        case .days(let days) where days > 0: unit = days
        case .months(let months): unit = months * 30
        default: return nil
        }
        let other = c.context.reference.map { self.shift($0, shift * Int(value), unit) }
        let range = c.context.reference.flatMap { day in other.map { DayRange(min(day, $0), max(day, $0)) } }
        var draft = TimeDraft(i..<j + used, range, .duration, relative: true)
        draft.duration = Self.iso(value, what)
        draft.takes = false
        return draft
    }

    /// "in two weeks" where the predicate lies ahead, and "the day before" within a narrative.
    func counting(_ c: Cursor, _ i: Int) -> TimeDraft? {
        if c.isWord(i, the), let base = c.context.narrative, let (what, used) = part(c, i + 1),
            case (.offset(let sign), let length)? = part(c, i + 1 + used), !isAgo(c, i + 1 + used),
            i + 1 + used + length >= c.end || c.atoms.kinds[i + 1 + used + length] == .symbol,
            case .days(1) = what
        {
            return TimeDraft(i..<i + 1 + used + length, DayRange(base.adding(days: sign)), .day, relative: true)
        }
        guard lexicon.ahead.match(c.atoms, at: i) != nil, c.context.future, i + 1 < c.end,
            let (low, high, unit, next) = amount(c, i + 1), let low, let high
        else { return nil }
        // "in two days' time" and the bare count alike; "in three stages" has no unit of time.
        guard let base = c.context.reference, unit > 0 else { return nil }
        var draft = arrived(i + 1..<next, from: base, sign: 1, low, high, unit)
        draft.takes = false
        return draft
    }

    private func isAgo(_ c: Cursor, _ i: Int) -> Bool {
        c.source.utf8[Int(c.atoms.starts[i])] | 0x20 == UInt8(ascii: "a")
            && c.atoms.ends[i] - c.atoms.starts[i] == 3
    }

    /// "two days ago", "a week earlier", "three months later".
    func counted(_ c: Cursor, _ i: Int) -> TimeDraft? {
        guard let (low, high, unit, j) = amount(c, i), case (.offset(let sign), let used)? = part(c, j) else {
            return nil
        }
        // Before a noun, "before" tells a time by an event and is read with it.
        let ago = used == 1 && c.source.utf8[Int(c.atoms.starts[j])] | 0x20 == UInt8(ascii: "a")
        // "Two years later" counts from the year that was named, where no day was.
        let told = unit >= 28 ? c.context.named?.from : nil
        let base = ago ? c.context.reference : c.context.narrative ?? told ?? c.context.reference
        // "A day before the handover": what it counts from is named, and is no day that is known here.
        let named =
            lexicon.orders.match(c.atoms, at: j) != nil && j + used < c.end && c.atoms.kinds[j + used] == .word
            && lexicon.joints.match(c.atoms, at: j + used) == nil
        guard let base, let low, let high, !named else {
            return TimeDraft(i..<j + used, nil, .vague, relative: true)
        }
        return arrived(i..<j + used, from: base, sign: sign, low, high, unit)
    }

    /// Where a count of units arrives. Months and years are counted roughly: the month or year that the
    /// count arrives in; weeks to a day on each side.
    private func arrived(
        _ atoms: Range<Int>, from base: CalendarDay, sign: Int, _ low: Int, _ high: Int, _ unit: Int
    ) -> TimeDraft {
        let ends = [shift(base, sign * low, unit), shift(base, sign * high, unit)].sorted()
        var range = DayRange(ends[0], ends[1])
        var precision = TimeExpression.Precision.day
        if unit >= 28 {
            let (year, month, _) = range.from.civil
            let last = range.to.civil
            precision = unit >= 360 ? .year : .month
            if unit >= 360 {
                range = DayRange(years: year...last.year) ?? range
            } else if let first = DayRange(year: year, month: month),
                let end = DayRange(year: last.year, month: last.month)
            {
                range = DayRange(first.from, end.to)
            }
        } else if unit == 7 || low != high {
            range = DayRange(range.from.adding(days: -1), range.to.adding(days: 1))
            precision = .week
        }
        return TimeDraft(atoms, range, precision, relative: true)
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
        case (.minutes, let used)?: return (low, high, 0, j + used)
        case (.months(let months), let used)?: return (low, high, months * 30, j + used)
        default: return nil
        }
    }

    /// A bare plural ("days after …").
    func isUnit(_ c: Cursor, _ i: Int) -> Bool {
        switch part(c, i) {
        case (.days, _)?, (.months, _)?, (.minutes, _)?: c.source.utf8[Int(c.atoms.ends[i]) - 1] == 0x73
        default: false
        }
    }

    func shift(_ day: CalendarDay, _ count: Int, _ unit: Int) -> CalendarDay {
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
