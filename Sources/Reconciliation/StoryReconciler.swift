public import Records

/// What reconciliation makes of a pile of coded articles.
public struct ReconciledStories: Sendable, Hashable {
    /// In order of their first article's publication.
    public var stories: [Story]
    /// Article id to the id of the article that it copies.
    public var origins: [String: String]
    /// By article id: the stretches that stand in an earlier article too, and in which.
    public var copied: [String: [Article.Copied]]
    /// By story id: statements that were compared and found to be no conflict, and why.
    public var nearMisses: [String: [NearMiss]]
}

/// Articles in, stories out: clusters, origins, merged records, claims with verdicts.
///
/// The same articles in any order give the same result.
public struct StoryReconciler: Sendable {
    private let builder: StoryBuilder
    private let finder: OriginFinder
    private let aligner: QuotationAligner
    private let concepts: ConceptTable
    private let kinds: WordKinds
    private let offices: OfficeTitles
    private let record: OfficialRecord
    /// The members of a group, by its id, on a day.
    private let members: @Sendable (String, String) -> [ActorReference]

    /// Reads the word lists that come with the program.
    ///
    /// - Parameter members: the members of a group by its gazetteer id on an ISO 8601 day, for groups
    ///   that coding left unexpanded.
    /// - Throws: `DataTable.Failure` when a list is malformed, a file error when one is missing.
    public init(
        record: OfficialRecord, members: @escaping @Sendable (String, String) -> [ActorReference] = { _, _ in [] }
    ) throws {
        builder = try StoryBuilder()
        finder = try OriginFinder()
        aligner = try QuotationAligner()
        concepts = try ConceptTable()
        kinds = try WordKinds()
        offices = try OfficeTitles()
        self.record = record
        self.members = members
    }

    /// Reconciles articles. O(n log n) in the number of articles for stories of bounded size.
    public func reconcile(_ coded: [CodedArticle]) -> ReconciledStories {
        let plan = plan(coded)
        return gather(plan.groups.map { tell($0, of: plan) }, of: plan)
    }

    /// What is known of articles before their stories are told, one by one and independent of each other.
    package struct Plan: Sendable {
        let coded: [CodedArticle]
        let origins: Origins
        /// For each story the indices of its articles.
        package let groups: [[Int]]
    }

    /// One story with the statements that were compared and found to be no conflict.
    package struct Told: Sendable {
        let story: Story
        let misses: [NearMiss]
    }

    /// Sorts articles into stories and finds their origins.
    package func plan(_ coded: [CodedArticle]) -> Plan {
        let actors = coded.map { article in article.actors.filter { $0.surfaces.count > 0 }.map(\.id) }
        return Plan(
            coded: coded, origins: finder.find(coded), groups: builder.groups(coded.map(\.article), actors: actors))
    }

    /// Tells one story of a plan.
    package func tell(_ group: [Int], of plan: Plan) -> Told {
        let (story, misses) = story(group.map { plan.coded[$0] }, keys: group.map { plan.origins.keys[$0] })
        return Told(story: story, misses: misses)
    }

    /// The stories of a plan, told in its order.
    package func gather(_ told: [Told], of plan: Plan) -> ReconciledStories {
        ReconciledStories(
            stories: told.map(\.story), origins: plan.origins.copies, copied: plan.origins.passages,
            nearMisses: Dictionary(told.map { ($0.story.id, $0.misses) }, uniquingKeysWith: { _, last in last }))
    }

    private func story(_ coded: [CodedArticle], keys: [[String]]) -> (Story, [NearMiss]) {
        let ids = coded.map(\.article.id)
        let id = Adjudicator.identifier(["story"] + ids.sorted())
        let pool = StatementPool(coded, originKeys: keys, concepts: concepts, kinds: kinds, members: members)
        let families = QuotationFamilies(coded, origin: pool.origin, aligner: aligner, offices: offices)
        let events = EventMerger().merge(coded)
        let built = ClaimBuilder(pool: pool, families: families, aligner: aligner, record: record, events: events)
            .build()
        let adjudicator = Adjudicator(story: id)
        let claims = built.drafts.compactMap { adjudicator.judge($0) }
        return (
            Story(
                id: id, headline: Headline.choose(coded), articles: ids,
                origins: Set(keys.map { Self.mainKey($0) }).count,
                actors: ActorMerger().merge(coded), events: events,
                quotations: QuotationVariants(families: families, aligner: aligner).mark(coded),
                figures: coded.flatMap(\.figures), positions: coded.flatMap(\.positions),
                commitments: coded.flatMap(\.commitments), relations: coded.flatMap(\.relations),
                claims: claims, timeline: EventMerger.timeline(events)),
            built.nearMisses
        )
    }

    /// The origin behind most of an article's sentences; of equals, the first.
    private static func mainKey(_ keys: [String]) -> String {
        var counts: [String: Int] = [:]
        for key in keys { counts[key, default: 0] += 1 }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
    }
}
