import Records

/// Arranges the stories of a brief; holds what is read from data files.
struct OutlineMaker: Sendable {
    private let phrases: EventPhrases
    private let coverage: CoverageCheck

    init() throws {
        phrases = try EventPhrases()
        coverage = try CoverageCheck()
    }

    /// Arranges one story. O(size of the story).
    func outline(_ story: Story, of brief: Brief, index: AccountIndex) -> StoryOutline {
        let passages = PassageMaker(index: index)
        let shown = story.claims.filter { brief.showsLesser || $0.lesser != true }
        let claims = shown.map { ClaimOutline($0, passages: passages) }
        let events = ordered(story).map { EventOutline($0, phrases: phrases, passages: passages) }
        let done = events.filter { $0.event.modality == .happened || $0.event.modality == .ongoing }
        let open = events.filter { $0.event.modality != .happened && $0.event.modality != .ongoing }
        let actors = story.actors.map { ActorOutline($0, of: story, passages: passages) }
        return StoryOutline(
            headline: story.headline, permalink: Permalink.make("story", id: story.id),
            accounts: story.articles.compactMap { index[$0] }.sorted { $0.number < $1.number }, origins: story.origins,
            lead: lead(done),
            disagreements: claims.filter { $0.claim.status == .conflicting },
            singleSource: claims.filter { $0.claim.status == .singleSource },
            corroborated: claims.filter { $0.claim.status == .corroborated },
            folded: story.claims.count - shown.count,
            lookAlikes: brief.lookAlikes.filter { $0.story == story.id }.map {
                LookAlikeOutline(kind: $0.kind, reason: $0.reason, passages: passages.passages($0.evidence))
            },
            figures: FigureOutline.commitments(story, passages: passages)
                + FigureOutline.make(story, passages: passages),
            positions: PositionGrid(story, passages: passages),
            relations: RelationOutline.make(story, passages: passages), done: done, open: open,
            actors: actors.filter { !$0.isPassing }, passing: actors.filter(\.isPassing),
            speakers: SpeakerOutline.make(story, passages: passages),
            gaps: coverage.gaps(story, index: index))
    }

    /// The events in the story's order of time; those that it leaves out follow.
    private func ordered(_ story: Story) -> [Event] {
        let byID = Dictionary(story.events.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let listed = Set(story.timeline)
        return story.timeline.compactMap { byID[$0] } + story.events.filter { !listed.contains($0.id) }
    }

    /// Up to five happenings with named actors that most origins tell of; among equals those told
    /// nearest to the beginning of an account, where news says what it is about. A sentence leads once.
    private func lead(_ events: [EventOutline]) -> [EventOutline] {
        func depth(_ event: EventOutline) -> Int { event.event.evidence.map(\.start).min() ?? .max }
        let named = events.enumerated().filter { !$0.element.who.isEmpty }
        let best = named.sorted {
            let a = $0.element.backing
            let b = $1.element.backing
            return (b.origins, b.articles, depth($0.element), $0.offset)
                < (a.origins, a.articles, depth($1.element), $1.offset)
        }
        var sentences: Set<String> = []
        let distinct = best.filter { sentences.insert($0.element.passages.first?.text ?? $0.element.line).inserted }
        return distinct.prefix(5).sorted { $0.offset < $1.offset }.map(\.element)
    }
}

extension ActorOutline {
    /// The office held at that date, where it says more than the name.
    var role: String? { entry.role == entry.name ? nil : entry.role }

    /// Whether the actor is named but once and holds no office that is known.
    var isPassing: Bool { entry.role == nil && entry.surfaces.count <= 1 }

    init(_ entry: ActorEntry, of story: Story, passages: PassageMaker) {
        self.entry = entry
        permalink = Permalink.make("actor", [story.id, entry.id])
        let evidence = entry.surfaces.map(\.evidence)
        backing = Backing(
            articles: passages.index.articleCount(evidence), origins: passages.index.originCount(evidence))
        var order: [String] = []
        var groups: [String: [Evidence]] = [:]
        for surface in entry.surfaces {
            if groups[surface.text] == nil { order.append(surface.text) }
            groups[surface.text, default: []].append(surface.evidence)
        }
        forms = order.enumerated()
            .map { (place: $0, form: $1, evidence: groups[$1] ?? []) }
            .sorted { (-$0.evidence.count, $0.place) < (-$1.evidence.count, $1.place) }
            .map { Form(text: $0.form, count: $0.evidence.count, citations: $0.evidence.map(passages.citation)) }
    }
}
