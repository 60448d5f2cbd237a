public import Records

extension ActorIndex {
    /// An actor as records carry it: country and CAMEO code as they stand on the day.
    ///
    /// Without a day a person counts as holding any office that it ever held.
    public func reference(_ index: Int32, on day: Int32?) -> ActorReference {
        let actor = actors[Int(index)]
        guard actor.sort == .person else {
            return ActorReference(
                id: actor.id, name: actor.name, country: country(of: index), kind: actor.kind,
                code: code(of: index, on: day))
        }
        let standing = standing(ofPerson: index, on: day)
        return ActorReference(
            id: actor.id, name: actor.name, country: standing.country, kind: .person, code: standing.code)
    }

    /// ISO 3166-1 alpha-3 of the state that an actor is or belongs to.
    func country(of index: Int32) -> String? {
        let actor = actors[Int(index)]
        return actor.sort == .state ? actor.id : actor.country
    }

    /// The CAMEO code of an actor that is no person.
    func code(of index: Int32, on day: Int32?) -> String? {
        let actor = actors[Int(index)]
        if let code = actor.code(on: day) { return code }
        switch actor.sort {
        case .state: return actor.id
        case .city, .place: return actor.country.map { stateCode($0) }
        case .region, .format, .group: return actor.country.map { stateCode($0) }
        case .igo: return "IGO"
        case .court: return actor.country.map { stateCode($0) + "JUD" } ?? "IGOJUD"
        case .bank: return actor.country.map { stateCode($0) + "GOV" } ?? "IGOBUS"
        case .agency, .body: return actor.country.map { stateCode($0) + "GOV" } ?? "IGO"
        case .ngo: return actor.country.map { stateCode($0) + "NGO" } ?? "NGO"
        case .armed: return actor.country.map { stateCode($0) + "REB" } ?? "IMG"
        case .party: return actor.country.map { stateCode($0) + "PTY" }
        case .company: return actor.country.map { stateCode($0) + "BUS" } ?? "MNC"
        case .media: return actor.country.map { stateCode($0) + "MED" } ?? "MED"
        case .person: return nil
        }
    }

    /// The CAMEO code of a state's id.
    func stateCode(_ id: String) -> String {
        guard let index = actor(id: id) else { return id }
        return actors[Int(index)].code(on: nil) ?? id
    }

    /// The CAMEO code of a role within a state or organisation.
    func code(of body: Int32, sector: String, on day: Int32?) -> String? {
        guard let base = code(of: body, on: day) else { return nil }
        let actor = actors[Int(body)]
        if actor.sort == .state { return base + sector }
        return base
    }

    /// The country, code and office of a person on a day.
    ///
    /// The office is the one whose dates surely hold the day, else one that may; of several the
    /// highest in the order of `roles.tsv`. A person whose offices are all past is of the elite
    /// (CAMEO `ELI`); one whose first office is still to come has no role code yet.
    func standing(ofPerson person: Int32, on day: Int32?) -> (country: String?, code: String?, tenure: Tenure?) {
        let actor = actors[Int(person)]
        let all = tenures(ofPerson: person)
        guard let last = all.last else {
            return (actor.country, actor.code(on: day) ?? actor.country.map(stateCode), nil)
        }
        var current: [Tenure]
        if let day {
            current = all.filter { $0.period.surelyContains(day) }
            if current.isEmpty { current = all.filter { $0.period.mayContain(day) } }
        } else {
            current = [all.min { ($0.office, $0.period.earliestStart) < ($1.office, $1.period.earliestStart) } ?? last]
        }
        if let tenure = current.min(by: {
            ($0.office, -$0.period.earliestStart) < ($1.office, -$1.period.earliestStart)
        }) {
            let role = roles[Int(tenure.office)]
            let country = country(of: tenure.of) ?? actor.country
            return (country, code(of: tenure.of, sector: role.sector, on: day), tenure)
        }
        let known = day.map { day in all.last { $0.period.latestEnd < day } ?? all[0] } ?? last
        let country = actor.country ?? country(of: known.of)
        let past = day.map { day in all.contains { $0.period.latestEnd < day } } ?? true
        let base = country.map(stateCode) ?? code(of: known.of, on: day)
        return (country, base.map { past && country != nil ? $0 + "ELI" : $0 }, nil)
    }

    /// The office that a person held on a day, as a reader is shown it ("Foreign Minister of
    /// Kazakhstan"), or `nil`.
    public func roleDescription(ofPerson person: Int32, on day: Int32) -> String? {
        guard let tenure = standing(ofPerson: person, on: day).tenure else { return nil }
        return description(of: tenure.office, of: tenure.of)
    }

    /// An office with its body: "Foreign Minister of Kazakhstan", "Secretary of State of the United States".
    func description(of office: Int32, of body: Int32) -> String {
        let title = roleTitles[Int(office)][body] ?? roles[Int(office)].title
        return "\(title) of \(nameWithArticle(body))"
    }

    /// Those who hold a role, as one actor: "Russian officials", "Israeli police", "officials of the
    /// United Nations"; of an office the office itself.
    func collectiveName(of role: Int32, of body: Int32) -> String {
        let held = roles[Int(role)]
        guard held.kind != .office else { return description(of: role, of: body) }
        let title = held.kind == .person ? DatedName.plural(held.title.lowercased()) : held.title.lowercased()
        guard let adjective = state(body)?.adjectives.first else { return "\(title) of \(nameWithArticle(body))" }
        return "\(adjective) \(title)"
    }

    /// The name as it stands inside a sentence: "the United States".
    func nameWithArticle(_ body: Int32) -> String {
        (definite.contains(body) ? "the " : "") + actors[Int(body)].name
    }
}
