import Foundation

/// The trained parts that one model file holds.
public struct Model: Sendable {
    public let file: ModelFile
    public let tagger: Tagger
    public let lemmatizer: Lemmatizer
    public let parser: DependencyParser
    /// Absent from a model file that holds tagger and parser only.
    public let entities: EntityRecognizer?
    /// Absent from a model file without the section.
    public let features: FeatureAssigner?
    /// Absent from a model file that knows no sentences.
    let splitter: SentenceSplitter.Weights?
    private let encoder: ContextEncoder
    private let compounds: CompoundRepair
    private let contents: ContentClauseRepair
    package let classes: WordClasses

    /// Sentences are taken together until they hold so many words, so that matrices stay in the cache
    /// while they are used.
    private static let wordsTogether = 96

    /// Takes the parts out of a model file.
    public init(_ file: ModelFile) throws {
        self.file = file
        compounds = try CompoundRepair()
        contents = try ContentClauseRepair()
        encoder = try ContextEncoder(file)
        classes = try WordClasses(file.section("classes"))
        tagger = try Tagger(file, width: encoder.width)
        lemmatizer = try Lemmatizer(file, irregular: IrregularVerbs(), classes: classes)
        parser = try DependencyParser(file, width: encoder.width)
        features = file.sectionNames.contains("features") ? try FeatureAssigner(file) : nil
        splitter = file.sectionNames.contains("sentences") ? try SentenceSplitter.Weights(file) : nil
        entities = file.sectionNames.contains("entities.first") ? try EntityRecognizer(file) : nil
    }

    /// The English model that comes with the program.
    public static func standard() throws -> Model {
        guard let folder = Bundle.module.resourceURL?.appendingPathComponent("Data") else {
            throw ModelFile.Failure.unreadable(file: "english.model", reason: "the program's resources are not there")
        }
        return try Model(ModelFile(path: folder.appendingPathComponent("english.model").path))
    }

    /// Tags, lemmatizes and parses the words and sentences of an analysis, and finds its names unless
    /// that is not wanted.
    ///
    /// O(words) but for the scores of arcs, which are quadratic in a sentence's length up to
    /// `DependencyParser.longestPiece` words. Allocates per text, not per word.
    public func annotate(_ analysis: inout Analysis, findingNames: Bool = true) {
        let count = analysis.words.count
        analysis.words.upos = Array(repeating: .x, count: count)
        analysis.words.xpos = Array(repeating: PennTag.none.rawValue, count: count)
        analysis.words.heads = Array(repeating: -1, count: count)
        analysis.words.relations = Array(repeating: .root, count: count)
        let atoms = WordAtoms(analysis, classes: classes)
        let work = EncoderMemory()
        let memory = ParserMemory()
        var pieces: [Range<Int>] = []
        var words = 0
        for index in analysis.sentences.indices {
            let sentence = analysis.sentences[index].words
            // Words between sentences belong to none; a run holds neighbours only.
            if let last = pieces.last, last.upperBound != sentence.lowerBound {
                annotate(&analysis, pieces, atoms, work, memory)
                pieces.removeAll(keepingCapacity: true)
                words = 0
            }
            var start = sentence.lowerBound
            while start < sentence.upperBound {
                let end = min(start + DependencyParser.longestPiece, sentence.upperBound)
                pieces.append(start..<end)
                words += end - start
                start = end
                if words >= Self.wordsTogether {
                    annotate(&analysis, pieces, atoms, work, memory)
                    pieces.removeAll(keepingCapacity: true)
                    words = 0
                }
            }
        }
        annotate(&analysis, pieces, atoms, work, memory)
        for sentence in analysis.sentences where sentence.words.count > DependencyParser.longestPiece {
            Self.hang(&analysis, sentence.words)
        }
        QuoteDirection.settle(&analysis)
        SubjectRepair.mend(&analysis)
        AppositionRepair.mend(&analysis)
        QuotedSubjectRepair.mend(&analysis)
        compounds.mend(&analysis)
        lemmatizer.lemmatize(&analysis)
        contents.mend(&analysis)
        if findingNames { entities?.recognize(&analysis, atoms: atoms) }
    }

    private func annotate(
        _ analysis: inout Analysis, _ pieces: [Range<Int>], _ atoms: borrowing WordAtoms, _ work: EncoderMemory,
        _ memory: ParserMemory
    ) {
        guard let first = pieces.first?.lowerBound else { return }
        encoder.embed(atoms, pieces, in: work)
        for layer in 0...encoder.layers.count {
            if layer == encoder.tagLayer { tagger.tag(&analysis, from: first, in: work) }
            if layer < encoder.layers.count { encoder.run(layer, pieces, in: work) }
        }
        parser.parse(&analysis, sentences: pieces, from: first, in: work, memory)
    }

    /// Hangs the roots of a long sentence's later pieces on the root of its first.
    private static func hang(_ analysis: inout Analysis, _ words: Range<Int>) {
        var root: Int32?
        for word in words where analysis.words.heads[word] < 0 {
            if let root {
                analysis.words.heads[word] = root
                analysis.words.relations[word] = .parataxis
            } else {
                root = Int32(word)
            }
        }
    }
}
