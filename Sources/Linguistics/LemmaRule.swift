/// How a form becomes its lemma: a way of casing, an ending that goes, an ending that comes.
public struct LemmaRule: Sendable, Hashable {
    /// What happens to the case of the letters.
    public enum Casing: UInt8, Sendable {
        case asPrinted, lowered, firstUpper
    }

    public let casing: Casing
    /// How many Unicode scalars go from the end.
    public let dropped: Int
    /// What is put in their place.
    public let ending: String

    public init(casing: Casing, dropped: Int, ending: String) {
        self.casing = casing
        self.dropped = dropped
        self.ending = ending
    }

    /// Writes the lemma's bytes to `out`, which is emptied first.
    func apply(
        printed: UnsafeBufferPointer<UInt8>, lowered: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]
    ) {
        out.removeAll(keepingCapacity: true)
        switch casing {
        case .asPrinted: out.append(contentsOf: printed)
        case .lowered: out.append(contentsOf: lowered)
        case .firstUpper:
            out.append(contentsOf: lowered)
            let first = Self.firstScalar(printed)
            if first == Self.firstScalar(lowered) { out.replaceSubrange(0..<first, with: printed.prefix(first)) }
        }
        var left = dropped
        var end = out.count
        while left > 0, end > 0 {
            end -= 1
            if out[end] & 0xC0 != 0x80 { left -= 1 }
        }
        out.removeSubrange(end...)
        out.append(contentsOf: ending.utf8)
        if out.isEmpty { out.append(contentsOf: printed) }
    }

    private static func firstScalar(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard !bytes.isEmpty else { return 0 }
        var n = 1
        while n < bytes.count, bytes[n] & 0xC0 == 0x80 { n += 1 }
        return n
    }
}
