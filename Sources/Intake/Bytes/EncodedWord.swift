/// Words of a mail's fields in other letters than ASCII (RFC 2047), such as `=?utf-8?B?w7w=?=`.
enum EncodedWord {
    /// The field with its encoded words decoded; what is broken stays as it is. O(n).
    static func decode(_ field: String) -> String {
        guard field.contains("=?") else { return field }
        var result = ""
        var rest = Substring(field)
        var afterWord = false
        while let open = rest.firstRange(of: "=?") {
            let before = rest[..<open.lowerBound]
            guard let (text, end) = word(rest[open.upperBound...]) else {
                result += rest[..<open.upperBound]
                rest = rest[open.upperBound...]
                afterWord = false
                continue
            }
            // The blanks between two encoded words are none of the text.
            if !afterWord || before.contains(where: { !$0.isWhitespace }) { result += before }
            result += text
            rest = rest[end...]
            afterWord = true
        }
        return result + rest
    }

    /// The text of `charset?form?bytes?=` and where it ends.
    private static func word(_ text: Substring) -> (String, Substring.Index)? {
        let parts = text.split(separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, parts[3].first == "=", !parts[0].isEmpty, parts[0].utf8.count < 40 else { return nil }
        let raw = Array(parts[2].utf8)
        let bytes: [UInt8]
        switch parts[1] {
        case "B", "b": bytes = MailPart.base64(raw)
        case "Q", "q": bytes = MailPart.quotedPrintable(raw.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 })
        default: return nil
        }
        // A language may stand behind the charset.
        let charset = String(parts[0].prefix { $0 != "*" })
        guard let utf8 = NamedEncoding.decode(bytes, named: charset) else { return nil }
        return (String(decoding: utf8, as: UTF8.self), parts[3].index(after: parts[3].startIndex))
    }
}
