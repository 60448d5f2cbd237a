import Records
import Text

/// Times with two ends: "from 3 to 5 May", "between March and June 2021", "2019-2021".
extension TimeReader {
    func span(_ c: Cursor, _ i: Int) -> TimeDraft? {
        if let (value, length) = lexicon.spans.match(c.atoms, at: i), i + length < c.end {
            let start = c.isWord(i + length, the) ? i + length + 1 : i + length
            return days(c, start) ?? ends(c, start, between: value == 1)
        }
        return days(c, i) ?? monthDays(c, i) ?? years(c, i)
    }

    /// "20 to 31 May", "3-4 March 2023": the month stands once, after both days.
    private func days(_ c: Cursor, _ i: Int) -> TimeDraft? {
        guard let (first, used) = day(c, i), let j = joint(c, i + used), let (_, more) = day(c, j),
            month(c, c.isWord(j + more, of) ? j + more + 1 : j + more) != nil,
            let last = dayMonth(c, j), let to = last.range?.to
        else { return nil }
        let (year, month, _) = to.civil
        guard let from = CalendarDay(year: year, month: month, day: first) else { return nil }
        return joined(i..<last.atoms.upperBound, DayRange(from, from), last)
    }

    /// "May 3-5", "March 14 to 16, 2022".
    private func monthDays(_ c: Cursor, _ i: Int) -> TimeDraft? {
        guard let (month, length) = month(c, i), let (first, used) = day(c, i + length),
            let j = joint(c, i + length + used), let (last, more) = day(c, j), last > first,
            j + more >= c.end || !c.atoms.isSign(j + more, "%")
        else { return nil }
        var end = j + more
        var year = c.context.reference?.civil.year
        if c.atoms.isSign(end, ","), let found = c.year(end + 1) {
            (year, end) = (found, end + 2)
        } else if let found = c.year(end) {
            (year, end) = (found, end + 1)
        } else if let near = self.dayMonthNear(c, month: month, day: first) {
            year = near.civil.year
        }
        guard let year, let from = CalendarDay(year: year, month: month, day: first),
            let to = CalendarDay(year: year, month: month, day: last)
        else { return nil }
        return TimeDraft(i..<end, DayRange(from, to), .day)
    }

    /// "2019-2021", "2014-15", "2022/23".
    private func years(_ c: Cursor, _ i: Int) -> TimeDraft? {
        guard let first = c.year(i), (1800...2100).contains(first), i + 2 < c.end, !c.atoms.spaced[i + 1],
            c.atoms.isDash(i + 1) || c.atoms.isSign(i + 1, "/"), !c.atoms.spaced[i + 2], let last = c.digits(i + 2)
        else { return nil }
        let length = c.atoms.ends[i + 2] - c.atoms.starts[i + 2]
        let year = length == 4 ? last : length == 2 ? first / 100 * 100 + last : 0
        guard year > first, year - first < 100,
            i + 3 >= c.end || c.atoms.spaced[i + 3] || !c.atoms.isDash(i + 3)
        else { return nil }
        return TimeDraft(i..<i + 3, DayRange(years: first...year), .year)
    }

    /// Any two times of one kind: months, years, weekdays, dates.
    private func ends(_ c: Cursor, _ i: Int, between: Bool) -> TimeDraft? {
        guard let first = single(c, i), let range = first.range, let j = joint(c, first.atoms.upperBound),
            let last = single(c, c.isWord(j, the) ? j + 1 : j), last.range != nil,
            first.precision == last.precision || first.relative == last.relative
        else { return nil }
        return joined(i..<last.atoms.upperBound, range, last)
    }

    /// Puts two ends together; a first one without its year takes that of the second.
    private func joined(_ atoms: Range<Int>, _ first: DayRange, _ last: TimeDraft) -> TimeDraft? {
        guard let end = last.range else { return nil }
        var from = first.from
        if !last.relative, last.precision == .month || last.precision == .day, from.civil.year != end.to.civil.year {
            let years = end.to.civil.year - from.civil.year
            let moved = from.adding(months: 12 * years)
            if years > 1 || years < 0 { from = moved }
            if from > end.to { from = from.adding(months: -12) }
        }
        var draft = TimeDraft(atoms, DayRange(from, end.to), last.precision, relative: last.relative)
        if from > end.to {
            draft.range = nil
            draft.notice = "it ends before it begins"
        }
        return draft
    }

    /// The atom after what joins two ends.
    private func joint(_ c: Cursor, _ i: Int) -> Int? {
        guard i < c.end else { return nil }
        if c.atoms.isDash(i) { return i + 1 < c.end ? i + 1 : nil }
        guard let (_, length) = lexicon.joints.match(c.atoms, at: i), i + length < c.end else { return nil }
        return i + length
    }
}
