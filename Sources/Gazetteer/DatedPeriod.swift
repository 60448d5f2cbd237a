/// A stretch of calendar days whose ends may be known to the day, the month or the year only.
///
/// Written in the data as ISO 8601 with the unknown parts left off: `2019-03-20`, `2019-03`, `2019`;
/// an empty end is open. Days are held as the integer `year * 10000 + month * 100 + day`.
public struct DatedPeriod: Hashable, Sendable {
    /// The first day that the start allows; `Int32.min` when the start is open.
    public let earliestStart: Int32
    /// The last day that the start allows.
    public let latestStart: Int32
    /// The first day that the end allows; `Int32.max` when the end is open.
    public let earliestEnd: Int32
    /// The last day that the end allows.
    public let latestEnd: Int32

    /// A period without ends.
    public static let always = DatedPeriod(
        earliestStart: .min, latestStart: .min, earliestEnd: .max, latestEnd: .max)

    private init(earliestStart: Int32, latestStart: Int32, earliestEnd: Int32, latestEnd: Int32) {
        self.earliestStart = earliestStart
        self.latestStart = latestStart
        self.earliestEnd = earliestEnd
        self.latestEnd = latestEnd
    }

    /// Reads the two ends as the data writes them; `nil` when one is no date or they are out of order.
    public init?(from: some StringProtocol, to: some StringProtocol) {
        guard let start = from.isEmpty ? (.min, .min) : Self.bounds(from),
            let end = to.isEmpty ? (.max, .max) : Self.bounds(to), start.0 <= end.1
        else { return nil }
        self.init(earliestStart: start.0, latestStart: start.1, earliestEnd: end.0, latestEnd: end.1)
    }

    /// The period with an open end closed by one that starts later; any other as it is.
    func closed(by successor: DatedPeriod) -> DatedPeriod {
        guard latestEnd == .max, latestStart < successor.earliestStart else { return self }
        return DatedPeriod(
            earliestStart: earliestStart, latestStart: latestStart, earliestEnd: successor.earliestStart,
            latestEnd: successor.latestStart)
    }

    /// Whether the period may hold the day, given how precisely its ends are known.
    public func mayContain(_ day: Int32) -> Bool { earliestStart <= day && day <= latestEnd }

    /// Whether the period holds the day however its ends are read.
    public func surelyContains(_ day: Int32) -> Bool { latestStart <= day && day <= earliestEnd }

    /// The number of an ISO 8601 day or of the day that a date and time starts with, else `nil`.
    public static func day(_ iso: some StringProtocol) -> Int32? {
        guard let (low, high) = bounds(iso.prefix(10)), low == high else { return nil }
        return low
    }

    /// The first and last day of a year, a month or a day.
    private static func bounds(_ text: some StringProtocol) -> (Int32, Int32)? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].utf8.count == 4, let year = Int32(parts[0]), year > 0
        else { return nil }
        guard parts.count > 1 else { return (year * 10000 + 101, year * 10000 + 1231) }
        guard parts[1].utf8.count == 2, let month = Int32(parts[1]), (1...12).contains(month) else {
            return nil
        }
        let base = year * 10000 + month * 100
        guard parts.count > 2 else { return (base + 1, base + 31) }
        guard parts[2].utf8.count == 2, let day = Int32(parts[2]), (1...31).contains(day) else { return nil }
        return (base + day, base + day)
    }
}
