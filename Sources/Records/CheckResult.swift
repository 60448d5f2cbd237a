/// What accounts and record say of a user's claim.
public struct CheckResult: Codable, Hashable, Sendable {
    /// The answer in one word.
    public enum Verdict: String, Codable, Hashable, Sendable, CaseIterable {
        case supported, contradicted, mixed
        case notFound = "not-found"
        case notUnderstood = "not-understood"
    }

    /// What some words of an account do to the claim; `near` is what looks like an answer and is none.
    public enum Stance: String, Codable, Hashable, Sendable, CaseIterable {
        case supports, contradicts, near
    }

    /// Words of an account that speak to the claim.
    public struct Testimony: Codable, Hashable, Sendable {
        public var stance: Stance
        /// Why they support or contradict it, or do neither, in one plain sentence.
        public var reason: String
        /// The article that the words go back to: copies share it.
        public var origin: String
        public var evidence: Evidence
        /// The member of a group that the words are about, where the claim is of several.
        public var member: String?

        public init(stance: Stance, reason: String, origin: String, evidence: Evidence, member: String? = nil) {
            self.stance = stance
            self.reason = reason
            self.origin = origin
            self.evidence = evidence
            self.member = member
        }
    }

    /// The answer for one of several whom the claim is about.
    public struct Member: Codable, Hashable, Sendable {
        public var actor: ActorReference
        public var verdict: Verdict
        public var supporting: Int
        public var contradicting: Int
        /// What the record has of the member ("abstained").
        public var record: String?

        public init(
            actor: ActorReference, verdict: Verdict, supporting: Int, contradicting: Int, record: String? = nil
        ) {
            self.actor = actor
            self.verdict = verdict
            self.supporting = supporting
            self.contradicting = contradicting
            self.record = record
        }
    }

    /// What the record says of the claim.
    public struct RecordAnswer: Codable, Hashable, Sendable {
        public var verdict: RecordVerdict.Verdict
        /// What it says, in one sentence.
        public var statement: String
        public var document: RecordDocument

        public init(verdict: RecordVerdict.Verdict, statement: String, document: RecordDocument) {
            self.verdict = verdict
            self.statement = statement
            self.document = document
        }
    }

    public static let currentSchema = "chancery.check/1"
    public var schema = CheckResult.currentSchema
    public var claim: String
    public var verdict: Verdict
    /// Why, in one or two plain sentences.
    public var reason: String
    /// What the claim is about ("vote", "count", "date", …); `nil` when it was not understood.
    public var kind: Claim.Kind?
    /// What the accounts alone say.
    public var accounts: Verdict
    /// How many independent origins support the claim, and how many contradict it.
    public var supporting: Int
    public var contradicting: Int
    public var record: RecordAnswer?
    public var members: [Member]
    public var testimony: [Testimony]

    public init(
        claim: String, verdict: Verdict, reason: String, kind: Claim.Kind?, accounts: Verdict, supporting: Int,
        contradicting: Int, record: RecordAnswer?, members: [Member], testimony: [Testimony]
    ) {
        self.claim = claim
        self.verdict = verdict
        self.reason = reason
        self.kind = kind
        self.accounts = accounts
        self.supporting = supporting
        self.contradicting = contradicting
        self.record = record
        self.members = members
        self.testimony = testimony
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(schema, forKey: .schema)
        try container.encode(claim, forKey: .claim)
        try container.encode(verdict, forKey: .verdict)
        try container.encode(reason, forKey: .reason)
        try container.encode(kind, forKey: .kind)
        try container.encode(accounts, forKey: .accounts)
        try container.encode(supporting, forKey: .supporting)
        try container.encode(contradicting, forKey: .contradicting)
        try container.encode(record, forKey: .record)
        try container.encode(members, forKey: .members)
        try container.encode(testimony, forKey: .testimony)
    }
}
