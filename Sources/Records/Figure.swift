/// A quantity that a text gives, in normal form, with what it counts.
public struct Figure: Codable, Hashable, Sendable {
    public enum Kind: String, Codable, Hashable, Sendable {
        case money, votes, people, distance, share, duration, area, mass, count, ordinal
    }
    public enum Bound: String, Codable, Hashable, Sendable {
        case exact, about, over, under, range
    }
    public enum Role: String, Codable, Hashable, Sendable {
        case total, increment, rate, share
    }
    /// What has befallen the people that a figure counts.
    public enum Fate: String, Codable, Hashable, Sendable, CaseIterable {
        case killed, injured, missing, detained, displaced
    }

    public var kind: Kind
    /// The number in units; `nil` for a range or an open order of magnitude ("tens of thousands").
    public var value: Double?
    public var low: Double?
    public var high: Double?
    /// ISO 4217 currency, SI unit symbol, or `nil`.
    public var unit: String?
    /// What is counted, as lemmas ("Russian citizen", "vote").
    public var counted: String?
    /// For whom or of what the figure holds ("Economic Resilience Initiative for Central Asia").
    public var scope: String?
    public var bound: Bound
    public var role: Role?
    /// The choice that a tally counts: `for`, `against`, `abstained`, `absent`.
    public var choice: String?
    /// The period of a rate: `year`, `month`, `person`, …
    public var period: String?
    /// The number of years over which an amount is spread, where the text says so.
    public var years: Double?
    /// The former value, where the text tells of a change ("raised from 200 to 240").
    public var previous: Double?
    /// The sum of a rate over the years that it runs ("$10m a year for five years").
    public var sum: Double?
    public var fate: Fate?
    /// The days on which the figure held, where the text says so ("as of 1 March").
    public var asOf: DateRange?
    /// Whether the words point at a number that is known already ("all five republics"): it takes part in
    /// a comparison but tells nothing new by itself.
    public var definite: Bool?
    /// The index of the sentence in the article.
    public var sentence: Int
    public var evidence: Evidence
    /// How the statement stands to the facts, and who stands between it and the outlet.
    public var factuality: Factuality?

    public init(
        kind: Kind, value: Double? = nil, low: Double? = nil, high: Double? = nil, unit: String? = nil,
        counted: String? = nil, scope: String? = nil, bound: Bound = .exact, role: Role? = nil,
        choice: String? = nil, period: String? = nil, years: Double? = nil, previous: Double? = nil,
        sum: Double? = nil, fate: Fate? = nil, asOf: DateRange? = nil, definite: Bool? = nil, sentence: Int,
        evidence: Evidence
    ) {
        self.kind = kind
        self.value = value
        self.low = low
        self.high = high
        self.unit = unit
        self.counted = counted
        self.scope = scope
        self.bound = bound
        self.role = role
        self.choice = choice
        self.period = period
        self.years = years
        self.previous = previous
        self.sum = sum
        self.fate = fate
        self.asOf = asOf
        self.definite = definite
        self.sentence = sentence
        self.evidence = evidence
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(kind, forKey: .kind)
        try container.encode(value, forKey: .value)
        try container.encode(low, forKey: .low)
        try container.encode(high, forKey: .high)
        try container.encode(unit, forKey: .unit)
        try container.encode(counted, forKey: .counted)
        try container.encode(scope, forKey: .scope)
        try container.encode(bound, forKey: .bound)
        try container.encode(role, forKey: .role)
        try container.encodeIfPresent(choice, forKey: .choice)
        try container.encodeIfPresent(period, forKey: .period)
        try container.encodeIfPresent(years, forKey: .years)
        try container.encodeIfPresent(previous, forKey: .previous)
        try container.encodeIfPresent(sum, forKey: .sum)
        try container.encodeIfPresent(fate, forKey: .fate)
        try container.encodeIfPresent(asOf, forKey: .asOf)
        try container.encodeIfPresent(definite, forKey: .definite)
        try container.encode(sentence, forKey: .sentence)
        try container.encode(evidence, forKey: .evidence)
        try container.encodeIfPresent(factuality, forKey: .factuality)
    }
}
