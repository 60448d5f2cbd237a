import Text

/// The kinds of atom.
enum AtomKind: UInt8, Sendable {
    /// Letters, inner apostrophes left out.
    case word
    /// Digits with the separators between them: `7,500`, `2.5`.
    case number
    /// Anything else that is not white space, one scalar each.
    case symbol
}

/// A text cut at every change between letters, digits and signs.
///
/// Figures and times are read from atoms and not from syntactic words, because treebanks and outlets
/// differ in whether `$25m`, `11am` and `twenty-five` are one word or several. Parallel arrays.
struct Atoms: Sendable {
    var kinds: [AtomKind] = []
    var starts: [UInt32] = []
    var ends: [UInt32] = []
    /// The index of the lowered word in the lexicon's table, or -1 when no rule names it; a sign's
    /// scalar value for signs.
    var codes: [Int32] = []
    /// Whether white space stands before the atom.
    var spaced: [Bool] = []

    var count: Int { kinds.count }

    func span(_ range: Range<Int>) -> Span { Span(starts[range.lowerBound], ends[range.upperBound - 1]) }

    /// Whether the atom is this sign.
    func isSign(_ i: Int, _ scalar: Unicode.Scalar) -> Bool {
        i >= 0 && i < count && kinds[i] == .symbol && codes[i] == Int32(scalar.value)
    }

    /// Whether the atom is a hyphen or dash.
    func isDash(_ i: Int) -> Bool {
        guard i >= 0, i < count, kinds[i] == .symbol else { return false }
        return codes[i] == 0x2D || (codes[i] >= 0x2010 && codes[i] <= 0x2015) || codes[i] == 0x2212
    }

    /// The index of the first atom that starts at or after a byte offset. O(log n).
    func firstIndex(atOrAfter offset: UInt32) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Atoms {
    /// Cuts a text. O(n).
    init(_ text: SourceText, words table: SymbolTable) {
        let bytes = text.utf8
        var i = 0
        var spaced = false
        var lowered: [UInt8] = []
        func isDigit(_ b: UInt8) -> Bool { b >= 0x30 && b <= 0x39 }
        while i < bytes.count {
            let (scalar, length) = Self.scalar(bytes, i)
            if Self.isSpace(scalar) {
                spaced = true
                i += length
                continue
            }
            let start = i
            if scalar < 0x80, isDigit(UInt8(scalar)) {
                i += 1
                while i < bytes.count {
                    if isDigit(bytes[i]) {
                        i += 1
                    } else if bytes[i] == 0x2C || bytes[i] == 0x2E, i + 1 < bytes.count, isDigit(bytes[i + 1]) {
                        i += 2
                    } else {
                        break
                    }
                }
                append(.number, start, i, 0, spaced)
            } else if Self.isLetter(scalar) {
                lowered.removeAll(keepingCapacity: true)
                while i < bytes.count {
                    let (next, width) = Self.scalar(bytes, i)
                    guard Self.isLetter(next) else { break }
                    if next < 0x80 {
                        lowered.append(UInt8(next) | 0x20)
                    } else {
                        lowered.append(contentsOf: bytes[i..<i + width])
                    }
                    i += width
                }
                let code = lowered.withUnsafeBufferPointer { table.lookup($0) }
                append(.word, start, i, code.map { Int32($0.index) } ?? -1, spaced)
            } else {
                i += length
                append(.symbol, start, i, Int32(scalar), spaced)
            }
            spaced = false
        }
    }

    private mutating func append(_ kind: AtomKind, _ start: Int, _ end: Int, _ code: Int32, _ space: Bool) {
        kinds.append(kind)
        starts.append(UInt32(start))
        ends.append(UInt32(end))
        codes.append(code)
        spaced.append(space)
    }

    /// Decodes the scalar at a byte; the text is valid UTF-8.
    private static func scalar(_ b: [UInt8], _ i: Int) -> (UInt32, Int) {
        let first = UInt32(b[i])
        if first < 0x80 { return (first, 1) }
        if first < 0xE0 { return ((first & 0x1F) << 6 | UInt32(b[i + 1]) & 0x3F, 2) }
        if first < 0xF0 {
            return ((first & 0x0F) << 12 | (UInt32(b[i + 1]) & 0x3F) << 6 | UInt32(b[i + 2]) & 0x3F, 3)
        }
        let tail = (UInt32(b[i + 1]) & 0x3F) << 12 | (UInt32(b[i + 2]) & 0x3F) << 6 | UInt32(b[i + 3]) & 0x3F
        return ((first & 0x07) << 18 | tail, 4)
    }

    private static func isSpace(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    private static func isLetter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x41...0x5A, 0x61...0x7A: true
        case 0..<0xAA: false
        case 0x2010...0x2BFF, 0x3001...0x3020, 0xD7, 0xF7, 0xAB, 0xBB, 0xAC...0xB4, 0xB6...0xB9, 0xFE30...0xFE6F:
            false
        default: Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
        }
    }
}
