/// An inclusive range of calendar days, ISO 8601, as wide as the text leaves it.
public struct DateRange: Codable, Hashable, Sendable {
    public var from: String
    public var to: String
    public init(from: String, to: String) {
        self.from = from
        self.to = to
    }

    /// The range as exact as it is known, ISO 8601 of reduced precision: "2022-09" for a whole month on both
    /// ends, "2022" for a whole year, days else.
    package var reduced: DateRange {
        guard let first = CalendarDay(iso: from)?.civil, let last = CalendarDay(iso: to), first.day == 1,
            first.year == last.civil.year
        else { return self }
        if first.month == 1, to.hasSuffix("-12-31") {
            return DateRange(from: String(from.prefix(4)), to: String(to.prefix(4)))
        }
        guard first.month == last.civil.month, last.adding(days: 1).civil.day == 1 else { return self }
        return DateRange(from: String(from.prefix(7)), to: String(to.prefix(7)))
    }
}

/// A time that a text gives: printed form, resolved range, and how it was resolved.
public struct TimeExpression: Codable, Hashable, Sendable {
    /// How finely the expression tells the time.
    public enum Precision: String, Codable, Hashable, Sendable {
        case day, week, month, season, year, decade, duration, vague
    }

    public var range: DateRange?
    public var precision: Precision
    /// Whether the expression names the time itself or counts from another ("last week").
    public var relative: Bool
    /// The event that the time is told by, when it is ("the anniversary of Russia's invasion").
    public var anchor: Anchor?
    /// How what is told stands to the range, when it does not lie in it ("since 2015", "by Friday").
    public var order: Anchor.Order?
    /// A length of time as ISO 8601 has it ("P3D", "PT2H"); two joined by "/" for a range of lengths.
    public var duration: String?
    /// The period of a repeated time as ISO 8601 has it ("P1W" for "every Friday").
    public var period: String?
    public var evidence: Evidence

    public init(
        range: DateRange?, precision: Precision, relative: Bool, anchor: Anchor? = nil, order: Anchor.Order? = nil,
        duration: String? = nil, period: String? = nil, evidence: Evidence
    ) {
        self.range = range
        self.precision = precision
        self.relative = relative
        self.anchor = anchor
        self.order = order
        self.duration = duration
        self.period = period
        self.evidence = evidence
    }

    /// A time told by another event: "a few days after the first anniversary of the invasion".
    public struct Anchor: Codable, Hashable, Sendable {
        /// How the time stands to the anchor.
        public enum Order: String, Codable, Hashable, Sendable {
            case before, on, after, since, until
        }
        public var order: Order
        /// The printed anchor ("the first anniversary of Russia's invasion of Ukraine").
        public var event: String
        /// The lemma that heads the anchor ("anniversary", "call-up", "start").
        public var head: String
        /// How many days lie between, where the text gives a number ("a week before the ceremony").
        public var days: Int?
        /// The actors that the anchor's words name, as gazetteer ids.
        public var actors: [String]
        public init(order: Order, event: String, head: String, days: Int? = nil, actors: [String] = []) {
            self.order = order
            self.event = event
            self.head = head
            self.days = days
            self.actors = actors
        }
    }
}
