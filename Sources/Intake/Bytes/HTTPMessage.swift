/// An HTTP response as an archive keeps it: status, fields, and the body with its transfer and content
/// encodings undone.
struct HTTPMessage {
    let status: Int
    let fields: HeaderFields
    let body: [UInt8]

    /// Parses a response; `nil` when the bytes are none.
    ///
    /// Archives often keep the fields of an encoding that they have undone already, so that each is
    /// undone only where the bytes show it.
    /// - Throws: `IntakeFailure` when the body decompresses to more than `limit`.
    init?(_ bytes: [UInt8], limit: Int) throws(IntakeFailure) {
        let stream = ByteStream(MemorySource(bytes))
        guard let (first, _) = try stream.line(limit: 4096), first.starts(with: Array("HTTP/".utf8)) else { return nil }
        let parts = String(decoding: first, as: UTF8.self).split(separator: " ")
        guard parts.count >= 2, let status = Int(parts[1]) else { return nil }
        self.status = status
        guard let fields = try HeaderFields(stream) else { return nil }
        self.fields = fields
        var body = try stream.rest(limit: max(limit, bytes.count))
        if fields["transfer-encoding"]?.lowercased().contains("chunked") == true, let whole = Self.unchunked(body) {
            body = whole
        }
        let encoding = fields["content-encoding"]?.lowercased() ?? ""
        if body.starts(with: [0x1F, 0x8B]) {
            body = try ByteStream(GzipSource(ByteStream(MemorySource(body)))).partial(limit: limit)
        } else if encoding == "deflate", let first = body.first {
            let framing: GzipSource.Framing = first & 0x0F == 8 ? .zlib : .raw
            body = try ByteStream(GzipSource(ByteStream(MemorySource(body)), framing: framing)).partial(limit: limit)
        }
        self.body = body
    }

    /// The charset of the content type.
    var charset: String? { HeaderFields.parameter("charset", of: fields["content-type"]) }

    /// Joins chunks; `nil` when the bytes are not chunked after all.
    private static func unchunked(_ bytes: [UInt8]) -> [UInt8]? {
        var body: [UInt8] = []
        var i = 0
        while i < bytes.count {
            guard let end = bytes[i...].prefix(64).firstIndex(of: 0x0A) else { break }
            let digits = bytes[i..<end].prefix { $0 != UInt8(ascii: ";") && $0 != 0x0D && $0 != 0x20 }
            guard !digits.isEmpty, digits.count <= 8,
                let size = Int(String(decoding: digits, as: UTF8.self), radix: 16),
                size >= 0
            else {
                return i == 0 ? nil : body
            }
            if size == 0 { return body }
            let start = end + 1
            let stop = min(start + size, bytes.count)
            body.append(contentsOf: bytes[min(start, bytes.count)..<stop])
            i = stop
            while i < bytes.count, bytes[i] == 0x0D || bytes[i] == 0x0A { i += 1 }
        }
        return body
    }
}
