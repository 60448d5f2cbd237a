import Ontologies
import Records

extension EventTable {
    static let polecatColumns = [
        "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
        "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
        "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
        "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City",
        "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
        "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
    ]

    /// The form of the rows, so that a reader can tell them from others.
    private static let version = "chancery.polecat/1"

    /// The 40 fields of a row of POLECAT. Identifiers of other data sets and coordinates are empty.
    func polecat(_ event: Event, _ parties: EventParties, _ account: EventAccount) -> [String] {
        let type = facts.ontology.type(event.type)
        let modes =
            [event.mode].compactMap { $0 }
            + event.auxiliaryModes(asOf: account.coded.dayOfWriting).map(\.rawValue)
        let identifier = EventFacts.identifier([
            account.article.id, event.id, parties.source?.id ?? "", parties.target?.id ?? "",
        ])
        return [
            String(identifier), account.day(of: event), event.type, modes.joined(separator: ";"),
            EventFacts.number(type?.score), type.map { Self.quadName($0.quad) } ?? "",
            (event.contexts ?? []).joined(separator: ";"),
        ] + party(parties.source, event, account) + party(parties.target, event, account) + place(event) + [
            account.article.outlet ?? "", account.published ?? "", Self.list(account.names(of: [.person])),
            Self.list(account.names(of: [.organisation, .format])), Self.list(account.names(of: [.state, .place])),
            account.article.language ?? "", Self.version,
        ]
    }

    /// Name, country, number, sectors, title, printed name and identifier of one side.
    private func party(_ actor: ActorReference?, _ event: Event, _ account: EventAccount) -> [String] {
        guard let actor else { return [String](repeating: "", count: 8) }
        let sectors = facts.parts(of: actor, .role)
        return [
            actor.name, actor.country ?? "", facts.cow(actor.country), sectors.first ?? "",
            sectors.joined(separator: ";"), account.role(of: actor) ?? "", account.printedName(of: actor, in: event),
            "",
        ]
    }

    /// From the resolved name of the place to the kind of feature; finer divisions are not resolved.
    private func place(_ event: Event) -> [String] {
        var fields = [String](repeating: "", count: 10)
        guard let printed = event.place else { return fields }
        fields[8] = printed
        guard let location = event.location else { return fields }
        fields[0] = location.name
        fields[4] = location.country ?? ""
        fields[9] = location.kind == .state ? "country" : "place"
        return fields
    }

    private static func list(_ names: [String]) -> String { names.joined(separator: ";") }

    /// "VERBAL COOPERATION" and its like.
    private static func quadName(_ quad: EventType.Quad) -> String {
        quad.rawValue.replacing("-", with: " ").uppercased()
    }
}
