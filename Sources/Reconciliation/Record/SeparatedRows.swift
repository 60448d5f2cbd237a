internal import Foundation

/// Rows of separated values (RFC 4180), read from a stream in bounded memory.
///
/// Fields may stand in quotation marks and then hold separators, line breaks and doubled marks. Lines end
/// with LF or CRLF. The buffer holds one chunk and one row; a row longer than `limit` is given up at its
/// first line break, so that a mark that is never closed costs one line and not the file. O(bytes).
struct SeparatedRows {
    /// A field as a range of the buffer; `doubled` when it holds doubled marks.
    struct Field {
        var start: Int
        var end: Int
        var doubled: Bool
    }

    /// One row: the buffer and the fields in it, valid during the call that is given it.
    struct Row {
        let bytes: UnsafeBufferPointer<UInt8>
        let fields: [Field]
        /// The line on which it starts, counted from 1.
        let line: Int

        /// The bytes of a field; empty where the row has no such field.
        func slice(_ field: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
            guard field >= 0, field < fields.count else { return bytes[0..<0] }
            return bytes[fields[field].start..<fields[field].end]
        }

        /// A field as text, doubled marks made single; ill-formed UTF-8 is replaced.
        func text(_ field: Int) -> String {
            let text = String(decoding: slice(field), as: UTF8.self)
            guard field >= 0, field < fields.count, fields[field].doubled else { return text }
            return text.replacingOccurrences(of: "\"\"", with: "\"")
        }
    }

    /// What a row is given to; it may ask to stop.
    enum Next { case more, stop }

    let separator: UInt8
    let limit: Int
    private static let chunk = 1 << 20
    private static let mark: UInt8 = 0x22

    /// - Parameter limit: the longest row, in bytes.
    init(separator: UInt8, limit: Int = 1 << 18) {
        self.separator = separator
        self.limit = limit
    }

    /// Reads rows until the source ends.
    ///
    /// - Parameters:
    ///   - read: the next bytes, at most so many; none at the end.
    ///   - broken: called with the line of a row that was given up.
    func scan(
        read: (Int) throws -> Data?, row: (Row) throws -> Next, broken: (Int) -> Void
    ) throws {
        var buffer: [UInt8] = []
        var ended = false
        var line = 1
        var fields: [Field] = []
        while !ended {
            if let data = try read(Self.chunk), !data.isEmpty { buffer.append(contentsOf: data) } else { ended = true }
            var from = 0
            if line == 1, buffer.starts(with: [0xEF, 0xBB, 0xBF]) { from = 3 }
            let stop = try buffer.withUnsafeBufferPointer { bytes -> Bool in
                while from < bytes.count {
                    var lines = 0
                    if let next = take(bytes, from, ended, &fields, &lines) {
                        let found = Row(bytes: bytes, fields: fields, line: line)
                        line += lines
                        from = next
                        if fields.count == 1, fields[0].start == fields[0].end { continue }
                        if case .stop = try row(found) { return true }
                    } else if ended || bytes.count - from > limit {
                        broken(line)
                        from = (bytes[from...].firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
                        line += 1
                    } else {
                        break
                    }
                }
                return false
            }
            if stop { return }
            buffer.removeFirst(min(from, buffer.count))
        }
    }

    /// The fields of the row that starts at a byte; gives the byte after it, `nil` when the row does not
    /// end in the buffer.
    private func take(
        _ bytes: UnsafeBufferPointer<UInt8>, _ from: Int, _ ended: Bool, _ fields: inout [Field], _ lines: inout Int
    ) -> Int? {
        fields.removeAll(keepingCapacity: true)
        let count = bytes.count
        var i = from
        while true {
            var doubled = false
            var start = i
            var end = i
            if i < count, bytes[i] == Self.mark {
                start = i + 1
                i += 1
                while true {
                    while i < count, bytes[i] != Self.mark {
                        if bytes[i] == 0x0A { lines += 1 }
                        i += 1
                    }
                    if i + 1 >= count, !ended || i >= count { return nil }
                    if i + 1 < count, bytes[i + 1] == Self.mark {
                        doubled = true
                        i += 2
                        continue
                    }
                    break
                }
                end = i
                // What stands between the closing mark and the separator belongs to no field.
                while i < count, bytes[i] != separator, bytes[i] != 0x0A { i += 1 }
            } else {
                while i < count, bytes[i] != separator, bytes[i] != 0x0A { i += 1 }
                end = i
                if end > start, bytes[end - 1] == 0x0D, i >= count || bytes[i] == 0x0A { end -= 1 }
            }
            guard i < count || ended else { return nil }
            fields.append(Field(start: start, end: end, doubled: doubled))
            if i >= count { return count }
            i += 1
            if bytes[i - 1] == 0x0A {
                lines += 1
                return i
            }
        }
    }
}
