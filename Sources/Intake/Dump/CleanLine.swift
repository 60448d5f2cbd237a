/// Brings one line of text into readable form: every kind of blank becomes a space, runs of them one
/// space, invisible characters go. Nothing else changes, so that quotations stay as printed.
enum CleanLine {
    /// The cleaned line. O(n), in one pass over the bytes.
    static func clean(_ line: some StringProtocol) -> String { line.withBytes { clean($0) } }

    /// The same of bytes that are valid UTF-8.
    static func clean(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        String(unsafeUninitializedCapacity: bytes.count) { result in
            var count = 0
            var blank = false
            var i = 0
            while i < bytes.count {
                let start = i
                let value = bytes[i] < 0x80 ? UInt32(bytes[i]) : UTF8Scalar.next(bytes, &i)
                if bytes[start] < 0x80 { i += 1 }
                // Most text is in these ranges, which hold neither blanks nor what cannot be seen.
                let isPlain =
                    value > 0x20 && value < 0x7F || value > 0xAD && value < 0x1680 || value > 0x3000 && value < 0xFEFF
                if !isPlain {
                    if isBlank(value) {
                        blank = true
                        continue
                    }
                    if isInvisible(value) { continue }
                }
                if blank, count > 0 {
                    result[count] = 0x20
                    count += 1
                }
                blank = false
                for j in start..<i {
                    result[count] = bytes[j]
                    count += 1
                }
            }
            return count
        }
    }

    private static func isBlank(_ value: UInt32) -> Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    private static func isInvisible(_ value: UInt32) -> Bool {
        switch value {
        case 0..<0x1F, 0x7F..<0xA0, 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xFFFC: true
        default: false
        }
    }
}
