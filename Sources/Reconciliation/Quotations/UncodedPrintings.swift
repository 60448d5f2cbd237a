internal import Records

/// Words in quotation marks that coding gave no quotation for: they can still be printings of what
/// another account quotes.
enum UncodedPrintings {
    /// Runs of at least this many words; shorter ones are names and terms.
    private static let leastWords = 5

    /// The runs between quotation marks of one paragraph that no coded quotation overlaps.
    static func find(in article: CodedArticle) -> [Evidence] {
        let scalars = Array(article.article.text.unicodeScalars)
        let known = article.quotations.filter { $0.kind != .indirect }.map(\.evidence)
        var found: [Evidence] = []
        var open: Int?
        for (i, scalar) in scalars.enumerated() {
            switch scalar {
            case "\n": open = nil
            case "\u{201C}", "\u{00AB}": open = i + 1
            case "\u{201D}", "\u{00BB}":
                if let start = open { add(start, i) }
                open = nil
            case "\"":
                if let start = open {
                    add(start, i)
                    open = nil
                } else {
                    open = i + 1
                }
            default: break
            }
        }
        func add(_ start: Int, _ end: Int) {
            guard end > start, !known.contains(where: { $0.start < end && start < $0.end }) else { return }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[start..<end])
            let quote = String(view)
            guard quote.split(separator: " ").count >= leastWords else { return }
            found.append(Evidence(article: article.article.id, start: start, end: end, quote: quote))
        }
        return found
    }

    /// A name further from the marks than this many characters is not taken for the speaker's.
    private static let reach = 40

    /// A run as a quotation; its speaker is the person who is named next to the marks in its sentence.
    static func quotation(_ run: Evidence, in article: CodedArticle) -> Quotation {
        let sentences = article.sentences.filter { $0.start < run.end && run.start < $0.end }
        let last = sentences.last?.end ?? run.end
        let first = sentences.first?.start ?? run.start
        var nearest: (distance: Int, actor: ActorReference)?
        for actor in article.actors where actor.kind == .person {
            for place in actor.surfaces.map(\.evidence) where place.start >= first && place.end <= last {
                let distance = place.end <= run.start ? run.start - place.end : place.start - run.end
                guard distance >= 0, distance <= reach, distance < nearest?.distance ?? .max else { continue }
                nearest = (distance, actor.reference)
            }
        }
        return Quotation(
            id: "\(article.article.id)-u\(run.start)", speaker: nearest?.actor,
            text: run.quote, kind: .direct, evidence: run, parts: [run])
    }
}
