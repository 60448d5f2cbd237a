/// A line cut into numbers, words and marks, as dates are made of.
struct DateTokens {
    enum Token {
        case number(Int, digits: Int)
        /// In lower case.
        case word(String)
        case mark(UInt8)
    }

    var tokens: [Token] = []
    var ranges: [Range<Int>] = []

    /// Cuts a line. Blanks fall away; numbers of more than 14 digits become words. O(n).
    init(_ line: some StringProtocol) {
        let bytes = Array(line.utf8)
        var i = 0
        while i < bytes.count {
            let start = i
            let byte = bytes[i]
            if byte >= 0x80, let first = Self.digit(bytes, i) {
                var value = first.value
                var count = 1
                i = first.next
                while i < bytes.count, let digit = Self.digit(bytes, i) {
                    if count < 14 { value = value * 10 + digit.value }
                    count += 1
                    i = digit.next
                }
                tokens.append(count <= 14 ? .number(value, digits: count) : .word(""))
            } else if byte >= 0x30, byte <= 0x39 {
                var value = 0
                while i < bytes.count, bytes[i] >= 0x30, bytes[i] <= 0x39 {
                    if i - start < 14 { value = value * 10 + Int(bytes[i] - 0x30) }
                    i += 1
                }
                tokens.append(i - start <= 14 ? .number(value, digits: i - start) : .word(""))
            } else if byte >= 0x80 || Self.isLetter(byte) {
                while i < bytes.count, bytes[i] >= 0x80 && Self.digit(bytes, i) == nil || Self.isLetter(bytes[i]) {
                    i += 1
                }
                tokens.append(.word(String(decoding: bytes[start..<i], as: UTF8.self).lowercased()))
            } else {
                i += 1
                if byte <= 0x20 { continue }
                tokens.append(.mark(byte))
            }
            ranges.append(start..<i)
        }
    }

    /// A digit of another script than Latin that starts at a byte, and where the next scalar starts.
    private static func digit(_ bytes: [UInt8], _ i: Int) -> (value: Int, next: Int)? {
        let first = bytes[i]
        // Arabic-Indic, Persian, Devanagari, Bengali, Thai, full-width: the leads of their blocks.
        guard first == 0xD9 || first == 0xDB || first == 0xE0 || first == 0xEF else { return nil }
        var next = i
        let scalar = bytes.withUnsafeBufferPointer { UTF8Scalar.next($0, &next) }
        for zero: UInt32 in [0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xFF10] where scalar >= zero && scalar < zero + 10 {
            return (Int(scalar - zero), next)
        }
        return nil
    }

    var count: Int { tokens.count }

    func number(_ i: Int, digits: ClosedRange<Int> = 1...2) -> Int? {
        guard i >= 0, i < tokens.count, case .number(let value, let count) = tokens[i], digits.contains(count)
        else { return nil }
        return value
    }

    func word(_ i: Int) -> String? {
        guard i >= 0, i < tokens.count, case .word(let word) = tokens[i] else { return nil }
        return word
    }

    func isMark(_ i: Int, _ marks: StaticString) -> Bool {
        guard i >= 0, i < tokens.count, case .mark(let mark) = tokens[i] else { return false }
        for j in 0..<marks.utf8CodeUnitCount where marks.utf8Start[j] == mark { return true }
        return false
    }

    /// Whether nothing stands between two neighbouring tokens.
    func touches(_ i: Int, _ j: Int) -> Bool {
        i >= 0 && j < ranges.count && ranges[i].upperBound == ranges[j].lowerBound
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
}
