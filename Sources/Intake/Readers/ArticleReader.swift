/// Reads one form of input: one type a file, listed in `ReaderList`.
protocol ArticleReader: SendableMetatype {
    /// Whether an input is of this form, judged by its first bytes (up to 64 KB).
    static func accepts(_ head: ArraySlice<UInt8>) -> Bool
    /// Starts on an input; nothing need be read yet.
    init(_ input: OpenInput)
    /// The next article or finding; `nil` after the last.
    mutating func next() -> IntakeItem?
}

/// An input that is open for reading.
struct OpenInput {
    /// The path, with the entry's name behind it for what stands in a container.
    var path: String
    var stream: ByteStream
    var intake: ArticleIntake
    /// How many containers are around it.
    var depth = 0

    /// The path's last part without its extension: the id of a file's only article.
    var stem: String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        if name == "-" { return "stdin" }
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }
}
