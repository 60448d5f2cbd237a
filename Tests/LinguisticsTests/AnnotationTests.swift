import Linguistics
import LinguisticsTraining
import Testing
import Text

@Suite("Tags and trees")
struct AnnotationTests {
    /// Words of all kinds, and what is no word.
    private static let vocabulary = [
        "the", "President", "of", "Kazakhstan", "said", "that", "7,500", "km", ".", ",", "\u{201C}", "!!!", "a", "-",
        "Ω", "日本", "🙂", "é", "xqzt", "DON'T", "''", "http://example.org/a?b=c", "she", "met", "and", "\u{FFFD}", "1",
        String(repeating: "long", count: 80),
    ]

    private func random(_ sentences: Int, longest: Int, seed: UInt64) -> Analysis {
        var random = SplitMix64(seed: seed)
        var text = ""
        var symbols = SymbolTable()
        var words = Analysis.Words()
        var bounds: [Range<Int>] = []
        for _ in 0..<sentences {
            let first = words.count
            for _ in 0..<Int.random(in: 1...longest, using: &random) {
                let word = Self.vocabulary.randomElement(using: &random)!
                words.starts.append(UInt32(text.utf8.count))
                text += word
                words.ends.append(UInt32(text.utf8.count))
                text += " "
                words.forms.append(symbols.intern(word.lowercased()))
                words.tokenLengths.append(0)
            }
            bounds.append(first..<words.count)
        }
        var analysis = Analysis(text: SourceText(text), symbols: symbols)
        analysis.words = words
        analysis.sentences = bounds.map {
            Analysis.Sentence(span: analysis.span(ofWords: $0), words: $0, paragraph: 0)
        }
        return analysis
    }

    @Test("Any words get one root a sentence, heads inside it and no cycle", arguments: [3, 30, 900])
    func trees(longest: Int) throws {
        let model = try Model.standard()
        for seed in 0..<UInt64(longest > 100 ? 3 : 30) {
            var analysis = random(longest > 100 ? 3 : 20, longest: longest, seed: seed)
            model.annotate(&analysis)
            #expect(analysis.words.lemmas.count == analysis.words.count)
            for sentence in analysis.sentences {
                #expect(sentence.words.filter { analysis.words.heads[$0] < 0 }.count == 1)
                for word in sentence.words {
                    #expect((analysis.words.heads[word] < 0) == (analysis.words.relations[word] == .root))
                    var node = Int32(word)
                    var steps = 0
                    while node >= 0, steps <= sentence.words.count {
                        #expect(sentence.words.contains(Int(node)))
                        node = analysis.words.heads[Int(node)]
                        steps += 1
                    }
                    #expect(node < 0)
                }
            }
        }
    }

    @Test("A sentence is annotated alike alone and among others")
    func independent() throws {
        let model = try Model.standard()
        var together = random(60, longest: 25, seed: 7)
        let plain = together
        model.annotate(&together)
        for sentence in plain.sentences {
            var alone = plain
            alone.sentences = [sentence]
            model.annotate(&alone)
            for word in sentence.words {
                #expect(alone.words.heads[word] == together.words.heads[word])
                #expect(alone.words.relations[word] == together.words.relations[word])
                #expect(alone.words.xpos[word] == together.words.xpos[word])
            }
        }
    }

    @Test("An empty text stays empty")
    func empty() throws {
        var analysis = Analysis(text: SourceText(""), symbols: SymbolTable())
        try Model.standard().annotate(&analysis)
        #expect(analysis.words.count == 0 && analysis.words.heads.isEmpty)
    }
}
