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

    /// The clause that tells of it, in the words of the first account that does, and how it is coded:
    /// "The cabinet approved the money (A → B: aid, in C)".
    ///
    /// The words lead because a reader can judge them alone; the code says how they were understood.
    var line: String { words.isEmpty ? code : "\(words) (\(code))" }

    /// Who did it, what it was and to whom: "A, B → C: aid, in D".
    private var code: String {
        var code = who.isEmpty && !whom.isEmpty ? "not named" : who
        if !whom.isEmpty { code += " → " + whom }
        code += (code.isEmpty ? "" : ": ") + what
        if let place = event.place, place.first?.isUppercase == true { code += ", in \(place)" }
        return code
    }

    /// The cited words of the first passage, with a capital and without the blank or mark at their ends.
    private var words: String {
        guard let passage = passages.first else { return "" }
        let cited = passage.runs.filter(\.isCited).map(\.text).joined()
        let ends: Set<Character> = [" ", ",", ";", ":", "."]
        var words = cited[...]
        while let last = words.last, ends.contains(last) { words.removeLast() }
        while let first = words.first, ends.contains(first) { words.removeFirst() }
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// Whether the line says all that the first sentence says, so that the sentence need not follow.
    private var saysAll: Bool {
        guard let passage = passages.first else { return true }
        return passage.text.count - words.count <= 2
    }

    /// All the places that tell of it.
    var citations: [Citation] { passages.flatMap(\.citations) }

    /// The first sentence that tells of it, with the places of all; none where the line says as much.
    var summary: [Passage] {
        guard var first = passages.first, !saysAll else { return [] }
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
