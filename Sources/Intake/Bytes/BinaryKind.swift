/// Kinds of file that are told by their first bytes and are no text.
enum BinaryKind {
    private static let signatures: [([UInt8], String)] = [
        (Array("%PDF-".utf8), "a PDF file"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        (Array("GIF8".utf8), "a GIF picture"),
        (Array("RIFF".utf8), "a sound, film or WebP picture"),
        (Array("OggS".utf8), "a sound or film"),
        (Array("ID3".utf8), "a sound"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        (Array("MZ".utf8) + [0x90], "a program"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old office document"),
        (Array("{\\rtf".utf8), "an RTF document"),
        (Array("SQLite format 3".utf8), "a database"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz archive"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a zstd archive"),
        (Array("BZh".utf8), "a bzip2 archive"),
        ([0x37, 0x7A, 0xBC, 0xAF], "a 7z archive"),
    ]

    /// The kind's name with its article, or `nil`.
    static func of(_ bytes: some Collection<UInt8>) -> String? {
        signatures.first { bytes.starts(with: $0.0) }?.1
    }
}
