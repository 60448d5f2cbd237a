import Text

/// Whether two spellings may render one name in another script.
///
/// Each spelling is reduced to a key by the rules of `letters-transliteration.tsv` (romanisation
/// schemes differ in the same few letters); keys that are equal, or one edit apart for every five
/// letters, may render one name. This alone proves nothing: the linker asks it only where an office
/// or a country beside the name already points at one person.
struct Transliteration: Sendable {
    /// Replacements by first letter, the longest pattern first.
    private var rules: [[(pattern: [UInt8], key: [UInt8])]] = Array(repeating: [], count: 256)

    init(_ table: DataTable) throws(DataTable.Failure) {
        for row in table.rows {
            let pattern = Array(row["pattern"].utf8)
            guard let first = pattern.first else {
                throw .badValue(
                    file: table.file, line: row.line, column: "pattern", value: "", expected: "letters")
            }
            rules[Int(first)].append((pattern, Array(row["key"].utf8)))
        }
        for i in rules.indices {
            rules[i] = rules[i].enumerated()
                .sorted { ($1.element.pattern.count, $0.offset) < ($0.element.pattern.count, $1.offset) }
                .map(\.element)
        }
    }

    /// The key of a folded name.
    func key(_ name: String) -> [UInt8] {
        let bytes = Array(name.utf8)
        var out: [UInt8] = []
        var i = 0
        while i < bytes.count {
            var step = 1
            var replacement = [bytes[i]]
            for rule in rules[Int(bytes[i])] where bytes[i...].starts(with: rule.pattern) {
                step = rule.pattern.count
                replacement = rule.key
                break
            }
            for byte in replacement where out.last != byte { out.append(byte) }
            i += step
        }
        return out
    }

    /// Whether two surnames may be one.
    func similar(_ a: String, _ b: String) -> Bool {
        if a == b { return true }
        let (a, b) = (key(a), key(b))
        if a == b { return true }
        let longer = max(a.count, b.count)
        guard min(a.count, b.count) >= 4 else { return false }
        return Self.distance(a, b, limit: longer / 5) <= longer / 5
    }

    /// Whether two given names may be one: as surnames, or one an initial or a beginning of the other.
    func similarGiven(_ a: String, _ b: String) -> Bool {
        if a.isEmpty || b.isEmpty || similar(a, b) { return true }
        let (a, b) = (key(a), key(b))
        guard a.first == b.first else { return false }
        if a.starts(with: b) || b.starts(with: a) { return true }
        return min(a.count, b.count) >= 4 && Self.distance(a, b, limit: 2) <= 2
    }

    /// Whether two given names may be one where nothing else points at the bearer: by the same key, or one
    /// the beginning of the other.
    func sameGiven(_ a: String, _ b: String) -> Bool {
        if a.isEmpty || b.isEmpty { return false }
        let (a, b) = (key(a), key(b))
        return a.starts(with: b) || b.starts(with: a)
            || min(a.count, b.count) >= 5 && Self.distance(a, b, limit: 1) <= 1
    }

    /// The Levenshtein distance, or `limit + 1` when it is greater.
    static func distance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
        if abs(a.count - b.count) > limit { return limit + 1 }
        var row = Array(0...b.count)
        for i in 1...max(a.count, 1) where a.count > 0 {
            var diagonal = row[0]
            row[0] = i
            var least = i
            for j in 1...max(b.count, 1) where b.count > 0 {
                let above = row[j]
                row[j] = min(above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1))
                diagonal = above
                least = min(least, row[j])
            }
            if least > limit { return limit + 1 }
        }
        return row[b.count]
    }
}
