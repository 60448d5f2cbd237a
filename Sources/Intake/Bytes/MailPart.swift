/// A part of a MIME message (RFC 2045): its fields and its body with the transfer encoding undone.
struct MailPart {
    let fields: HeaderFields
    let body: [UInt8]

    /// Parses a message or part; `nil` when it has no fields.
    init?(_ bytes: [UInt8]) throws(IntakeFailure) {
        let stream = ByteStream(MemorySource(bytes))
        guard let fields = try HeaderFields(stream) else { return nil }
        self.fields = fields
        let raw = try stream.rest(limit: bytes.count)
        switch fields["content-transfer-encoding"]?.lowercased() {
        case "quoted-printable": body = Self.quotedPrintable(raw)
        case "base64": body = Self.base64(raw)
        default: body = raw
        }
    }

    private var type: String { fields["content-type"]?.lowercased() ?? "text/plain" }
    var isHTML: Bool { type.hasPrefix("text/html") || type.hasPrefix("application/xhtml") }
    var charset: String? { HeaderFields.parameter("charset", of: fields["content-type"]) }

    /// The first HTML part of this one and those in it, or else the first plain one.
    func text(depth: Int) throws(IntakeFailure) -> MailPart? {
        if isHTML || type.hasPrefix("text/plain") { return self }
        guard depth < 8, type.hasPrefix("multipart/"),
            let boundary = HeaderFields.parameter("boundary", of: fields["content-type"])
        else { return nil }
        var plain: MailPart?
        for bytes in Self.parts(body, boundary: boundary) {
            guard let part = try MailPart(bytes), let text = try part.text(depth: depth + 1) else { continue }
            if text.isHTML { return text }
            if plain == nil { plain = text }
        }
        return plain
    }

    /// The bytes between the boundary's lines, at most 500 parts.
    private static func parts(_ bytes: [UInt8], boundary: String) -> [[UInt8]] {
        let mark = Array("--\(boundary)".utf8)
        var parts: [[UInt8]] = []
        var current: [UInt8]?
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if line.starts(with: mark) {
                if let current { parts.append(current) }
                if parts.count >= 500 || line.dropFirst(mark.count).starts(with: Array("--".utf8)) { return parts }
                current = []
            } else if current != nil {
                current?.append(contentsOf: line)
                current?.append(0x0A)
            }
        }
        if let current { parts.append(current) }
        return parts
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    static func quotedPrintable(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var i = 0
        while i < bytes.count {
            if bytes[i] != UInt8(ascii: "=") {
                result.append(bytes[i])
                i += 1
            } else if i + 2 < bytes.count, let high = hex(bytes[i + 1]), let low = hex(bytes[i + 2]) {
                result.append(high << 4 | low)
                i += 3
            } else {
                // A soft line end, or a stray sign.
                i += 1
                if i < bytes.count, bytes[i] == 0x0D { i += 1 }
                if i < bytes.count, bytes[i] == 0x0A { i += 1 }
            }
        }
        return result
    }

    static func base64(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            let value: UInt32
            switch byte {
            case 0x41...0x5A: value = UInt32(byte) - 0x41
            case 0x61...0x7A: value = UInt32(byte) - 0x47
            case 0x30...0x39: value = UInt32(byte) + 4
            case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
            case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
            default: continue
            }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return result
    }
}
