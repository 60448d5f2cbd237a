/// What a character is to the tokenizer. ASCII bytes are looked up in a table, the rest is decoded.
enum CharacterClass: UInt8 {
    case other, lower, upper, letter, digit, space
    case apostrophe, period, comma, colon, semicolon, slash, hyphen, dash, ampersand, underscore, at
    case terminal, open, close, quote, currency, repeatable, percent, ellipsis, mark

    /// Whether words are made of it.
    @inline(__always) var isLetter: Bool { rawValue >= Self.lower.rawValue && rawValue <= Self.letter.rawValue }
    /// Whether words or numbers are made of it.
    @inline(__always) var isWord: Bool { rawValue >= Self.lower.rawValue && rawValue <= Self.digit.rawValue }

    /// The classes of the 128 ASCII bytes. Control characters part words as blanks do.
    static let ascii: [CharacterClass] = (0..<128).map { byte in
        switch UInt8(byte) {
        case 0...0x20, 0x7F: .space
        case UInt8(ascii: "a")...UInt8(ascii: "z"): .lower
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upper
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
        case UInt8(ascii: "'"), UInt8(ascii: "`"): .apostrophe
        case UInt8(ascii: "."): .period
        case UInt8(ascii: ","): .comma
        case UInt8(ascii: ":"): .colon
        case UInt8(ascii: ";"): .semicolon
        case UInt8(ascii: "/"): .slash
        case UInt8(ascii: "-"): .hyphen
        case UInt8(ascii: "&"): .ampersand
        case UInt8(ascii: "_"): .underscore
        case UInt8(ascii: "@"): .at
        case UInt8(ascii: "!"), UInt8(ascii: "?"): .terminal
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .open
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .close
        case UInt8(ascii: "\""): .quote
        case UInt8(ascii: "$"): .currency
        case UInt8(ascii: "%"): .percent
        case UInt8(ascii: "*"), UInt8(ascii: "="), UInt8(ascii: "~"), UInt8(ascii: "#"),
            UInt8(ascii: "+"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"):
            .repeatable
        default: .other
        }
    }

    /// The class of a scalar beyond ASCII.
    ///
    /// White space is what Unicode's `White_Space` holds, and the two spaces of no width, one of them the mark of
    /// byte order. Letters of the Latin supplements are told by
    /// case; in other scripts every scalar outside the punctuation and symbol blocks counts as a
    /// letter. Invisible joiners and combining marks belong to what stands before them.
    static func of(_ scalar: UInt32) -> CharacterClass {
        switch scalar {
        case 0x80...0x9F, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: .space
        case 0xA2...0xA5, 0x20A0...0x20CF: .currency
        case 0xAD, 0x200C...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F,
            0x0300...0x036F, 0x0483...0x0489, 0x1AB0...0x1AFF, 0x20D0...0x20FF, 0x1F3FB...0x1F3FF:
            .mark
        case 0xAA, 0xBA, 0xB5: .lower
        case 0xAB: .quote
        case 0xBB: .quote
        case 0xA1, 0xBF: .open
        case 0xA6...0xBE: .other
        case 0xD7, 0xF7: .other
        case 0xC0...0xDE: .upper
        case 0xDF...0xFF: .lower
        case 0x100...0x17F: Unicode.Scalar(scalar)?.properties.isUppercase == true ? .upper : .lower
        case 0x180...0x2B0, 0x370...0x58F, 0x10A0...0x10FF, 0x1E00...0x1FFF: cased(scalar)
        case 0x2BC: .apostrophe
        case 0x2018, 0x2019, 0x201A, 0x201B, 0xB4, 0x2032: .apostrophe
        case 0x201C...0x201F, 0x2033, 0x2039, 0x203A: .quote
        case 0x2010, 0x2011: .hyphen
        case 0x2012...0x2015, 0x2212: .dash
        case 0x2026: .ellipsis
        case 0x203C, 0x203D, 0x2047...0x2049: .terminal
        case 0x2000...0x2BFF: .other
        case 0x3001...0x303F, 0xFF00...0xFF0F, 0xFF1A...0xFF20, 0xFFF0...0xFFFF: .other
        case 0x1F000...0x1FAFF: .other
        case 0x2B1...0x2FF: .other
        default: .letter
        }
    }

    private static func cased(_ scalar: UInt32) -> CharacterClass {
        guard let properties = Unicode.Scalar(scalar)?.properties else { return .other }
        if properties.isUppercase { return .upper }
        if properties.isLowercase { return .lower }
        return properties.isAlphabetic ? .letter : .other
    }
}

/// Reads characters out of valid UTF-8 without making strings.
struct CharacterReader {
    let bytes: UnsafeBufferPointer<UInt8>
    let ascii: UnsafeBufferPointer<CharacterClass>

    /// The class and byte length of the character that starts at `index`.
    @inline(__always)
    func character(at index: Int) -> (kind: CharacterClass, length: Int) {
        let byte = bytes[index]
        if byte < 0x80 { return (ascii[Int(byte)], 1) }
        return beyondASCII(at: index)
    }

    private func beyondASCII(at index: Int) -> (kind: CharacterClass, length: Int) {
        let (scalar, length) = scalar(at: index)
        return (CharacterClass.of(scalar), length)
    }

    /// The scalar that starts at `index` and its byte length.
    func scalar(at index: Int) -> (UInt32, Int) {
        let byte = UInt32(bytes[index])
        if byte < 0x80 { return (byte, 1) }
        if byte < 0xE0, index + 1 < bytes.count {
            return ((byte & 0x1F) << 6 | continuation(index + 1), 2)
        }
        if byte < 0xF0, index + 2 < bytes.count {
            return ((byte & 0x0F) << 12 | continuation(index + 1) << 6 | continuation(index + 2), 3)
        }
        guard index + 3 < bytes.count else { return (0xFFFD, bytes.count - index) }
        return (
            (byte & 0x07) << 18 | continuation(index + 1) << 12 | continuation(index + 2) << 6
                | continuation(index + 3), 4
        )
    }

    private func continuation(_ index: Int) -> UInt32 { UInt32(bytes[index] & 0x3F) }

    /// The class of the character that ends before `index`, or `space` at the text's start.
    func kind(before index: Int) -> CharacterClass {
        guard index > 0 else { return .space }
        var start = index - 1
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return character(at: start).kind
    }

    /// The class of the character at `index`, or `space` at `end`.
    @inline(__always)
    func kind(at index: Int, end: Int) -> CharacterClass {
        index < end ? character(at: index).kind : .space
    }
}
