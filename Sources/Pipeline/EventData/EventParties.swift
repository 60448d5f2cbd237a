import Records

/// The two sides of one row of event data.
struct EventParties {
    var source: ActorReference?
    var target: ActorReference?

    /// The pairs of an event: every actor with every target; where parties act together and there is no
    /// target, every one with every other; one party alone where there is no other.
    static func pairs(of event: Event) -> [EventParties] {
        if event.targets.isEmpty {
            guard event.actors.count > 1 else { return [EventParties(source: event.actors.first, target: nil)] }
            return event.actors.flatMap { one in
                event.actors.filter { $0 != one }.map { EventParties(source: one, target: $0) }
            }
        }
        guard !event.actors.isEmpty else { return event.targets.map { EventParties(source: nil, target: $0) } }
        return event.actors.flatMap { one in event.targets.map { EventParties(source: one, target: $0) } }
    }
}

extension ActorReference {
    /// The part of the CAMEO code that tells what the actor is: the three-letter roles after a country,
    /// or the kind of body that stands in its place.
    var sectors: [String] {
        guard let code else { return [] }
        let parts = stride(from: 0, to: code.count, by: 3).map { String(code.dropFirst($0).prefix(3)) }
        guard let first = parts.first else { return [] }
        return Self.bodies.contains(first) ? parts : Array(parts.dropFirst())
    }

    /// The codes that stand for bodies of no one country.
    static let bodies: Set<String> = ["IGO", "NGO", "NGM", "IMG", "MNC", "INT", "UIS"]

    /// The three letters of the country, as CAMEO has them, where the actor has a country.
    var cameoCountry: String? {
        guard let code, code.count >= 3 else { return country }
        let first = String(code.prefix(3))
        return Self.bodies.contains(first) ? country : country == nil ? nil : first
    }
}
