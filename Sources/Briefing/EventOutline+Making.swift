import Records

extension EventOutline {
    /// Puts an event into words.
    init(_ event: Event, phrases: EventPhrases, passages: PassageMaker) {
        self.event = event
        permalink = Permalink.make("event", id: event.id)
        date = event.date.map { DateWords.range($0) }
        what = phrases.phrase(event)
        who = event.actors.map(\.name).joined(separator: ", ")
        whom = event.targets.map(\.name).joined(separator: ", ")
        backing = Backing(
            articles: passages.index.articleCount(event.evidence),
            origins: passages.index.originCount(event.evidence))
        self.passages = passages.passages(event.evidence)
    }

    /// Who did it, what it was and to whom, as one line: "A, B → C: aid".
    var line: String {
        var line = who.isEmpty && !whom.isEmpty ? "not named" : who
        if !whom.isEmpty { line += " → " + whom }
        line += (line.isEmpty ? "" : ": ") + what
        if let place = event.place, place.first?.isUppercase == true { line += ", in \(place)" }
        return line
    }

    /// All the places that tell of it.
    var citations: [Citation] { passages.flatMap(\.citations) }

    /// The first sentence that tells of it, with the places of all.
    var summary: [Passage] {
        guard var first = passages.first else { return [] }
        first.citations = citations
        return [first]
    }

    /// How the statement stands to the facts, where it does not simply say that it happened.
    var standing: String? {
        let said = event.reportedBy.map { "as said by \($0.name)" }
        let modality = event.modality == .happened ? nil : event.modality.rawValue
        let parts = [modality, said].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}
