import Records

/// What the rows of one article's events share, looked up once.
struct EventAccount {
    let coded: CodedArticle
    /// The Unicode scalar at which the article's first paragraph ends.
    let leadEnd: Int
    private let entries: [String: ActorEntry]

    init(_ coded: CodedArticle) {
        self.coded = coded
        entries = Dictionary(coded.actors.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var end = 0
        var breaks = 0
        for scalar in coded.article.text.unicodeScalars {
            if scalar == "\n" { breaks += 1 } else if scalar != "\r" { breaks = 0 }
            if breaks == 2 { break }
            end += 1
        }
        leadEnd = end
    }

    var article: Article { coded.article }

    /// The day of printing, ISO 8601, or `nil`.
    var published: String? { article.published.map { String($0.prefix(10)) } }

    /// The event's first day; where the text leaves it open, the day of writing.
    func day(of event: Event) -> String {
        event.date?.from ?? String((coded.dayOfWriting ?? article.published ?? "").prefix(10))
    }

    /// The printed name of an actor in the words of an event, else its first printed name.
    func printedName(of actor: ActorReference, in event: Event) -> String {
        guard let entry = entries[actor.id] else { return actor.name }
        let within = entry.surfaces.first { surface in
            event.evidence.contains { $0.start <= surface.evidence.start && surface.evidence.end <= $0.end }
        }
        return (within ?? entry.surfaces.first)?.text ?? actor.name
    }

    /// The office of an actor at the article's date.
    func role(of actor: ActorReference) -> String? { entries[actor.id]?.role }

    /// The number of the sentence that first tells an event, from 1.
    func sentenceNumber(of event: Event) -> Int? {
        guard let start = event.evidence.first?.start else { return nil }
        return coded.sentences.firstIndex { $0.start <= start && start < $0.end }.map { $0 + 1 }
    }

    /// The article's actors of some kinds, in the order of their first printing.
    func names(of kinds: Set<ActorKind>) -> [String] {
        coded.actors.filter { kinds.contains($0.kind) }.map(\.name)
    }
}
