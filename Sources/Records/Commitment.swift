/// What an actor binds itself to, in its own words or as others tell it.
///
/// A commitment lies ahead of the words that make it; what has been carried out is an event.
public struct Commitment: Codable, Hashable, Sendable, Identifiable {
    /// How firmly the words bind.
    public enum Force: String, Codable, Hashable, Sendable, CaseIterable {
        /// A promise in so many words: pledge, vow, undertake.
        case pledge
        /// An agreement with others to do something.
        case agreement
        /// A decision or grant made known: announce, allot, approve.
        case announcement
        /// What is held out and waits for an answer: offer, propose, be ready to.
        case offer
        /// A plan or a plain future: will, intend to, be to.
        case intention
    }

    public var id: String
    /// Who commits itself, when the words name an actor that is known.
    public var actor: ActorReference?
    /// The words of the text that name who does; `nil` where a passive leaves it out.
    public var actorSurface: String?
    public var force: Force
    /// The words that make the commitment, as lemmas ("pledge", "will send").
    public var act: String
    /// What is promised, as printed ("to train 300 officers").
    public var content: String
    /// The lemma that heads what is promised ("train", "package").
    public var head: String
    /// Whether the commitment is not to do what the content names ("promised not to send troops").
    public var negative: Bool
    /// To whom, as known actors.
    public var recipients: [ActorReference]
    /// The printed recipient, where there is one.
    public var recipientSurface: String?
    /// How much: the figures of the content, in the order of the text.
    public var figures: [Figure]
    /// By when, or when.
    public var due: TimeExpression?
    /// The printed condition ("if the sanctions are lifted").
    public var condition: String?
    /// Whether the words renew a commitment that was made before.
    public var repeated: Bool
    /// Who says so, when neither the outlet nor the actor itself does.
    public var reportedBy: ActorReference?
    /// The index of the sentence in the article.
    public var sentence: Int
    public var evidence: Evidence
    /// How what is promised stands to the facts, planned at the most, and who stands between it and the outlet.
    public var factuality: Factuality?

    public init(
        id: String, actor: ActorReference? = nil, actorSurface: String? = nil, force: Force, act: String,
        content: String, head: String, negative: Bool = false, recipients: [ActorReference] = [],
        recipientSurface: String? = nil, figures: [Figure] = [], due: TimeExpression? = nil,
        condition: String? = nil, repeated: Bool = false, reportedBy: ActorReference? = nil, sentence: Int,
        evidence: Evidence
    ) {
        self.id = id
        self.actor = actor
        self.actorSurface = actorSurface
        self.force = force
        self.act = act
        self.content = content
        self.head = head
        self.negative = negative
        self.recipients = recipients
        self.recipientSurface = recipientSurface
        self.figures = figures
        self.due = due
        self.condition = condition
        self.repeated = repeated
        self.reportedBy = reportedBy
        self.sentence = sentence
        self.evidence = evidence
    }
}
