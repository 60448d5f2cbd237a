/// Puts sections together to the bytes of a `ModelFile`.
public struct ModelWriter: Sendable {
    private var sections: [(name: String, bytes: [UInt8])] = []

    public init() {}

    /// Adds a section; traps when the name is longer than 31 bytes or used twice.
    public mutating func add(_ name: String, _ bytes: [UInt8]) {
        precondition(name.utf8.count < 32 && !sections.contains { $0.name == name }, "a bad section name: \(name)")
        sections.append((name, bytes))
    }

    /// Adds all sections of another file that are not there yet, so that a part can be trained anew alone.
    public mutating func addMissing(from file: ModelFile) throws(ModelFile.Failure) {
        for name in file.sectionNames where !sections.contains(where: { $0.name == name }) {
            add(name, Array(try file.section(name).bytes))
        }
    }

    /// The bytes of the whole file.
    public func bytes() -> [UInt8] {
        var body: [UInt8] = []
        var offset = ModelFile.headLength + sections.count * ModelFile.entryLength
        offset = Self.aligned(offset)
        for section in sections {
            var entry = Array(section.name.utf8)
            entry.append(contentsOf: repeatElement(0, count: 32 - entry.count))
            entry.append(littleEndian: UInt64(offset))
            entry.append(littleEndian: UInt64(section.bytes.count))
            body.append(contentsOf: entry)
            offset = Self.aligned(offset + section.bytes.count)
        }
        for section in sections {
            body.append(contentsOf: repeatElement(0, count: Self.aligned(body.count) - body.count))
            body.append(contentsOf: section.bytes)
        }
        var head = ModelFile.mark
        head.append(littleEndian: ModelFile.version)
        head.append(littleEndian: UInt32(sections.count))
        head.append(littleEndian: UInt64(ModelFile.headLength + body.count))
        head.append(littleEndian: body.withUnsafeBytes { ModelFile.checksum($0) })
        head.append(contentsOf: repeatElement(0, count: ModelFile.headLength - head.count))
        return head + body
    }

    private static func aligned(_ offset: Int) -> Int {
        (offset + ModelFile.alignment - 1) / ModelFile.alignment * ModelFile.alignment
    }
}

extension [UInt8] {
    /// Appends an integer, lowest byte first.
    public mutating func append(littleEndian value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }

    /// Appends the bit pattern of a number, lowest byte first.
    public mutating func append(littleEndian value: Float) { append(littleEndian: value.bitPattern) }
}
