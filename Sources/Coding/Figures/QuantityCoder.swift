public import Gazetteer
public import Linguistics
public import Records
import Text

/// From an analysis to its times and figures, which are read over one run of atoms so that no number
/// is taken twice: a year is a time, "five years" a figure.
public struct QuantityCoder: Sendable {
    private let table: SymbolTable
    private let times: TimeNormalizer
    private let figures: FigureCoder

    /// Reads the word lists; throws `DataTable.Failure` for a damaged one.
    ///
    /// - Parameter index: whose names of states tell whose dinars are meant.
    public init(index: ActorIndex) throws {
        var table = SymbolTable()
        let words = try QuantityWords()
        let numbers = NumberReader(lexicon: try NumberLexicon(words: words, table: &table))
        let lexicon = try TimeLexicon(table: &table)
        times = TimeNormalizer(reader: TimeReader(numbers: numbers, lexicon: lexicon, words: words, table: &table))
        let classes = FigureClasses(words)
        figures = FigureCoder(
            reader: FigureReader(
                numbers: numbers, lexicon: try FigureLexicon(table: &table, states: Self.states(index)),
                words: FigureReader.Grammar(words: words, table: &table)),
            fates: try FateReader(), classes: classes, scopes: try ScopeReader(classes))
        self.table = table
    }

    /// The printed names of each state, those of its people and its cities.
    private static func states(_ index: ActorIndex) -> [(code: String, names: [String])] {
        let cities = Dictionary(grouping: index.actors.filter { $0.sort == .city && $0.country != nil }) { $0.country }
        return index.states.map { state in
            let actor = index.actors[Int(state.actor)]
            return (
                actor.id,
                [actor.name] + state.otherNames + state.adjectives + state.demonyms
                    + (cities[actor.id] ?? []).map(\.name)
            )
        }
    }

    /// The day of writing as an ISO 8601 date: the publication date, else the dateline's, else the last full
    /// date on which the text tells of something done; `nil` where there is none. O(n).
    public func dayOfWriting(_ analysis: Analysis, article: Article) -> String? {
        times.reference(analysis, Atoms(analysis.text, words: table), article)?.iso
    }

    /// The times and figures of a text, each in order of its place. O(n).
    public func code(_ analysis: Analysis, article: Article) -> (times: [TimeMention], figures: [FigureMention]) {
        code(analysis, article: article, written: dayOfWriting(analysis, article: article))
    }

    /// The times and figures of a text of which the day of writing is known, as `dayOfWriting` gives it.
    func code(
        _ analysis: Analysis, article: Article, written: String?
    ) -> (times: [TimeMention], figures: [FigureMention]) {
        let atoms = Atoms(analysis.text, words: table)
        let (times, taken) = times.code(
            analysis, atoms: atoms, article: article, reference: written.flatMap { CalendarDay(iso: $0) })
        return (times, figures.code(analysis, atoms: atoms, taken: taken, times: times, article: article.id))
    }
}
