internal import Records

/// Tells an event once however many articles tell it.
struct EventMerger {
    /// Two tellings of one type, mode and modality are one event when an actor of each side is shared
    /// and their dates, where both have one, touch within this many days.
    private static let slack = 1

    /// Events of all articles, merged, in order of first telling.
    func merge(_ coded: [CodedArticle]) -> [Event] {
        var merged: [Event] = []
        // Each telling is held against the first one, not against all that has been joined to it since.
        var first: [Event] = []
        var spans: [DaySpan?] = []
        var byKey: [String: [Int]] = [:]
        for article in coded {
            for event in article.events {
                let key = event.type + "|" + (event.mode ?? "") + "|" + event.modality.rawValue
                let span = event.date.flatMap { DaySpan(from: $0.from, to: $0.to) }
                let match = (byKey[key] ?? []).first { joins(first[$0], spans[$0], event, span) }
                guard let match else {
                    byKey[key, default: []].append(merged.count)
                    merged.append(event)
                    first.append(event)
                    spans.append(span)
                    continue
                }
                for evidence in event.evidence where !merged[match].evidence.contains(evidence) {
                    merged[match].evidence.append(evidence)
                }
                add(event.actors, to: &merged[match].actors)
                add(event.targets, to: &merged[match].targets)
                merged[match].place = merged[match].place ?? event.place
                if let span, spans[match].map({ span.length < $0.length }) ?? true {
                    spans[match] = span
                    merged[match].date = event.date
                }
            }
        }
        return merged
    }

    /// Event ids in order of date; those without a date are left out.
    static func timeline(_ events: [Event]) -> [String] {
        events.indices.filter { events[$0].date != nil }
            .sorted {
                (events[$0].date!.from, events[$0].date!.to, $0) < (events[$1].date!.from, events[$1].date!.to, $1)
            }
            .map { events[$0].id }
    }

    private func joins(_ a: Event, _ x: DaySpan?, _ b: Event, _ y: DaySpan?) -> Bool {
        if let x, let y, x.distance(to: y) > Self.slack { return false }
        if let p = a.place, let q = b.place, p != q { return false }
        guard share(a.actors, b.actors) else { return false }
        if a.targets.isEmpty && b.targets.isEmpty {
            return x != nil && y != nil || a.place != nil && a.place == b.place
        }
        return share(a.targets, b.targets)
    }

    private func share(_ a: [ActorReference], _ b: [ActorReference]) -> Bool {
        a.contains { x in b.contains { Identity.same(x, $0) } }
    }

    private func add(_ actors: [ActorReference], to list: inout [ActorReference]) {
        for actor in actors where !list.contains(where: { Identity.same($0, actor) }) { list.append(actor) }
    }
}
