import Foundation
import Linguistics
import Text

/// The dictionary that training gives to the model: `lexicon.tsv`, made into the section `classes`.
public struct Lexicon: Sendable {
    private let words: [(form: String, kinds: WordClasses.Kinds)]

    private static let letters: [Character: WordClasses.Kinds] = [
        "n": .noun, "p": .plural, "v": .verb, "s": .third, "d": .past, "g": .gerund, "a": .adjective,
        "c": .compared, "r": .adverb,
    ]

    /// Reads the list that comes with the trainer; throws `DataTable.Failure` for a damaged one.
    public init() throws {
        guard let folder = Bundle.module.resourceURL?.appendingPathComponent("Data") else {
            throw CocoaError(.fileNoSuchFile)
        }
        let text = try String(contentsOf: folder.appendingPathComponent("lexicon.tsv"), encoding: .utf8)
        let table = try DataTable(text, file: "lexicon.tsv", columns: ["form", "classes"])
        words = try table.rows.map { row in
            var kinds: WordClasses.Kinds = []
            for letter in row["classes"] {
                guard let kind = Self.letters[letter] else {
                    throw DataTable.Failure.badValue(
                        file: table.file, line: row.line, column: "classes", value: row["classes"],
                        expected: "letters of npvsdgacr")
                }
                kinds.formUnion(kind)
            }
            return (row["form"], kinds)
        }
    }

    /// The section's bytes.
    public var section: [UInt8] { WordClasses.section(words) }
}
