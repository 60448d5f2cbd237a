import Ontologies
import Records

extension EventTable {
    static let icewsColumns = [
        "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
        "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher",
        "City", "District", "Province", "Country", "Latitude", "Longitude",
    ]

    /// The 20 fields of a row of ICEWS: names where other forms have codes.
    func icews(_ event: Event, _ parties: EventParties, _ account: EventAccount) -> [String] {
        let identifier = EventFacts.identifier([
            account.article.id, event.id, parties.source?.id ?? "", parties.target?.id ?? "",
        ])
        let label = event.cameo.flatMap(facts.ontology.cameo)?.label ?? ""
        var place = [String](repeating: "", count: 6)
        if let location = event.location {
            if location.kind == .place { place[0] = location.name }
            place[3] = facts.countryName(location.country) ?? ""
        }
        return [String(identifier), account.day(of: event)] + party(parties.source)
            + [label.prefix(1).uppercased() + label.dropFirst(), event.cameo ?? "", EventFacts.number(event.goldstein)]
            + party(parties.target)
            + [
                account.article.id, account.sentenceNumber(of: event).map(String.init) ?? "",
                account.article.outlet ?? "",
            ] + place
    }

    /// Name, sectors in words, and country of one side.
    private func party(_ actor: ActorReference?) -> [String] {
        guard let actor else { return ["", "", ""] }
        return [
            actor.name, actor.sectors.map { facts.parts[$0]?.name ?? $0 }.joined(separator: ","),
            facts.countryName(actor.country) ?? "",
        ]
    }
}
