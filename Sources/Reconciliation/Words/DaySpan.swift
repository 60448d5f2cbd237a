internal import Records

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
        guard let a = CalendarDay(iso: from), let b = CalendarDay(iso: to), a <= b else { return nil }
        first = a.number
        last = b.number
    }

    package func overlaps(_ other: DaySpan) -> Bool { first <= other.last && other.first <= last }

    /// How many days lie between the two spans; 0 when they touch or overlap.
    package func distance(to other: DaySpan) -> Int { max(0, max(first - other.last, other.first - last)) }

    /// How many days the span holds.
    package var length: Int { last - first + 1 }
}
