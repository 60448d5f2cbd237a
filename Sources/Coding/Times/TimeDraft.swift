import Records

/// A stretch of calendar days, both ends included.
struct DayRange: Hashable, Sendable {
    var from: CalendarDay
    var to: CalendarDay

    init(_ from: CalendarDay, _ to: CalendarDay) {
        self.from = from
        self.to = to
    }

    init(_ day: CalendarDay) { self.init(day, day) }

    /// A whole month.
    init?(year: Int, month: Int) {
        guard let first = CalendarDay(year: year, month: month, day: 1) else { return nil }
        self.init(first, first.adding(months: 1).adding(days: -1))
    }

    /// Whole years.
    init?(years: ClosedRange<Int>) {
        guard let first = CalendarDay(year: years.lowerBound, month: 1, day: 1),
            let last = CalendarDay(year: years.upperBound, month: 12, day: 31)
        else { return nil }
        self.init(first, last)
    }

    /// The early, middle or late part of the stretch: thirds by months for a year, by ten days for a month.
    func part(_ part: Int) -> DayRange {
        let length = to.number - from.number + 1
        guard length >= 28 else { return self }
        if length > 3000 {
            // Of a decade: its first four years, its middle three, its last three.
            let first = from.adding(months: [0, 48, 84][max(0, min(2, part - 1))])
            return DayRange(first, first.adding(months: part == 1 ? 48 : 36).adding(days: -1))
        }
        if length > 300 {
            let first = from.adding(months: (part - 1) * 4)
            return DayRange(first, first.adding(months: 4).adding(days: -1))
        }
        switch part {
        case 1: return DayRange(from, from.adding(days: 9))
        case 2: return DayRange(from.adding(days: 10), from.adding(days: 19))
        default: return DayRange(from.adding(days: 20), to)
        }
    }

    /// The first or last stretch: a month of a year, ten days of a month, as `part` for the rest.
    func edge(_ part: Int) -> DayRange {
        let length = to.number - from.number + 1
        guard length > 300, length < 400 else { return self.part(part) }
        if part == 1 { return DayRange(from, from.adding(months: 1).adding(days: -1)) }
        return DayRange(to.adding(days: 1).adding(months: -1), to)
    }

    var record: DateRange { DateRange(from: from.iso, to: to.iso) }
}

/// A time as read from atoms, before syntax is asked.
struct TimeDraft: Sendable {
    var atoms: Range<Int>
    var range: DayRange?
    var precision: TimeExpression.Precision
    var relative: Bool
    /// How what is told stands to the range ("since", "by").
    var order: TimeExpression.Anchor.Order?
    /// ISO 8601 length and period.
    var duration: String?
    var period: String?
    /// Whether its numbers belong to it alone; those of a length of time are figures as well.
    var takes = true
    /// A contradiction within the expression, such as a weekday that its date does not have.
    var notice: String?

    init(
        _ atoms: Range<Int>, _ range: DayRange?, _ precision: TimeExpression.Precision, relative: Bool = false,
        notice: String? = nil
    ) {
        self.atoms = atoms
        self.range = range
        self.precision = precision
        self.relative = relative
        self.notice = notice
    }
}

/// What relative times are counted from.
struct TimeContext: Sendable {
    /// The day of writing.
    var reference: CalendarDay?
    /// The day that the narrative has reached, for "a day earlier".
    var narrative: CalendarDay?
    /// The last time that was named in full within the paragraph, for "that year" and months without one.
    var named: DayRange?
    /// Whether the predicate that the time belongs to lies ahead.
    var future = false
    /// Whether it is told as past, in a finite form.
    var past = false
}
