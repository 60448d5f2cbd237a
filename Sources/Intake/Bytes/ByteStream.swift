/// A buffered view of a byte source: look ahead, take a line, take the rest up to a limit.
///
/// Holds one chunk and what was looked at, so that memory does not grow with the input.
final class ByteStream {
    private let source: any ByteSource
    private var buffer: [UInt8] = []
    private var position = 0
    private var ended = false
    /// What ended the source; it is thrown when all that came before it has been taken.
    private var failure: IntakeFailure?
    private static let chunk = 1 << 16

    /// How many bytes have been consumed.
    private(set) var consumed = 0

    init(_ source: any ByteSource) {
        self.source = source
        // What is in memory already is looked at where it is.
        if let memory = source as? MemorySource {
            buffer = memory.bytes
            ended = true
        }
    }

    /// The next bytes without taking them, at most `count`, fewer only at the end.
    func peek(_ count: Int) throws(IntakeFailure) -> ArraySlice<UInt8> {
        try fill(count)
        return buffer[position..<min(position + count, buffer.count)]
    }

    /// Whether nothing is left.
    func isAtEnd() throws(IntakeFailure) -> Bool { try peek(1).isEmpty }

    /// Takes the next bytes, at most `count`, fewer only at the end.
    func read(_ count: Int) throws(IntakeFailure) -> [UInt8] {
        let bytes = Array(try peek(count))
        advance(bytes.count)
        return bytes
    }

    /// Takes what is buffered, at most `count`, reading once when nothing is.
    func readSome(_ count: Int) throws(IntakeFailure) -> [UInt8] {
        try fill(1)
        let end = min(position + count, buffer.count)
        let bytes = Array(buffer[position..<end])
        advance(bytes.count)
        return bytes
    }

    /// Passes over bytes; gives how many there were.
    @discardableResult
    func skip(_ count: Int) throws(IntakeFailure) -> Int {
        var left = count
        while left > 0 {
            try fill(1)
            let here = min(left, buffer.count - position)
            if here == 0 { break }
            advance(here)
            left -= here
        }
        return count - left
    }

    /// Takes a line without its end (LF or CRLF); `nil` at the end of the input.
    ///
    /// - Parameter limit: a longer line is passed over, its first bytes are given and `whole` is false.
    func line(limit: Int) throws(IntakeFailure) -> (bytes: [UInt8], whole: Bool)? {
        var line: [UInt8] = []
        var any = false
        var whole = true
        while true {
            try fill(1)
            if position == buffer.count { break }
            any = true
            let start = position
            let found = buffer.withUnsafeBufferPointer { all in
                var i = start
                while i < all.count, all[i] != 0x0A { i += 1 }
                return i
            }
            let room = max(0, limit - line.count)
            if found - start > room { whole = false }
            line.append(contentsOf: buffer[start..<min(found, start + room)])
            if found < buffer.count {
                advance(found + 1 - start)
                break
            }
            advance(found - start)
        }
        guard any else { return nil }
        if whole, line.last == 0x0D { line.removeLast() }
        return (line, whole)
    }

    /// Takes everything that is left.
    ///
    /// - Throws: `IntakeFailure` when there is more than `limit`.
    func rest(limit: Int) throws(IntakeFailure) -> [UInt8] {
        if ended, position == 0, buffer.count <= limit {
            let bytes = buffer
            advance(bytes.count)
            buffer = []
            position = 0
            return bytes
        }
        var bytes: [UInt8] = []
        while true {
            let some = try readSome(Self.chunk)
            if some.isEmpty { return bytes }
            bytes.append(contentsOf: some)
            if bytes.count > limit {
                throw IntakeFailure(
                    "larger than the \(limit >> 20) MB that one document may have; split it into articles or give JSON lines"
                )
            }
        }
    }

    /// Takes everything that can be had, up to a limit: damaged data gives what comes before the damage.
    ///
    /// - Throws: `IntakeFailure` when not one byte can be had.
    func partial(limit: Int) throws(IntakeFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        do throws(IntakeFailure) {
            while bytes.count < limit {
                let some = try readSome(Self.chunk)
                if some.isEmpty { break }
                bytes.append(contentsOf: some)
            }
        } catch {
            if bytes.isEmpty { throw error }
        }
        return bytes
    }

    private func advance(_ count: Int) {
        position += count
        consumed += count
        if position >= Self.chunk, !ended {
            buffer.removeSubrange(..<position)
            position = 0
        }
    }

    private func fill(_ count: Int) throws(IntakeFailure) {
        while !ended, failure == nil, buffer.count - position < count {
            do throws(IntakeFailure) {
                let more = try source.read(max(Self.chunk, count - (buffer.count - position)))
                if more.isEmpty { ended = true } else { buffer.append(contentsOf: more) }
            } catch {
                failure = error
            }
        }
        if let failure, position == buffer.count { throw failure }
    }
}
