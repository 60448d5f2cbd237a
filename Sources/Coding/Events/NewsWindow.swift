import Records

/// The days into which the undated news of an article falls.
///
/// News tells of what happened since the day that its opening names, up to the day of its printing:
/// the window runs from the first full date of the opening, where that lies at most a week back, to
/// the date of publication.
enum NewsWindow {
    /// How many of the first times may give the day that the news begins on.
    private static let opening = 3

    /// The window, or `nil` where nothing tells when the article was written.
    static func of(_ article: Article, times: [TimeMention]) -> DateRange? {
        guard let written = article.published ?? article.dateline?.date, written.utf8.count >= 10 else { return nil }
        let day = String(written.prefix(10))
        for mention in times.prefix(opening) {
            guard let range = mention.expression.range, mention.expression.precision == .day, range.from == range.to,
                range.from <= day, daysApart(range.from, day) <= 7
            else { continue }
            return DateRange(from: range.from, to: day)
        }
        return DateRange(from: day, to: day)
    }

    /// Days between two ISO dates, by a count of days that holds within and across months.
    private static func daysApart(_ from: String, _ to: String) -> Int { dayNumber(to) - dayNumber(from) }

    /// The day's number in the proleptic Gregorian calendar (Hinnant's days-from-civil).
    private static func dayNumber(_ iso: String) -> Int {
        let parts = iso.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return 0 }
        let year = parts[1] <= 2 ? parts[0] - 1 : parts[0]
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (parts[1] + (parts[1] > 2 ? -3 : 9)) + 2) / 5 + parts[2] - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    }
}
