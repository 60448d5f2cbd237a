import Ontologies
import Records

/// The columns of the GDELT 2.0 event export, counted from 1 as its codebook does.
private enum Column {
    static let id = 1
    static let day = 2
    static let monthYear = 3
    static let year = 4
    static let fractionDate = 5
    static let actor1 = 6
    static let actor2 = 16
    static let isRootEvent = 26
    static let code = 27
    static let baseCode = 28
    static let rootCode = 29
    static let quadClass = 30
    static let goldstein = 31
    static let mentions = 32
    static let sources = 33
    static let articles = 34
    static let actor1Geography = 36
    static let actor2Geography = 44
    static let actionGeography = 52
    static let added = 60
    static let address = 61
    static let count = 61
}

extension EventTable {
    /// The 61 fields of a row of GDELT 2.0. Tone, coordinates and the codes below the country are empty.
    func gdelt(_ event: Event, _ parties: EventParties, _ account: EventAccount) -> [String] {
        var fields = [String](repeating: "", count: Column.count)
        func set(_ column: Int, _ value: String) { fields[column - 1] = value }
        let day = account.day(of: event).replacing("-", with: "")
        set(
            Column.id,
            String(
                EventFacts.identifier([
                    account.article.id, event.id, parties.source?.id ?? "", parties.target?.id ?? "",
                ])))
        set(Column.day, day)
        set(Column.monthYear, String(day.prefix(6)))
        set(Column.year, String(day.prefix(4)))
        set(Column.fractionDate, Self.fraction(ofDay: day))
        actor(parties.source, at: Column.actor1, in: &fields)
        actor(parties.target, at: Column.actor2, in: &fields)
        set(Column.isRootEvent, event.evidence.contains { $0.start < account.leadEnd } ? "1" : "0")
        let code = event.cameo ?? ""
        set(Column.code, code)
        set(Column.baseCode, String(code.prefix(3)))
        set(Column.rootCode, String(code.prefix(2)))
        set(Column.quadClass, facts.ontology.cameo(code).map { String($0.quadClass) } ?? "")
        set(Column.goldstein, EventFacts.number(event.goldstein))
        set(Column.mentions, String(event.evidence.count))
        set(Column.sources, "1")
        set(Column.articles, "1")
        set(Column.actor1Geography, "0")
        set(Column.actor2Geography, "0")
        place(event, in: &fields)
        set(Column.added, account.published.map { $0.replacing("-", with: "") + "000000" } ?? "")
        set(Column.address, account.article.url ?? account.article.id)
        return fields
    }

    /// Year and share of the year gone, as the codebook counts it: months of 30 days, 365 to the year.
    private static func fraction(ofDay day: String) -> String {
        guard day.utf8.count == 8, let month = Int(day.dropFirst(4).prefix(2)), let date = Int(day.suffix(2)) else {
            return ""
        }
        let share = min(9999, ((month - 1) * 30 + date) * 10_000 / 365)
        let digits = String(share)
        return day.prefix(4) + "." + String(repeating: "0", count: 4 - digits.count) + digits
    }

    /// Code, name, country, known group, religions and up to three roles of an actor. A body of no one country
    /// has its region in the country's place, as "EUR" in "IGOEUREEC".
    private func actor(_ actor: ActorReference?, at first: Int, in fields: inout [String]) {
        guard let actor else { return }
        fields[first - 1] = actor.code ?? actor.country ?? ""
        fields[first] = actor.name.uppercased()
        fields[first + 1] = actor.cameoCountry ?? facts.parts(of: actor, .region).first ?? ""
        fields[first + 2] = facts.parts(of: actor, .group).first ?? ""
        for (place, religion) in facts.parts(of: actor, .religion).prefix(2).enumerated() {
            fields[first + 4 + place] = religion
        }
        for (place, role) in facts.parts(of: actor, .role).prefix(3).enumerated() { fields[first + 6 + place] = role }
    }

    /// Where it happened: 1 for a country, 4 for a place in one, 0 for what is not known.
    private func place(_ event: Event, in fields: inout [String]) {
        let first = Column.actionGeography
        fields[first - 1] = "0"
        guard let place = event.place else { return }
        fields[first] = place
        guard let location = event.location, let country = location.country else { return }
        fields[first - 1] = location.kind == .state ? "1" : "4"
        if location.kind != .state, let name = facts.countryName(country) { fields[first] = "\(place), \(name)" }
        fields[first + 1] = facts.countries.fips(country) ?? ""
    }
}
