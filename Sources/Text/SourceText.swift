/// An immutable text in valid UTF-8: the one buffer that every span, token and piece of evidence of
/// an article points into.
///
/// Copies share the buffer. Byte offsets are the inner coordinate; Unicode scalar offsets, which
/// other programs are given, are derived through marks laid every `stride` bytes, so that either
/// direction costs at most one stride of scanning (none in ASCII text).
public struct SourceText: Sendable {
    /// The bytes; always valid UTF-8.
    public let utf8: [UInt8]
    /// How many Unicode scalars the text holds.
    public let scalarCount: Int
    /// Number of scalars that start before byte `i * stride`; empty when the text is ASCII.
    private let marks: [UInt32]
    private static let stride = 512

    /// Takes the text of a string. O(n).
    public init(_ string: String) {
        self.init(trusting: Array(string.utf8))
    }

    /// Takes bytes that are valid UTF-8, or gives `nil`. O(n).
    public init?(validating bytes: [UInt8]) {
        guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
        self.init(trusting: bytes)
    }

    /// Takes any bytes; what is not UTF-8 becomes U+FFFD, as the Unicode standard advises. O(n).
    public init(repairing bytes: [UInt8]) {
        self.init(trusting: Array(String(decoding: bytes, as: UTF8.self).utf8))
    }

    private init(trusting bytes: [UInt8]) {
        var marks: [UInt32] = []
        marks.reserveCapacity(bytes.count / Self.stride + 1)
        var scalars = 0
        bytes.withUnsafeBufferPointer { buffer in
            var block = 0
            while block < buffer.count {
                marks.append(UInt32(truncatingIfNeeded: scalars))
                let end = min(block + Self.stride, buffer.count)
                var starts = 0
                for i in block..<end where buffer[i] & 0xC0 != 0x80 { starts += 1 }
                scalars += starts
                block = end
            }
        }
        utf8 = bytes
        scalarCount = scalars
        self.marks = scalars == bytes.count ? [] : marks
    }

    /// The span of the whole text.
    public var span: Span { Span(0..<utf8.count) }

    /// The words of a span as a string; traps when the span leaves the text.
    public subscript(span: Span) -> String {
        String(decoding: utf8[span.range], as: UTF8.self)
    }

    /// The whole text as a string.
    public var string: String { String(decoding: utf8, as: UTF8.self) }

    /// How many Unicode scalars stand before a byte offset. O(1) in ASCII, else one stride at most.
    ///
    /// An offset inside a scalar counts that scalar.
    public func scalarOffset(ofByte offset: UInt32) -> Int {
        let offset = Int(offset)
        precondition(offset <= utf8.count, "an offset beyond the text")
        if marks.isEmpty { return offset }
        if offset == utf8.count { return scalarCount }
        let block = offset / Self.stride
        var scalars = Int(marks[block])
        for i in (block * Self.stride)..<offset where utf8[i] & 0xC0 != 0x80 { scalars += 1 }
        return scalars
    }

    /// The byte offset of the scalar with this index, or `nil` beyond the end. O(log n).
    public func byteOffset(ofScalar index: Int) -> UInt32? {
        guard index >= 0, index <= scalarCount else { return nil }
        if marks.isEmpty { return UInt32(index) }
        if index == scalarCount { return UInt32(utf8.count) }
        var low = 0
        var high = marks.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if Int(marks[middle]) <= index { low = middle } else { high = middle - 1 }
        }
        var scalars = Int(marks[low])
        var i = low * Self.stride
        while true {
            if utf8[i] & 0xC0 != 0x80 {
                if scalars == index { return UInt32(i) }
                scalars += 1
            }
            i += 1
        }
    }
}

extension SourceText: Hashable {
    public static func == (a: SourceText, b: SourceText) -> Bool { a.utf8 == b.utf8 }
    public func hash(into hasher: inout Hasher) { hasher.combine(utf8) }
}
