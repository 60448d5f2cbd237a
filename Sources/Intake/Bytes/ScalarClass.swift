/// What a Unicode scalar is for the shape of a line: one table look-up in place of a property query.
struct ScalarClass: OptionSet, Sendable {
    let rawValue: UInt8

    static let upper = ScalarClass(rawValue: 1)
    static let lower = ScalarClass(rawValue: 2)
    static let alphabetic = ScalarClass(rawValue: 4)
    static let numeric = ScalarClass(rawValue: 8)
    static let whitespace = ScalarClass(rawValue: 16)
    /// A mark on the letter before it that is no letter itself, such as the virama of Hindi.
    static let mark = ScalarClass(rawValue: 32)

    /// Whether the scalar is part of a word.
    var isWord: Bool { rawValue & 44 != 0 }

    /// Scalars below this are looked up; it covers all alphabets with case that news is printed in.
    private static let tableSize: UInt32 = 0x2100

    private static let table: [ScalarClass] = (0..<tableSize).map { value in
        Unicode.Scalar(value).map(queried) ?? []
    }

    /// The class of a scalar value. O(1).
    static func of(_ value: UInt32) -> ScalarClass {
        if value < tableSize { return table[Int(value)] }
        return Unicode.Scalar(value).map(queried) ?? []
    }

    private static let lowerTable: [UInt32] = (0..<tableSize).map { value in
        guard let scalar = Unicode.Scalar(value) else { return value }
        let lower = scalar.properties.lowercaseMapping.unicodeScalars
        return lower.count == 1 ? lower.first?.value ?? value : value
    }

    /// The scalar in lower case, where that is one scalar. O(1).
    static func lower(_ value: UInt32) -> UInt32 { value < tableSize ? lowerTable[Int(value)] : value }

    private static func queried(_ scalar: Unicode.Scalar) -> ScalarClass {
        let properties = scalar.properties
        var all: ScalarClass = []
        if properties.isUppercase { all.insert(.upper) }
        if properties.isLowercase { all.insert(.lower) }
        if properties.isAlphabetic { all.insert(.alphabetic) }
        if properties.numericType != nil { all.insert(.numeric) }
        if properties.isWhitespace { all.insert(.whitespace) }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: all.insert(.mark)
        default: break
        }
        return all
    }
}

/// Reading scalars out of bytes that are valid UTF-8.
enum UTF8Scalar {
    /// The scalar that starts at an offset; moves the offset behind it. O(1).
    @inline(__always)
    static func next(_ bytes: UnsafeBufferPointer<UInt8>, _ i: inout Int) -> UInt32 {
        let first = bytes[i]
        if first < 0x80 {
            i += 1
            return UInt32(first)
        }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        var value = UInt32(first) & (0x7F >> UInt32(length))
        let end = min(i + length, bytes.count)
        i += 1
        while i < end {
            value = value << 6 | UInt32(bytes[i] & 0x3F)
            i += 1
        }
        return value
    }
}

extension StringProtocol {
    /// Calls `body` with the string's UTF-8; copies only where the string does not hold it in one piece.
    @inline(__always)
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
        return Array(utf8).withUnsafeBufferPointer(body)
    }
}
