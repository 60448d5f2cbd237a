import Gazetteer
import Linguistics
import Ontologies
import Records
import Text

/// Propositions, events, positions, commitments and relations of one analysed article: all that is read off its clauses.
struct StatementCoder: Sendable {
    let rules: StatementRules
    private let missed: MissedVerbs
    private let missedNouns: MissedNouns

    /// What one article's clauses say.
    struct Statements {
        var propositions: [Proposition]
        var events: [Event]
        var positions: [Position]
        var commitments: [Commitment]
        var relations: [ActorRelation]
    }

    init(tables: EventRuleTables, ontology: EventOntology) throws {
        rules = try StatementRules(tables: tables, ontology: ontology)
        missedNouns = MissedNouns(rules: rules)
        missed = MissedVerbs(rules: rules, irregular: try IrregularVerbs())
    }

    /// The words of an analysis in the numbers of the rules. O(words).
    func words(of analysis: Analysis) -> RuleWords { RuleWords(analysis, in: rules.vocabulary) }

    /// Mends sentences of which a verb or the noun of a role was taken for something else. O(words).
    func mend(_ analysis: inout Analysis, actors: LinkedActors) {
        missedNouns.mend(&analysis, actors: actors)
        missed.mend(&analysis, actors: actors)
    }

    /// A reader of factuality for an analysis and the acts of reporting found in it. O(words).
    func factuality(_ analysis: Analysis, words: RuleWords, reported: ReportedWords) -> FactualityReader {
        FactualityReader(ClauseGraph(analysis), words: words, lexicon: rules.factuality, reported: reported)
    }

    /// Codes an analysis whose actors, times and figures are known. O(words).
    func code(
        _ analysis: Analysis, words: RuleWords, actors: LinkedActors, times: [TimeMention], figures: [FigureMention],
        article: Article,
        written: String?, state: @escaping (String) -> ActorReference?, reported: @escaping (Int) -> ActorReference?,
        factuality: FactualityReader
    ) -> Statements {
        let reading = ClauseReading(
            analysis, words: words, vocabulary: rules.vocabulary, lexicon: rules.lexicon, factuality: factuality)
        let view = ActorView(
            analysis: analysis, tree: reading.tree,
            mentions: actors.mentions.filter { mention in !times.contains { $0.words == mention.words } }.map {
                ActorView.Mention(words: $0.words, head: $0.head, actors: $0.actors, group: $0.group)
            },
            isBody: reading.words.lemmas.map { rules.vocabulary.classes(of: $0).meets(rules.lexicon.body) },
            isGathering: reading.words.lemmas.map { rules.vocabulary.classes(of: $0).meets(rules.lexicon.gathering) })
        let attached = TimeAttacher(reading: reading, vocabulary: rules.vocabulary, lexicon: rules.lexicon).attach(
            times)
        var propositions = PropositionCoder(
            reading: reading, lexicon: rules.lexicon, actors: view, figures: figures, times: times, article: article.id,
            reported: reported
        ).code(times: attached)
        for (index, frame) in reading.frames.enumerated() {
            propositions[index].factuality = factuality.factuality(ofWord: frame.word)
        }
        var events = EventCoder(
            reading: reading,
            matcher: EventMatcher(
                reading: reading, rules: rules, actors: view, times: times, reported: reported),
            actors: view,
            times: attached, article: article.id, window: NewsWindow.of(article, times: times), state: state,
            reported: reported,
            storyDates: DateReading.story(reading, times: times, dated: article.published != nil)
        ).code()
        events = EventMerger().merge(events, article: article.id)
        for index in events.indices {
            let proposition = events[index].proposition.map { propositions[$0] }
            events[index].factuality = FactualityCoder().factuality(of: events[index], proposition: proposition)
        }
        var isMoney = [Bool](repeating: false, count: analysis.words.count)
        for mention in figures where mention.figure.kind == .money {
            for word in mention.words { isMoney[word] = true }
        }
        let finder = CommitmentFinder(
            reading: reading, lexicon: rules.commitments, actors: view, propositions: propositions, isMoney: isMoney)
        return Statements(
            propositions: propositions, events: events,
            positions: PositionCoder(
                reading: reading, lexicon: rules.positions, actors: view, propositions: propositions,
                factuality: factuality, article: article.id
            ).code(),
            commitments: CommitmentCoder(
                finder: finder, figures: figures, times: times, factuality: factuality, article: article.id,
                written: written
            ).code(),
            relations: RelationCoder(
                reading: reading, lexicon: rules.relations, actors: view, propositions: propositions,
                factuality: factuality, article: article.id
            ).code())
    }
}
