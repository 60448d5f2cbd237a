import Text

/// What is wrong with an analysis that should hold of any text: used by tests and by fuzzing.
public struct AnalysisDefects {
    /// One line for each defect.
    public private(set) var all: [String] = []

    /// Looks at words, sentences, trees, names and chains. O(n).
    public init(_ analysis: Analysis) {
        checkLengths(analysis.words)
        checkSpans(analysis)
        guard all.isEmpty else { return }
        for sentence in analysis.sentences { checkTree(sentence, analysis.words.heads) }
        checkMentions(analysis)
    }

    private mutating func checkLengths(_ words: Analysis.Words) {
        let counts = [
            words.ends.count, words.forms.count, words.lemmas.count, words.upos.count, words.xpos.count,
            words.heads.count, words.relations.count, words.tokenLengths.count,
        ]
        if counts.contains(where: { $0 != words.count }) { all.append("arrays of different lengths") }
    }

    /// Words follow each other and cover all that is not white space; sentences hold all words in order.
    private mutating func checkSpans(_ analysis: Analysis) {
        let bytes = analysis.text.utf8
        var at = 0
        for word in 0..<analysis.words.count {
            let (start, end) = (Int(analysis.words.starts[word]), Int(analysis.words.ends[word]))
            if start < at || end <= start || end > bytes.count {
                all.append("word \(word) at \(start)..<\(end) after \(at)")
                return
            }
            checkGap(bytes[at..<start])
            at = end
        }
        checkGap(bytes[at...])
        var next: Int32 = 0
        for sentence in analysis.sentences {
            if sentence.firstWord != next || sentence.endWord <= next { all.append("a sentence starts not at \(next)") }
            next = sentence.endWord
        }
        if Int(next) != analysis.words.count { all.append("words after the last sentence") }
    }

    private mutating func checkGap(_ bytes: ArraySlice<UInt8>) {
        if bytes.allSatisfy({ $0 <= 0x20 || $0 == 0x7F }) { return }
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars
        where !Self.isBlank(scalar) {
            all.append("U+\(String(scalar.value, radix: 16)) lies in no word")
        }
    }

    /// White space, control characters and the two spaces of no width, which the tokenizer passes over.
    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.value <= 0x20 || 0x7F...0x9F ~= scalar.value
            || scalar.value == 0x200B || scalar.value == 0xFEFF
    }

    /// One root, heads inside the sentence, no cycle.
    private mutating func checkTree(_ sentence: Analysis.Sentence, _ heads: [Int32]) {
        var roots = 0
        // 0: not seen, 1: on the way up from the present word, 2: leads to the root.
        var marks = [UInt8](repeating: 0, count: sentence.words.count)
        for word in sentence.words {
            var path: [Int] = []
            var at = word
            while marks[at - sentence.words.lowerBound] == 0 {
                marks[at - sentence.words.lowerBound] = 1
                path.append(at)
                let head = heads[at]
                if head < 0 {
                    roots += 1
                    break
                }
                guard sentence.words.contains(Int(head)) else {
                    all.append("word \(at) has its head outside of the sentence")
                    return
                }
                at = Int(head)
                if marks[at - sentence.words.lowerBound] == 1 {
                    all.append("a cycle at word \(at)")
                    return
                }
            }
            for seen in path { marks[seen - sentence.words.lowerBound] = 2 }
        }
        if roots != 1 { all.append("\(roots) roots in the sentence at word \(sentence.firstWord)") }
    }

    private mutating func checkMentions(_ analysis: Analysis) {
        let words = 0..<analysis.words.count
        for name in analysis.entities
        where name.words.isEmpty || name.words.clamped(to: words) != name.words {
            all.append("a name of the words \(name.words)")
        }
        for chain in analysis.chains {
            if chain.mentions.count < 2 || !chain.mentions.indices.contains(chain.representative) {
                all.append("a chain of \(chain.mentions.count)")
            }
            for mention in chain.mentions
            where mention.words.clamped(to: words) != mention.words || !words.contains(Int(mention.head)) {
                all.append("a mention of the words \(mention.words)")
            }
        }
    }
}
