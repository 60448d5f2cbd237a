/// A calendar date in a line of text, with its time of day where one stands beside it.
struct FoundDate: Hashable, Sendable {
    /// UTF-8 offsets of the date and its time in the line.
    var range: Range<Int>
    /// Absent in datelines ("Oct 14").
    var year: Int?
    var month: Int
    var day: Int
    var hour: Int?
    var minute = 0
    var second: Int?
    /// Minutes east of UTC.
    var zone: Int?

    /// The date as ISO 8601, with the time and offset as far as the text gives them; `nil` without a year.
    var iso: String? {
        guard let day = isoDay else { return nil }
        guard let hour else { return day }
        var text = "\(day)T\(Self.two(hour)):\(Self.two(minute))"
        if let second { text += ":\(Self.two(second))" }
        guard let zone else { return text }
        if zone == 0 { return text + "Z" }
        return text + (zone < 0 ? "-" : "+") + Self.two(abs(zone) / 60) + ":" + Self.two(abs(zone) % 60)
    }

    /// The day alone as ISO 8601; `nil` without a year.
    var isoDay: String? { year.map { "\($0)-\(Self.two(month))-\(Self.two(day))" } }

    /// Whether the month has that day.
    var isPossible: Bool {
        guard (1...12).contains(month), day >= 1 else { return false }
        if let year, !(1900...2100).contains(year) { return false }
        let leap = year.map { $0 % 4 == 0 && ($0 % 100 != 0 || $0 % 400 == 0) } ?? true
        return day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
