import Records

/// Tells one event once: events of one article with the same type, parties and standing, whose dates
/// do not exclude one another, become one with all their evidence.
struct EventMerger {
    /// Merges events in order; the first telling gives the order, the fullest the details. O(n²) in
    /// events of one kind and parties, which are few.
    func merge(_ events: [Event], article: String) -> [Event] {
        var merged: [Event] = []
        for event in events {
            if let index = merged.firstIndex(where: { same($0, event) }) {
                absorb(event, into: &merged[index])
            } else {
                merged.append(event)
            }
        }
        for index in merged.indices { merged[index].id = "\(article)-e\(index + 1)" }
        return merged
    }

    private func same(_ a: Event, _ b: Event) -> Bool {
        guard a.type == b.type, a.modality == b.modality, a.mode == nil || b.mode == nil || a.mode == b.mode else {
            return false
        }
        let aActors = a.actors.map(\.id).sorted()
        let bActors = b.actors.map(\.id).sorted()
        let aTargets = a.targets.map(\.id).sorted()
        let bTargets = b.targets.map(\.id).sorted()
        guard aActors == bActors, aTargets == bTargets else { return false }
        if let x = a.date, let y = b.date { return x.from <= y.to && y.from <= x.to }
        return true
    }

    private func absorb(_ event: Event, into kept: inout Event) {
        for evidence in event.evidence where !kept.evidence.contains(evidence) { kept.evidence.append(evidence) }
        if kept.place == nil {
            kept.place = event.place
            kept.location = event.location
        }
        if kept.mode == nil { kept.mode = event.mode }
        if (event.cameo ?? "").count > (kept.cameo ?? "").count {
            // The more specific telling names the code, and with it the rule and the words that gave it.
            kept.cameo = event.cameo
            kept.goldstein = event.goldstein
            kept.rule = event.rule
            kept.proposition = event.proposition
        }
        if let more = event.contexts {
            kept.contexts = (kept.contexts ?? []) + more.filter { !(kept.contexts ?? []).contains($0) }
        }
        if let mine = kept.date, let theirs = event.date {
            if theirs.from >= mine.from && theirs.to <= mine.to { kept.date = theirs }
        } else if kept.date == nil {
            kept.date = event.date
        }
    }
}
