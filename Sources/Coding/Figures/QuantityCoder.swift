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
    public init() throws {
        var table = SymbolTable()
        let words = try QuantityWords()
        let numbers = NumberReader(lexicon: try NumberLexicon(words: words, table: &table))
        let lexicon = try TimeLexicon(table: &table)
        times = TimeNormalizer(reader: TimeReader(numbers: numbers, lexicon: lexicon, words: words, table: &table))
        let classes = FigureClasses(words)
        figures = FigureCoder(
            reader: FigureReader(
                numbers: numbers, lexicon: try FigureLexicon(table: &table),
                words: FigureReader.Grammar(words: words, table: &table)),
            fates: try FateReader(), classes: classes, scopes: try ScopeReader(classes))
        self.table = table
    }

    /// The day of writing as an ISO 8601 date: the publication date, else the dateline's, else the last full
    /// date that the text gives; `nil` where there is none. O(n).
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
