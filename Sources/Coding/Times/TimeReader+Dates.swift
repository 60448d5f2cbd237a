import Records
import Text

extension TimeReader {
    /// `2023-02-28`, `28.02.2023`, `28/02/2023`: day before month unless that is no date.
    func numericDate(_ c: Cursor, _ i: Int) -> TimeDraft? {
        guard c.atoms.kinds[i] == .number else { return nil }
        let bytes = c.source.utf8[Int(c.atoms.starts[i])..<Int(c.atoms.ends[i])]
        let fields = bytes.split(separator: UInt8(ascii: "."))
        if fields.count == 3, fields[2].count == 4, fields[0].count <= 2, fields[1].count <= 2 {
            let values = fields.map { $0.reduce(0) { $0 * 10 + Int($1) - 0x30 } }
            guard let date = CalendarDay(year: values[2], month: values[1], day: values[0]) else { return nil }
            return TimeDraft(i..<i + 1, DayRange(date), .day)
        }
        guard i + 4 < c.end, let first = c.digits(i), let second = c.digits(i + 2), let third = c.digits(i + 4),
            (1...4).allSatisfy({ !c.atoms.spaced[i + $0] })
        else { return nil }
        let dashes = c.atoms.isDash(i + 1) && c.atoms.isDash(i + 3)
        let slashes = c.atoms.isSign(i + 1, "/") && c.atoms.isSign(i + 3, "/")
        let date: CalendarDay?
        if dashes, first >= 1000 {
            date = CalendarDay(year: first, month: second, day: third)
        } else if dashes || slashes, third >= 1000 {
            date =
                CalendarDay(year: third, month: second, day: first)
                ?? CalendarDay(year: third, month: first, day: second)
        } else {
            date = nil
        }
        return date.map { TimeDraft(i..<i + 5, DayRange($0), .day) }
    }

    /// "28 February 2023", "the seventh of October", "28th Feb".
    func dayMonth(_ c: Cursor, _ i: Int) -> TimeDraft? {
        let start = c.isWord(i, the) ? i + 1 : i
        guard let (day, used) = day(c, start) else { return nil }
        var j = start + used
        if c.isWord(j, of) { j += 1 }
        guard let (month, length) = month(c, j) else { return nil }
        return date(c, i, day: day, month: month, after: j + length)
    }

    /// "February 28, 2023", "Feb. 28", "December of 1991", "September last year", "February".
    func monthDay(_ c: Cursor, _ i: Int) -> TimeDraft? {
        guard let (month, length) = month(c, i) else { return nil }
        let j = i + length
        if let (day, used) = day(c, j), c.year(j) == nil {
            return date(c, i, day: day, month: month, after: j + used)
        }
        var k = j
        if c.isWord(k, of) || c.atoms.isSign(k, ",") { k += 1 }
        if let year = c.year(k) {
            return TimeDraft(i..<k + 1, DayRange(year: year, month: month), .month)
        }
        if case (.shift(let shift), let used)? = part(c, j), case (.months(12), let unit)? = part(c, j + used) {
            guard let reference = c.context.reference else {
                return TimeDraft(i..<j + used + unit, nil, .month, relative: true)
            }
            let range = DayRange(year: reference.civil.year + shift, month: month)
            return TimeDraft(i..<j + used + unit, range, .month, relative: true)
        }
        if !c.context.future, let named = c.context.named, let reference = c.context.reference,
            named.from.civil.year < reference.civil.year, named.to.number - named.from.number < 32,
            month > named.from.civil.month
        {
            return TimeDraft(i..<j, DayRange(year: named.from.civil.year, month: month), .month)
        }
        return TimeDraft(
            i..<j, c.context.reference.flatMap { nearest(month: month, to: $0, future: c.context.future) }, .month)
    }

    /// "Tuesday, February 28": the weekday must be the date's own.
    func weekdayWithDate(_ c: Cursor, _ i: Int) -> TimeDraft? {
        guard case (.weekday(let weekday), let length)? = part(c, i) else { return nil }
        var j = i + length
        if c.atoms.isSign(j, ",") || c.atoms.isSign(j, ".") { j += 1 }
        guard j < c.end, var date = dayMonth(c, j) ?? monthDay(c, j), date.precision == .day else { return nil }
        if let range = date.range, range.from.weekday != weekday {
            date.notice = "\(range.from.iso) is not the weekday that the text gives"
        }
        date.atoms = i..<date.atoms.upperBound
        return date
    }

    /// A year by itself, or a decade ("the 1990s").
    func year(_ c: Cursor, _ i: Int) -> TimeDraft? {
        if let value = c.digits(i), value >= 1000, value % 10 == 0, c.isWord(i + 1, s), !c.atoms.spaced[i + 1] {
            return TimeDraft(i..<i + 2, DayRange(years: value...value + 9), .decade)
        }
        guard let year = c.year(i), (1800...2100).contains(year) else { return nil }
        return TimeDraft(i..<i + 1, DayRange(years: year...year), .year)
    }

    /// "early March", "mid-2022", "the end of November", "the late 1980s".
    func partOf(_ c: Cursor, _ i: Int) -> TimeDraft? {
        guard let (what, length) = part(c, i) else { return nil }
        let isEdge: Bool
        let number: Int
        switch what {
        case .part(let part): (isEdge, number) = (false, part)
        case .edge(let part): (isEdge, number) = (true, part)
        default: return nil
        }
        var j = i + length
        if c.atoms.isDash(j) { j += 1 }
        if c.isWord(j, inWord) || c.isWord(j, the) { j += 1 }
        guard j < c.end else { return nil }
        if isEdge, let whole = theYear(c, j) {
            return TimeDraft(i..<whole.end, whole.range.edge(number), .month, relative: true)
        }
        guard var whole = monthDay(c, j) ?? shifted(c, j) ?? year(c, j) else { return nil }
        guard [.month, .year, .week, .decade].contains(whole.precision), !isEdge || whole.precision != .decade else {
            return nil
        }
        whole.range = isEdge ? whole.range?.edge(number) : whole.range?.part(number)
        if isEdge, whole.precision == .year { whole.precision = .month }
        whole.atoms = i..<whole.atoms.upperBound
        return whole
    }

    /// "the year" and "the month" without more: the running ones.
    private func theYear(_ c: Cursor, _ j: Int) -> (range: DayRange, end: Int)? {
        guard c.isWord(j - 1, the), let reference = c.context.reference else { return nil }
        let (year, month, _) = reference.civil
        switch part(c, j) {
        case (.months(12), let used)?: return DayRange(years: year...year).map { ($0, j + used) }
        case (.months(1), let used)?: return DayRange(year: year, month: month).map { ($0, j + used) }
        default: return nil
        }
    }

    private func date(_ c: Cursor, _ i: Int, day: Int, month: Int, after: Int) -> TimeDraft? {
        var j = after
        if c.atoms.isSign(j, ","), j < c.end { j += 1 }
        if let year = c.year(j) {
            guard let date = CalendarDay(year: year, month: month, day: day) else {
                return TimeDraft(i..<j + 1, nil, .day, notice: "there is no such day in that month")
            }
            return TimeDraft(i..<j + 1, DayRange(date), .day)
        }
        if case (.shift(let shift), let used)? = part(c, after), case (.months(12), let unit)? = part(c, after + used) {
            let date = c.context.reference.flatMap {
                CalendarDay(year: $0.civil.year + shift, month: month, day: day)
            }
            return TimeDraft(i..<after + used + unit, date.map { DayRange($0) }, .day, relative: true)
        }
        let date = dayMonthNear(c, month: month, day: day)
        let isNone = date == nil && c.context.reference != nil
        return TimeDraft(
            i..<after, date.map { DayRange($0) }, .day,
            notice: isNone ? "there is no such day in that month" : nil)
    }

    /// A day without its year, by the narrative or the day of writing.
    func dayMonthNear(_ c: Cursor, month: Int, day: Int) -> CalendarDay? {
        if !c.context.future, let named = c.context.named, let reference = c.context.reference,
            named.from.civil.year < reference.civil.year, named.to.number - named.from.number < 32,
            let date = CalendarDay(year: named.from.civil.year, month: month, day: day), date >= named.from
        {
            return date
        }
        return c.context.reference.flatMap { nearest(month: month, day: day, to: $0, context: c.context) }
    }

    /// The year of a date without one: the last such day up to a little after the day of writing, or the
    /// next one when the predicate lies ahead. News names a day without its year within half a year.
    private func nearest(month: Int, day: Int, to reference: CalendarDay, context: TimeContext) -> CalendarDay? {
        let year = reference.civil.year
        let days = (year - 1...year + 1).compactMap { CalendarDay(year: $0, month: month, day: day) }
        if context.future { return days.first { $0 >= reference.adding(days: -1) } }
        // What is told as past lies before the day of writing; a clock ahead may make it one day more.
        return days.last { $0.number - reference.number <= (context.past ? 1 : 30) }
    }

    private func nearest(month: Int, to reference: CalendarDay, future: Bool) -> DayRange? {
        let (year, current, _) = reference.civil
        if future { return DayRange(year: month >= current ? year : year + 1, month: month) }
        return DayRange(year: month <= current ? year : year - 1, month: month)
    }
}
