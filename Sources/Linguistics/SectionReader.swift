/// Reads the fields of a model section in order; every read is checked against the section's end.
struct SectionReader {
    let section: ModelFile.Section
    private(set) var offset = 0

    init(_ section: ModelFile.Section) { self.section = section }

    /// The next 32-bit number.
    mutating func number() throws(ModelFile.Failure) -> Int {
        try need(4)
        defer { offset += 4 }
        return Int(section.bytes.littleEndian32(at: offset))
    }

    /// The next 32-bit floating-point number.
    mutating func float() throws(ModelFile.Failure) -> Float {
        try need(4)
        defer { offset += 4 }
        return Float(bitPattern: section.bytes.littleEndian32(at: offset))
    }

    /// A count and as many strings, each led by its length in bytes.
    mutating func strings() throws(ModelFile.Failure) -> [String] {
        let count = try number()
        try need(count * 4)
        var result: [String] = []
        result.reserveCapacity(count)
        for _ in 0..<count {
            let length = try number()
            try need(length)
            result.append(String(decoding: section.bytes[offset..<offset + length], as: UTF8.self))
            offset += length
        }
        return result
    }

    /// As many fixed-size numbers as asked for, left where they lie, from the next multiple of 64 bytes.
    mutating func array<T: BitwiseCopyable>(_ type: T.Type, count: Int) throws(ModelFile.Failure) -> UnsafePointer<T> {
        offset = (offset + 63) / 64 * 64
        guard count >= 0, count < 1 << 40 else { throw failure("a count is out of range") }
        try need(count * MemoryLayout<T>.stride)
        guard let base = section.bytes.baseAddress else { throw failure("is empty") }
        let start = base + offset
        offset += count * MemoryLayout<T>.stride
        return start.assumingMemoryBound(to: T.self)
    }

    /// The error that says what is wrong with this section.
    func failure(_ reason: String) -> ModelFile.Failure {
        .badSection(file: section.file, section: section.name, reason: reason)
    }

    private func need(_ count: Int) throws(ModelFile.Failure) {
        guard count >= 0, count <= section.bytes.count - offset else {
            throw failure("ends too early (\(section.bytes.count) bytes)")
        }
    }
}

/// Writes the fields that `SectionReader` reads.
public struct SectionWriter: Sendable {
    public private(set) var bytes: [UInt8] = []

    public init() {}

    public mutating func number(_ value: Int) { bytes.append(littleEndian: UInt32(value)) }

    public mutating func float(_ value: Float) { bytes.append(littleEndian: value) }

    public mutating func strings(_ values: [String]) {
        number(values.count)
        for value in values {
            number(value.utf8.count)
            bytes.append(contentsOf: value.utf8)
        }
    }

    public mutating func array(_ values: some Sequence<some FixedWidthInteger>) {
        bytes.append(contentsOf: repeatElement(0, count: (64 - bytes.count % 64) % 64))
        for value in values { bytes.append(littleEndian: value) }
    }
}
