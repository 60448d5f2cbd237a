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
    /// The path that the stem is taken from, where it differs ("page.html" for "page.html.gz").
    var entry: String?
    /// The address that the input came from, where its container names one.
    var url: String?
    /// The charset that the container names.
    var charset: String?

    /// What a container holds, as an input of its own; `nil` when containers are too deep.
    func inside(_ source: any ByteSource, named name: String?) -> OpenInput? {
        guard depth < intake.limits.nesting else { return nil }
        var inner = self
        inner.stream = ByteStream(source)
        inner.depth += 1
        inner.entry = nil
        if let name {
            inner.path = "\(path)/\(name)"
        } else if path.hasSuffix(".gz") {
            inner.entry = String(path.dropLast(3))
        }
        return inner
    }

    /// The path's last part without its extension: the id of a file's only article.
    var stem: String {
        let whole = entry ?? path
        let name = whole.split(separator: "/").last.map(String.init) ?? whole
        if name == "-" { return "stdin" }
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }
}
