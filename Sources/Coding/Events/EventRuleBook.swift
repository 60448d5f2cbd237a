import Ontologies
import Text

/// All event rules, ready for matching: rules by head word and the algebra of operators.
struct EventRuleBook: Sendable {
    let ontology: EventOntology
    let rules: [EventRule]
    private let byHead: [Int32: [Int]]
    /// For a word's number the contexts that it tells, one bit each in the ontology's order.
    let contextClasses: [Int32: RuleVocabulary.ClassMask]
    private let operators: [String: [(prefix: String, code: String)]]

    /// Compiles the tables; their words are entered in the vocabulary.
    ///
    /// - Throws: `DataTable.Failure`, which names the file and the line.
    init(tables: EventRuleTables, ontology: EventOntology, vocabulary: inout RuleVocabulary) throws {
        var reader = EventRuleReader(vocabulary: vocabulary, ontology: ontology)
        try reader.read(tables)
        vocabulary = reader.vocabulary
        var contexts: [Int32: RuleVocabulary.ClassMask] = [:]
        for (bit, context) in ontology.contexts.enumerated() {
            for lemma in context.lemmas {
                contexts[vocabulary.number(lemma), default: .init()].formUnion(.init(bit: bit))
            }
        }
        contextClasses = contexts
        rules = reader.rules
        byHead = reader.byHead
        self.ontology = ontology
        var operators: [String: [(prefix: String, code: String)]] = [:]
        for row in tables.operators.rows {
            let code = row["code"]
            if code != "-", code != "same", ontology.cameo(code) == nil {
                throw tables.operators.bad(row, "code", expected: "a CAMEO code, same or -")
            }
            operators[row["operator"], default: []].append((row["of"], code))
        }
        for name in operators.keys {
            operators[name]?.sort { ($1.prefix.count, $0.prefix) < ($0.prefix.count, $1.prefix) }
        }
        self.operators = operators
        for rule in rules {
            if case .operate(let name, _) = rule.action, operators[name] == nil {
                throw DataTable.Failure.badValue(
                    file: tables.operators.file, line: 1, column: "operator", value: name,
                    expected: "rows for this operator, which rule \(rule.id) names")
            }
        }
    }

    /// The rules of a head word, the most specific first.
    func rules(ofHead number: Int32) -> [Int] { number < 0 ? [] : byHead[number] ?? [] }

    /// The numbers of the head words of noun rules.
    var nounHeads: [Int32] {
        byHead.filter { $0.value.contains { rules[$0].head == .noun } }.map(\.key).sorted()
    }

    /// What an operator makes of a code: the row with the longest prefix of the code speaks.
    ///
    /// - Returns: the new code, or `nil` where the two make no event.
    func apply(_ name: String, to code: String) -> String? {
        for row in operators[name] ?? [] where code.hasPrefix(row.prefix) {
            return row.code == "same" ? code : row.code == "-" ? nil : row.code
        }
        return nil
    }
}
