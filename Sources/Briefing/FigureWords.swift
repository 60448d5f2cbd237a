import Records

/// Figures in one normal form, whatever form each account prints them in.
enum FigureWords {
    /// The amount with its bound and unit: "over 200,000", "$25 million", "10,000 to 99,999".
    static func amount(_ figure: Figure) -> String {
        let bound =
            switch figure.bound {
            case .about: "about "
            case .over: "over "
            case .under: "under "
            case .exact, .range: ""
            }
        if let value = figure.value {
            // A share of one is told in percent; what is said to be about something has no odd digits.
            let value = figure.kind == .share && figure.unit == nil ? value * 100 : value
            return bound + with(unit: figure, number(figure.bound == .about ? rounded(value) : value))
        }
        switch (figure.low, figure.high) {
        case (let low?, let high?): return with(unit: figure, "\(number(low)) to \(number(high))")
        case (let low?, nil): return with(unit: figure, "at least \(number(low))")
        case (nil, let high?): return with(unit: figure, "at most \(number(high))")
        case (nil, nil): return figure.evidence.quote
        }
    }

    /// What the figure is of: what it counts, the choice in a vote, and its scope.
    static func subject(_ figure: Figure) -> String {
        var parts: [String] = []
        if let counted = figure.counted, !counted.isEmpty { parts.append(counted) }
        if let fate = figure.fate { parts.append(fate.rawValue) }
        if let choice = figure.choice { parts.append(parts.isEmpty ? "votes \(choice)" : "(\(choice))") }
        if parts.isEmpty { parts.append(figure.kind.rawValue) }
        if let period = figure.period { parts.append(period == "each" ? "each" : "a \(period)") }
        if let scope = figure.scope, !scope.isEmpty, scope != figure.role?.rawValue {
            parts.append("– " + scope.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        }
        if let sum = figure.sum, let years = figure.years {
            parts.append("(\(with(unit: figure, number(sum))) over \(number(years)) years)")
        } else if let years = figure.years {
            parts.append("(over \(number(years)) years)")
        }
        if let previous = figure.previous { parts.append("(before: \(with(unit: figure, number(previous))))") }
        return parts.joined(separator: " ")
    }

    /// A number with commas, and with "million" or "billion" where that is shorter and exact.
    static func number(_ value: Double) -> String {
        for (scale, word) in [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")] where value.magnitude >= scale {
            let scaled = (value / scale * 1000).rounded() / 1000
            if scaled * scale == value { return "\(plain(scaled)) \(word)" }
        }
        return plain(value)
    }

    /// The value to four digits.
    private static func rounded(_ value: Double) -> Double {
        guard value.isFinite, value != 0 else { return value }
        var scale = 1.0
        while value.magnitude * scale < 1000, scale < 1e9 { scale *= 10 }
        while value.magnitude * scale >= 10_000 { scale /= 10 }
        return (value * scale).rounded() / scale
    }

    private static func plain(_ value: Double) -> String {
        guard value.magnitude < 1e15 else { return "\(value)" }
        let whole = value.rounded(.towardZero)
        var digits = String(Int(whole.magnitude))
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits = String(digits.dropLast(3))
        }
        groups.insert(digits, at: 0)
        let fraction = (value.magnitude - whole.magnitude)
        var text = (value < 0 ? "−" : "") + groups.joined(separator: ",")
        if fraction > 0 {
            let shown = String((fraction * 1000).rounded() / 1000)
            text += shown.drop { $0 != "." }
        }
        return text
    }

    private static func with(unit figure: Figure, _ number: String) -> String {
        guard let unit = figure.unit, !unit.isEmpty else { return figure.kind == .share ? number + "%" : number }
        switch unit {
        case "USD": return "$" + number
        case "EUR": return "€" + number
        case "GBP": return "£" + number
        case "%": return number + "%"
        default: return "\(number) \(unit)"
        }
    }
}
