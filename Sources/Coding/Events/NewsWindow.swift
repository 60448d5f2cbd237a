import Records

/// The days into which the undated news of an article falls.
///
/// News tells of what happened since the day that its opening names, up to the day of its printing:
/// the window runs from the first full date of the opening, where that lies at most a week back, to
/// the date of publication.
enum NewsWindow {
    /// How many of the first times may give the day that the news begins on.
    private static let opening = 3
    /// How many days before its printing the news may begin.
    private static let longest = 7

    /// The window, or `nil` where nothing tells when the article was written.
    static func of(_ article: Article, times: [TimeMention]) -> DateRange? {
        guard let day = (article.published ?? article.dateline?.date).flatMap({ CalendarDay(iso: $0) }) else {
            return nil
        }
        for mention in times.prefix(opening) {
            guard let range = mention.expression.range, mention.expression.precision == .day, range.from == range.to,
                let told = CalendarDay(iso: range.from), (0...longest).contains(day.number - told.number)
            else { continue }
            return DateRange(from: range.from, to: day.iso)
        }
        // What a paper prints without a day happened on the day of its printing or the day before.
        return DateRange(from: day.adding(days: -1).iso, to: day.iso)
    }
}
