public import Text

/// The tables by which words become event codes, as they come with the program: what a political
/// scientist reads and extends. `Documentation/Ontologies.md` explains their columns.
public struct EventRuleTables: Sendable {
    /// Classes of words that rules name by `@class`.
    public var classes: DataTable
    /// Verb, noun and adjective rules, in files by subject; of two rules that fit, the one with more
    /// conditions wins, then the earlier one.
    public var rules: [DataTable]
    /// What an operator ("agree to", "refuse to", "threaten to") makes of the code of its complement.
    public var operators: DataTable

    /// The names of the rule files, in order.
    private static let ruleFiles = [
        "rules-operators.tsv", "rules-verbal-cooperation.tsv", "rules-material-cooperation.tsv",
        "rules-verbal-conflict.tsv", "rules-material-conflict.tsv",
    ]

    /// Reads the tables that come with the program.
    ///
    /// - Throws: `DataTable.Failure` with file and line, or a file error when the installation lacks one.
    public static func standard() throws -> EventRuleTables {
        try EventRuleTables(
            classes: DataFiles.table("event-words.tsv", columns: ["class", "words"]),
            rules: ruleFiles.map {
                try DataFiles.table($0, columns: ["rule", "head", "words", "when", "code", "actor", "target", "mode"])
            },
            operators: DataFiles.table("operators.tsv", columns: ["operator", "of", "code"]))
    }

    /// Makes tables of one's own.
    public init(classes: DataTable, rules: [DataTable], operators: DataTable) {
        self.classes = classes
        self.rules = rules
        self.operators = operators
    }
}
