/// Words that an article puts into a mouth.
public struct Quotation: Codable, Hashable, Sendable, Identifiable {
    /// Whether the words stand in quotation marks, in part, or not.
    public enum Kind: String, Codable, Hashable, Sendable {
        case direct, indirect, mixed
    }
    /// How a quotation's wording stands to the variant that it is compared with.
    public enum Wording: String, Codable, Hashable, Sendable {
        case identical, shortened, reordered, altered
    }

    /// What the cue tells of the source's attitude to the content: speech apart from belief,
    /// intention, denial and the rest.
    public enum Attitude: String, Codable, Hashable, Sendable, CaseIterable {
        case speech, judgement, belief, knowledge, intention, denial, demand, question, prediction, feeling
    }

    public var id: String
    public var speaker: ActorReference?
    /// The words of the text that name the source ("the Kazakh foreign minister").
    public var speakerSurface: String?
    /// The quoted words; a quotation split by its cue is joined with a blank.
    public var text: String
    public var kind: Kind
    /// The cue's words ("said", "according to").
    public var cue: String?
    /// From the first to the last quoted word.
    public var evidence: Evidence
    /// The parts of a split quotation, each without its marks; one for an unsplit one.
    public var parts: [Evidence]
    /// The id of the quotation that this one is a printing of.
    public var variantOf: String?
    public var wording: Wording?
    public var attitude: Attitude?
    /// The id of the attribution that this is content of; quotations of one source and one cue share
    /// it: the sentences of a quotation split by its cue, or a clause and the words quoted in it.
    public var attribution: String?
    /// How the act of speaking stands to the facts ("declined to say", "will tell"), and who reports it.
    public var factuality: Factuality?

    public init(
        id: String, speaker: ActorReference? = nil, speakerSurface: String? = nil, text: String,
        kind: Kind, cue: String? = nil, evidence: Evidence, parts: [Evidence] = [],
        variantOf: String? = nil, wording: Wording? = nil, attitude: Attitude? = nil,
        attribution: String? = nil
    ) {
        self.id = id
        self.speaker = speaker
        self.speakerSurface = speakerSurface
        self.text = text
        self.kind = kind
        self.cue = cue
        self.evidence = evidence
        self.parts = parts
        self.variantOf = variantOf
        self.wording = wording
        self.attitude = attitude
        self.attribution = attribution
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(speaker, forKey: .speaker)
        try container.encode(speakerSurface, forKey: .speakerSurface)
        try container.encode(text, forKey: .text)
        try container.encode(kind, forKey: .kind)
        try container.encode(cue, forKey: .cue)
        try container.encode(evidence, forKey: .evidence)
        try container.encode(parts, forKey: .parts)
        try container.encode(variantOf, forKey: .variantOf)
        try container.encode(wording, forKey: .wording)
        try container.encodeIfPresent(attitude, forKey: .attitude)
        try container.encodeIfPresent(attribution, forKey: .attribution)
        try container.encodeIfPresent(factuality, forKey: .factuality)
    }
}
