import Records

/// A lasting tie between two actors in words.
struct RelationOutline: Sendable {
    var line: String
    var backing: Backing
    var citations: [Citation]

    /// The relations of a story, equal ones together, in order of their first telling.
    static func make(_ story: Story, passages: PassageMaker) -> [RelationOutline] {
        var order: [String] = []
        var groups: [String: [ActorRelation]] = [:]
        for relation in story.relations {
            let line = words(relation)
            if groups[line] == nil { order.append(line) }
            groups[line, default: []].append(relation)
        }
        return order.map { line in
            let evidence = (groups[line] ?? []).map(\.evidence)
            return RelationOutline(
                line: line,
                backing: Backing(
                    articles: passages.index.articleCount(evidence), origins: passages.index.originCount(evidence)),
                citations: evidence.map(passages.citation))
        }
    }

    private static func words(_ relation: ActorRelation) -> String {
        let other = relation.other?.name ?? relation.otherSurface
        let tie =
            switch relation.kind {
            case .member: "member of \(other)"
            case .ally: "ally of \(other)"
            case .partner: "partner of \(other)"
            case .border: "borders \(other)"
            case .dependence: "depends on \(other)"
            case .ownership: "owns \(other)"
            case .office: (relation.office ?? "office") + (other.isEmpty ? "" : " – \(other)")
            case .diplomatic: "diplomatic relations with \(other)"
            case .part: "part of \(other)"
            }
        var line = "\(relation.holder.name): \(tie)"
        switch relation.standing {
        case .holds: if let since = relation.since { line += ", since \(DateWords.range(since))" }
        case .ended: line += ", ended" + (relation.until.map { " \(DateWords.range($0))" } ?? "")
        case .planned: line += ", planned"
        }
        if let reporter = relation.reportedBy { line += " (as \(reporter.name) says)" }
        return line
    }
}
