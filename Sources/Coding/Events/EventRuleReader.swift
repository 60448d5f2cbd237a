import Ontologies
import Text

/// Reads event rules from their tables and numbers their words.
struct EventRuleReader {
    var vocabulary: RuleVocabulary
    private(set) var rules: [EventRule] = []
    private(set) var byHead: [Int32: [Int]] = [:]
    private let ontology: EventOntology

    init(vocabulary: RuleVocabulary, ontology: EventOntology) {
        self.vocabulary = vocabulary
        self.ontology = ontology
    }

    private static let defaultPrepositions = [
        "to", "with", "against", "on", "upon", "at", "from", "for", "into", "toward", "towards", "between", "in",
    ]

    mutating func read(_ tables: EventRuleTables) throws {
        for row in tables.classes.rows {
            guard vocabulary.add(row.list("words"), toClass: row["class"]) != nil else {
                throw tables.classes.bad(row, "class", expected: "at most \(RuleVocabulary.ClassMask.capacity) classes")
            }
        }
        for table in tables.rules {
            for row in table.rows { try read(row, of: table) }
        }
        for head in byHead.keys {
            byHead[head]?.sort { (rules[$1].weight, $0) < (rules[$0].weight, $1) }
        }
    }

    private mutating func read(_ row: DataTable.Row, of table: DataTable) throws {
        guard let head = EventRule.Head(rawValue: row["head"]) else {
            throw table.bad(row, "head", expected: "verb, noun, adjective or content")
        }
        var conditions: [EventRule.Condition] = []
        var flags: [EventRule.Flag] = []
        for part in row["when"].split(separator: " ") {
            if let flag = EventRule.Flag(rawValue: String(part)) {
                flags.append(flag)
            } else {
                conditions.append(try condition(part, row: row, table: table))
            }
        }
        let actors = try selectors(row["actor"], row: row, column: "actor", table: table)
        let targets = try selectors(row["target"], row: row, column: "target", table: table)
        let action = try action(row, table: table)
        let mode = row["mode"].isEmpty ? nil : row["mode"]
        for word in row.list("words") {
            let parts = word.split(separator: " ").map(String.init)
            guard let first = parts.first, parts.count <= 2 else {
                throw table.bad(row, "words", expected: "words, each with one particle at most")
            }
            let particle = parts.count == 2 ? vocabulary.number(parts[1]) : -1
            let rule = EventRule(
                id: row["rule"], head: head, conditions: conditions, flags: flags, action: action,
                actors: actors.isEmpty ? [.subject] : actors,
                targets: targets.isEmpty ? defaultTargets() : targets, mode: mode,
                weight: conditions.reduce(flags.count { $0.isDemand }) { $0 + $1.weight } + (particle >= 0 ? 4 : 0),
                particle: particle)
            byHead[vocabulary.number(first), default: []].append(rules.count)
            rules.append(rule)
        }
    }

    private mutating func defaultTargets() -> [EventRule.Selector] {
        [.object, .recipient, .complementSubject, .inner, .objectModifier]
            + Self.defaultPrepositions.map { .preposition(vocabulary.number($0)) }
    }

    private mutating func action(_ row: DataTable.Row, table: DataTable) throws -> EventRule.Action {
        let code = row["code"]
        if code == "-" { return .nothing }
        if code.hasPrefix("=") {
            let parts = code.dropFirst().split(separator: ":").map(String.init)
            guard let name = parts.first, parts.count <= 2 else {
                throw table.bad(row, "code", expected: "=operator or =operator:code")
            }
            if parts.count == 2, ontology.cameo(parts[1]) == nil {
                throw table.bad(row, "code", expected: "a CAMEO code")
            }
            return .operate(name, fallback: parts.count == 2 ? parts[1] : nil)
        }
        let parts = code.split(separator: "/").map(String.init)
        guard let first = parts.first, ontology.cameo(first) != nil, parts.count < 3,
            parts.count == 1 || ontology.type(parts[1]) != nil
        else { throw table.bad(row, "code", expected: "a CAMEO code, code/TYPE, =operator or -") }
        return .code(first, type: parts.count == 2 ? parts[1] : nil)
    }

    private mutating func selectors(
        _ text: String, row: DataTable.Row, column: String, table: DataTable
    ) throws -> [EventRule.Selector] {
        try text.split(separator: " ").map { try selector($0, row: row, column: column, table: table) }
    }

    private mutating func selector(
        _ text: Substring, row: DataTable.Row, column: String, table: DataTable
    ) throws -> EventRule.Selector {
        switch text {
        case "subject": return .subject
        case "object": return .object
        case "recipient": return .recipient
        case "complement": return .complement
        case "complement.subject": return .complementSubject
        case "inner": return .inner
        case "inner.actor": return .innerActor
        case "object.modifier": return .objectModifier
        case "subject.modifier": return .subjectModifier
        case "any": return .any
        default:
            guard text.allSatisfy({ $0.isLowercase }) else {
                throw table.bad(row, column, expected: "roles or prepositions")
            }
            return .preposition(vocabulary.number(String(text)))
        }
    }

    private mutating func condition(
        _ part: Substring, row: DataTable.Row, table: DataTable
    ) throws -> EventRule.Condition {
        var part = part
        let negated = part.hasPrefix("!")
        if negated { part = part.dropFirst() }
        if let tilde = part.firstIndex(of: "~") {
            guard let kind = EventRule.PartyKind(rawValue: String(part[part.index(after: tilde)...])) else {
                throw table.bad(row, "when", expected: "~actor, ~body, ~state, ~person, ~armed, ~civil or ~named")
            }
            return EventRule.Condition(
                selector: try selector(part[..<tilde], row: row, column: "when", table: table), test: .isActor(kind),
                negated: negated)
        }
        guard let equals = part.firstIndex(of: "=") else {
            return EventRule.Condition(
                selector: try selector(part, row: row, column: "when", table: table), test: .present, negated: negated)
        }
        let selector = try selector(part[..<equals], row: row, column: "when", table: table)
        let value = part[part.index(after: equals)...]
        var mask = RuleVocabulary.ClassMask()
        var numbers: [Int32] = []
        for name in value.split(separator: ",") {
            if name.hasPrefix("@") {
                guard let found = vocabulary.mask(String(name.dropFirst())) else {
                    throw table.bad(row, "when", expected: "a class of event-words.tsv, not \(name)")
                }
                mask.formUnion(found)
            } else {
                numbers.append(vocabulary.number(String(name)))
            }
        }
        return EventRule.Condition(selector: selector, test: .oneOf(numbers, classes: mask), negated: negated)
    }
}

extension DataTable {
    func bad(_ row: Row, _ column: String, expected: String) -> Failure {
        .badValue(file: file, line: row.line, column: column, value: row[column], expected: expected)
    }
}
