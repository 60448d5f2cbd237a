public import Gazetteer
public import Linguistics
public import Ontologies
public import Records
import Text

/// From an article to all that is coded of it: the analyser, the actor linker and every coder put
/// together.
///
/// A value that threads can share: coding changes nothing in it, so that articles coded in parallel
/// give the same records as one by one.
public struct ArticleCoder: Sendable {
    /// Puts actors on the mentions of an analysis.
    public typealias Linking = @Sendable (Analysis, Article) -> LinkedActors

    private let analyzer: Analyzer
    private let index: ActorIndex
    private let link: Linking
    private let quantities: QuantityCoder
    private let quotations: QuotationCoder
    private let statements: StatementCoder

    /// Puts the stages together.
    ///
    /// - Parameters:
    ///   - index: the actors to link to; those that come with the program by default.
    ///   - tables: the event rules; those that come with the program by default.
    ///   - link: how mentions get their actors; by the index's linker by default.
    /// - Throws: when a data file or the model is missing or damaged; the error names it.
    public init(index: ActorIndex? = nil, tables: EventRuleTables? = nil, link: Linking? = nil) throws {
        let index = try index ?? ActorIndex.standard()
        self.index = index
        let linker = ActorLinker(index: index)
        self.link = link ?? { linker.link($0, article: $1) }
        quantities = try QuantityCoder(index: index)
        var quotations = try QuotationCoder()
        analyzer = try Analyzer(vocabulary: quotations.vocabulary, names: index.knownNames)
        quotations.compile(for: analyzer.symbols)
        self.quotations = quotations
        statements = try StatementCoder(
            tables: tables ?? EventRuleTables.standard(), ontology: EventOntology.standard())
    }

    /// Codes one article. Never traps, whatever its text holds. O(words) but for the merging of events.
    public func code(_ article: Article) -> CodedArticle {
        code(analyzer.analyze(SourceText(article.text)), of: article)
    }

    /// Codes an article whose text has been analysed already; evidence counts in the analysis's text.
    public func code(_ analyzed: Analysis, of article: Article) -> CodedArticle {
        var analysis = analyzed
        // An undated page still tells who held an office: by the day that its own dates point to.
        let day = quantities.dayOfWriting(analysis, article: article)
        var dated = article
        dated.published = article.published ?? day
        let actors = link(analysis, dated)
        statements.mend(&analysis, actors: actors)
        var (times, figures) = quantities.code(analysis, article: article, written: day)
        let report = quotations.report(analysis, actors: actors, article: article)
        let words = statements.words(of: analysis)
        let reader = statements.factuality(analysis, words: words, reported: report.reported)
        for index in figures.indices {
            let word = figures[index].countedHead ?? figures[index].words.lowerBound
            figures[index].figure.factuality = reader.factuality(ofWord: word)
        }
        let said = statements.code(
            analysis, words: words, actors: actors, times: times.filter(\.tellsWhen), figures: figures,
            article: article,
            written: dated.published,
            state: { code in index.actor(id: code).map { index.reference($0, on: nil) } },
            reported: { Self.reporter(of: $0, in: report.reported) }, factuality: reader)
        let quoted = zip(report.quotations, report.cues).map { quotation, cue in
            var quotation = quotation
            quotation.factuality = cue.map { reader.factuality(ofWord: $0) } ?? Factuality(status: .asserted)
            return quotation
        }
        return CodedArticle(
            article: article, dayOfWriting: dated.published,
            sentences: analysis.sentences.map { Evidence(article: article.id, text: analysis.text, span: $0.span) },
            actors: actors.entries, propositions: said.propositions, events: said.events,
            quotations: quoted, figures: figures.map(\.figure), times: times.map(\.expression),
            positions: said.positions, commitments: said.commitments, relations: said.relations,
            findings: times.compactMap { $0.finding(in: article) })
    }

    /// How the statements that some words of an article carry stand to the facts, for words by the byte at
    /// which they start; `nil` where no word starts.
    package func factualities(in article: Article, atBytes offsets: [UInt32]) -> [Factuality?] {
        var analysis = analyzer.analyze(SourceText(article.text))
        let actors = link(analysis, article)
        statements.mend(&analysis, actors: actors)
        let report = quotations.report(analysis, actors: actors, article: article)
        let reader = statements.factuality(
            analysis, words: statements.words(of: analysis), reported: report.reported)
        return offsets.map { offset in
            analysis.words.starts.firstIndex(of: offset).map { reader.factuality(ofWord: $0) }
        }
    }

    /// Who asserts a word in the place of the outlet: the source of the innermost act of saying, not
    /// of wishing or judging, whose content holds it.
    private static func reporter(of word: Int, in reported: ReportedWords) -> ActorReference? {
        var frame = reported.frame(ofWord: word)
        while let found = frame {
            switch found.cueClass {
            case .speech, .denial, .knowledge, .belief, .prediction:
                if found.form != .object { return found.actor }
            default: break
            }
            frame = found.outer.map { reported.frames[$0] }
        }
        return nil
    }
}
