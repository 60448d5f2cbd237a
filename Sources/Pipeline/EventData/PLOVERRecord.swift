import Records

extension EventTable {
    /// The version of the record's form.
    private static let ploverVersion = "chancery.plover/1"

    /// One PLOVER record: a JSON object without a line break. Parties that act together stand in `actor`.
    func plover(_ event: Event, _ account: EventAccount) -> String {
        var json = JSONBytes()
        json.open("id", first: true)
        json.string(event.id)
        json.open("date")
        json.string(account.day(of: event))
        json.open("dateTo")
        json.optional(event.date?.to)
        for (key, actors) in [("actor", event.actors), ("recipient", event.targets)] {
            json.open(key)
            parties(actors, event, account, in: &json)
        }
        json.open("event")
        json.string(event.type)
        json.open("eventText")
        json.optional(words(of: event, account))
        json.open("mode")
        json.optional(event.mode)
        json.open("auxiliaryModes")
        Self.strings(event.auxiliaryModes(asOf: account.coded.dayOfWriting).map(\.rawValue), in: &json)
        json.open("context")
        Self.strings(event.contexts ?? [], in: &json)
        json.open("cameo")
        json.optional(event.cameo)
        json.open("text")
        json.optional(event.evidence.first?.quote)
        json.open("eventLoc")
        if let place = event.place {
            json.open("name", first: true)
            json.string(event.location?.name ?? place)
            json.open("text")
            json.string(place)
            json.open("country")
            json.optional(event.location?.country)
            json.raw("}")
        } else {
            json.raw("null")
        }
        // How many took part, died or were hurt stands in the article's figures, not in the event.
        for key in ["size", "dead", "injured"] {
            json.open(key)
            json.raw("null")
        }
        json.open("language")
        json.optional(account.article.language)
        json.open("publication")
        json.optional(account.article.outlet)
        json.open("coder")
        json.string("chancery")
        json.open("version")
        json.string(Self.ploverVersion)
        json.open("comment")
        json.string(event.rule)
        json.raw("}")
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private func parties(
        _ actors: [ActorReference], _ event: Event, _ account: EventAccount, in json: inout JSONBytes
    ) {
        json.raw("[")
        for (place, actor) in actors.enumerated() {
            if place > 0 { json.raw(",") }
            json.open("actorText", first: true)
            json.string(account.printedName(of: actor, in: event))
            json.open("name")
            json.string(actor.name)
            json.open("code")
            json.optional(actor.cameoCountry ?? actor.code.map { String($0.prefix(3)) })
            json.open("sector")
            json.optional(actor.sectors.first)
            json.raw("}")
        }
        json.raw("]")
    }

    /// The predicate of the clause that was coded.
    private func words(of event: Event, _ account: EventAccount) -> String? {
        guard let index = event.proposition, account.coded.propositions.indices.contains(index) else { return nil }
        return account.coded.propositions[index].predicate
    }

    private static func strings(_ values: [String], in json: inout JSONBytes) {
        json.raw("[")
        for (place, value) in values.enumerated() {
            if place > 0 { json.raw(",") }
            json.string(value)
        }
        json.raw("]")
    }
}
