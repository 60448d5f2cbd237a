import CZlib

/// Inflates a stream of gzip members, as CC-NEWS and every `.gz` file have them, or zlib or raw deflate data.
final class GzipSource: ByteSource {
    /// How the compressed data is framed.
    enum Framing { case gzip, zlib, raw }

    private let input: ByteStream
    private let framing: Framing
    private var stream = z_stream()
    private var isOpen = false
    private var ended = false
    /// Damage that was met behind bytes that are whole.
    private var failure: IntakeFailure?
    private var produced = 0
    private var taken = 0

    /// More than this many bytes out for each byte in, past the first megabytes, is a bomb.
    /// Deflate reaches 1,032; archives of text stay below 100.
    private static let bombRatio = 300
    private static let bombFloor = 64 << 20

    init(_ input: ByteStream, framing: Framing = .gzip) {
        self.input = input
        self.framing = framing
    }

    deinit { if isOpen { inflateEnd(&stream) } }

    func read(_ count: Int) throws(IntakeFailure) -> [UInt8] {
        if let failure { throw failure }
        while !ended {
            if !isOpen, try !openMember() { return [] }
            let some = try input.peek(1 << 15)
            if some.isEmpty { throw IntakeFailure("the compressed data ends early") }
            var output = [UInt8](repeating: 0, count: max(count, 1 << 15))
            var status: Int32 = Z_OK
            var used = 0
            var made = 0
            let room = output.count
            let given = some.count
            some.withUnsafeBufferPointer { source in
                output.withUnsafeMutableBufferPointer { target in
                    stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                    stream.avail_in = UInt32(given)
                    stream.next_out = target.baseAddress
                    stream.avail_out = UInt32(room)
                    status = inflate(&stream, Z_NO_FLUSH)
                    used = given - Int(stream.avail_in)
                    made = room - Int(stream.avail_out)
                }
            }
            try input.skip(used)
            taken += used
            produced += made
            if produced > Self.bombFloor, produced / max(1, taken) > Self.bombRatio {
                throw IntakeFailure("the compressed data swells more than \(Self.bombRatio) times; it was left alone")
            }
            if status == Z_STREAM_END {
                inflateEnd(&stream)
                isOpen = false
                if framing != .gzip { ended = true }
            } else if status != Z_OK && status != Z_BUF_ERROR || used == 0 && made == 0 {
                let damage = IntakeFailure("the compressed data is damaged at byte \(input.consumed)")
                guard made > 0 else { throw damage }
                failure = damage
            }
            if made > 0 {
                output.removeSubrange(made...)
                return output
            }
        }
        return []
    }

    /// Starts on the next member; false at the end. Zero bytes that pad an archive's end are passed over.
    private func openMember() throws(IntakeFailure) -> Bool {
        if framing == .gzip {
            while try input.peek(1).first == 0 { try input.skip(1) }
            let head = try input.peek(2)
            if head.isEmpty {
                ended = true
                return false
            }
            guard Array(head) == [0x1F, 0x8B] else {
                // Something else behind the last member is none of the data.
                guard produced > 0 else { throw IntakeFailure("no gzip data") }
                ended = true
                return false
            }
        }
        stream = z_stream()
        let window: Int32 = framing == .raw ? -15 : 47
        guard chancery_inflate_init(&stream, window) == Z_OK else { throw IntakeFailure("zlib gave no memory") }
        isOpen = true
        return true
    }
}

/// A stored page without the compression around it, for measuring.
package enum StoredPage {
    /// The bytes of a file, those of its gzip members where it is compressed.
    ///
    /// - Throws: when the file cannot be read, is damaged or holds more than 64 MB.
    package static func bytes(of path: String) throws -> [UInt8] {
        var stream = ByteStream(try FileSource(path: path))
        if try stream.peek(2).elementsEqual([0x1F, 0x8B]) { stream = ByteStream(GzipSource(stream)) }
        return try stream.rest(limit: 64 << 20)
    }
}
