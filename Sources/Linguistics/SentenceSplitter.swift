package import Text

/// Finds where sentences end among the words of a paragraph: a linear classifier looks at each place
/// where one may end, from left to right, knowing where the last one did.
struct SentenceSplitter: Sendable {
    private let weights: WeightTable
    private let lists: TokenizerWords
    /// The score that a place between two capitals without punctuation needs.
    private let barOfCapitals: Int32

    init(_ weights: Weights, lists: TokenizerWords) {
        self.weights = weights.table
        barOfCapitals = weights.barOfCapitals
        self.lists = lists
    }

    /// What the model file holds of the splitter.
    struct Weights: Sendable {
        let table: WeightTable
        let barOfCapitals: Int32
        /// The bar as odds' logarithm: about nine to one.
        private static let oddsOfCapitals: Float = 2.2

        init(_ file: ModelFile) throws(ModelFile.Failure) {
            table = try WeightTable(file.section("sentences"))
            var reader = SectionReader(try file.section("sentences.unit"))
            barOfCapitals = Int32(clamping: Int(Self.oddsOfCapitals * Float(try reader.number())))
        }
    }

    /// The index of the word after each sentence, in order; the last is the range's end.
    func ends(of words: Range<Int>, in table: Analysis.Words, reader: CharacterReader) -> [Int] {
        guard !words.isEmpty else { return [] }
        let places = BoundaryFeatures(words, in: table, reader: reader, lists: lists)
        var state = BoundaryFeatures.State()
        var features: [UInt32] = []
        var scores = [Int32](repeating: 0, count: weights.columns)
        var ends: [Int] = []
        let afterDateline = DatelineFinder(table: table, reader: reader).end(of: words)
        for word in words {
            if word == afterDateline {
                ends.append(word)
                state = BoundaryFeatures.State()
            } else if places.isCandidate(word) {
                places.fill(&features, before: word, state)
                features.withUnsafeBufferPointer { features in
                    scores.withUnsafeMutableBufferPointer { scores in
                        guard let features = features.baseAddress, let scores = scores.baseAddress else { return }
                        weights.score(features, BoundaryFeatures.count, into: scores)
                    }
                }
                // Names stand in edited text far more often than sentences without an end.
                if scores[0] > (places.isBetweenCapitals(word) ? barOfCapitals : 0) {
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
