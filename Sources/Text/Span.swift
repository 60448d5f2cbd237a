/// A half-open range of UTF-8 byte offsets into one `SourceText`.
///
/// Offsets are 32-bit: a text may hold up to 4 GiB. A span knows nothing of the text that it
/// belongs to; whoever keeps a span keeps the text beside it.
public struct Span: Hashable, Sendable {
    /// The offset of the first byte.
    public var start: UInt32
    /// The offset after the last byte; never less than `start`.
    public var end: UInt32

    /// Makes a span from two byte offsets; traps when `end` is before `start`.
    @inlinable
    public init(_ start: UInt32, _ end: UInt32) {
        precondition(start <= end, "a span ends before it starts")
        self.start = start
        self.end = end
    }

    /// Makes a span from a range of byte offsets; traps when an offset does not fit 32 bits.
    @inlinable
    public init(_ range: Range<Int>) {
        self.init(UInt32(range.lowerBound), UInt32(range.upperBound))
    }

    /// The number of bytes.
    @inlinable public var count: Int { Int(end - start) }

    /// Whether the span holds no byte.
    @inlinable public var isEmpty: Bool { start == end }

    /// The same offsets as a range of `Int`, for indexing arrays.
    @inlinable public var range: Range<Int> { Int(start)..<Int(end) }

    /// Whether every byte of `other` is in this span.
    @inlinable public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

    /// Whether the byte at `offset` is in this span.
    @inlinable public func contains(_ offset: UInt32) -> Bool { start <= offset && offset < end }

    /// Whether the two spans share a byte.
    @inlinable public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

    /// The smallest span that holds both.
    @inlinable public func union(_ other: Span) -> Span {
        Span(min(start, other.start), max(end, other.end))
    }
}

extension Span: Comparable {
    /// Orders by start, then by end.
    @inlinable public static func < (a: Span, b: Span) -> Bool {
        (a.start, a.end) < (b.start, b.end)
    }
}
