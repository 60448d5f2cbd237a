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
        let quoted = QuotationWords(analysis, lexicon.closed).runs().filter { $0.depth == 0 }.map(\.words)
        let resolver = SpeakerResolver(
            analysis: analysis, actors: actors, quoted: quoted, closed: lexicon.closed)
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
        let tree = ClauseGraph(analysis)
        let finder = FrameFinder(tree, lexicon: lexicon)
        let matches = self.matches(in: analysis)
        let found = OrderedFrames(finder, matches: matches).completing(finder.frames(of: matches))
            .map(finder.beforeMainVerb)
        let runs = QuotationWords(analysis, lexicon.closed).runs()
        let assembly = QuotationAssembly(analysis, finder: finder, runs: runs, matches: matches, frames: found)
        let writer = QuotationWriter(
            analysis: analysis, article: article, runs: runs, frames: assembly.frames,
            words: finder.words)
        var actors: [ActorReference?] = []
        var written: [(quotation: Quotation, cue: Int?)] = []
        for attribution in assembly.attributions {
            let actor = attribution.source.flatMap { resolve($0.head, $0.words) }
            actors.append(actor)
            let cue = attribution.cue.flatMap { $0.isEmpty || attribution.isLabelled ? nil : $0.lowerBound }
            written += writer.quotations(of: attribution, actor: actor).map { ($0, cue) }
        }
        written.sort {
            let (a, b) = ($0.quotation, $1.quotation)
            return (a.evidence.start, a.evidence.end, a.kind.rawValue) < (
                b.evidence.start, b.evidence.end, b.kind.rawValue
            )
        }
        let frames = writer.frames(of: assembly.attributions, actors: actors, resolve: resolve)
        return QuotationReport(
            quotations: written.map(\.quotation), cues: written.map(\.cue),
            reported: ReportedWords(frames: frames, wordCount: analysis.words.count))
    }
}

/// What quotation coding gives of one text.
public struct QuotationReport: Sendable {
    /// In order of their place in the text.
    public var quotations: [Quotation]
    /// The first word of each quotation's cue, or `nil` where punctuation or nothing brings it.
    public var cues: [Int?]
    /// Who reports which words, those in quotation marks among them.
    public var reported: ReportedWords
}
