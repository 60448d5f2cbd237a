/// What can be seen of a line without knowing its words: the evidence by which body text is told
/// from menus and forms.
struct LineShape: Sendable {
    /// Runs of letters or digits; two CJK characters count as one word, and so do five letters of a
    /// script that parts no words (Thai, Lao, Khmer, Burmese).
    var words = 0
    /// Words that start in lower case, or in a script without case.
    var lower = 0
    /// Words that start in upper case.
    var upper = 0
    var letters = 0
    var digits = 0
    /// Sentence ends inside the line: an end mark, a blank, no lower-case letter.
    var innerEnds = 0
    /// Whether the line ends as a sentence does, closing quotes and brackets aside.
    var endsSentence = false
    /// Whether no lower-case letter is in it.
    var allCapitals = true

    init(_ line: String) {
        var halfWords = 0
        var unspaced = 0
        var inWord = false
        var pendingEnd = false
        line.withBytes { bytes in
            var i = 0
            while i < bytes.count {
                let value = UTF8Scalar.next(bytes, &i)
                switch Self.kind(of: value) {
                case .ideograph:
                    halfWords += 1
                    letters += 1
                    inWord = false
                    allCapitals = false
                    endsSentence = false
                    continue
                case .unspaced:
                    unspaced += 1
                    letters += 1
                    inWord = false
                    allCapitals = false
                    endsSentence = false
                case .lower, .uncased:
                    letters += 1
                    allCapitals = false
                    if !inWord {
                        words += 1
                        lower += 1
                    }
                    inWord = true
                    if pendingEnd { pendingEnd = false }
                    endsSentence = false
                case .upper:
                    letters += 1
                    if !inWord {
                        words += 1
                        upper += 1
                        if pendingEnd { innerEnds += 1 }
                    }
                    inWord = true
                    pendingEnd = false
                    endsSentence = false
                case .digit:
                    digits += 1
                    if !inWord {
                        words += 1
                        if pendingEnd { innerEnds += 1 }
                    }
                    inWord = true
                    pendingEnd = false
                    endsSentence = false
                case .end:
                    inWord = false
                    endsSentence = true
                case .closer:
                    inWord = false
                case .apostrophe:
                    break
                case .blank:
                    inWord = false
                    if endsSentence { pendingEnd = true }
                case .other:
                    inWord = false
                    endsSentence = false
                }
            }
        }
        words += halfWords / 2 + unspaced / 5
        lower += halfWords / 2 + unspaced / 5
        // Where no mark ends a sentence, its length tells it from a heading.
        if unspaced >= 60, unspaced * 2 > letters { endsSentence = true }
        // A reference such as [3] may stand behind the full stop.
        if !endsSentence, let bare = Self.withoutReference(line) { endsSentence = LineShape(bare).endsSentence }
    }

    /// Running text: a sentence of some length, or a long line whatever its end.
    var isProse: Bool {
        if endsSentence, words >= 8, lower * 100 >= words * 35 { return true }
        if endsSentence, innerEnds >= 1, words >= 6, lower * 100 >= words * 30 { return true }
        return words >= 30 && lower * 100 >= words * 40
    }

    /// A short sentence, as in dialogue.
    var isShortSentence: Bool { endsSentence && words >= 2 && lower >= 1 && !isProse }

    private static func withoutReference(_ line: String) -> String? {
        guard line.hasSuffix("]"), let open = line.lastIndex(of: "["), open != line.startIndex else { return nil }
        let inside = line[line.index(after: open)...].dropLast()
        guard !inside.isEmpty, inside.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        return String(line[..<open])
    }

    /// Whether a letter is of a script that puts no blanks between words.
    private static func isUnspaced(_ value: UInt32) -> Bool {
        switch value {
        case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF: true
        default: false
        }
    }

    private enum Kind { case lower, upper, uncased, ideograph, unspaced, digit, end, closer, apostrophe, blank, other }

    @inline(__always)
    private static func kind(of value: UInt32) -> Kind {
        if value >= 0x61, value <= 0x7A { return .lower }
        if value == 0x20 { return .blank }
        return otherKind(of: value)
    }

    private static func otherKind(of value: UInt32) -> Kind {
        switch value {
        case 0x41...0x5A: return .upper
        case 0x30...0x39: return .digit
        case 0x0A: return .blank
        case 0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F, 0x61F, 0x6D4, 0x964, 0x965, 0x589,
            0x1362, 0x1367, 0x104B, 0x17D4, 0x17D5:
            return .end
        case 0x22, 0x29, 0x5D, 0x201D, 0xBB, 0x300D, 0x300F, 0x2A: return .closer
        case 0x27, 0x2019, 0x2BC: return .apostrophe
        case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF: return .ideograph
        case 0..<0x80: return .other
        default:
            let kind = ScalarClass.of(value)
            if kind.contains(.upper) { return .upper }
            if kind.contains(.lower) { return .lower }
            if kind.contains(.alphabetic) { return isUnspaced(value) ? .unspaced : .uncased }
            return kind.contains(.mark) ? .apostrophe : .other
        }
    }
}
