import CLibXML2

/// Bytes in an encoding that a page or header names, to UTF-8.
enum NamedEncoding {
    /// Decodes with the system's converter; `nil` when it knows no such encoding.
    ///
    /// Byte sequences that the encoding does not have are passed over. O(n).
    static func decode(_ bytes: [UInt8], named name: String) -> [UInt8]? {
        let label = canonical(name)
        if label == "windows-1252" { return Windows1252.decode(bytes) }
        guard let converter = iconv_open("UTF-8", label), Int(bitPattern: converter) != -1 else { return nil }
        defer { iconv_close(converter) }
        var input = bytes
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count * 3 / 2)
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        input.withUnsafeMutableBytes { raw in
            guard let base = raw.baseAddress?.assumingMemoryBound(to: CChar.self) else { return }
            var next: UnsafeMutablePointer<CChar>? = base
            var left = raw.count
            while left > 0 {
                let before = left
                let size = chunk.count
                let written = chunk.withUnsafeMutableBytes { out -> Int in
                    var to: UnsafeMutablePointer<CChar>? = out.baseAddress?.assumingMemoryBound(to: CChar.self)
                    var room = size
                    _ = iconv(converter, &next, &left, &to, &room)
                    return size - room
                }
                output.append(contentsOf: chunk[..<written])
                // Nothing was taken and nothing written: the byte belongs to no sequence.
                if left == before, written == 0 {
                    output.append(contentsOf: [0xEF, 0xBF, 0xBD])
                    next = next?.advanced(by: 1)
                    left -= 1
                }
            }
        }
        return output
    }

    /// The labels that pages use for another encoding than they name, as the WHATWG standard has it.
    private static func canonical(_ name: String) -> String {
        let label = name.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
        switch label {
        case "iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "iso8859-1", "windows-1252", "cp1252",
            "iso-8859-15":
            return "windows-1252"
        case "gb2312", "gbk", "x-gbk", "gb_2312-80": return "GB18030"
        case "shift_jis", "shift-jis", "x-sjis", "sjis": return "CP932"
        case "ks_c_5601-1987", "euc-kr": return "CP949"
        case "iso-8859-9", "latin5": return "WINDOWS-1254"
        case "big5", "big5-hkscs", "x-x-big5", "big-5": return "BIG5-HKSCS"
        case "iso-8859-11", "tis-620", "windows-874": return "CP874"
        case "iso-8859-8-i", "iso-8859-8-e", "logical": return "ISO-8859-8"
        case "x-cp1251", "win-1251", "cp-1251": return "WINDOWS-1251"
        case "koi8", "koi": return "KOI8-R"
        default: return label
        }
    }
}
