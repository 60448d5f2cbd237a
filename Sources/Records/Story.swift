/// Articles that tell of one happening, and what they say of it together.
public struct Story: Codable, Hashable, Sendable, Identifiable {
    public var id: String
    public var headline: String
    /// Article ids in order of publication.
    public var articles: [String]
    /// How many of the articles are independent origins.
    public var origins: Int
    public var actors: [ActorEntry]
    public var events: [Event]
    public var quotations: [Quotation]
    public var figures: [Figure]
    public var positions: [Position]
    public var commitments: [Commitment]
    public var relations: [ActorRelation]
    /// In the order in which a reader should see them.
    public var claims: [Claim]
    /// Event ids in order of date.
    public var timeline: [String]

    public init(
        id: String, headline: String, articles: [String], origins: Int, actors: [ActorEntry] = [],
        events: [Event] = [], quotations: [Quotation] = [], figures: [Figure] = [],
        positions: [Position] = [], commitments: [Commitment] = [], relations: [ActorRelation] = [],
        claims: [Claim] = [], timeline: [String] = []
    ) {
        self.id = id
        self.headline = headline
        self.articles = articles
        self.origins = origins
        self.actors = actors
        self.events = events
        self.quotations = quotations
        self.figures = figures
        self.positions = positions
        self.commitments = commitments
        self.relations = relations
        self.claims = claims
        self.timeline = timeline
    }
}
