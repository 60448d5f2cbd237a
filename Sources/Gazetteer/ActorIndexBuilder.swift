import Linguistics
import Text

/// Gathers actors, forms, tenures and memberships out of tables; `ActorIndex` lays them out.
struct ActorIndexBuilder {
    var actors: [Actor] = []
    var roles: [Role] = []
    var tenures: [Tenure] = []
    var memberships: [Membership] = []
    var states: [StateFacts] = []
    var symbols = SymbolTable()
    var trie = AliasTrie()
    var limits: [Int32] = []
    var idIndex: [String: Int32] = [:]
    var roleIndex: [String: Int32] = [:]
    var personNames: [[ActorIndex.PersonName]] = []
    /// For each role, the titles that single states give it.
    var roleTitles: [[Int32: String]] = []
    /// Actors whose name takes "the".
    var definite: Set<Int32> = []
    /// The names of persons and organisations as they are printed.
    var knownNames = KnownNames()
    let folding: LetterFolding
    /// Whether the forms of the row at hand are a user's.
    var isPreferred = false
    let linkingWords: LinkingWords
    let transliteration: Transliteration

    init() throws {
        folding = try LetterFolding(DataFiles.table("letters-folding.tsv", columns: ["letters", "base"]))
        transliteration = try Transliteration(
            DataFiles.table("letters-transliteration.tsv", columns: ["pattern", "key"]))
        // The small words come first, so that their symbols are small too.
        linkingWords = try LinkingWords(
            DataFiles.table("linking-words.tsv", columns: ["class", "words"]), symbols: &symbols)
    }

    mutating func read(_ tables: GazetteerTables) throws(DataTable.Failure) {
        for row in tables.rows[.states] ?? [] { try addState(row) }
        for row in tables.rows[.organisations] ?? [] { try addOrganisation(row) }
        for row in tables.rows[.places] ?? [] { try addPlace(row) }
        for row in tables.rows[.regions] ?? [] { try addRegion(row) }
        for row in tables.rows[.roles] ?? [] { try addRole(row) }
        for row in tables.rows[.persons] ?? [] { try addPerson(row) }
        for row in tables.rows[.tenures] ?? [] { try addTenure(row) }
        for row in tables.rows[.mandates] ?? [] { try addTenure(row) }
        for row in tables.rows[.memberships] ?? [] { try addMembership(row) }
        addPersonForms()
    }

    func sortedTenures() -> [Tenure] {
        tenures.indices.sorted {
            let (a, b) = (tenures[$0], tenures[$1])
            return (a.of, a.office, a.period.earliestStart, $0) < (b.of, b.office, b.period.earliestStart, $1)
        }.map { tenures[$0] }
    }

    /// Adds an actor and returns its index; the id must be new.
    mutating func addActor(_ actor: Actor, at row: GazetteerTables.Row, column: String) throws(DataTable.Failure)
        -> Int32
    {
        guard idIndex[actor.id] == nil else {
            throw row.failure(column, expected: "an id that no other actor has ('\(actor.id)')")
        }
        let index = Int32(actors.count)
        idIndex[actor.id] = index
        actors.append(actor)
        personNames.append([])
        return index
    }

    /// Finds the actor of an id or says which row lacks it.
    func find(_ id: String, in row: GazetteerTables.Row, column: String) throws(DataTable.Failure) -> Int32 {
        guard let index = idIndex[id] else {
            throw row.failure(column, expected: "the id of a state, organisation or place ('\(id)' is none)")
        }
        return index
    }

    /// The name without a leading "the", and whether it had one.
    func split(definite name: String) -> (name: String, definite: Bool) {
        name.hasPrefix("the ") ? (name.dropFirst(4).trimmed, true) : (name, false)
    }

    /// Adds the forms of a list column, plurals where a `+` asks for them.
    mutating func addForms(
        _ row: GazetteerTables.Row, _ column: String, kind: Alias.Kind, target: Int32
    ) throws(DataTable.Failure) {
        for value in row.list(column) {
            guard let names = DatedName.spellings(value) else {
                throw row.failure(column, expected: "a form, or one with [dates] or [ids] after it")
            }
            for name in names {
                var allowed: [Int32] = []
                for id in name.limits { allowed.append(try find(id, in: row, column: column)) }
                let text = split(definite: name.text).name
                if text.hasSuffix("+") && kind == .role {
                    let phrase = String(text.dropLast())
                    addForm(phrase, Alias(kind: kind, target: target, period: name.period), allowed)
                    addForm(
                        DatedName.plural(phrase), Alias(kind: kind, target: target, period: name.period, plural: true),
                        allowed)
                } else {
                    addForm(text, Alias(kind: kind, target: target, period: name.period), allowed)
                }
            }
        }
    }

    /// Adds one form to the trie; an apostrophe may part words or vanish.
    mutating func addForm(_ text: String, _ alias: Alias, _ allowed: [Int32] = []) {
        var variants = [text]
        if text.contains("'") || text.contains("’") {
            variants.append(text.map { $0 == "'" || $0 == "’" ? " " : String($0) }.joined())
        }
        if alias.kind == .name {
            switch actors[Int(alias.target)].sort {
            case .region, .place, .city: break
            case .state: knownNames.add(text, kind: .geopolitical)
            case .person: knownNames.add(text, kind: .person)
            default: knownNames.add(text, kind: .organisation)
            }
        }
        let start = Int32(limits.count)
        limits.append(contentsOf: allowed)
        for variant in variants {
            let atoms = atoms(of: variant)
            guard let first = atoms.capitals.first, let last = atoms.capitals.last else { continue }
            let capitals = first.contains(.several) && first.contains(.all)
            trie.insert(
                atoms.symbols,
                AliasTrie.Entry(
                    alias: alias, needsCapital: first.contains(.first),
                    endsInCapital: first.contains(.first) && last.contains(.first), needsCapitals: capitals,
                    limits: start..<Int32(limits.count), isPreferred: isPreferred))
        }
    }

    /// A form cut into atoms whose letters are given symbols.
    mutating func atoms(of text: String) -> NameAtoms {
        var atoms = NameAtoms()
        var text = text
        let folding = folding
        var scratch: [UInt8] = []
        text.withUTF8 { bytes in
            atoms.append(bytes, word: 0, offset: 0, folding: folding, scratch: &scratch) {
                symbols.intern($0).index
            }
        }
        return atoms
    }
}
