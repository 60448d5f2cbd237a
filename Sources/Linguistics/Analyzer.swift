public import Text

/// From a text to its `Analysis`: the only entry that the stages downstream use.
///
/// A value that can be shared between threads: it holds the frozen symbol table and the models, and
/// `analyze` changes neither, so that texts analysed in parallel give the same result as one by one.
public struct Analyzer: Sendable {
    /// The frozen symbols that every analysis extends; rules are compiled against them.
    public let symbols: SymbolTable
    private let tokenizer: Tokenizer
    private let splitter: SentenceSplitter
    private let model: Model
    private let coreference: CoreferenceResolver
    private let features: FeatureAssigner?
    private let names: KnownNameFinder

    /// Makes an analyzer with the words that downstream rules name.
    ///
    /// - Parameter vocabulary: lemmas and lowered forms to give symbols before any text is read.
    /// - Parameter names: names whose kind is known, such as a gazetteer's.
    /// - Parameter model: the trained model; the one that comes with the program by default.
    /// - Parameter features: whether words get their features, which take a little time and which no
    ///   coder reads.
    /// - Throws: when a data file of the installation is missing or malformed; the error names it.
    public init(
        vocabulary: some Sequence<String> = EmptyCollection<String>(), names: KnownNames = KnownNames(),
        model: Model? = nil, features: Bool = false
    ) throws {
        let model = try model ?? Model.standard()
        self.model = model
        var table = SymbolTable()
        for word in vocabulary { _ = table.intern(word) }
        tokenizer = try Tokenizer()
        let lexicon = try model.entities?.lexicon ?? NameLexicon()
        self.names = KnownNameFinder(names, tokenizer: tokenizer, lexicon: lexicon, symbols: &table)
        symbols = table
        coreference = try CoreferenceResolver(lexicon: lexicon)
        splitter = SentenceSplitter(try model.splitter ?? SentenceSplitter.Weights(model.file), lists: tokenizer.lists)
        self.features = features ? try model.features ?? FeatureAssigner(model.file) : nil
    }

    /// How far a text is analysed; each depth holds what those before it hold.
    public enum Depth: Int, Sendable, CaseIterable, Comparable {
        /// Paragraphs, words and sentences.
        case words
        /// Tags, lemmas, features where asked for, heads and relations.
        case trees
        /// Names.
        case names
        /// Chains of mentions.
        case chains

        public static func < (a: Depth, b: Depth) -> Bool { a.rawValue < b.rawValue }
    }

    /// Analyses one text, all of it or as far as is needed. Never traps, whatever the text holds.
    public func analyze(_ text: SourceText, to depth: Depth = .chains) -> Analysis {
        var analysis = Analysis(text: text, symbols: SymbolTable(extending: symbols))
        segment(&analysis)
        if depth >= .trees {
            model.annotate(&analysis, findingNames: depth >= .names)
            features?.assign(&analysis)
        }
        if depth >= .names {
            names.settle(&analysis)
            Abbreviations.settle(&analysis)
            NameRepair.mend(&analysis)
        }
        if depth >= .chains { analysis.chains = coreference.chains(analysis) }
        return analysis
    }

    /// Finds paragraphs, words and sentences; the other arrays are filled with what says nothing.
    func segment(_ analysis: inout Analysis) {
        let text = analysis.text
        text.utf8.withUnsafeBufferPointer { bytes in
            CharacterClass.ascii.withUnsafeBufferPointer { ascii in
                let reader = CharacterReader(bytes: bytes, ascii: ascii)
                for paragraph in ParagraphFinder.paragraphs(of: bytes) {
                    let first = analysis.words.count
                    tokenizer.tokenize(text, paragraph: paragraph, into: &analysis.words)
                    guard analysis.words.count > first else { continue }
                    let index = analysis.paragraphs.count
                    analysis.paragraphs.append(paragraph)
                    var start = first
                    for end in splitter.ends(of: first..<analysis.words.count, in: analysis.words, reader: reader) {
                        analysis.sentences.append(
                            Analysis.Sentence(
                                span: analysis.span(ofWords: start..<end), words: start..<end, paragraph: index))
                        start = end
                    }
                }
                var lowering = FormLowering()
                for word in 0..<analysis.words.count {
                    let span = analysis.span(ofWord: word).range
                    analysis.words.forms.append(
                        lowering.symbol(of: UnsafeBufferPointer(rebasing: bytes[span]), in: &analysis.symbols))
                }
            }
        }
        let count = analysis.words.count
        analysis.words.lemmas = analysis.words.forms
        analysis.words.upos = Array(repeating: .x, count: count)
        analysis.words.xpos = Array(repeating: PennTag.none.rawValue, count: count)
        analysis.words.heads = Array(repeating: -1, count: count)
        analysis.words.relations = Array(repeating: .dep, count: count)
        for sentence in analysis.sentences {
            for word in sentence.words.dropFirst() { analysis.words.heads[word] = sentence.firstWord }
            analysis.words.relations[Int(sentence.firstWord)] = .root
        }
    }
}
