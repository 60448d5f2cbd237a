import Text

/// Word classes of one area, read from a table of classes and words, in the numbers of the rule
/// vocabulary: one bit a class, so that a word is asked by an integer.
///
/// A case of `Name` is a row of the table by its own name.
struct WordClasses<Name: RawRepresentable & CaseIterable & Sendable>: Sendable where Name.RawValue == Int {
    private var masks: [UInt64] = []

    /// Reads a table with the columns "class" and "words", words separated by "|".
    ///
    /// - Throws: `DataTable.Failure` for a class that the code does not know, or one that the table lacks.
    init(_ name: String, vocabulary: inout RuleVocabulary) throws {
        let file = try DataFiles.table(name, columns: ["class", "words"])
        var missing = Set(Name.allCases.map(\.rawValue))
        for row in file.rows {
            guard let known = Name.allCases.first(where: { "\($0)" == row["class"] }) else {
                throw DataTable.Failure.badValue(
                    file: file.file, line: row.line, column: "class", value: row["class"], expected: "a known class")
            }
            missing.remove(known.rawValue)
            for word in row.list("words") {
                let number = Int(vocabulary.number(word))
                if number >= masks.count { masks += [UInt64](repeating: 0, count: number + 1 - masks.count) }
                masks[number] |= 1 << UInt64(known.rawValue)
            }
        }
        if let first = Name.allCases.first(where: { missing.contains($0.rawValue) }) {
            throw DataTable.Failure.badValue(
                file: file.file, line: 1, column: "class", value: "", expected: "a row '\(first)'")
        }
    }

    /// Whether the word of a number is in a class; -1 is in none.
    @inline(__always)
    func contains(_ name: Name, _ number: Int32) -> Bool {
        number >= 0 && Int(number) < masks.count && masks[Int(number)] & (1 << UInt64(name.rawValue)) != 0
    }
}
