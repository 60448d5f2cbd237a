import Foundation
import Linguistics
import Testing
import Text

/// Cases of the treebanks' conventions, and what holds of any bytes.
struct TokenizerTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let words: String
        var testDescription: String { text }
    }

    static let cases: [Case] = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Cases/tokenizer/words.tsv")
        guard let text = try? String(contentsOf: folder, encoding: .utf8),
            let table = try? DataTable(text, file: "words.tsv", columns: ["text", "words"])
        else { return [] }
        return table.rows.map { Case(text: $0["text"], words: $0["words"]) }
    }()

    @Test func casesAreRead() { #expect(Self.cases.count > 30) }

    @Test(arguments: cases)
    func wordsFollowTheTreebanks(_ item: Case) throws {
        let text = SourceText(item.text)
        var words = Analysis.Words()
        try Tokenizer().tokenize(text, paragraph: text.span, into: &words)
        var found = ""
        var inside = 0
        for word in 0..<words.count {
            if word > 0 { found += inside > 0 ? "+" : " " }
            inside = inside > 0 ? inside - 1 : max(0, Int(words.tokenLengths[word]) - 1)
            found += text[Span(words.starts[word], words.ends[word])]
        }
        #expect(found == item.words)
    }

    /// Bytes from a seeded source, rich in marks and in pieces of long scalars.
    static func noise(seed: UInt64) -> [UInt8] {
        var state = seed
        func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            return z ^ (z >> 27)
        }
        let pieces = [
            "a", "S", "'", "’", ".", "..", "U.S.", "n't", " ", "\n", "\n\n", "-", "$", "5", "@", "://", "www.",
            "é", "“", "\u{301}", "😀", "\u{200B}", "%", "(", ")", "\"", "m", "etc.", "/", ":", ",", "\0", "漢", "…",
        ]
        var bytes: [UInt8] = []
        for _ in 0..<Int(next() % 200) {
            if next() % 10 == 0 {
                bytes.append(UInt8(truncatingIfNeeded: next()))
            } else {
                bytes += pieces[Int(next() % UInt64(pieces.count))].utf8
            }
        }
        return bytes
    }

    /// Whether a sentence has one root, heads within itself and no cycle.
    static func isTree(_ sentence: Analysis.Sentence, _ heads: [Int32]) -> Bool {
        let roots = sentence.words.count { heads[$0] < 0 }
        return roots == 1
            && sentence.words.allSatisfy { word in
                var at = word
                for _ in sentence.words {
                    if heads[at] < 0 { return true }
                    at = Int(heads[at])
                    guard sentence.words.contains(at) else { return false }
                }
                return heads[at] < 0
            }
    }

    @Test func spansTileAnyText() throws {
        let analyzer = try Analyzer()
        for seed in 0..<400 as Range<UInt64> {
            let analysis = analyzer.analyze(SourceText(repairing: Self.noise(seed: seed)))
            let words = analysis.words
            var covered = [Bool](repeating: false, count: analysis.text.utf8.count)
            for word in 0..<words.count {
                #expect(words.starts[word] < words.ends[word])
                if word > 0 { #expect(words.ends[word - 1] <= words.starts[word]) }
                for i in analysis.span(ofWord: word).range { covered[i] = true }
            }
            let white = String(decoding: zip(analysis.text.utf8, covered).filter { !$0.1 }.map(\.0), as: UTF8.self)
            #expect(
                white.unicodeScalars.allSatisfy {
                    $0.properties.isWhitespace || $0.value < 0x20 || [0x7F, 0x200B, 0xFEFF].contains($0.value)
                })
            #expect(analysis.sentences.first?.firstWord ?? 0 == 0)
            for (a, b) in zip(analysis.sentences, analysis.sentences.dropFirst()) {
                #expect(a.endWord == b.firstWord)
            }
            #expect(Int(analysis.sentences.last?.endWord ?? 0) == words.count)
            for sentence in analysis.sentences { #expect(Self.isTree(sentence, words.heads)) }
        }
    }
}
