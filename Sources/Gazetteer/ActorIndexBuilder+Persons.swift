import Text

extension ActorIndexBuilder {
    mutating func addPerson(_ row: GazetteerTables.Row) throws(DataTable.Failure) {
        isPreferred = row.isPreferred
        let country = row["country"].isEmpty ? nil : row["country"]
        if let country { _ = try find(country, in: row, column: "country") }
        let code = country.flatMap { row["sector"].isEmpty ? nil : $0 + row["sector"] }
        let index = try person(row["name"], country: country, code: code, row: row, column: "name")
        for value in row.list("other") { addName(value, to: index) }
    }

    mutating func addTenure(_ row: GazetteerTables.Row) throws(DataTable.Failure) {
        isPreferred = row.isPreferred
        let body = try find(row["of"], in: row, column: "of")
        guard let office = roleIndex[row["office"]],
            roles[Int(office)].kind == .office || roles[Int(office)].kind == .person
        else { throw row.failure("office", expected: "the id of a role of kind office or person") }
        guard !row["person"].isEmpty else { throw row.failure("person", expected: "a name") }
        let country = actors[Int(body)].sort == .state ? actors[Int(body)].id : actors[Int(body)].country
        let person = try person(row["person"], country: country, code: nil, row: row, column: "person")
        let mandate = row["for"].isEmpty ? nil : try find(row["for"], in: row, column: "for")
        let tenure = Tenure(person: person, office: office, of: body, period: try row.period(), mandate: mandate)
        if row.isPreferred {
            // Who a user names for an office ends the term of whom the package thinks to be in it.
            for i in tenures.indices where tenures[i].of == body && tenures[i].office == office {
                let known = tenures[i]
                guard known.mandate == mandate, known.person != person else { continue }
                tenures[i] = Tenure(
                    person: known.person, office: office, of: body, period: known.period.closed(by: tenure.period),
                    mandate: mandate)
            }
        }
        tenures.append(tenure)
    }

    /// The person of a name, made when it is new.
    private mutating func person(
        _ written: String, country: String?, code: String?, row: GazetteerTables.Row, column: String
    ) throws(DataTable.Failure) -> Int32 {
        let plain = written.filter { $0 != "{" && $0 != "}" }
        let id = folding.slug(plain)
        if let known = idIndex[id] {
            guard actors[Int(known)].sort == .person else {
                throw row.failure(column, expected: "a name that no other kind of actor has as its id ('\(id)')")
            }
            return known
        }
        let shown = plain.firstIndex(of: "(").map { plain[..<$0].trimmed } ?? plain
        let index = try addActor(
            Actor(
                id: id, name: shown, sort: .person, country: country, codes: code.map { [Actor.Code(text: $0)] } ?? []),
            at: row, column: column)
        addName(written, to: index)
        return index
    }

    /// Adds a spelling; braces mark the part that stands alone.
    private mutating func addName(_ written: String, to person: Int32) {
        let name = written.firstIndex(of: "(").map { written[..<$0].trimmed } ?? written
        var given: [String] = []
        var short: [String] = []
        if let open = name.firstIndex(of: "{"), let close = name.firstIndex(of: "}"), open < close {
            short = words(String(name[name.index(after: open)..<close]))
            given = words(String(name[..<open])) + words(String(name[name.index(after: close)...]))
        } else {
            var parts = name.split(separator: " ")
            if parts.count > 1, let last = parts.last, last.allSatisfy({ "IVX".contains($0) }) {
                // Monarchs are told apart by number; without it only their office leads to them.
                parts.removeLast()
                short = words(parts.joined(separator: " "))
            } else {
                short = words(parts.last.map(String.init) ?? "")
                given = words(parts.dropLast().joined(separator: " "))
            }
        }
        let spelling = ActorIndex.PersonName(given: given, short: short)
        if !personNames[Int(person)].contains(spelling) { personNames[Int(person)].append(spelling) }
        addForm(name.filter { $0 != "{" && $0 != "}" }, Alias(kind: .name, target: person))
        if let first = given.first, given.count > 1, name.firstIndex(of: "{") == nil, first.utf8.count > 1 {
            // Middle names are often left out: "Luis Abinader" for "Luis Rodolfo Abinader".
            let parts = name.split(separator: " ")
            if parts.count > 2 { addForm("\(parts[0]) \(parts[parts.count - 1])", Alias(kind: .name, target: person)) }
        }
    }

    /// The folded atoms of a piece of a name.
    private mutating func words(_ text: String) -> [String] {
        atoms(of: text).symbols.map { symbols[Symbol(index: $0)] }
    }

    /// Adds a form that stands alone.
    private mutating func addShortForm(_ path: [UInt32], person: Int32) {
        trie.insert(
            path,
            AliasTrie.Entry(
                alias: Alias(kind: .shortName, target: person), needsCapital: true, endsInCapital: false,
                needsCapitals: false,
                limits: 0..<0, isPreferred: false))
    }

    /// Adds the part of each name that stands alone as a form of its own.
    mutating func addPersonForms() {
        for (i, names) in personNames.enumerated() {
            var seen: Set<[String]> = []
            for name in names where !name.short.isEmpty && !name.given.isEmpty && seen.insert(name.short).inserted {
                var path = name.short.compactMap { symbols.lookup($0)?.index }
                addShortForm(path, person: Int32(i))
                // "Assad" for "al-Assad".
                if path.count > 1, name.short[0] == "al" || name.short[0] == "el" {
                    path.removeFirst()
                    if seen.insert(Array(name.short.dropFirst())).inserted { addShortForm(path, person: Int32(i)) }
                }
            }
        }
    }
}
