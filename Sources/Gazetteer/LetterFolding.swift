import Text

/// Letters with marks and ligatures to plain ASCII, so that `Erdoğan` and `Erdogan` meet.
///
/// Read from `letters-folding.tsv`; letters that it does not name stay themselves. Lookup is O(1).
struct LetterFolding: Sendable {
    /// For each scalar below the limit the index of its replacement plus one, else 0.
    private var slots: [UInt8]
    private var replacements: [[UInt8]] = []
    private static let limit = 0x2000

    init(_ table: DataTable) throws(DataTable.Failure) {
        slots = Array(repeating: 0, count: Self.limit)
        for row in table.rows {
            replacements.append(Array(row["base"].utf8))
            guard replacements.count < 256 else {
                throw .badValue(
                    file: table.file, line: row.line, column: "base", value: row["base"],
                    expected: "at most 255 rows")
            }
            for scalar in row["letters"].unicodeScalars {
                guard Int(scalar.value) < Self.limit else {
                    throw .badValue(
                        file: table.file, line: row.line, column: "letters", value: String(scalar),
                        expected: "letters below U+2000")
                }
                slots[Int(scalar.value)] = UInt8(replacements.count)
            }
        }
    }

    /// The ASCII letters of a scalar, or `nil` when the table has none.
    @inline(__always)
    func replacement(_ scalar: UInt32) -> [UInt8]? {
        guard scalar < Self.limit, slots[Int(scalar)] != 0 else { return nil }
        return replacements[Int(slots[Int(scalar)]) - 1]
    }

    /// A name as an id: folded, lower-case, `-` between words.
    func slug(_ name: String) -> String {
        var out: [UInt8] = []
        var gap = false
        for scalar in name.unicodeScalars {
            var letters: [UInt8] = []
            if let folded = replacement(scalar.value) {
                letters = folded
            } else if scalar.isASCII, let byte = UInt8(exactly: scalar.value) {
                let lowered = (65...90).contains(byte) ? byte + 32 : byte
                let isWord = (97...122).contains(lowered) || (48...57).contains(lowered) || lowered == 43
                if isWord { letters = [lowered] } else if lowered != 39 && lowered != 46 { gap = true }
            } else if scalar.value == 0x2019 || scalar.value == 0x2BB {
                continue
            } else if scalar.value >= 0x80 {
                letters = Array(String(scalar).utf8)
            }
            if letters.isEmpty { continue }
            if gap && !out.isEmpty { out.append(45) }
            gap = false
            out.append(contentsOf: letters)
        }
        return String(decoding: out, as: UTF8.self)
    }
}
