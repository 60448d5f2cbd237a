/// Where an actor stands towards something, as declared, voted or described.
public struct Position: Codable, Hashable, Sendable {
    public enum Polarity: String, Codable, Hashable, Sendable {
        case `for`, against, neutral
    }
    public var actor: ActorReference
    /// The stance in the text's own terms ("abstain", "condemn", "balanced foreign policy").
    public var stance: String
    /// What the stance is towards.
    public var object: String
    public var polarity: Polarity
    public var evidence: [Evidence]

    public init(actor: ActorReference, stance: String, object: String, polarity: Polarity, evidence: [Evidence]) {
        self.actor = actor
        self.stance = stance
        self.object = object
        self.polarity = polarity
        self.evidence = evidence
    }
}
