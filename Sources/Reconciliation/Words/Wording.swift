/// Lists and numbers as a brief prints them.
enum Wording {
    /// "a", "a and b", "a, b and c".
    static func list(_ items: [String]) -> String {
        switch items.count {
        case 0: ""
        case 1: items[0]
        default: items.dropLast().joined(separator: ", ") + " and " + items[items.count - 1]
        }
    }

    /// A number with commas between thousands; decimals only where there are any.
    static func number(_ value: Double) -> String {
        let rounded = (value * 100).rounded() / 100
        let whole = rounded.rounded(.towardZero)
        var digits = String(Int64(abs(whole)))
        var grouped = ""
        while digits.count > 3 {
            grouped = "," + digits.suffix(3) + grouped
            digits.removeLast(3)
        }
        grouped = digits + grouped
        let rest = Int((abs(rounded - whole) * 100).rounded())
        if rest > 0 { grouped += "." + (rest % 10 == 0 ? String(rest / 10) : rest < 10 ? "0\(rest)" : String(rest)) }
        return (value < 0 ? "-" : "") + grouped
    }
}
