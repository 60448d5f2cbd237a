import Records

extension FigureOutline {
    /// Arranges the figures of a story: equal ones together, each with what is said around it.
    static func make(_ story: Story, passages: PassageMaker) -> [FigureOutline] {
        var order: [String] = []
        var groups: [String: [Figure]] = [:]
        for figure in story.figures {
            let key = [
                FigureWords.amount(figure), figure.kind.rawValue, figure.counted ?? "", figure.choice ?? "",
                figure.role?.rawValue ?? "",
            ].joined(separator: "\u{0}")
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(figure)
        }
        return order.map { FigureOutline(groups[$0] ?? [], key: $0, story: story, passages: passages) }
    }

    private init(_ figures: [Figure], key: String, story: Story, passages: PassageMaker) {
        let first = figures[0]
        amount = FigureWords.amount(first)
        subject = FigureWords.subject(figures.first { $0.scope != nil } ?? first)
        role = first.role?.rawValue
        permalink = Permalink.make("figure", [key])
        let evidence = figures.map(\.evidence)
        backing = Backing(
            articles: passages.index.articleCount(evidence), origins: passages.index.originCount(evidence))
        self.passages = passages.passages(evidence)
        let event = evidence.lazy.compactMap { Self.event(around: $0, in: story) }.first
        who = event.flatMap { $0.actors.isEmpty ? nil : $0.actors.map(\.name).joined(separator: ", ") }
        when = event?.date.map { DateWords.range($0) }
        modality = event?.modality
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

extension Evidence {
    /// Whether another piece of evidence lies within this one.
    func holds(_ other: Evidence) -> Bool {
        article == other.article && start <= other.start && other.end <= end
    }
}
