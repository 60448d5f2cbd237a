import Ontologies
import Text

/// Everything that clauses and the statements in them are read with, compiled once and shared by threads.
struct StatementRules: Sendable {
    let vocabulary: RuleVocabulary
    let lexicon: ClauseLexicon
    let book: EventRuleBook
    let positions: PositionLexicon
    let commitments: CommitmentLexicon
    let relations: RelationLexicon
    let factuality: FactualityLexicon

    /// Compiles the tables.
    ///
    /// - Throws: `DataTable.Failure` with file and line, or a file error.
    init(tables: EventRuleTables, ontology: EventOntology) throws {
        var vocabulary = RuleVocabulary()
        var lexicon = try ClauseLexicon(vocabulary: &vocabulary)
        book = try EventRuleBook(tables: tables, ontology: ontology, vocabulary: &vocabulary)
        lexicon.addActNouns(book.nounHeads)
        positions = try PositionLexicon(vocabulary: &vocabulary)
        commitments = try CommitmentLexicon(vocabulary: &vocabulary)
        relations = try RelationLexicon(vocabulary: &vocabulary)
        factuality = try FactualityLexicon(vocabulary: &vocabulary)
        self.vocabulary = vocabulary
        self.lexicon = lexicon
    }
}
