/// A lasting tie between two actors, or an actor and a thing, as a text asserts it.
public struct ActorRelation: Codable, Hashable, Sendable, Identifiable {
    /// The kinds of tie; the holder is to the other side what the name says.
    public enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
        case member, ally, partner, border, dependence, ownership, office, diplomatic, part
    }

    /// How the tie stands at the time of the text.
    public enum Standing: String, Codable, Hashable, Sendable {
        case holds, ended, planned
    }

    public var id: String
    public var kind: Kind
    public var holder: ActorReference
    /// The other side, when it is an actor that is known.
    public var other: ActorReference?
    /// The printed other side ("a stake in the port", "the European Union").
    public var otherSurface: String
    /// The office, for relations of that kind ("prime minister").
    public var office: String?
    public var standing: Standing
    /// When the tie began, where the text says so.
    public var since: DateRange?
    /// When it ended, where the text says so.
    public var until: DateRange?
    /// Who says so, when the outlet does not say it in its own voice.
    public var reportedBy: ActorReference?
    /// The index of the sentence in the article.
    public var sentence: Int
    public var evidence: Evidence
    /// How the statement stands to the facts, and who stands between it and the outlet.
    public var factuality: Factuality?

    public init(
        id: String, kind: Kind, holder: ActorReference, other: ActorReference? = nil, otherSurface: String,
        office: String? = nil, standing: Standing = .holds, since: DateRange? = nil, until: DateRange? = nil,
        reportedBy: ActorReference? = nil, sentence: Int, evidence: Evidence
    ) {
        self.id = id
        self.kind = kind
        self.holder = holder
        self.other = other
        self.otherSurface = otherSurface
        self.office = office
        self.standing = standing
        self.since = since
        self.until = until
        self.reportedBy = reportedBy
        self.sentence = sentence
        self.evidence = evidence
    }
}
