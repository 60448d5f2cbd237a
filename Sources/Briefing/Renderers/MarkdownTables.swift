import Records

/// Commitments, figures and positions as tables of Markdown.
enum MarkdownTables {
    static func write(_ figures: [FigureOutline], to lines: inout [String]) {
        guard !figures.isEmpty else { return }
        lines += ["## Commitments and figures", ""]
        lines += ["| How much | Of what | Who, to whom | When | Standing | Source |", "|---|---|---|---|---|---|"]
        for figure in figures {
            var amount = MarkdownRenderer.anchor(figure.permalink) + "**\(escapedMarkdown(figure.amount))**"
            if let role = figure.role { amount += " (\(role))" }
            var standing = figure.standing ?? "–"
            if let words = figure.words { standing += ", in the words of \(escapedMarkdown(words))" }
            let cells = [
                amount, escapedMarkdown(figure.subject), escapedMarkdown(figure.who ?? "–"), figure.when ?? "–",
                standing,
                "\(figure.backing.words): " + figure.passages.map(MarkdownRenderer.passage).joined(separator: "; "),
            ]
            lines.append("| " + cells.joined(separator: " | ") + " |")
        }
        lines.append("")
    }

    static func write(_ grid: PositionGrid, to lines: inout [String]) {
        guard !grid.isEmpty else { return }
        lines += ["## Where they stand", ""]
        lines.append("| Who | " + grid.issues.map(escapedMarkdown).joined(separator: " | ") + " |")
        lines.append("|---" + String(repeating: "|---", count: grid.issues.count) + "|")
        for row in grid.rows {
            let cells = row.cells.map { cell in
                guard let cell else { return "" }
                let manner = cell.manner.map { " \(escapedMarkdown($0))" } ?? ""
                return "**\(cell.polarity.rawValue)**\(manner) \(MarkdownRenderer.cite(cell.citations))"
            }
            lines.append("| \(escapedMarkdown(row.actor.name)) | " + cells.joined(separator: " | ") + " |")
        }
        lines.append("")
    }
}
