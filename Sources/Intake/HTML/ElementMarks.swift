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
    }

    private static let kinds: [(name: String, mark: Found)] = [
        ("byline", .byline), ("aside", .aside), ("comment", .comment), ("published", .published), ("dated", .dated),
        ("informed", .informed), ("update", .update), ("wall", .wall), ("live", .live),
    ]

    /// Folders of addresses that hold the pages of authors, and of persons of all kinds.
    let authorFolders: [String]
    let personFolders: [String]
    /// Words of a label before an author's name.
    let written: Set<String>
    private var pieces: [(bytes: [UInt8], mark: Found)] = []
    /// The pieces that start with a byte, as a range of `pieces`.
    private var starts = [Range<Int>](repeating: 0..<0, count: 256)

    init(_ rows: [DataTable.Row]) {
        func words(_ kind: String) -> [String] { rows.filter { $0["kind"] == kind }.flatMap { $0.list("words") } }
        authorFolders = words("author-folder")
        personFolders = words("person-folder")
        written = Set(words("written"))
        for (name, mark) in Self.kinds { pieces += words(name).map { (Array($0.utf8), mark) } }
        pieces.sort { $0.bytes.lexicographicallyPrecedes($1.bytes) }
        var i = 0
        while i < pieces.count {
            let first = pieces[i].bytes[0]
            let end = pieces[i...].firstIndex { $0.bytes[0] != first } ?? pieces.count
            starts[Int(first)] = i..<end
            i = end
        }
    }

    /// The kinds whose pieces stand in a class or id value, in any case. O(n).
    func marks(_ value: UnsafeBufferPointer<UInt8>) -> Found {
        var found: Found = []
        for i in value.indices {
            let first = value[i] >= 0x41 && value[i] <= 0x5A ? value[i] | 0x20 : value[i]
            for piece in starts[Int(first)] where !found.contains(pieces[piece].mark) {
                if Self.starts(value, i, pieces[piece].bytes) { found.insert(pieces[piece].mark) }
            }
        }
        return found
    }

    private static func starts(_ value: UnsafeBufferPointer<UInt8>, _ i: Int, _ piece: [UInt8]) -> Bool {
        guard i + piece.count <= value.count else { return false }
        for j in piece.indices {
            let byte = value[i + j]
            if (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) != piece[j] { return false }
        }
        return true
    }
}
