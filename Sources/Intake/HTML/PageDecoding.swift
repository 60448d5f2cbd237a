/// A page's bytes to UTF-8: by byte order mark, by being valid UTF-8, by the HTTP header's or the
/// page's own declaration, at last as Windows-1252.
///
/// Valid UTF-8 wins over what a page declares, because text in another encoding is next to never
/// valid by chance and declarations are often left from a template.
enum PageDecoding {
    /// Decodes a page.
    ///
    /// - Parameter header: the charset of the HTTP header, where the page came with one.
    /// - Throws: `IntakeFailure` for binary data.
    static func decode(_ bytes: [UInt8], header: String? = nil) throws(IntakeFailure) -> DecodedText {
        // This encoding shifts by escapes and is ASCII as far as its bytes go.
        if bytes.contains(0x1B), let name = header ?? declared(bytes), name.lowercased().hasPrefix("iso-2022-"),
            let utf8 = NamedEncoding.decode(bytes, named: name)
        {
            return try DecodedText(utf8)
        }
        // Whatever is valid UTF-8 needs no declaration.
        if let first = bytes.first, first >= 0xEF || bytes.prefix(64).contains(0) { return try DecodedText(bytes) }
        if let text = try DecodedText(valid: bytes) { return text }
        for name in [header, declared(bytes)].compactMap({ $0 }) where !["utf-8", "utf8"].contains(name.lowercased()) {
            guard let utf8 = NamedEncoding.decode(bytes, named: name) else { continue }
            return try DecodedText(utf8)
        }
        return try DecodedText(bytes)
    }

    /// The charset that the first kilobytes declare in a meta element or an XML declaration.
    static func declared(_ bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(8192).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self).lowercased()
        for key in ["charset=", "encoding="] {
            // A script's charset is its own.
            let found = head.ranges(of: key).first { found in
                let tag = head[..<found.lowerBound].utf8.lastIndex(of: UInt8(ascii: "<")).map { head[$0...] }
                return tag?.hasPrefix("<meta") == true || tag?.hasPrefix("<?xml") == true
            }
            guard let found else { continue }
            let value = head[found.upperBound...].drop { "\"' ".contains($0) }.prefix { !"\"'> ;/?".contains($0) }
            if !value.isEmpty { return String(value) }
        }
        return nil
    }
}
