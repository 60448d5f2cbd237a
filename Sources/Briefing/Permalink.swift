import Text

/// Names for addresses that derive from content alone, so that they survive reading the same articles
/// again from elsewhere.
enum Permalink {
    /// A prefix and an identifier that itself derives from content, with what no address may hold
    /// replaced.
    static func make(_ prefix: String, id: String) -> String {
        var name = prefix + "-"
        for scalar in id.unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", ".", "_", ":", "-": name.unicodeScalars.append(scalar)
            default: name += "-"
            }
        }
        return name
    }

    /// A prefix, a hyphen and 64 bits of FNV-1a over the parts in hexadecimal.
    static func make(_ prefix: String, _ parts: [String]) -> String {
        var bytes: [UInt8] = []
        for part in parts {
            bytes.append(contentsOf: part.utf8)
            bytes.append(0)
        }
        let hash = bytes.withUnsafeBufferPointer { SymbolTable.hash($0) }
        let digits = String(hash, radix: 16)
        return prefix + "-" + String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// Makes permalinks that differ even where two things have the same content, by numbering them.
struct UniquePermalinks {
    private var used: [String: Int] = [:]

    mutating func make(_ prefix: String, _ parts: [String]) -> String {
        let link = Permalink.make(prefix, parts)
        let count = (used[link] ?? 0) + 1
        used[link] = count
        return count == 1 ? link : "\(link)-\(count)"
    }
}
