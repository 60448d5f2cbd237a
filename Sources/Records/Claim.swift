/// A question that accounts answer, with the answers they give and what to make of them.
public struct Claim: Codable, Hashable, Sendable, Identifiable {
    public enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
        case vote, money, count, date, place, membership, position, attribution, quotation, event, name, other
    }
    public enum Status: String, Codable, Hashable, Sendable {
        case corroborated
        case singleSource = "single-source"
        case conflicting
    }

    public var id: String
    public var kind: Kind
    /// The claim in one sentence: what it is that the readings differ or agree on.
    public var statement: String
    public var status: Status
    /// How many independent origins speak to it.
    public var origins: Int
    public var record: RecordVerdict?
    /// Why the status is what it is, in one plain sentence.
    public var reason: String
    /// What was laid side by side to find it ("votes, member by member"), for whoever asks why.
    public var rule: String?
    public var readings: [Reading]
    /// `true` for a claim that a brief folds away unless all is asked for; `nil` for the others.
    public var lesser: Bool?

    public init(
        id: String, kind: Kind, statement: String, status: Status, origins: Int,
        record: RecordVerdict? = nil, reason: String, rule: String? = nil, readings: [Reading], lesser: Bool? = nil
    ) {
        self.id = id
        self.kind = kind
        self.statement = statement
        self.status = status
        self.origins = origins
        self.record = record
        self.reason = reason
        self.rule = rule
        self.readings = readings
        self.lesser = lesser
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(kind, forKey: .kind)
        try container.encode(statement, forKey: .statement)
        try container.encode(status, forKey: .status)
        try container.encode(origins, forKey: .origins)
        try container.encode(record, forKey: .record)
        try container.encode(reason, forKey: .reason)
        try container.encodeIfPresent(rule, forKey: .rule)
        try container.encode(readings, forKey: .readings)
        try container.encodeIfPresent(lesser, forKey: .lesser)
    }
}

/// One of the values that accounts give for a claim.
public struct Reading: Codable, Hashable, Sendable {
    /// The value in normal form ("abstained", "2023-02-28", "over 200,000").
    public var value: String
    /// The reading in one sentence.
    public var statement: String
    public var origins: Int
    public var evidence: [Evidence]
    public init(value: String, statement: String, origins: Int, evidence: [Evidence]) {
        self.value = value
        self.statement = statement
        self.origins = origins
        self.evidence = evidence
    }
}

/// What the official record says of a claim.
public struct RecordVerdict: Codable, Hashable, Sendable {
    public enum Verdict: String, Codable, Hashable, Sendable {
        case agrees, contradicts
    }
    public var verdict: Verdict
    /// The document's symbol, such as `A/ES-11/PV.19`.
    public var document: String
    /// The index of the reading that the record agrees with, or contradicts where it agrees with none.
    public var reading: Int
    /// What the record says, in one sentence.
    public var statement: String
    /// ISO 8601 date of what the document records, where it is known.
    public var date: String?
    public var title: String?
    /// Where the document can be read.
    public var link: String?

    public init(
        verdict: Verdict, document: String, reading: Int, statement: String, date: String? = nil,
        title: String? = nil, link: String? = nil
    ) {
        self.verdict = verdict
        self.document = document
        self.reading = reading
        self.statement = statement
        self.date = date
        self.title = title
        self.link = link
    }
}
