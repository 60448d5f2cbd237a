import Text

/// What the models look at in each word, as 32-bit hashes in parallel arrays, made once a text.
package struct WordAtoms: Sendable {
    /// The form as printed.
    package var forms: [UInt32] = []
    /// The form with letters lowered.
    package var lowered: [UInt32] = []
    /// The lowered form's last one, two, three and four bytes, four entries a word.
    package var suffixes: [UInt32] = []
    /// The lowered form's first one, two and three bytes, four entries a word (the last is zero).
    package var prefixes: [UInt32] = []
    /// Which kinds of character the form holds and how it is cased.
    package var shapes: [UInt32] = []
    /// What the dictionary says that the word may be (`WordClasses.Kinds`); empty where it was not asked.
    package var kinds: [UInt16] = []

    package init(_ analysis: borrowing Analysis, classes: WordClasses? = nil) {
        if let classes { kinds = classes.kinds(analysis) }
        let count = analysis.words.count
        forms.reserveCapacity(count)
        lowered.reserveCapacity(count)
        suffixes.reserveCapacity(count * 4)
        prefixes.reserveCapacity(count * 4)
        shapes.reserveCapacity(count)
        analysis.text.utf8.withUnsafeBufferPointer { text in
            for word in 0..<count {
                let range = Int(analysis.words.starts[word])..<Int(analysis.words.ends[word])
                let form = UnsafeBufferPointer(rebasing: text[range])
                forms.append(Self.hash(form, from: 0, to: form.count))
                shapes.append(Self.shape(form))
                analysis.symbols.withBytes(of: analysis.words.forms[word]) { bytes in
                    let n = bytes.count
                    lowered.append(Self.hash(bytes, from: 0, to: n))
                    for k in 1...4 { suffixes.append(Self.hash(bytes, from: max(0, n - k), to: n)) }
                    for k in 1...3 { prefixes.append(Self.hash(bytes, from: 0, to: min(n, k))) }
                    prefixes.append(0)
                }
            }
        }
    }

    @inline(__always)
    static func hash(_ bytes: UnsafeBufferPointer<UInt8>, from: Int, to: Int) -> UInt32 {
        var h: UInt32 = 0x811C_9DC5 ^ UInt32(truncatingIfNeeded: to - from)
        for i in from..<to { h = (h ^ UInt32(bytes[i])) &* 0x0100_0193 }
        return h ^ (h >> 15)
    }

    /// Bits for what the form holds: a digit, a hyphen, a point, another sign, a byte beyond ASCII; and
    /// in the next two bits how it is cased: not at all, its first letter, all of it, otherwise.
    @inline(__always)
    static func shape(_ form: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var bits: UInt32 = 0
        var upper = 0
        var lower = 0
        for byte in form {
            switch byte {
            case 0x41...0x5A: upper += 1
            case 0x61...0x7A: lower += 1
            case 0x30...0x39: bits |= 1
            case 0x2D: bits |= 2
            case 0x2E: bits |= 4
            case 0x80...: bits |= 16
            default: bits |= 8
            }
        }
        let firstIsUpper = form.first.map { $0 >= 0x41 && $0 <= 0x5A } ?? false
        let cased: UInt32 = upper == 0 ? 0 : lower == 0 ? (form.count == 1 ? 1 : 2) : firstIsUpper && upper == 1 ? 1 : 3
        return bits | cased << 5 | (upper + lower == 0 ? 1 << 7 : 0) | (form.count == 1 ? 1 << 8 : 0)
    }
}
