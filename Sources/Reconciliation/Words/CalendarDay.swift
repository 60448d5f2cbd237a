/// A day of the Gregorian calendar as a number, so that days can be compared and counted.
///
/// Day 0 is 1970-01-01. The conversion is the era-based one by Howard Hinnant ("chrono-compatible
/// low-level date algorithms").
package struct CalendarDay: Hashable, Comparable, Sendable {
    package var number: Int

    package init(number: Int) { self.number = number }

    /// Reads the date at the head of an ISO 8601 string; `nil` when there is none.
    package init?(_ iso: String) {
        let bytes = Array(iso.utf8.prefix(10))
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
            let year = Int(String(decoding: bytes[0..<4], as: UTF8.self)),
            let month = Int(String(decoding: bytes[5..<7], as: UTF8.self)), (1...12).contains(month),
            let day = Int(String(decoding: bytes[8..<10], as: UTF8.self)), (1...31).contains(day)
        else { return nil }
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let ofEra = y - era * 400
        let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        number = era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    }

    /// The day of the week, Monday as 0.
    package var weekday: Int { ((number + 3) % 7 + 7) % 7 }

    package static func < (a: CalendarDay, b: CalendarDay) -> Bool { a.number < b.number }
}

/// An inclusive range of days.
package struct DaySpan: Hashable, Sendable {
    package var first: Int
    package var last: Int

    package init(_ first: Int, _ last: Int) {
        self.first = min(first, last)
        self.last = max(first, last)
    }

    /// Reads two ISO 8601 dates; `nil` when one of them is none.
    package init?(from: String, to: String) {
        guard let a = CalendarDay(from), let b = CalendarDay(to), a <= b else { return nil }
        first = a.number
        last = b.number
    }

    package func overlaps(_ other: DaySpan) -> Bool { first <= other.last && other.first <= last }

    /// How many days lie between the two spans; 0 when they touch or overlap.
    package func distance(to other: DaySpan) -> Int { max(0, max(first - other.last, other.first - last)) }

    /// How many days the span holds.
    package var length: Int { last - first + 1 }
}
