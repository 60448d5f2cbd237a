package import Text

/// Finds where sentences end among the words of a paragraph: a linear classifier looks at each place
/// where one may end, from left to right, knowing where the last one did.
struct SentenceSplitter: Sendable {
    private let weights: WeightTable
    private let lists: TokenizerWords

    init(_ file: ModelFile, lists: TokenizerWords) throws {
        weights = try WeightTable(file.section("sentences"))
        self.lists = lists
    }

    /// The index of the word after each sentence, in order; the last is the range's end.
    func ends(of words: Range<Int>, in table: Analysis.Words, reader: CharacterReader) -> [Int] {
        guard !words.isEmpty else { return [] }
        let places = BoundaryFeatures(words, in: table, reader: reader, lists: lists)
        var state = BoundaryFeatures.State()
        var features: [UInt32] = []
        var scores = [Int32](repeating: 0, count: weights.columns)
        var ends: [Int] = []
        for word in words {
            if places.isCandidate(word) {
                places.fill(&features, before: word, state)
                features.withUnsafeBufferPointer { features in
                    scores.withUnsafeMutableBufferPointer { scores in
                        guard let features = features.baseAddress, let scores = scores.baseAddress else { return }
                        weights.score(features, BoundaryFeatures.count, into: scores)
                    }
                }
                if scores[0] > 0 {
                    ends.append(word)
                    state = BoundaryFeatures.State()
                }
            }
            places.advance(&state, over: word)
        }
        ends.append(words.upperBound)
        return ends
    }
}

extension Tokenizer {
    /// Cuts a text into paragraphs and words, and gives the places where sentences may end with what the
    /// splitter looks at there; `isEnd` says where one does end, by the byte offset of the next word.
    package func boundaries(
        of text: SourceText, isEnd: (UInt32) -> Bool, _ visit: ([UInt32], Bool) -> Void
    ) {
        text.utf8.withUnsafeBufferPointer { bytes in
            CharacterClass.ascii.withUnsafeBufferPointer { ascii in
                let reader = CharacterReader(bytes: bytes, ascii: ascii)
                var features: [UInt32] = []
                for paragraph in ParagraphFinder.paragraphs(of: bytes) {
                    var words = Analysis.Words()
                    tokenize(text, paragraph: paragraph, into: &words)
                    let places = BoundaryFeatures(0..<words.count, in: words, reader: reader, lists: lists)
                    var state = BoundaryFeatures.State()
                    for word in 0..<words.count {
                        if places.isCandidate(word) {
                            places.fill(&features, before: word, state)
                            let ends = isEnd(words.starts[word])
                            visit(features, ends)
                            if ends { state = BoundaryFeatures.State() }
                        }
                        places.advance(&state, over: word)
                    }
                }
            }
        }
    }
}
