import Coding
import Foundation
import Records
import Testing
import Text

/// Texts that break off behind any word of the lists of times and numbers: nothing is read behind the end.
@Suite struct TextEndsTests {
    private static func phrases(_ name: String, column: String) throws -> [String] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Sources/Coding/Data/\(name)")
        let table = try DataTable(String(contentsOf: file, encoding: .utf8), file: name)
        return table.rows.map { $0[column] }
    }

    @Test(arguments: [("time-words.tsv", "phrase"), ("numbers.tsv", "phrase"), ("units.tsv", "phrase")])
    func textsMayEndInAnyPhrase(_ name: String, _ column: String) throws {
        let coder = try ArticleCoder()
        let phrases = try Self.phrases(name, column: column)
        #expect(phrases.count > 20)
        for phrase in phrases {
            let text = "The ministers met \(phrase)"
            let coded = coder.code(Article(id: "1", text: text))
            #expect(coded.sentences.count == 1, "\(text)")
        }
    }
}
