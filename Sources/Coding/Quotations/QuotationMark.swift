import Text

/// A character that may open or close a quotation, with what its neighbours allow.
///
/// Glyphs alone do not decide: a curly mark may be printed the wrong way round, a low mark is closed
/// by what opens in English, and a straight one says nothing. So each mark carries what its glyph
/// says and what the characters beside it say, and pairing weighs the two.
struct QuotationMark: Hashable, Sendable {
    /// Marks of one family close each other; singles nest in doubles and the other way round.
    enum Family: UInt8, Sendable {
        case double, single, guillemet, singleGuillemet
    }

    /// What the glyph says.
    enum Glyph: UInt8, Sendable {
        case straight, opening, closing
    }

    var span: Span
    var family: Family
    var glyph: Glyph
    /// Whether the characters around it let a quotation start here.
    var mayOpen: Bool
    /// Whether they let one end here.
    var mayClose: Bool
}

/// Finds the marks of a stretch of text, apostrophes left out where the neighbours tell. O(bytes).
struct QuotationMarkScanner {
    let bytes: [UInt8]

    init(_ text: SourceText) { bytes = text.utf8 }

    /// The marks of a span in order.
    func marks(in span: Span) -> [QuotationMark] {
        var marks: [QuotationMark] = []
        let end = Int(span.end)
        var i = Int(span.start)
        while i < end {
            let byte = bytes[i]
            switch byte {
            case 0x22:
                append(i, 1, .double, .straight, to: &marks, within: span)
            case 0x27:
                let doubled = i + 1 < end && bytes[i + 1] == 0x27
                append(
                    i, doubled ? 2 : 1, doubled ? .double : .single, doubled ? .closing : .straight,
                    to: &marks, within: span)
                if doubled { i += 1 }
            case 0x60 where i + 1 < end && bytes[i + 1] == 0x60:
                append(i, 2, .double, .opening, to: &marks, within: span)
                i += 1
            case 0xC2 where i + 1 < end && (bytes[i + 1] == 0xAB || bytes[i + 1] == 0xBB):
                append(i, 2, .guillemet, bytes[i + 1] == 0xAB ? .opening : .closing, to: &marks, within: span)
            case 0xE2 where i + 2 < end && bytes[i + 1] == 0x80:
                if let (family, glyph) = Self.general[bytes[i + 2]] {
                    append(i, 3, family, glyph, to: &marks, within: span)
                }
            default: break
            }
            i += 1
        }
        return marks
    }

    /// The marks of the block General Punctuation by their last byte (all start with E2 80).
    private static let general: [UInt8: (QuotationMark.Family, QuotationMark.Glyph)] = [
        0x98: (.single, .opening), 0x99: (.single, .closing), 0x9A: (.single, .opening),
        0x9B: (.single, .opening), 0x9C: (.double, .opening), 0x9D: (.double, .closing),
        0x9E: (.double, .opening), 0x9F: (.double, .opening), 0xB9: (.singleGuillemet, .opening),
        0xBA: (.singleGuillemet, .closing),
    ]

    private func append(
        _ start: Int, _ length: Int, _ family: QuotationMark.Family, _ glyph: QuotationMark.Glyph,
        to marks: inout [QuotationMark], within span: Span
    ) {
        let left = start == Int(span.start) ? Neighbour.blank : before(start)
        let right = start + length == Int(span.end) ? Neighbour.blank : after(start + length)
        if family == .single, left == .word, right == .word { return }
        // A mark that stands alone between blanks may do either; the glyph or the state decides.
        let mayOpen =
            left != .word && left != .point && right != .blank
            && (right != .point || glyph != .closing && left == .blank)
        let mayClose = left != .blank && right != .word
        if family == .single, !mayOpen, !mayClose { return }
        marks.append(
            QuotationMark(
                span: Span(start..<(start + length)), family: family, glyph: glyph,
                mayOpen: mayOpen || (left == .blank && right == .blank),
                mayClose: mayClose || (left == .blank && right == .blank)))
    }

    /// What stands beside a mark.
    private enum Neighbour {
        /// White space or the text's edge.
        case blank
        /// A letter, digit or other character of a word.
        case word
        /// A stop, comma, question or exclamation mark.
        case point
        /// A bracket, dash, another quotation mark and the like.
        case other
    }

    private func before(_ offset: Int) -> Neighbour {
        let byte = bytes[offset - 1]
        if byte < 0x80 { return Self.ascii(byte) }
        if offset >= 2, bytes[offset - 2] == 0xC2, byte == 0xA0 { return .blank }
        if offset >= 3, bytes[offset - 3] == 0xE2, bytes[offset - 2] == 0x80 { return Self.punctuation(byte) }
        return .word
    }

    private func after(_ offset: Int) -> Neighbour {
        let byte = bytes[offset]
        if byte < 0x80 { return Self.ascii(byte) }
        if byte == 0xC2, offset + 1 < bytes.count, bytes[offset + 1] == 0xA0 { return .blank }
        if byte == 0xE2, offset + 2 < bytes.count, bytes[offset + 1] == 0x80 {
            return Self.punctuation(bytes[offset + 2])
        }
        return .word
    }

    private static func ascii(_ byte: UInt8) -> Neighbour {
        switch byte {
        case 0x09...0x0D, 0x20: .blank
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x24, 0x23, 0x40, 0x26: .word
        case 0x2C, 0x2E, 0x21, 0x3F, 0x3B, 0x3A, 0x25: .point
        default: .other
        }
    }

    /// General Punctuation by its last byte: spaces, the ellipsis, dashes and marks.
    private static func punctuation(_ last: UInt8) -> Neighbour {
        switch last {
        case 0x80...0x8D, 0xAF: .blank
        case 0xA6: .point
        default: .other
        }
    }
}
