/// Where an actor stands towards something, as declared, voted or described.
public struct Position: Codable, Hashable, Sendable {
    public enum Polarity: String, Codable, Hashable, Sendable, CaseIterable {
        case `for`, against, neutral
    }
    /// How the position is known.
    public enum Basis: String, Codable, Hashable, Sendable, CaseIterable {
        /// By the actor's own words or acts.
        case declared
        /// By its vote.
        case voted
        /// By what others say of it, the outlet among them.
        case described
    }
    /// How firmly the words take the stand.
    public enum Strength: String, Codable, Hashable, Sendable, CaseIterable {
        case strong, plain, weak
    }

    public var actor: ActorReference
    /// The stance in the text's own terms ("abstain", "condemn", "balanced foreign policy").
    public var stance: String
    /// What the stance is towards, as printed; empty where the text leaves it out.
    public var object: String
    /// What the stance is towards in normal form: the head and its modifiers as lemmas, without
    /// determiners ("sanction against Moscow"); what accounts are laid side by side by.
    public var issue: String
    /// The actors that the stance is towards, or that its object names.
    public var targets: [ActorReference]
    public var polarity: Polarity
    public var basis: Basis
    public var strength: Strength
    /// Who says so, when neither the outlet nor the actor itself does.
    public var reportedBy: ActorReference?
    public var evidence: [Evidence]
    /// How the statement stands to the facts, and who stands between it and the outlet.
    public var factuality: Factuality?

    public init(
        actor: ActorReference, stance: String, object: String, issue: String? = nil, targets: [ActorReference] = [],
        polarity: Polarity, basis: Basis = .declared, strength: Strength = .plain, reportedBy: ActorReference? = nil,
        evidence: [Evidence]
    ) {
        self.actor = actor
        self.stance = stance
        self.object = object
        self.issue = issue ?? object
        self.targets = targets
        self.polarity = polarity
        self.basis = basis
        self.strength = strength
        self.reportedBy = reportedBy
        self.evidence = evidence
    }
}
