internal import Text

/// The words of a text with case, marks and punctuation taken away, each with its place.
///
/// Two printings of one wording fold to the same words: letters are lowered (Latin), apostrophes and
/// the commas and points that stand outside a number vanish, everything else that is no letter or
/// digit separates words. O(n) over the bytes; no `String` is made until a word is asked for.
package struct FoldedText: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []
    /// Byte offset of each word's first byte in the text that was folded.
    package private(set) var starts: [UInt32] = []
    /// Byte offset after each word's last byte in the text that was folded.
    package private(set) var stops: [UInt32] = []
    /// Whether the word began with a capital letter.
    package private(set) var capitals: [Bool] = []

    package var count: Int { ends.count }

    package init(_ text: String) {
        var text = text
        text.withUTF8 { self.fold($0) }
    }

    /// The folded form of a word.
    package subscript(word: Int) -> String {
        String(decoding: bytes[range(word)], as: UTF8.self)
    }

    /// All words in order.
    package var words: [String] { (0..<count).map { self[$0] } }

    /// The FNV-1a hash of a folded word.
    package func hash(_ word: Int) -> UInt64 {
        bytes.withUnsafeBufferPointer { SymbolTable.hash(UnsafeBufferPointer(rebasing: $0[range(word)])) }
    }

    /// How many bytes a folded word has.
    package func length(_ word: Int) -> Int { range(word).count }

    /// Whether a word begins with a digit.
    package func isNumber(_ word: Int) -> Bool {
        let first = bytes[range(word).lowerBound]
        return first >= 0x30 && first <= 0x39
    }

    private func range(_ word: Int) -> Range<Int> {
        (word == 0 ? 0 : Int(ends[word - 1]))..<Int(ends[word])
    }

    private mutating func fold(_ source: UnsafeBufferPointer<UInt8>) {
        bytes.reserveCapacity(source.count)
        var open = false
        var capital = false
        var start = 0
        var i = 0
        func digit(_ at: Int) -> Bool { at >= 0 && at < source.count && source[at] >= 0x30 && source[at] <= 0x39 }
        while i < source.count {
            let byte = source[i]
            var take: [UInt8] = []
            var width = 1
            var joins = false
            switch byte {
            case 0x30...0x39, 0x61...0x7A: take = [byte]
            case 0x41...0x5A: take = [byte | 0x20]
            case 0x27: joins = true
            case 0x2C where digit(i - 1) && digit(i + 1): joins = true
            case 0x2E where digit(i - 1) && digit(i + 1): take = [byte]
            case 0x00..<0x80: break
            case 0xC2: width = 2
            case 0xC3 where i + 1 < source.count:
                width = 2
                let low = source[i + 1]
                take = [0xC3, low >= 0x80 && low <= 0x9E && low != 0x97 ? low + 0x20 : low]
            case 0xE2 where i + 2 < source.count:
                width = 3
                if source[i + 1] == 0x80, source[i + 2] == 0x98 || source[i + 2] == 0x99 { joins = true }
            default:
                width = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
                take = Array(source[i..<min(i + width, source.count)])
            }
            if !take.isEmpty {
                if !open {
                    open = true
                    start = i
                    capital = byte >= 0x41 && byte <= 0x5A
                }
                bytes.append(contentsOf: take)
            } else if !joins {
                close(start, i, capital, &open)
            }
            i += width
        }
        close(start, min(i, source.count), capital, &open)
    }

    private mutating func close(_ start: Int, _ end: Int, _ capital: Bool, _ open: inout Bool) {
        guard open else { return }
        open = false
        ends.append(UInt32(bytes.count))
        starts.append(UInt32(start))
        stops.append(UInt32(end))
        capitals.append(capital)
    }
}
