import Records

extension FigureOutline {
    /// Arranges the figures of a story: equal ones together, each with what is said around it.
    static func make(_ story: Story, passages: PassageMaker) -> [FigureOutline] {
        var order: [String] = []
        var groups: [String: [Figure]] = [:]
        let promised = Set(story.commitments.flatMap { $0.figures.map(\.evidence) })
        for figure in story.figures where isTelling(figure) && !promised.contains(figure.evidence) {
            let key = [
                "\(rank(figure))", FigureWords.amount(figure),
                figure.choice ?? figure.counted ?? "", figure.role?.rawValue ?? "",
            ].joined(separator: "\u{0}")
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(figure)
        }
        let sorted = order.enumerated().sorted {
            let a = rank(groups[$0.element]?.first)
            let b = rank(groups[$1.element]?.first)
            return (a, $0.offset) < (b, $1.offset)
        }.map(\.element)
        return sorted.map { FigureOutline(groups[$0] ?? [], key: $0, story: story, passages: passages) }
    }

    /// Whether a figure belongs in a table: lengths of time do not, nor do "a few" or three of something,
    /// which are told among the claims.
    private static func isTelling(_ figure: Figure) -> Bool {
        switch figure.kind {
        case .duration, .ordinal: false
        case .count:
            figure.choice != nil || (figure.value ?? figure.high ?? 0) >= 10 && figure.counted != nil
        // Two presidents are named elsewhere; two dead are news.
        case .people: figure.fate != nil || (figure.value ?? figure.high ?? 0) >= 10
        case .votes: figure.choice != nil || (figure.value ?? 0) > 1
        default: figure.definite != true || figure.role != nil
        }
    }

    /// What an analyst looks for first stands first.
    private static func rank(_ figure: Figure?) -> Int {
        switch figure?.kind {
        case .money: 0
        case .votes: 1
        case .people: figure?.fate != nil ? 2 : 3
        case .share, .distance, .area, .mass: 4
        case .count, .duration, .ordinal, nil: 5
        }
    }

    private init(_ figures: [Figure], key: String, story: Story, passages: PassageMaker) {
        let first = figures[0]
        amount = FigureWords.amount(first)
        subject = FigureWords.subject(figures.first { $0.scope != nil } ?? first)
        role = first.role?.rawValue
        permalink = Permalink.make("figure", [story.id, key])
        let evidence = figures.map(\.evidence)
        backing = Backing(
            articles: passages.index.articleCount(evidence), origins: passages.index.originCount(evidence))
        self.passages = passages.passages(evidence)
        let event = evidence.lazy.compactMap { Self.event(around: $0, in: story) }.first
        who = event.flatMap { $0.actors.isEmpty ? nil : $0.actors.map(\.name).joined(separator: ", ") }
        when = (first.asOf ?? event?.date).map { DateWords.range($0) }
        standing = event?.modality.rawValue
        let speaker = evidence.lazy.compactMap { piece in
            story.quotations.first { $0.evidence.holds(piece) }?.speaker?.name
        }.first
        words = speaker ?? event?.reportedBy?.name
    }

    /// The event whose words most narrowly hold a figure.
    private static func event(around figure: Evidence, in story: Story) -> Event? {
        var best: (event: Event, width: Int)?
        for event in story.events {
            for piece in event.evidence where piece.holds(figure) {
                let width = piece.end - piece.start
                if best == nil || width < best!.width { best = (event, width) }
            }
        }
        return best?.event
    }
}

extension FigureOutline {
    /// The mark of a standing on the page: what lies ahead is set apart from what was done.
    static func mark(_ standing: String) -> String {
        switch standing {
        case "happened", "ongoing", "possible", "denied": standing
        default: "planned"
        }
    }
}

extension Evidence {
    /// Whether another piece of evidence lies within this one.
    func holds(_ other: Evidence) -> Bool {
        article == other.article && start <= other.start && other.end <= end
    }
}
