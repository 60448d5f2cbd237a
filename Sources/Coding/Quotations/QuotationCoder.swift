public import Gazetteer
public import Linguistics
public import Records
public import Text

/// Codes who says what: direct, mixed and indirect quotations with source, cue and content.
public struct QuotationCoder: Sendable {
    private let lexicon: CueLexicon
    private var compiled: CueMatcher?

    /// Reads the cues of the project.
    ///
    /// - Throws: what reading `cues.tsv` gives when the installation is damaged.
    public init() throws {
        lexicon = try CueLexicon.standard()
    }

    /// The lowered forms that the rules name, for an analyzer's vocabulary.
    public var vocabulary: [String] { lexicon.vocabulary }

    /// Compiles the cues once for all texts whose symbols extend `symbols`; other texts have them
    /// compiled anew each time. O(forms).
    public mutating func compile(for symbols: SymbolTable) {
        compiled = CueMatcher(lexicon, symbols: symbols)
    }

    private func matches(in analysis: Analysis) -> [CueMatch] {
        if let compiled, compiled.serves(analysis.symbols) { return compiled.matches(in: analysis) }
        return CueMatcher(lexicon, symbols: analysis.symbols).matches(in: analysis)
    }

    /// The quotations of a text and the frames that they come from, sources resolved to actors.
    ///
    /// O(words), and O(mentions) more for a source that is a pronoun outside all chains.
    public func report(_ analysis: Analysis, actors: LinkedActors, article: Article) -> QuotationReport {
        let quoted = QuotationWords.runs(of: analysis).filter { $0.depth == 0 }.map(\.words)
        let resolver = SpeakerResolver(analysis: analysis, actors: actors, quoted: quoted)
        return report(analysis, article: article) { resolver.actor(head: $0, words: $1) }
    }

    /// The quotations of a text alone; see `report`.
    public func code(_ analysis: Analysis, actors: LinkedActors, article: Article) -> [Quotation] {
        report(analysis, actors: actors, article: article).quotations
    }

    /// The quotations of a text and the frames that they come from. O(words).
    ///
    /// - Parameter resolve: the actor of a source, by the index of the word that heads it and the
    ///   words that name it.
    public func report(
        _ analysis: Analysis, article: Article, resolve: (Int, Range<Int>) -> ActorReference?
    ) -> QuotationReport {
        let tree = ClauseTree(analysis)
        let finder = FrameFinder(analysis, tree: tree, lexicon: lexicon)
        let matches = self.matches(in: analysis)
        let found = OrderedFrames(finder, matches: matches).completing(finder.frames(of: matches))
        let runs = QuotationWords.runs(of: analysis)
        let assembly = QuotationAssembly(analysis, finder: finder, runs: runs, matches: matches, frames: found)
        let writer = QuotationWriter(analysis: analysis, article: article, runs: runs, frames: assembly.frames)
        var actors: [ActorReference?] = []
        var quotations: [Quotation] = []
        for attribution in assembly.attributions {
            let actor = attribution.source.flatMap { resolve($0.head, $0.words) }
            actors.append(actor)
            quotations += writer.quotations(of: attribution, actor: actor)
        }
        quotations.sort {
            ($0.evidence.start, $0.evidence.end, $0.kind.rawValue) < (
                $1.evidence.start, $1.evidence.end, $1.kind.rawValue
            )
        }
        let frames = writer.frames(of: assembly.attributions, actors: actors, resolve: resolve)
        return QuotationReport(
            quotations: quotations, reported: ReportedWords(frames: frames, wordCount: analysis.words.count))
    }
}

/// What quotation coding gives of one text.
public struct QuotationReport: Sendable {
    /// In order of their place in the text.
    public var quotations: [Quotation]
    /// Who reports which words, those in quotation marks among them.
    public var reported: ReportedWords
}
