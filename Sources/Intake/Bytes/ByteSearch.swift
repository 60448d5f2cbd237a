import Foundation

// The standard library's searches for a string in a string compare characters and take a hundred times
// as long as a search for bytes. Nothing in this module needs canonical equivalence, so that these
// overloads, which the compiler prefers for being no generics, stand in for them.

/// A search for bytes in bytes.
enum ByteSearch {
    /// The offset of the first match at or behind `start`. O(n).
    @inline(__always)
    static func find(
        _ needle: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int = 0
    ) -> Int? {
        guard let base = text.baseAddress, let wanted = needle.baseAddress, !needle.isEmpty else {
            return needle.isEmpty ? start : nil
        }
        let last = text.count - needle.count
        var i = start
        while i <= last {
            guard let hit = memchr(base + i, Int32(wanted[0]), last - i + 1) else { return nil }
            i = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
            if memcmp(base + i, wanted, needle.count) == 0 { return i }
            i += 1
        }
        return nil
    }

    /// The offsets of all matches that do not overlap. O(n).
    static func all(_ needle: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>) -> [Int] {
        var found: [Int] = []
        guard !needle.isEmpty else { return found }
        var start = 0
        while let next = find(needle, in: text, from: start) {
            found.append(next)
            start = next + needle.count
        }
        return found
    }
}

extension StringProtocol {
    fileprivate func byteRanges(of other: String, first: Bool) -> [Range<Index>] {
        let offsets = withBytes { text in
            other.withBytes { needle in
                first ? ByteSearch.find(needle, in: text).map { [$0] } ?? [] : ByteSearch.all(needle, in: text)
            }
        }
        let length = other.utf8.count
        return offsets.map { offset in
            let start = utf8.index(startIndex, offsetBy: offset)
            return start..<utf8.index(start, offsetBy: length)
        }
    }

    fileprivate func holds(_ other: String) -> Bool {
        withBytes { text in other.withBytes { ByteSearch.find($0, in: text) != nil } }
    }
}

extension String {
    func contains(_ other: String) -> Bool { holds(other) }
    func firstRange(of other: String) -> Range<Index>? { byteRanges(of: other, first: true).first }
    func ranges(of other: String) -> [Range<Index>] { byteRanges(of: other, first: false) }

    func replacing(_ other: String, with replacement: String) -> String {
        withBytes { text in
            other.withBytes { needle in
                let matches = ByteSearch.all(needle, in: text)
                if matches.isEmpty { return self }
                var bytes: [UInt8] = []
                bytes.reserveCapacity(text.count)
                var start = 0
                for match in matches {
                    bytes.append(contentsOf: text[start..<match])
                    bytes.append(contentsOf: replacement.utf8)
                    start = match + needle.count
                }
                bytes.append(contentsOf: text[start...])
                return String(decoding: bytes, as: UTF8.self)
            }
        }
    }
}

extension Substring {
    func contains(_ other: String) -> Bool { holds(other) }
    func firstRange(of other: String) -> Range<Index>? { byteRanges(of: other, first: true).first }
    func ranges(of other: String) -> [Range<Index>] { byteRanges(of: other, first: false) }
}
