/// The attributes that Intake reads; all others are dropped before the parser sees them.
enum HTMLAttribute: UInt8, CaseIterable, Sendable {
    case id, `class`, href, content, name, property, itemprop, itemtype, rel, datetime, lang, role, style
    case hidden, type, title, alt

    private static let names: [(bytes: [UInt8], attribute: HTMLAttribute)] =
        allCases.map { (Array("\($0)".utf8), $0) } + [(Array("xml:lang".utf8), .lang)]

    /// The attributes by the length of their names; no name is longer than eight letters.
    private static let byLength: [[(bytes: [UInt8], attribute: HTMLAttribute)]] = (0...8).map { length in
        names.filter { $0.bytes.count == length }
    }

    /// The attribute of a name in any case; `nil` for one that is not read. O(length).
    static func named(_ name: UnsafeBufferPointer<UInt8>) -> HTMLAttribute? {
        guard name.count <= 8 else { return nil }
        for (bytes, attribute) in byLength[name.count] where bytes.indices.allSatisfy({ name[$0] | 0x20 == bytes[$0] })
        {
            return attribute
        }
        return nil
    }
}
