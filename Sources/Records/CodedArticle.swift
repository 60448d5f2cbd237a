/// All that coding says of one article: what reconciliation works on and `chancery code` prints.
///
/// Sentences are kept as evidence so that any record can be shown in its sentence; records refer to
/// them, to figures and to propositions by index.
public struct CodedArticle: Codable, Hashable, Sendable {
    public var article: Article
    /// The day on which the article was written, ISO 8601: its publication date, else the day that its
    /// dateline or its own dates point to; what relative times were counted from.
    public var dayOfWriting: String?
    public var sentences: [Evidence]
    public var actors: [ActorEntry]
    public var propositions: [Proposition]
    public var events: [Event]
    public var quotations: [Quotation]
    public var figures: [Figure]
    public var times: [TimeExpression]
    public var positions: [Position]
    public var commitments: [Commitment]
    public var relations: [ActorRelation]
    public var findings: [Finding]

    public init(
        article: Article, dayOfWriting: String? = nil, sentences: [Evidence] = [], actors: [ActorEntry] = [],
        propositions: [Proposition] = [], events: [Event] = [], quotations: [Quotation] = [],
        figures: [Figure] = [], times: [TimeExpression] = [], positions: [Position] = [],
        commitments: [Commitment] = [], relations: [ActorRelation] = [], findings: [Finding] = []
    ) {
        self.article = article
        self.dayOfWriting = dayOfWriting ?? article.published
        self.sentences = sentences
        self.actors = actors
        self.propositions = propositions
        self.events = events
        self.quotations = quotations
        self.figures = figures
        self.times = times
        self.positions = positions
        self.commitments = commitments
        self.relations = relations
        self.findings = findings
    }
}
