/// All that coding says of one article: what reconciliation works on and `chancery code` prints.
///
/// Sentences are kept as evidence so that any record can be shown in its sentence; records refer to
/// them, to figures and to propositions by index.
public struct CodedArticle: Codable, Hashable, Sendable {
    public var article: Article
    public var sentences: [Evidence]
    public var actors: [ActorEntry]
    public var propositions: [Proposition]
    public var events: [Event]
    public var quotations: [Quotation]
    public var figures: [Figure]
    public var positions: [Position]
    public var findings: [Finding]

    public init(
        article: Article, sentences: [Evidence] = [], actors: [ActorEntry] = [],
        propositions: [Proposition] = [], events: [Event] = [], quotations: [Quotation] = [],
        figures: [Figure] = [], positions: [Position] = [], findings: [Finding] = []
    ) {
        self.article = article
        self.sentences = sentences
        self.actors = actors
        self.propositions = propositions
        self.events = events
        self.quotations = quotations
        self.figures = figures
        self.positions = positions
        self.findings = findings
    }
}
