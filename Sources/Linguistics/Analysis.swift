public import Text

/// What is known of one text: paragraphs, sentences, words with tags and heads, entity mentions and
/// chains of coreference, as parallel arrays over the one `SourceText`.
///
/// Words are the syntactic words of Universal Dependencies: "don't" is one token and two words, whose
/// spans are parts of the token's. Indices into words are 32-bit and count over the whole text; heads
/// use the same numbering, with -1 for a sentence's root. Nothing here holds a copy of a word.
public struct Analysis: Sendable {
    /// The text that all spans point into.
    public let text: SourceText
    /// The symbols of forms and lemmas; extends the frozen table of the analyzer.
    public var symbols: SymbolTable
    /// Paragraphs in order: blocks of text between line breaks that end a paragraph.
    public var paragraphs: [Span] = []
    /// Sentences in order; each lies in one paragraph.
    public var sentences: [Sentence] = []
    /// The words, as parallel arrays.
    public var words = Words()
    /// Entity mentions in order of their first word; they do not overlap.
    public var entities: [EntityMention] = []
    /// Chains of mentions of one thing, in order of their first mention.
    public var chains: [Chain] = []

    /// What the numbers in `Words.features` stand for, such as `Number=Sing`.
    public var featureNames: [String] = []

    /// Makes an analysis that holds nothing yet.
    public init(text: SourceText, symbols: SymbolTable) {
        self.text = text
        self.symbols = symbols
    }

    /// One sentence: its words and the paragraph that it stands in.
    public struct Sentence: Sendable, Hashable {
        public var span: Span
        public var firstWord: Int32
        public var endWord: Int32
        public var paragraph: Int32

        /// The sentence's words as indices into `Analysis.words`.
        @inlinable public var words: Range<Int> { Int(firstWord)..<Int(endWord) }

        public init(span: Span, words: Range<Int>, paragraph: Int) {
            self.span = span
            firstWord = Int32(words.lowerBound)
            endWord = Int32(words.upperBound)
            self.paragraph = Int32(paragraph)
        }
    }

    /// The kinds of named entity.
    public enum EntityKind: UInt8, Sendable, CaseIterable {
        case person, organisation, place, geopolitical
    }

    /// A run of words that names a person, an organisation or a place.
    public struct EntityMention: Sendable, Hashable {
        public var kind: EntityKind
        public var firstWord: Int32
        public var endWord: Int32

        @inlinable public var words: Range<Int> { Int(firstWord)..<Int(endWord) }

        public init(kind: EntityKind, words: Range<Int>) {
            self.kind = kind
            firstWord = Int32(words.lowerBound)
            endWord = Int32(words.upperBound)
        }
    }

    /// Mentions that refer to one thing: names, pronouns and descriptions, as runs of words.
    public struct Chain: Sendable, Hashable {
        /// A mention: its words, and the word that heads it.
        public struct Mention: Sendable, Hashable {
            public var firstWord: Int32
            public var endWord: Int32
            public var head: Int32

            @inlinable public var words: Range<Int> { Int(firstWord)..<Int(endWord) }

            public init(words: Range<Int>, head: Int) {
                firstWord = Int32(words.lowerBound)
                endWord = Int32(words.upperBound)
                self.head = Int32(head)
            }
        }

        public var mentions: [Mention]
        /// The index in `mentions` of the one that names the thing best.
        public var representative: Int

        public init(mentions: [Mention], representative: Int) {
            self.mentions = mentions
            self.representative = representative
        }
    }

    /// The words of a text as parallel arrays, all of one length.
    public struct Words: Sendable {
        /// Byte offset of the first byte of each word.
        public var starts: [UInt32] = []
        /// Byte offset after the last byte of each word.
        public var ends: [UInt32] = []
        /// The form with letters lowered.
        public var forms: [Symbol] = []
        public var lemmas: [Symbol] = []
        public var upos: [UniversalTag] = []
        /// The treebank's own tag, a raw value of `PennTag`.
        public var xpos: [UInt8] = []
        /// The head's index, or -1 for a root.
        public var heads: [Int32] = []
        public var relations: [Relation] = []
        /// Each word's features as an index into `Analysis.featureNames`; empty where nobody asked for them.
        public var features: [UInt16] = []
        /// Length of the multiword token that starts at this word, else 0; see `Analysis`.
        public var tokenLengths: [UInt8] = []

        public init() {}

        public var count: Int { starts.count }
    }
}

extension Analysis {
    /// The span of one word.
    @inlinable public func span(ofWord word: Int) -> Span { Span(words.starts[word], words.ends[word]) }

    /// The span from the first to the last of some consecutive words; empty ranges trap.
    @inlinable public func span(ofWords range: Range<Int>) -> Span {
        Span(words.starts[range.lowerBound], words.ends[range.upperBound - 1])
    }

    /// The index of the sentence that holds a word. O(log n).
    public func sentence(ofWord word: Int) -> Int {
        var low = 0
        var high = sentences.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if sentences[middle].firstWord <= word { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// The printed form of a word.
    public func form(_ word: Int) -> String { text[span(ofWord: word)] }

    /// The features of a word as CoNLL-U writes them; `_` where there are none.
    public func features(_ word: Int) -> String {
        words.features.isEmpty ? "_" : featureNames[Int(words.features[word])]
    }

    /// The lemma of a word.
    public func lemma(_ word: Int) -> String { symbols[words.lemmas[word]] }
}
