import Text

extension ActorIndexBuilder {
    mutating func addState(_ row: GazetteerTables.Row) throws(DataTable.Failure) {
        isPreferred = row.isPreferred
        let id = row["id"]
        guard let standing = StateFacts.Standing(rawValue: row["kind"]) else {
            throw row.failure("kind", expected: StateFacts.Standing.allCases.map(\.rawValue).joined(separator: ", "))
        }
        let (name, isDefinite) = split(definite: row["name"])
        let index = try addActor(
            Actor(
                id: id, name: name, sort: .state, codes: row["cameo"].isEmpty ? [] : [Actor.Code(text: row["cameo"])],
                period: try row.period()), at: row, column: "id")
        if isDefinite { definite.insert(index) }
        addForm(name, Alias(kind: .name, target: index))
        try addForms(row, "official", kind: .name, target: index)
        try addForms(row, "former", kind: .name, target: index)
        try addForms(row, "adjectives", kind: .adjective, target: index)
        try addForms(row, "demonyms", kind: .demonym, target: index)
        try addForms(row, "seats", kind: .seat, target: index)
        var capital: Int32?
        for (column, isCapital) in [("capital", true), ("cities", false)] {
            for value in row.list(column) {
                let city = try addCity(
                    value, state: id, row: row, column: column, isCapital: isCapital && capital == nil)
                if isCapital && capital == nil { capital = city }
            }
        }
        states.append(
            StateFacts(
                actor: index, iso2: row["iso2"], cow: Int(row["cow"]), standing: standing,
                otherNames: (row.list("official") + row.list("former")).flatMap {
                    DatedName.spellings($0)?.map(\.text) ?? []
                }, adjectives: row.list("adjectives"), demonyms: row.list("demonyms"), capital: capital))
    }

    /// Adds a city with its spellings; the first spelling in use is its name.
    private mutating func addCity(
        _ value: String, state: String, row: GazetteerTables.Row, column: String, isCapital: Bool
    ) throws(DataTable.Failure) -> Int32 {
        guard let names = DatedName.spellings(value), let first = names.first else {
            throw row.failure(column, expected: "a city, other spellings after '/'")
        }
        let id = state.lowercased() + "-" + folding.slug(first.text)
        let index = try addActor(
            Actor(id: id, name: Self.unqualified(first.text), sort: .city, country: state), at: row, column: column)
        for name in names {
            addForm(
                Self.unqualified(name.text),
                Alias(kind: isCapital ? .capital : .name, target: index, period: name.period))
        }
        return index
    }

    /// A name without the qualifier in brackets that tells namesakes apart: `Valencia (Venezuela)`.
    static func unqualified(_ name: String) -> String {
        name.firstIndex(of: "(").map { name[..<$0].trimmed } ?? name
    }

    mutating func addOrganisation(_ row: GazetteerTables.Row) throws(DataTable.Failure) {
        isPreferred = row.isPreferred
        guard let sort = Actor.Sort(rawValue: row["kind"]), ![.person, .state, .region, .place, .city].contains(sort)
        else { throw row.failure("kind", expected: "a kind of organisation, see README.md") }
        let country = try optionalState(row)
        let (name, isDefinite) = split(definite: row["name"])
        let index = try addActor(
            Actor(
                id: row["id"], name: name, sort: sort, country: country, codes: try codes(row),
                period: try row.period()),
            at: row, column: "id")
        if isDefinite { definite.insert(index) }
        addForm(name, Alias(kind: .name, target: index))
        try addForms(row, "other", kind: .name, target: index)
        try addForms(row, "adjectives", kind: .adjective, target: index)
    }

    mutating func addPlace(_ row: GazetteerTables.Row) throws(DataTable.Failure) {
        isPreferred = row.isPreferred
        guard ["city", "province", "area", "water"].contains(row["kind"]) else {
            throw row.failure("kind", expected: "city, province, area or water")
        }
        let country = try optionalState(row)
        let index = try addActor(
            Actor(
                id: row["id"], name: split(definite: row["name"]).name,
                sort: row["kind"] == "city" ? .city : .place, country: country),
            at: row, column: "id")
        addForm(actors[Int(index)].name, Alias(kind: .name, target: index))
        try addForms(row, "other", kind: .name, target: index)
        try addForms(row, "adjectives", kind: .adjective, target: index)
    }

    mutating func addRegion(_ row: GazetteerTables.Row) throws(DataTable.Failure) {
        isPreferred = row.isPreferred
        let (name, isDefinite) = split(definite: row["name"])
        let index = try addActor(Actor(id: row["id"], name: name, sort: .region), at: row, column: "id")
        if isDefinite { definite.insert(index) }
        addForm(name, Alias(kind: .name, target: index))
        try addForms(row, "other", kind: .name, target: index)
        try addForms(row, "adjectives", kind: .adjective, target: index)
        for id in row.list("members") {
            let member = try find(id, in: row, column: "members")
            memberships.append(Membership(group: index, member: member, period: actors[Int(member)].period))
        }
    }

    mutating func addRole(_ row: GazetteerTables.Row) throws(DataTable.Failure) {
        isPreferred = row.isPreferred
        guard let kind = Role.Kind(rawValue: row["kind"]) else {
            throw row.failure("kind", expected: Role.Kind.allCases.map(\.rawValue).joined(separator: ", "))
        }
        guard roleIndex[row["id"]] == nil else { throw row.failure("id", expected: "an id that no other role has") }
        var title = ""
        var special: [Int32: String] = [:]
        for value in row.list("title") {
            guard let name = DatedName(value) else { throw row.failure("title", expected: "titles, [ids] after them") }
            if name.limits.isEmpty { title = name.text }
            for id in name.limits { special[try find(id, in: row, column: "title")] = name.text }
        }
        let index = Int32(roles.count)
        roleIndex[row["id"]] = index
        roles.append(Role(id: row["id"], title: title, kind: kind, sector: row["sector"]))
        roleTitles.append(special)
        try addForms(row, "words", kind: .role, target: index)
    }

    mutating func addMembership(_ row: GazetteerTables.Row) throws(DataTable.Failure) {
        let group = try find(row["group"], in: row, column: "group")
        let period = try row.period()
        for id in row.list("members") {
            memberships.append(
                Membership(group: group, member: try find(id, in: row, column: "members"), period: period))
        }
    }

    /// The codes of an organisation, each with the days on which it fits.
    private func codes(_ row: GazetteerTables.Row) throws(DataTable.Failure) -> [Actor.Code] {
        var out: [Actor.Code] = []
        for value in row.list("code") {
            guard let code = DatedName(value) else { throw row.failure("code", expected: "codes, [dates] after them") }
            out.append(Actor.Code(text: code.text, period: code.period))
        }
        return out
    }

    private func optionalState(_ row: GazetteerTables.Row) throws(DataTable.Failure) -> String? {
        if row["country"].isEmpty { return nil }
        _ = try find(row["country"], in: row, column: "country")
        return row["country"]
    }
}
