/// How a statement stands to the facts, as the text has it.
public enum Modality: String, Codable, Hashable, Sendable, CaseIterable {
    case happened, ongoing, planned, possible, denied
}

/// Something done, coded by an event ontology, with the words that say so.
public struct Event: Codable, Hashable, Sendable, Identifiable {
    public var id: String
    /// PLOVER event type by its 2021 name, such as `CONSULT`.
    public var type: String
    /// PLOVER mode, such as `visit`.
    public var mode: String?
    /// CAMEO code, a string because of its leading zero.
    public var cameo: String?
    /// When, in days; JSON tells a whole month or year as one ("2022-09", "2022").
    public var date: DateRange?
    /// The place of the event, as printed.
    public var place: String?
    /// The state or place that `place` names, where the gazetteer knows it.
    public var location: ActorReference?
    public var actors: [ActorReference]
    public var targets: [ActorReference]
    public var modality: Modality
    /// Who says so, when the outlet does not say it in its own voice.
    public var reportedBy: ActorReference?
    public var evidence: [Evidence]
    /// The ontology rule that fired.
    public var rule: String
    /// The proposition that was coded, as an index into the article's propositions.
    public var proposition: Int?
    /// PLOVER contexts, such as `economic`; `nil` where they were not looked for.
    public var contexts: [String]?
    /// The value of the CAMEO code on the Goldstein scale.
    public var goldstein: Double?
    /// How the statement stands to the facts, and who stands between it and the outlet.
    public var factuality: Factuality?

    public init(
        id: String, type: String, mode: String? = nil, cameo: String? = nil, date: DateRange? = nil,
        place: String? = nil, location: ActorReference? = nil, actors: [ActorReference] = [],
        targets: [ActorReference] = [],
        modality: Modality, reportedBy: ActorReference? = nil, evidence: [Evidence], rule: String,
        proposition: Int? = nil, contexts: [String]? = nil, goldstein: Double? = nil
    ) {
        self.id = id
        self.type = type
        self.mode = mode
        self.cameo = cameo
        self.date = date
        self.place = place
        self.location = location
        self.actors = actors
        self.targets = targets
        self.modality = modality
        self.reportedBy = reportedBy
        self.evidence = evidence
        self.rule = rule
        self.proposition = proposition
        self.contexts = contexts
        self.goldstein = goldstein
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(type, forKey: .type)
        try container.encode(mode, forKey: .mode)
        try container.encode(cameo, forKey: .cameo)
        try container.encode(date?.reduced, forKey: .date)
        try container.encode(place, forKey: .place)
        try container.encodeIfPresent(location, forKey: .location)
        try container.encode(actors, forKey: .actors)
        try container.encode(targets, forKey: .targets)
        try container.encode(modality, forKey: .modality)
        try container.encode(reportedBy, forKey: .reportedBy)
        try container.encode(evidence, forKey: .evidence)
        try container.encode(rule, forKey: .rule)
        try container.encodeIfPresent(proposition, forKey: .proposition)
        try container.encodeIfPresent(contexts, forKey: .contexts)
        try container.encodeIfPresent(goldstein, forKey: .goldstein)
        try container.encodeIfPresent(factuality, forKey: .factuality)
    }
}
