/// What one pass over bytes tells of them as text: whether they are UTF-8, and how many control
/// characters they hold that no text has.
///
/// Eight bytes of plain ASCII are passed over at a time, which is most of every page.
struct ByteSurvey: Sendable {
    /// Whether the bytes are well-formed UTF-8 (Unicode 15, table 3-7).
    private(set) var isUTF8 = true
    /// Control characters other than NUL, line ends, tabs and escapes.
    private(set) var controls = 0
    private(set) var hasNUL = false

    /// Surveys bytes up to the first sequence that is not UTF-8. O(n).
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress else { return }
        let raw = UnsafeRawPointer(base)
        let count = bytes.count
        var i = 0
        while i < count {
            if i + 8 <= count {
                let word = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
                // No byte has its high bit set, none is below 0x20, none is 0x7F.
                let odd = word | (word &- 0x2020_2020_2020_2020) | (word &+ 0x0101_0101_0101_0101)
                if odd & 0x8080_8080_8080_8080 == 0 {
                    i += 8
                    continue
                }
            }
            let end = min(i + 8, count)
            while i < end {
                let byte = base[i]
                if byte < 0x80 {
                    if byte < 0x20 || byte == 0x7F { note(byte) }
                    i += 1
                } else {
                    let length = Self.sequence(base + i, count - i)
                    if length == 0 {
                        isUTF8 = false
                        return
                    }
                    i += length
                }
            }
        }
    }

    /// The same of an array.
    init(_ bytes: [UInt8]) { self = bytes.withUnsafeBufferPointer { ByteSurvey($0) } }

    private mutating func note(_ byte: UInt8) {
        switch byte {
        case 0x09, 0x0A, 0x0C, 0x0D, 0x1B: break
        case 0: hasNUL = true
        default: controls += 1
        }
    }

    /// The length of the sequence of two to four bytes that starts here; 0 when it is none.
    @inline(__always)
    private static func sequence(_ bytes: UnsafePointer<UInt8>, _ left: Int) -> Int {
        func follows(_ i: Int) -> Bool { bytes[i] & 0xC0 == 0x80 }
        guard left >= 2 else { return 0 }
        let second = bytes[1]
        switch bytes[0] {
        case 0xC2...0xDF: return follows(1) ? 2 : 0
        case 0xE0...0xEF:
            guard left >= 3, follows(1), follows(2) else { return 0 }
            if bytes[0] == 0xE0, second < 0xA0 { return 0 }
            if bytes[0] == 0xED, second > 0x9F { return 0 }
            return 3
        case 0xF0...0xF4:
            guard left >= 4, follows(1), follows(2), follows(3) else { return 0 }
            if bytes[0] == 0xF0, second < 0x90 { return 0 }
            if bytes[0] == 0xF4, second > 0x8F { return 0 }
            return 4
        default: return 0
        }
    }
}
