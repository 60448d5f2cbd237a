import Text

/// Text cut into the smallest parts that names are compared by.
///
/// An atom is a run of letters and digits with marks folded and capitals lowered; hyphens, slashes
/// and blanks part atoms, full stops and apostrophes inside words vanish ("U.S." is `us`), `+` is an
/// atom, `&` is the atom `and`, and any other sign is a barrier that no name crosses. Atoms carry the
/// index's symbol for their letters or `unknown`. Everything is kept in parallel arrays.
struct NameAtoms {
    static let unknown: UInt32 = .max
    static let barrier: UInt32 = .max - 1

    struct Capitals: OptionSet {
        let rawValue: UInt8
        /// The atom's first letter is a capital.
        static let first = Capitals(rawValue: 1)
        /// At least two letters are capitals.
        static let several = Capitals(rawValue: 2)
        /// No letter is small.
        static let all = Capitals(rawValue: 4)
    }

    var symbols: [UInt32] = []
    var capitals: [Capitals] = []
    /// The word that each atom stands in, counted as the caller counts.
    var words: [Int32] = []
    /// Byte offsets into the text that was cut.
    var starts: [UInt32] = []
    var ends: [UInt32] = []

    var count: Int { symbols.count }

    mutating func reserve(_ count: Int) {
        symbols.reserveCapacity(count)
        capitals.reserveCapacity(count)
        words.reserveCapacity(count)
        starts.reserveCapacity(count)
        ends.reserveCapacity(count)
    }

    /// Cuts one word. `symbol` gives the symbol of an atom's folded letters.
    @inline(__always)
    mutating func append(
        _ bytes: UnsafeBufferPointer<UInt8>, word: Int32, offset: UInt32, folding: LetterFolding,
        scratch: inout [UInt8], symbol: (UnsafeBufferPointer<UInt8>) -> UInt32
    ) {
        scratch.removeAll(keepingCapacity: true)
        var upper = 0
        var lower = 0
        var firstUpper = false
        var start = 0
        var i = 0
        let n = bytes.count

        func flush(_ self: inout NameAtoms, _ end: Int) {
            guard !scratch.isEmpty else { return }
            var caps: Capitals = []
            if firstUpper { caps.insert(.first) }
            if upper >= 2 { caps.insert(.several) }
            if upper >= 1 && lower == 0 { caps.insert(.all) }
            let found = scratch.withUnsafeBufferPointer { symbol($0) }
            self.push(found, caps, word, offset + UInt32(start), offset + UInt32(end))
            scratch.removeAll(keepingCapacity: true)
            upper = 0
            lower = 0
            firstUpper = false
        }

        while i < n {
            let byte = bytes[i]
            let isUpper = byte >= 65 && byte <= 90
            if isUpper || (byte >= 97 && byte <= 122) || (byte >= 48 && byte <= 57) {
                if scratch.isEmpty {
                    start = i
                    firstUpper = isUpper
                }
                if isUpper { upper += 1 } else if byte >= 97 { lower += 1 }
                scratch.append(isUpper ? byte + 32 : byte)
                i += 1
            } else if byte < 0x80 {
                switch byte {
                case 39, 46: break
                case 45, 47, 32, 9, 10, 13, 95: flush(&self, i)
                case 43:
                    flush(&self, i)
                    scratch.append(43)
                    start = i
                    flush(&self, i + 1)
                case 38:
                    flush(&self, i)
                    scratch.append(contentsOf: [97, 110, 100])
                    start = i
                    flush(&self, i + 1)
                default:
                    flush(&self, i)
                    push(Self.barrier, [], word, offset + UInt32(i), offset + UInt32(i + 1))
                }
                i += 1
            } else {
                var length = 2
                var scalar = UInt32(byte & 0x1F)
                if byte >= 0xF0 {
                    length = 4
                    scalar = UInt32(byte & 0x07)
                } else if byte >= 0xE0 {
                    length = 3
                    scalar = UInt32(byte & 0x0F)
                }
                length = min(length, n - i)
                for k in 1..<max(length, 1) { scalar = scalar << 6 | UInt32(bytes[i + k] & 0x3F) }
                switch scalar {
                case 0x2019, 0x2018, 0x2BB, 0x2BC, 0xAD: break
                case 0xA0, 0x2010, 0x2011, 0x2013: flush(&self, i)
                default:
                    if let folded = folding.replacement(scalar) {
                        if scratch.isEmpty {
                            start = i
                            firstUpper = Self.isUpper(scalar)
                        }
                        if Self.isUpper(scalar) { upper += 1 } else { lower += 1 }
                        scratch.append(contentsOf: folded)
                    } else if scalar < 0x2000 && scalar > 0xBF || scalar >= 0x2E80 {
                        if scratch.isEmpty { start = i }
                        lower += 1
                        for k in 0..<length { scratch.append(bytes[i + k]) }
                    } else {
                        flush(&self, i)
                        push(Self.barrier, [], word, offset + UInt32(i), offset + UInt32(i + length))
                    }
                }
                i += length
            }
        }
        flush(&self, n)
    }

    @inline(__always)
    private mutating func push(_ symbol: UInt32, _ caps: Capitals, _ word: Int32, _ start: UInt32, _ end: UInt32) {
        symbols.append(symbol)
        capitals.append(caps)
        words.append(word)
        starts.append(start)
        ends.append(end)
    }

    private static func isUpper(_ scalar: UInt32) -> Bool {
        Unicode.Scalar(scalar)?.properties.isUppercase ?? false
    }
}
