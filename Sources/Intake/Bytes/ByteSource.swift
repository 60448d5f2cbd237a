/// Something that gives bytes until it ends.
protocol ByteSource: AnyObject {
    /// The next bytes, at most `count`; empty at the end.
    ///
    /// - Throws: `IntakeFailure` when the bytes cannot be had or are not what they say they are.
    func read(_ count: Int) throws(IntakeFailure) -> [UInt8]
}

/// Why an input could not be read, in words for the user.
struct IntakeFailure: Error, Hashable, Sendable {
    /// What is wrong and what to do.
    var message: String
    init(_ message: String) { self.message = message }
}

/// Bytes that are already in memory.
final class MemorySource: ByteSource {
    let bytes: [UInt8]
    private var position = 0
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func read(_ count: Int) throws(IntakeFailure) -> [UInt8] {
        let end = min(position + count, bytes.count)
        defer { position = end }
        return Array(bytes[position..<end])
    }
}
