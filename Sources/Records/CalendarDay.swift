/// A day of the proleptic Gregorian calendar, counted from 1970-01-01.
///
/// The conversions are those of H. Hinnant, "chrono-compatible low-level date algorithms" (2013):
/// exact, without tables, the same on every machine.
package struct CalendarDay: Hashable, Sendable, Comparable {
    /// Days since 1970-01-01.
    package var number: Int

    package init(number: Int) { self.number = number }

    /// The day of a date, or `nil` when there is no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1, day <= Self.length(ofMonth: month, year: year),
            (1...9999).contains(year)
        else { return nil }
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146097 + dayOfEra - 719468
    }

    /// The day of an ISO 8601 date, or of the date part of a date and time; `nil` when there is none.
    package init?(iso text: String) {
        let parts = text.utf8.prefix(10).split(separator: UInt8(ascii: "-"))
        guard parts.count == 3, parts[0].count == 4, let year = Int(String(parts[0]) ?? ""),
            let month = Int(String(parts[1]) ?? ""), let day = Int(String(parts[2]) ?? "")
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Year, month and day.
    package var civil: (year: Int, month: Int, day: Int) {
        let z = number + 719468
        let era = (z >= 0 ? z : z - 146096) / 146097
        let dayOfEra = z - era * 146097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let mp = (5 * dayOfYear + 2) / 153
        let month = mp < 10 ? mp + 3 : mp - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * mp + 2) / 5 + 1)
    }

    /// 0 for Sunday to 6 for Saturday.
    package var weekday: Int { ((number + 4) % 7 + 7) % 7 }

    /// ISO 8601.
    package var iso: String {
        let (year, month, day) = civil
        func pad(_ n: Int, _ width: Int) -> String {
            let digits = String(n)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return pad(year, 4) + "-" + pad(month, 2) + "-" + pad(day, 2)
    }

    /// The day some days later.
    package func adding(days: Int) -> CalendarDay { CalendarDay(number: number + days) }

    /// The same day some months later, or the last of that month where it is shorter.
    package func adding(months: Int) -> CalendarDay {
        let (year, month, day) = civil
        let index = year * 12 + month - 1 + months
        let y = index >= 0 ? index / 12 : (index - 11) / 12
        let m = index - y * 12 + 1
        return CalendarDay(year: y, month: m, day: min(day, Self.length(ofMonth: m, year: y))) ?? self
    }

    package static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    package static func < (a: CalendarDay, b: CalendarDay) -> Bool { a.number < b.number }
}
