import Text

/// The pieces of class, id and address values by which pages mark authors and dates, of `page_words.tsv`.
struct ElementMarks: Sendable {
    /// What the class and id of an element say, one bit a kind.
    struct Found: OptionSet, Sendable {
        let rawValue: UInt16
        static let byline = Found(rawValue: 1)
        static let aside = Found(rawValue: 2)
        static let comment = Found(rawValue: 4)
        static let published = Found(rawValue: 8)
        static let dated = Found(rawValue: 16)
        static let informed = Found(rawValue: 32)
        static let update = Found(rawValue: 64)
        static let wall = Found(rawValue: 128)
        static let live = Found(rawValue: 256)
        /// Of addresses: a folder that holds the pages of authors, and one of persons of all kinds.
        static let authorFolder = Found(rawValue: 512)
        static let personFolder = Found(rawValue: 1024)
    }

    private static let folders: [(name: String, mark: Found)] = [
        ("author-folder", .authorFolder), ("person-folder", .personFolder),
    ]
    private static let kinds: [(name: String, mark: Found)] = [
        ("byline", .byline), ("aside", .aside), ("comment", .comment), ("published", .published), ("dated", .dated),
        ("informed", .informed), ("update", .update), ("wall", .wall), ("live", .live),
    ]

    /// Words of a label before an author's name.
    let written: Set<String>
    private let names: Pieces
    private let addresses: Pieces

    init(_ rows: [DataTable.Row]) {
        func words(_ kind: String) -> [String] { rows.filter { $0["kind"] == kind }.flatMap { $0.list("words") } }
        written = Set(words("written"))
        names = Pieces(Self.kinds.flatMap { kind in words(kind.name).map { (Array($0.utf8), kind.mark) } })
        addresses = Pieces(Self.folders.flatMap { kind in words(kind.name).map { (Array($0.utf8), kind.mark) } })
    }

    /// The kinds whose pieces stand in a class or id value, in any case. O(n).
    func marks(_ value: UnsafeBufferPointer<UInt8>) -> Found { names.found(in: value) }

    /// The folders that stand in an address, in any case. O(n).
    func folders(_ address: UnsafeBufferPointer<UInt8>) -> Found { addresses.found(in: address) }

    /// Pieces of text, found by their first two bytes.
    private struct Pieces: Sendable {
        private var buckets = [[(bytes: [UInt8], mark: Found)]](repeating: [], count: 256)
        /// The buckets that hold a piece, a bit each, so that most pairs of letters cost one look.
        private var used = SIMD4<UInt64>()

        init(_ all: [([UInt8], Found)]) {
            for (bytes, mark) in all where bytes.count >= 2 {
                let bucket = Self.bucket(bytes[0], bytes[1])
                buckets[bucket].append((bytes, mark))
                used[bucket >> 6] |= 1 << UInt64(bucket & 63)
            }
        }

        func found(in value: UnsafeBufferPointer<UInt8>) -> Found {
            var found: Found = []
            guard value.count >= 2 else { return found }
            var first = Self.lower(value[0])
            for i in 0..<(value.count - 1) {
                let second = Self.lower(value[i + 1])
                let bucket = Self.bucket(first, second)
                first = second
                guard used[bucket >> 6] >> UInt64(bucket & 63) & 1 == 1 else { continue }
                for piece in buckets[bucket] where !found.contains(piece.mark) {
                    if Self.starts(value, i, piece.bytes) { found.insert(piece.mark) }
                }
            }
            return found
        }

        @inline(__always)
        private static func bucket(_ first: UInt8, _ second: UInt8) -> Int { Int(first &* 37 ^ second) }

        @inline(__always)
        private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

        private static func starts(_ value: UnsafeBufferPointer<UInt8>, _ i: Int, _ piece: [UInt8]) -> Bool {
            guard i + piece.count <= value.count else { return false }
            for j in piece.indices where lower(value[i + j]) != piece[j] { return false }
            return true
        }
    }
}
