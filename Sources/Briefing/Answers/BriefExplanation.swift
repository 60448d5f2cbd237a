import Records

/// Why each claim of a brief has the status that it has, and why what looks like a conflict is none.
public struct BriefExplanation: Sendable {
    private let colour: Bool

    /// - Parameter colour: whether the text may hold terminal colours.
    public init(colour: Bool = false) { self.colour = colour }

    /// Writes the explanation, a part for each story; the result ends with a line break.
    public func render(_ brief: Brief) -> String {
        var layout = TextLayout(colour: colour)
        for story in brief.stories {
            layout.heading("Why: \(story.headline)", rule: "=")
            for claim in story.claims {
                layout.blank()
                layout.paragraph("\(claim.status.rawValue), \(claim.kind.rawValue): \(claim.statement)", style: .strong)
                layout.paragraph(claim.reason, lead: "  ")
                if let rule = claim.rule { layout.paragraph("Compared: \(rule).", lead: "  ", style: .faint) }
                if let record = claim.record {
                    let document = RecordDocument(
                        symbol: record.document, date: record.date, title: record.title, link: record.link)
                    layout.paragraph(CheckText.citation(document), lead: "  Record: ")
                }
            }
            let misses = brief.lookAlikes.filter { $0.story == story.id }
            layout.heading("Compared and found to be no conflict (\(misses.count))")
            for miss in misses {
                layout.blank()
                layout.paragraph(miss.reason, lead: "  ")
                for evidence in miss.evidence {
                    let article = brief.articles.first { $0.id == evidence.article }
                    layout.paragraph(
                        "\u{201C}\(CheckText.plain(evidence.quote))\u{201D} [\(CheckText.source(article, evidence))]",
                        lead: "    ")
                }
            }
            let copies = brief.articles.filter { story.articles.contains($0.id) && $0.origin != nil }
            if !copies.isEmpty {
                layout.heading("Counted with the account that they copy")
                for copy in copies {
                    let origin = brief.articles.first { $0.id == copy.origin }
                    layout.paragraph(
                        "\(copy.outlet ?? copy.id) copies \(origin?.outlet ?? copy.origin ?? ""): what both say has one origin.",
                        lead: "  ")
                }
            }
        }
        return layout.text
    }
}
