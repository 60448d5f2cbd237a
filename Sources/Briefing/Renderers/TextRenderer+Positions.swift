import Records

extension TextRenderer {
    /// The grid for a narrow page: each issue with its sides under one another.
    static func writePositions(_ grid: PositionGrid, to page: inout TextLayout) {
        for (column, issue) in grid.issues.enumerated() {
            page.paragraph(issue, lead: "  ", style: .strong)
            for polarity in [Position.Polarity.for, .against, .neutral] {
                let side = grid.side(polarity, of: column)
                guard !side.isEmpty else { continue }
                let names = side.map { actor, cell in
                    let manner = cell.manner.map { " (\($0))" } ?? ""
                    return "\(actor.name)\(manner) -- \(cite(cell.citations))"
                }
                let lead = "    " + polarity.rawValue + String(repeating: " ", count: 9 - polarity.rawValue.count)
                page.paragraph(names.joined(separator: "; "), lead: lead)
            }
        }
    }
}
