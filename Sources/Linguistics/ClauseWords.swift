import Text

/// The closed lists of words that the clause layer looks at, read from this target's data.
///
/// Verbs of subject control have their subject, and not their object, understood as the subject of the
/// infinitive that depends on them: "Oria promised Vell to leave" (Oria leaves), against "Oria asked Vell
/// to leave" (Vell does). Negators deny the clause that they stand in.
struct ClauseWords: Sendable {
    /// The words as symbols of one analysis.
    struct Compiled: Sendable {
        let bySubject: Set<Symbol>
        let negators: Set<Symbol>
    }

    private var verbs: [String] = []
    private var negators: [String] = []

    /// The lists that come with the program; empty where the installation lacks them.
    static let standard = (try? ClauseWords(file: "clause-words.tsv")) ?? ClauseWords()

    private init() {}

    init(file: String) throws {
        let table = try DataFiles.table(file, columns: ["lemma", "kind"])
        for row in table.rows {
            switch row["kind"] {
            case "subject-control": verbs.append(row["lemma"])
            case "negator": negators.append(row["lemma"])
            default:
                throw DataTable.Failure.badValue(
                    file: file, line: row.line, column: "kind", value: row["kind"],
                    expected: "subject-control or negator")
            }
        }
    }

    func compiled(for symbols: SymbolTable) -> Compiled {
        Compiled(
            bySubject: Set(verbs.compactMap { symbols.lookup($0) }),
            negators: Set(negators.compactMap { symbols.lookup($0) }))
    }
}
