/// The attributes that Intake reads; all others are dropped while parsing.
enum HTMLAttribute: UInt8, CaseIterable, Sendable {
    case id, `class`, href, content, name, property, itemprop, itemtype, rel, datetime, lang, role, style
    case hidden, type, title, src, alt

    /// The attribute of a name in lower case.
    static let byName: [String: HTMLAttribute] = {
        var names: [String: HTMLAttribute] = [:]
        for attribute in allCases { names["\(attribute)"] = attribute }
        names["xml:lang"] = .lang
        names["pubdate"] = nil
        return names
    }()
}
