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
        if figure.kind == .share, let share = shareWords(figure) { return share }
        if figure.kind == .share { number += " percent" } else if let unit = figure.unit { number += " " + unit }
        if figure.role == .rate, let period = figure.period { number += " a " + period }
        return number
    }

    /// A share that the text gives in words or as a fraction keeps them: "half", "two thirds".
    private static func shareWords(_ figure: Figure) -> String? {
        let quote = sentence(figure.evidence.quote)
        let percent = quote.contains("%") || quote.lowercased().contains("per")
        return percent ? nil : quote.lowercased()
    }

    /// Words with their line breaks and outer blanks taken away.
    static func sentence(_ text: String) -> String {
        text.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
    }
}
