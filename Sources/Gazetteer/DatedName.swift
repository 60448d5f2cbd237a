/// A printed form as the data writes it: `Swaziland [..2018-04-19]`, `FM [KAZ|UZB]`, `minister+`.
struct DatedName {
    var text: String
    var period: DatedPeriod
    /// Ids that the form is limited to; empty for none.
    var limits: [String]

    /// Reads one value; `nil` when the brackets hold neither dates nor ids.
    init?(_ value: String) {
        guard let open = value.utf8.firstIndex(of: 0x5B) else {
            text = value
            period = .always
            limits = []
            return
        }
        guard value.hasSuffix("]") else { return nil }
        text = value[..<open].trimmed
        let inner = value[value.index(after: open)...].dropLast()
        if let dots = inner.firstRange(of: "..") {
            guard let period = DatedPeriod(from: inner[..<dots.lowerBound], to: inner[dots.upperBound...])
            else { return nil }
            self.period = period
            limits = []
        } else {
            period = .always
            limits = inner.split(separator: ",").map { $0.trimmed }
        }
        if text.isEmpty { return nil }
    }

    /// The spellings that `/` separates.
    static func spellings(_ value: String) -> [DatedName]? {
        var out: [DatedName] = []
        for part in value.utf8.split(separator: 0x2F) {
            guard let name = DatedName(Substring(part).trimmed) else { return nil }
            out.append(name)
        }
        return out
    }

    /// The regular plural of a phrase: of its head, which stands before " of " or " for " where there
    /// is one, else at the end.
    static func plural(_ phrase: String) -> String {
        for link in [" of ", " for ", " to the ", " in "] {
            if let range = phrase.firstRange(of: link) {
                return plural(String(phrase[..<range.lowerBound])) + phrase[range.lowerBound...]
            }
        }
        let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
        if phrase.hasSuffix("y"), let before = phrase.dropLast().last, !vowels.contains(before) {
            return phrase.dropLast() + "ies"
        }
        if phrase.hasSuffix("man") { return phrase.dropLast(3) + "men" }
        for ending in ["s", "x", "ch", "sh"] where phrase.hasSuffix(ending) { return phrase + "es" }
        return phrase + "s"
    }
}
