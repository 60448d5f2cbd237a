public import Linguistics
public import Records
import Text

/// Everything the gazetteer knows, laid out for looking up: actors, printed forms, tenures and
/// memberships with their dates.
///
/// A value that can be shared between threads; nothing changes it once it is made.
public struct ActorIndex: Sendable {
    /// All actors in the order of the data.
    public let actors: [Actor]
    /// All roles in the order of the data.
    public let roles: [Role]
    /// All tenures, by body, office and start.
    public let tenures: [Tenure]
    /// All memberships in the order of the data.
    public let memberships: [Membership]
    /// All states and territories in the order of the data.
    public let states: [StateFacts]
    /// The names of persons and organisations, for an `Analyzer` to know.
    public let knownNames: KnownNames

    let symbols: SymbolTable
    let folding: LetterFolding
    let linkingWords: LinkingWords
    let transliteration: Transliteration
    let trie: AliasTrie
    /// Actors that forms are limited to, as ranges of `AliasTrie.Entry.limits`.
    let limits: [Int32]
    /// For each actor, the index in `states`, or -1.
    let stateOfActor: [Int32]
    /// For each actor, the range of `personTenures` with its own tenures in order of start.
    let personTenureRanges: [Range<Int32>]
    let personTenures: [Int32]
    /// For each person, the atoms of the names, the one that stands alone last; empty for others.
    let personNames: [[PersonName]]
    /// Persons by the symbol of the last atom of the part of the name that stands alone.
    let personsBySurname: [UInt32: [Int32]]
    /// Offices some of whose holders are sent for one state or region.
    let mandatedOffices: Set<Int32>
    /// The symbols of the given names that persons of the gazetteer have.
    let givenNames: Set<UInt32>
    /// For each role, the titles that single states give it.
    let roleTitles: [[Int32: String]]
    /// Actors whose name takes "the".
    let definite: Set<Int32>
    private let idIndex: [String: Int32]
    private let roleIndex: [String: Int32]
    private let officeIndex: [OfficeKey: Range<Int32>]
    private let groupIndex: [Int32: [Int32]]

    struct OfficeKey: Hashable {
        var of: Int32
        var office: Int32
    }

    /// A spelling of a person's name as folded atoms.
    struct PersonName: Hashable, Sendable {
        var given: [String]
        var short: [String]
    }

    init(_ builder: consuming ActorIndexBuilder) {
        actors = builder.actors
        roles = builder.roles
        let tenures = builder.sortedTenures()
        self.tenures = tenures
        memberships = builder.memberships
        states = builder.states
        knownNames = builder.knownNames
        symbols = builder.symbols
        folding = builder.folding
        linkingWords = builder.linkingWords
        transliteration = builder.transliteration
        var trie = builder.trie
        trie.freeze()
        self.trie = trie
        limits = builder.limits
        idIndex = builder.idIndex
        roleTitles = builder.roleTitles
        definite = builder.definite
        roleIndex = builder.roleIndex

        var stateOfActor = [Int32](repeating: -1, count: actors.count)
        for (i, state) in states.enumerated() { stateOfActor[Int(state.actor)] = Int32(i) }
        self.stateOfActor = stateOfActor

        var officeIndex: [OfficeKey: Range<Int32>] = [:]
        var start = 0
        while start < tenures.count {
            let key = OfficeKey(of: tenures[start].of, office: tenures[start].office)
            var end = start
            while end < tenures.count, tenures[end].of == key.of, tenures[end].office == key.office { end += 1 }
            officeIndex[key] = Int32(start)..<Int32(end)
            start = end
        }
        self.officeIndex = officeIndex

        let byPerson = tenures.indices.sorted {
            (tenures[$0].person, tenures[$0].period.earliestStart, $0)
                < (tenures[$1].person, tenures[$1].period.earliestStart, $1)
        }
        var ranges = [Range<Int32>](repeating: 0..<0, count: actors.count)
        start = 0
        while start < byPerson.count {
            let person = tenures[byPerson[start]].person
            var end = start
            while end < byPerson.count, tenures[byPerson[end]].person == person { end += 1 }
            ranges[Int(person)] = Int32(start)..<Int32(end)
            start = end
        }
        personTenureRanges = ranges
        personTenures = byPerson.map { Int32($0) }

        var groupIndex: [Int32: [Int32]] = [:]
        for (i, membership) in memberships.enumerated() {
            groupIndex[membership.group, default: []].append(Int32(i))
        }
        self.groupIndex = groupIndex

        mandatedOffices = Set(tenures.filter { $0.mandate != nil }.map(\.office))
        personNames = builder.personNames
        var bySurname: [UInt32: [Int32]] = [:]
        for (i, names) in personNames.enumerated() {
            for name in names {
                guard let last = name.short.last, let symbol = symbols.lookup(last) else { continue }
                if bySurname[symbol.index]?.last != Int32(i) {
                    bySurname[symbol.index, default: []].append(Int32(i))
                }
            }
        }
        personsBySurname = bySurname
        var given: Set<UInt32> = []
        for names in personNames {
            for name in names {
                if let first = name.given.first, first.utf8.count > 2, let symbol = symbols.lookup(first) {
                    given.insert(symbol.index)
                }
            }
        }
        givenNames = given
    }

    /// Whether a surname is an ordinary word or too many people's to stand alone.
    func isWordName(_ folded: String) -> Bool {
        symbols.lookup(folded).map { linkingWords.classes(of: $0.index).contains(.wordName) } ?? false
    }

    /// The states whose leaders news names by surname alone: the members of the G20 on a day.
    func greatStates(on day: Int32?) -> [Int32] { actor(id: "g20").map { members(of: $0, on: day) } ?? [] }

    /// The gazetteer that comes with the package, further tables on top of it.
    ///
    /// - Throws: `DataTable.Failure` with file and line, or Foundation's error for a missing file.
    public static func standard(adding tables: GazetteerTables? = nil) throws -> ActorIndex {
        var all = try GazetteerTables.standard()
        if let tables { all.merge(tables) }
        return try ActorIndex(tables: all)
    }

    /// Builds an index from tables. O(n log n).
    public init(tables: GazetteerTables) throws {
        var builder = try ActorIndexBuilder()
        try builder.read(tables)
        self.init(builder)
    }

    /// The index of an id, or `nil`.
    public func actor(id: String) -> Int32? { idIndex[id] }

    /// The index of a role's id, or `nil`.
    public func role(id: String) -> Int32? { roleIndex[id] }

    /// What is known of a state, or `nil` for any other actor.
    public func state(_ actor: Int32) -> StateFacts? {
        let index = stateOfActor[Int(actor)]
        return index < 0 ? nil : states[Int(index)]
    }

    /// The tenures of a person in order of start.
    public func tenures(ofPerson person: Int32) -> [Tenure] {
        let range = personTenureRanges[Int(person)]
        return personTenures[Int(range.lowerBound)..<Int(range.upperBound)].map { tenures[Int($0)] }
    }

    /// All tenures of an office of a state or organisation in order of start.
    public func tenures(office: Int32, of body: Int32) -> ArraySlice<Tenure> {
        guard let range = officeIndex[OfficeKey(of: body, office: office)] else { return [] }
        return tenures[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    /// Who held an office on a day, the latest to start first.
    ///
    /// Those whose dates surely hold the day come alone where there are any; on a day of handing over
    /// only the successor is given. An office that nobody holds falls to who holds it for the time
    /// being, the holder of the office whose id is the same after `acting-`.
    public func holders(office: Int32, of body: Int32, on day: Int32) -> [Int32] {
        let all = tenures(office: office, of: body)
        let sure = all.filter { $0.period.surelyContains(day) }
        var found = sure.isEmpty ? all.filter { $0.period.mayContain(day) } : sure
        if found.count > 1 { found = found.filter { $0.period.latestEnd > day } }
        var out: [Int32] = []
        for tenure in found.reversed() where !out.contains(tenure.person) { out.append(tenure.person) }
        if out.isEmpty, let acting = roleIndex["acting-" + roles[Int(office)].id] {
            return holders(office: acting, of: body, on: day)
        }
        return out
    }

    /// The members of a group on a day, in the order of the data; without a day, at any time.
    public func members(of group: Int32, on day: Int32?) -> [Int32] {
        var out: [Int32] = []
        for index in groupIndex[group] ?? [] {
            let membership = memberships[Int(index)]
            if let day, !membership.period.mayContain(day) { continue }
            if !out.contains(membership.member) { out.append(membership.member) }
        }
        return out
    }

    /// The members of a group on an ISO 8601 date, as records carry them.
    ///
    /// An unknown group has none; a date that cannot be read counts as any time.
    public func members(of groupID: String, at date: String) -> [ActorReference] {
        guard let group = idIndex[groupID] else { return [] }
        let day = DatedPeriod.day(date)
        return members(of: group, on: day).map { reference($0, on: day) }
    }
}
