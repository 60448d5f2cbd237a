/// Header fields of a WARC record, an HTTP message or a mail: names in any case, folded lines joined.
struct HeaderFields {
    private var fields: [(name: String, value: String)] = []

    /// Reads lines up to a blank one; `nil` at the end of the input.
    ///
    /// More than 300 fields or lines of more than 64 KB are passed over.
    init?(_ stream: ByteStream) throws(IntakeFailure) {
        var any = false
        while let (bytes, _) = try stream.line(limit: 1 << 16) {
            any = true
            if bytes.isEmpty { return }
            add(bytes)
        }
        if !any { return nil }
    }

    private mutating func add(_ bytes: [UInt8]) {
        guard fields.count < 300 else { return }
        let line = String(decoding: bytes, as: UTF8.self)
        if let first = bytes.first, first == 0x20 || first == 0x09, !fields.isEmpty {
            fields[fields.count - 1].value += " " + CleanLine.clean(line)
            return
        }
        guard let colon = line.firstIndex(of: ":") else { return }
        fields.append((line[..<colon].lowercased(), CleanLine.clean(line[line.index(after: colon)...])))
    }

    /// The first value of a name in lower case.
    subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

    /// A parameter of a value, such as the charset of a content type.
    static func parameter(_ name: String, of value: String?) -> String? {
        guard let value else { return nil }
        for part in value.split(separator: ";").dropFirst() {
            guard let equals = part.firstIndex(of: "=") else { continue }
            if CleanLine.clean(part[..<equals]).lowercased() == name {
                return CleanLine.clean(part[part.index(after: equals)...]).filter { $0 != "\"" && $0 != "'" }
            }
        }
        return nil
    }
}
