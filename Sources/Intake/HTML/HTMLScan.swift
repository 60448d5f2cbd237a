import Foundation

/// Finding tags and their ends in the bytes of a page, without building anything.
enum HTMLScan {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// A quote that is open for longer would swallow the page.
    private static let longestQuote = 1 << 17

    /// Whether a word in lower case stands at an offset, in any case.
    @inline(__always)
    static func starts(_ all: Bytes, _ i: Int, _ word: StaticString) -> Bool {
        guard i + word.utf8CodeUnitCount <= all.count else { return false }
        for j in 0..<word.utf8CodeUnitCount where all[i + j] | 0x20 != word.utf8Start[j] | 0x20 { return false }
        return true
    }

    /// Whether a range holds a word, in any case.
    static func holds(_ all: Bytes, _ range: Range<Int>, _ word: StaticString) -> Bool {
        range.contains { starts(all, $0, word) }
    }

    /// Whether an element's start tag stands at an offset.
    static func isTag(_ all: Bytes, _ i: Int, _ name: StaticString) -> Bool {
        let after = i + 1 + name.utf8CodeUnitCount
        guard after < all.count, starts(all, i + 1, name) else { return false }
        switch all[after] {
        case 0x20, 0x09, 0x0A, 0x0C, 0x0D, UInt8(ascii: ">"), UInt8(ascii: "/"): return true
        default: return false
        }
    }

    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

    /// Where an element's inside starts and where its end tag starts.
    static func element(_ all: Bytes, _ i: Int, _ name: StaticString) -> (Int, Int) {
        let open = tagEnd(all, i)
        if open >= 2, all[open - 2] == UInt8(ascii: "/"), name.utf8CodeUnitCount == 3 { return (open, open) }
        // Only drawings stand in one another.
        let nests = name.utf8CodeUnitCount == 3
        var depth = 1
        var first: Int?
        var j = open
        while let next = byte(UInt8(ascii: "<"), in: all, from: j) {
            if next + 1 < all.count, all[next + 1] == UInt8(ascii: "/"), starts(all, next + 2, name) {
                depth -= 1
                first = first ?? next
                if depth == 0 || !nests { return (open, next) }
            } else if nests, isTag(all, next, name) {
                let end = tagEnd(all, next)
                if all[end - 1] != UInt8(ascii: ">") || all[end - 2] != UInt8(ascii: "/") { depth += 1 }
            }
            j = next + 1
        }
        // Drawings that are never closed end where the first of them does.
        if let first { return (open, first) }
        return (open, all.count)
    }

    /// The offset behind a tag's ">"; quotes may hide one. An element that was already closed ends where it starts.
    static func tagEnd(_ all: Bytes, _ i: Int) -> Int {
        guard i < all.count, all[i] == UInt8(ascii: "<") else { return i }
        var j = i + 1
        var previous: UInt8 = 0
        while j < all.count {
            let byte = all[j]
            if byte == UInt8(ascii: ">") { return j + 1 }
            if previous == UInt8(ascii: "="), byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                let near = Bytes(rebasing: all[..<min(all.count, j + longestQuote)])
                guard let end = Self.byte(byte, in: near, from: j + 1) else { break }
                j = end
            }
            if byte > 0x20 { previous = byte }
            j += 1
        }
        return byte(UInt8(ascii: ">"), in: all, from: i).map { $0 + 1 } ?? all.count
    }

    /// Where the value of an attribute ends that starts behind a "=".
    static func valueEnd(_ all: Bytes, _ start: Int, _ end: Int) -> Int {
        var i = start
        while i < end, all[i] <= 0x20 { i += 1 }
        guard i < end else { return end }
        if all[i] == UInt8(ascii: "\"") || all[i] == UInt8(ascii: "'") {
            let close = byte(all[i], in: all, from: i + 1) ?? end
            return min(close + 1, end)
        }
        while i < end, all[i] > 0x20 { i += 1 }
        return i
    }

    /// The offset of the first such byte.
    @inline(__always)
    static func byte(_ byte: UInt8, in all: Bytes, from start: Int) -> Int? {
        guard let base = all.baseAddress, start < all.count else { return nil }
        guard let hit = memchr(base + start, Int32(byte), all.count - start) else { return nil }
        return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
    }

    /// The offset of the first match of a word, in any case.
    static func find(_ all: Bytes, from: Int, _ word: StaticString) -> Int? {
        var i = from
        while let next = byte(word.utf8Start[0], in: all, from: i) {
            if starts(all, next, word) { return next }
            i = next + 1
        }
        return nil
    }
}
