import Records

extension FigureOutline {
    /// The commitments of a story as rows of the table of commitments and figures: one told by several
    /// accounts is one row; those with an amount come first.
    static func commitments(_ story: Story, passages: PassageMaker) -> [FigureOutline] {
        var order: [String] = []
        var groups: [String: [Commitment]] = [:]
        for commitment in story.commitments where isTelling(commitment) {
            let key = [
                commitment.actor?.id ?? commitment.actorSurface ?? "", commitment.head,
                commitment.figures.first.map { FigureWords.amount($0) } ?? "",
            ].joined(separator: "\u{0}")
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(commitment)
        }
        let rows = order.map { FigureOutline(groups[$0] ?? [], key: $0, story: story, passages: passages) }
        return rows.filter { $0.amount != noAmount } + rows.filter { $0.amount == noAmount }
    }

    static let noAmount = "–"

    /// Plain futures of nobody in particular crowd out what counts.
    private static func isTelling(_ commitment: Commitment) -> Bool {
        commitment.actor != nil || !commitment.figures.isEmpty
    }

    private init(_ group: [Commitment], key: String, story: Story, passages: PassageMaker) {
        let first = group.first { $0.due != nil } ?? group[0]
        let sums = first.figures.filter { $0.kind == .money || $0.kind == .people || $0.kind == .count }
        amount = sums.isEmpty ? Self.noAmount : sums.prefix(2).map { FigureWords.amount($0) }.joined(separator: ", ")
        subject = Self.line(first)
        role = group.contains(where: \.repeated) ? "\(first.force.rawValue), repeated" : first.force.rawValue
        var parties = first.actor?.name ?? first.actorSurface ?? "not named"
        if let recipient = first.recipients.first?.name ?? first.recipientSurface { parties += " → \(recipient)" }
        who = parties
        when = first.due.flatMap { due in
            due.range.map { (due.order == .until ? "by " : "") + DateWords.range($0) }
        }
        standing = first.force.standing
        words = (first.reportedBy ?? nil)?.name
        permalink = Permalink.make("commitment", [story.id, key])
        let evidence = group.map(\.evidence)
        backing = Backing(
            articles: passages.index.articleCount(evidence), origins: passages.index.originCount(evidence))
        self.passages = passages.passages(evidence)
    }

    private static func line(_ commitment: Commitment) -> String {
        var line = commitment.content.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if commitment.negative, !line.contains("not "), !line.contains("never "), !line.hasPrefix("no ") {
            line = "not " + line
        }
        if let condition = commitment.condition, !line.contains(condition) { line += " – " + condition }
        return line
    }
}

extension Commitment.Force {
    /// How a commitment stands when the account is written.
    var standing: String {
        switch self {
        case .pledge: "promised"
        case .agreement: "agreed"
        case .announcement: "announced"
        case .offer: "offered"
        case .intention: "planned"
        }
    }
}
