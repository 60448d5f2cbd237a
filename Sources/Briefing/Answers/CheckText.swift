public import Records

/// The answer to a checked claim, for a terminal.
public struct CheckText: Sendable {
    private let colour: Bool
    private let explain: Bool
    /// Testimony of one stance beyond this many is counted, not shown.
    private static let shown = 6

    /// - Parameters:
    ///   - colour: whether the text may hold terminal colours.
    ///   - explain: whether to show what looks like an answer and is none, and each member of a group.
    public init(colour: Bool = false, explain: Bool = false) {
        self.colour = colour
        self.explain = explain
    }

    /// Writes the answer; the result ends with a line break.
    public func render(_ result: CheckResult, articles: [Article]) -> String {
        var layout = TextLayout(colour: colour)
        let style: TextLayout.Style =
            switch result.verdict {
            case .supported: .good
            case .contradicted: .alarm
            default: .strong
            }
        layout.paragraph(
            [(Self.word(result.verdict), style)] + result.claim.split(separator: " ").map { (String($0), nil) })
        layout.paragraph(result.reason, lead: "  ")
        if let record = result.record {
            layout.blank()
            layout.paragraph(Self.citation(record.document), lead: "  Record: ")
        }
        if !result.members.isEmpty, explain || result.members.contains(where: { $0.verdict != result.accounts }) {
            layout.heading("Member by member")
            for member in result.members {
                var line = "\(member.actor.name): \(Self.word(member.verdict).lowercased()) by the accounts"
                line += " (\(member.supporting) for, \(member.contradicting) against)"
                if let record = member.record { line += "; the record: \(record)" }
                layout.paragraph(line, lead: "  ")
            }
        }
        section("Supports the claim", .supports, result, articles, &layout)
        section("Contradicts the claim", .contradicts, result, articles, &layout)
        if explain || result.verdict == .notFound { section("Near, but no answer", .near, result, articles, &layout) }
        return layout.text
    }

    private func section(
        _ title: String, _ stance: CheckResult.Stance, _ result: CheckResult, _ articles: [Article],
        _ layout: inout TextLayout
    ) {
        var seen: Set<Evidence> = []
        let all = result.testimony.filter { $0.stance == stance && seen.insert($0.evidence).inserted }
        guard !all.isEmpty else { return }
        let origins = Set(all.map(\.origin)).count
        layout.heading("\(title) (\(origins) origin\(origins == 1 ? "" : "s"))")
        for item in explain ? all[...] : all.prefix(Self.shown) {
            let article = articles.first { $0.id == item.evidence.article }
            layout.paragraph(
                "\u{201C}\(Self.plain(item.evidence.quote))\u{201D} [\(Self.source(article, item.evidence))]",
                lead: "  ")
            layout.paragraph("\(item.reason).", lead: "    ", style: .faint)
        }
        if !explain, all.count > Self.shown { layout.paragraph("\(all.count - Self.shown) more", lead: "  ") }
    }

    static func word(_ verdict: CheckResult.Verdict) -> String {
        switch verdict {
        case .supported: "SUPPORTED:"
        case .contradicted: "CONTRADICTED:"
        case .mixed: "MIXED:"
        case .notFound: "NOT FOUND:"
        case .notUnderstood: "NOT UNDERSTOOD:"
        }
    }

    static func citation(_ document: RecordDocument) -> String {
        var parts = [document.symbol]
        if let title = document.title, title != document.symbol { parts.append(title) }
        if let date = document.date { parts.append(date) }
        if let link = document.link { parts.append(link) }
        return parts.joined(separator: ", ")
    }

    static func plain(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// Outlet or id, date, and the place in the text.
    static func source(_ article: Article?, _ evidence: Evidence) -> String {
        let name = article?.outlet ?? article?.title ?? evidence.article
        let date = article?.published.map { ", " + $0.prefix(10) } ?? ""
        return "\(name)\(date), \(evidence.start)\u{2013}\(evidence.end)"
    }
}
