internal import Records

/// Figures in the words of a brief.
enum FigureWords {
    /// The value with its unit and bound.
    ///
    /// An open number ("tens of thousands of villagers") keeps its words: its bounds are ours, not the source's.
    static func value(_ figure: Figure) -> String {
        let quote = figure.evidence.quote
        if figure.value == nil, !quote.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) { return sentence(quote) }
        var number: String
        if let value = figure.value {
            number = Wording.number(value)
        } else if let low = figure.low, let high = figure.high {
            number = "\(Wording.number(low)) to \(Wording.number(high))"
        } else if let low = figure.low ?? figure.high {
            number = Wording.number(low)
        } else {
            number = figure.evidence.quote
        }
        switch figure.bound {
        case .about: number = "about " + number
        case .over: number = "over " + number
        case .under: number = "under " + number
        case .exact, .range: break
        }
        if figure.kind == .share { number += " percent" } else if let unit = figure.unit { number += " " + unit }
        if figure.role == .rate, let period = figure.period { number += " a " + period }
        return number
    }

    /// What the readings answer: what is counted, and who or what for.
    static func question(_ figure: FigureStatement, _ pool: StatementPool) -> String {
        let counted =
            figure.figure.counted
            ?? (figure.figure.kind == .money ? "money" : figure.figure.kind == .share ? "share" : "number")
        var text =
            figure.figure.kind == .money
            ? "The sum" : figure.figure.kind == .share ? "The share" : "How many: \(counted)"
        if let statement = figure.statement {
            let clause = pool.statements[statement]
            let names = clause.agents.prefix(3).map(\.name)
            if !names.isEmpty {
                text += " (\(Wording.list(names)), \(clause.predicate))"
            } else {
                text += " (\(clause.predicate))"
            }
        }
        return text
    }

    /// A clause as the subject of a claim.
    static func clause(_ statement: Statement, _ pool: StatementPool) -> String {
        let text = statement.evidence.window(around: statement.evidence, words: 16)
        return sentence(text.quote) + (text.quote.utf8.count < statement.evidence.quote.utf8.count ? " \u{2026}" : "")
    }

    /// Words with their line breaks and outer blanks taken away.
    static func sentence(_ text: String) -> String {
        text.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
    }
}
