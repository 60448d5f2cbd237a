import Text

/// Finds the paragraphs of a text: blocks between blank lines and, in texts that break a line only
/// where a paragraph ends, between single line breaks.
///
/// A text counts as wrapped by hand when most of its line breaks stand where the next line's first
/// word would not have fitted the longest line; its single breaks are then blanks. In other texts a
/// single break ends a paragraph, unless the line before it stops without punctuation and the next goes on
/// with a small letter.
struct ParagraphFinder {
    private struct Line {
        var start: Int
        var end: Int
        /// A blank line, or the text's start, stands before it.
        var afterBlank: Bool
    }

    /// The longest line that still counts as wrapped by hand, in bytes.
    private static let widestWrap = 120
    /// The share of breaks that must look forced, in a text wrapped by hand.
    private static let forcedShare = 0.7
    /// The share of breaks that must stand inside a phrase, in a text wrapped by hand; lists of short
    /// lines have none.
    private static let insideShare = 0.3

    /// The paragraphs in order, without white space at either end. O(n).
    static func paragraphs(of bytes: UnsafeBufferPointer<UInt8>) -> [Span] {
        let lines = lines(of: bytes)
        let width = wrapWidth(lines, bytes)
        var paragraphs: [Span] = []
        for (i, line) in lines.enumerated() {
            let joins: Bool
            if line.afterBlank || i == 0 {
                joins = false
            } else if let width {
                joins = isForced(lines[i - 1], line, width, bytes)
            } else {
                joins = goesOn(lines[i - 1], line, bytes)
            }
            if joins, let last = paragraphs.last {
                paragraphs[paragraphs.count - 1] = Span(last.start, UInt32(line.end))
            } else {
                paragraphs.append(Span(line.start..<line.end))
            }
        }
        return paragraphs
    }

    private static func lines(of bytes: UnsafeBufferPointer<UInt8>) -> [Line] {
        var lines: [Line] = []
        var blank = true
        var at = 0
        while at < bytes.count {
            var end = at
            while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
            let (first, last) = trimmed(at, end, bytes)
            if first < last {
                lines.append(Line(start: first, end: last, afterBlank: blank))
                blank = false
            } else {
                blank = true
            }
            at = end + 1
            if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { at += 1 }
        }
        return lines
    }

    /// The line without blanks, control characters and no-break spaces at its ends.
    private static func trimmed(_ start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> (Int, Int) {
        var first = start
        while first < end {
            if bytes[first] <= 0x20 {
                first += 1
            } else if bytes[first] == 0xC2, first + 1 < end, bytes[first + 1] == 0xA0 {
                first += 2
            } else {
                break
            }
        }
        var last = end
        while last > first {
            if bytes[last - 1] <= 0x20 {
                last -= 1
            } else if bytes[last - 1] == 0xA0, last - 2 >= first, bytes[last - 2] == 0xC2 {
                last -= 2
            } else {
                break
            }
        }
        return (first, last)
    }

    private static func wrapWidth(_ lines: [Line], _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let width = lines.map { $0.end - $0.start }.max() ?? 0
        guard width <= widestWrap else { return nil }
        var breaks = 0
        var forced = 0
        var inside = 0
        for i in lines.indices.dropFirst() where !lines[i].afterBlank {
            breaks += 1
            if isForced(lines[i - 1], lines[i], width, bytes) { forced += 1 }
            if goesOn(lines[i - 1], lines[i], bytes) { inside += 1 }
        }
        let wraps =
            breaks > 0 && Double(forced) >= forcedShare * Double(breaks)
            && Double(inside) >= insideShare * Double(breaks)
        return wraps ? width : nil
    }

    private static func isForced(
        _ line: Line, _ next: Line, _ width: Int, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        var end = next.start
        while end < next.end, bytes[end] > 0x20 { end += 1 }
        // A few bytes of play: lines are wrapped by characters or by a narrower measure than the widest.
        return line.end - line.start + 1 + (end - next.start) + 4 > width
    }

    private static func goesOn(_ line: Line, _ next: Line, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let first = bytes[next.start]
        guard first >= UInt8(ascii: "a"), first <= UInt8(ascii: "z") else { return false }
        let last = bytes[line.end - 1]
        let isLetter = last | 0x20 >= UInt8(ascii: "a") && last | 0x20 <= UInt8(ascii: "z")
        return isLetter || last == UInt8(ascii: ",") || last >= 0x80
    }
}
