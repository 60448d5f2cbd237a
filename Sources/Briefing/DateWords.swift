import Records

/// Dates as a reader wants them, from ISO 8601.
enum DateWords {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    /// "28 February 2023" from "2023-02-28" with or without a time; the input where it is no such date.
    static func day(_ iso: String) -> String {
        guard let (year, month, day) = parts(iso) else { return iso }
        return "\(day) \(months[month - 1]) \(year)"
    }

    /// A range in the shortest form that says the same: a day, a month, a year, or two days.
    static func range(_ range: DateRange) -> String {
        guard let (fromYear, fromMonth, fromDay) = parts(range.from), let (toYear, toMonth, toDay) = parts(range.to)
        else { return range.from == range.to ? range.from : "\(range.from) to \(range.to)" }
        if range.from.prefix(10) == range.to.prefix(10) { return day(range.from) }
        let wholeMonths = fromDay == 1 && toDay == length(ofMonth: toMonth, year: toYear)
        if wholeMonths, fromYear == toYear {
            if fromMonth == 1, toMonth == 12 { return "\(fromYear)" }
            if fromMonth == toMonth { return "\(months[fromMonth - 1]) \(fromYear)" }
            return "\(months[fromMonth - 1]) to \(months[toMonth - 1]) \(fromYear)"
        }
        if wholeMonths, fromMonth == 1, toMonth == 12 { return "\(fromYear) to \(toYear)" }
        if fromYear != toYear { return "\(day(range.from)) to \(day(range.to))" }
        let end = "\(toDay) \(months[toMonth - 1]) \(toYear)"
        return fromMonth == toMonth ? "\(fromDay) to \(end)" : "\(fromDay) \(months[fromMonth - 1]) to \(end)"
    }

    private static func parts(_ iso: String) -> (year: Int, month: Int, day: Int)? {
        let fields = iso.prefix(10).split(separator: "-")
        guard fields.count == 3, let year = Int(fields[0]), let month = Int(fields[1]), let day = Int(fields[2]),
            (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        return (year, month, day)
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}
