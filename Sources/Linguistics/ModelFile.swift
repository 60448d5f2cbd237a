#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file of named sections that holds everything that was learned, mapped into memory and checked.
///
/// The layout, byte by byte, is in `Documentation/ModelFile.md`: a head of 64 bytes (mark, version,
/// number of sections, length, checksum), a table of sections, and the sections, each at a multiple
/// of 64 bytes. All numbers are little-endian. Opening costs one pass over the file for the checksum
/// and copies nothing; copies of the value share the mapping, which lives as long as any of them.
public struct ModelFile: Sendable {
    /// Why a model file is refused.
    public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        case unreadable(file: String, reason: String)
        case notAModel(file: String)
        case wrongVersion(file: String, found: UInt32, expected: UInt32)
        case truncated(file: String, expected: UInt64, found: UInt64)
        case damaged(file: String)
        case noSection(file: String, section: String)
        case badSection(file: String, section: String, reason: String)

        public var description: String {
            switch self {
            case .unreadable(let file, let reason): "\(file): cannot be read: \(reason)"
            case .notAModel(let file): "\(file): is not a model file; train one with 'chancery-train train'"
            case .wrongVersion(let file, let found, let expected):
                "\(file): is of version \(found), this program reads version \(expected); train the model anew"
            case .truncated(let file, let expected, let found):
                "\(file): holds \(found) bytes where its head says \(expected); copy it anew"
            case .damaged(let file): "\(file): is damaged (its checksum differs); copy it anew"
            case .noSection(let file, let section): "\(file): has no section '\(section)'; train the model anew"
            case .badSection(let file, let section, let reason): "\(file): section '\(section)': \(reason)"
            }
        }
    }

    /// One section: its bytes within the mapping.
    public struct Section: @unchecked Sendable {
        /// The bytes; valid as long as the section (which keeps the mapping) lives.
        public let bytes: UnsafeRawBufferPointer
        /// The file and the section, for messages.
        public let file: String
        public let name: String
        private let owner: MappedBytes

        init(bytes: UnsafeRawBufferPointer, file: String, name: String, owner: MappedBytes) {
            self.bytes = bytes
            self.file = file
            self.name = name
            self.owner = owner
        }
    }

    /// The version of the layout that this program reads and writes.
    public static let version: UInt32 = 1
    static let mark: [UInt8] = Array("CHANCERY".utf8)
    static let headLength = 64
    static let entryLength = 48
    static let alignment = 64

    private let file: String
    private let owner: MappedBytes
    private let entries: [(name: String, offset: Int, length: Int)]

    /// Maps a file and checks it. O(length) for the checksum.
    public init(path: String) throws(Failure) {
        try self.init(owner: MappedBytes(path: path), file: path)
    }

    /// Takes a model from bytes in memory, which are copied once.
    public init(bytes: [UInt8], file: String = "model") throws(Failure) {
        try self.init(owner: MappedBytes(copying: bytes), file: file)
    }

    private init(owner: MappedBytes, file: String) throws(Failure) {
        let bytes = owner.bytes
        guard bytes.count >= Self.headLength, bytes.prefix(8).elementsEqual(Self.mark) else {
            throw .notAModel(file: file)
        }
        let found = bytes.littleEndian32(at: 8)
        guard found == Self.version else {
            throw .wrongVersion(file: file, found: found, expected: Self.version)
        }
        let count = Int(bytes.littleEndian32(at: 12))
        let length = bytes.littleEndian64(at: 16)
        guard length == UInt64(bytes.count) else {
            throw .truncated(file: file, expected: length, found: UInt64(bytes.count))
        }
        guard Self.headLength + count * Self.entryLength <= bytes.count,
            Self.checksum(UnsafeRawBufferPointer(rebasing: bytes[Self.headLength...]))
                == bytes.littleEndian64(at: 24)
        else { throw .damaged(file: file) }
        var entries: [(name: String, offset: Int, length: Int)] = []
        for i in 0..<count {
            let at = Self.headLength + i * Self.entryLength
            let name = String(decoding: bytes[at..<at + 32].prefix { $0 != 0 }, as: UTF8.self)
            let offset = bytes.littleEndian64(at: at + 32)
            let size = bytes.littleEndian64(at: at + 40)
            guard offset % UInt64(Self.alignment) == 0, offset <= length, size <= length - offset else {
                throw .damaged(file: file)
            }
            entries.append((name, Int(offset), Int(size)))
        }
        self.file = file
        self.owner = owner
        self.entries = entries
    }

    /// The names of the sections in file order.
    public var sectionNames: [String] { entries.map(\.name) }

    /// A section by name.
    public func section(_ name: String) throws(Failure) -> Section {
        guard let entry = entries.first(where: { $0.name == name }) else {
            throw .noSection(file: file, section: name)
        }
        return Section(
            bytes: UnsafeRawBufferPointer(rebasing: owner.bytes[entry.offset..<entry.offset + entry.length]),
            file: file, name: name, owner: owner)
    }

    /// A checksum of 64 bits: four interleaved multiply-and-rotate lanes over words of eight bytes,
    /// folded together; made to notice damage, not to withstand forgery.
    static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        let prime: UInt64 = 0x9E37_79B9_7F4A_7C15
        var lanes: SIMD4<UInt64> = [1, 2, 3, 4]
        var i = 0
        while i + 32 <= bytes.count {
            var block = SIMD4<UInt64>()
            for k in 0..<4 { block[k] = bytes.littleEndian64(at: i + 8 * k) }
            lanes = (lanes ^ block) &* SIMD4(repeating: prime)
            lanes ^= lanes &>> SIMD4(repeating: 29)
            i += 32
        }
        var hash = UInt64(bytes.count)
        for k in 0..<4 { hash = (hash ^ lanes[k]) &* prime ^ (hash &>> 31) }
        while i < bytes.count {
            hash = (hash ^ UInt64(bytes[i])) &* prime
            i += 1
        }
        return hash ^ (hash >> 32)
    }
}

/// Bytes that stay where they are: a mapped file, or a copy in memory.
final class MappedBytes: @unchecked Sendable {
    let bytes: UnsafeRawBufferPointer
    private let isMapped: Bool

    init(path: String) throws(ModelFile.Failure) {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else {
            throw .unreadable(file: path, reason: String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_size > 0,
            let base = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED
        else { throw .notAModel(file: path) }
        bytes = UnsafeRawBufferPointer(start: base, count: Int(status.st_size))
        isMapped = true
    }

    init(copying source: [UInt8]) {
        let copy = UnsafeMutableRawBufferPointer.allocate(
            byteCount: max(source.count, 1), alignment: ModelFile.alignment)
        copy.copyBytes(from: source)
        bytes = UnsafeRawBufferPointer(start: copy.baseAddress, count: source.count)
        isMapped = false
    }

    deinit {
        guard let base = bytes.baseAddress else { return }
        if isMapped { munmap(UnsafeMutableRawPointer(mutating: base), bytes.count) } else { base.deallocate() }
    }
}

extension UnsafeRawBufferPointer {
    func littleEndian32(at offset: Int) -> UInt32 {
        UInt32(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    func littleEndian64(at offset: Int) -> UInt64 {
        UInt64(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
}
