/// The records of a WARC archive (ISO 28500), read one after another; gzip around them is undone already.
///
/// A record that lies about its length costs the lines up to the next record's start and nothing else.
struct WARCRecords {
    /// One record: its fields and its block, cut at the limit.
    struct Record {
        var fields: HeaderFields
        var block: [UInt8]
        /// Whether the archive held as many bytes as the record says.
        var isWhole: Bool
    }

    private let stream: ByteStream
    private let limit: Int
    /// How many records have been started on.
    private(set) var count = 0

    /// - Parameter limit: bytes of a block that are kept; the rest is passed over.
    init(_ stream: ByteStream, limit: Int) {
        self.stream = stream
        self.limit = limit
    }

    /// Reads up to the next record of a type; others are passed over unread. `nil` at the end.
    ///
    /// - Parameter types: the values of `WARC-Type`, in lower case, to stop at; all when `nil`.
    mutating func next(_ types: Set<String>?) throws(IntakeFailure) -> Record? {
        while true {
            guard try findStart() else { return nil }
            count += 1
            guard let fields = try HeaderFields(stream) else { return nil }
            guard let length = fields["content-length"].flatMap({ Int($0) }), length >= 0 else { continue }
            if let types, !types.contains(fields["warc-type"]?.lowercased() ?? "") {
                try stream.skip(length)
                continue
            }
            let block = try stream.read(min(length, limit))
            var isWhole = block.count == min(length, limit)
            if length > limit { isWhole = try stream.skip(length - limit) == length - limit }
            return Record(fields: fields, block: block, isWhole: isWhole)
        }
    }

    /// Passes over the blank lines between records, and over whatever a lying length left behind.
    private func findStart() throws(IntakeFailure) -> Bool {
        while true {
            let head = try stream.peek(5)
            if head.isEmpty { return false }
            if head.elementsEqual("WARC/".utf8) {
                _ = try stream.line(limit: 256)
                return true
            }
            guard try stream.line(limit: 256) != nil else { return false }
        }
    }
}

/// Counting the records of an archive without reading what they hold, for measuring.
package enum WARCSurvey {
    /// How many records an archive, plain or in gzip members, has and how many bytes their blocks.
    ///
    /// - Throws: when the file cannot be read or is damaged.
    package static func count(in path: String) throws -> (records: Int, bytes: Int) {
        var stream = ByteStream(try FileSource(path: path))
        if try stream.peek(2).elementsEqual([0x1F, 0x8B]) { stream = ByteStream(GzipSource(stream)) }
        var records = WARCRecords(stream, limit: IntakeLimits.standard.documentBytes)
        var bytes = 0
        while let record = try records.next(nil) { bytes += record.block.count }
        return (records.count, bytes)
    }
}
