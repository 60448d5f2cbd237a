public import Records

/// One line of `chancery code --format jsonl`: what was coded of one input, as JSON.
///
/// Written by hand, keys in a fixed order, so that the same records give the same bytes and a core
/// writes hundreds of megabytes a second.
public struct CodedLine: Sendable {
    private var json = JSONBytes()
    private let explain: Bool

    /// Makes a writer; with `explain` each event also tells its proposition's words and label.
    public init(explain: Bool = false) { self.explain = explain }

    /// The line for an article that was coded, without the line break.
    public mutating func line(_ coded: CodedArticle, findings: [Finding]) -> [UInt8] {
        json.clear()
        field("id", coded.article.id, first: true)
        field("events", coded.events) { $0.event($1, of: coded) }
        field("quotations", coded.quotations.attributions()) { $0.quotation($1) }
        field("figures", coded.figures) { $0.figure($1) }
        field("positions", coded.positions) { $0.position($1) }
        field("times", coded.times) { $0.time($1) }
        field("commitments", coded.commitments) { $0.commitment($1) }
        field("relations", coded.relations) { $0.relation($1) }
        if explain {
            field("propositions", coded.propositions) { $0.proposition($1) }
        }
        close(findings + coded.findings)
        return json.bytes
    }

    /// The line for an input that could not be read.
    public mutating func line(failed id: String?, findings: [Finding]) -> [UInt8] {
        json.clear()
        field("id", id, first: true)
        for key in ["events", "quotations", "figures", "positions", "times", "commitments", "relations"] {
            open(key)
            raw("[]")
        }
        close(findings)
        return json.bytes
    }

    private mutating func close(_ findings: [Finding]) {
        open("findings")
        list(findings) {
            $0.field("path", $1.path, first: true)
            $0.field("message", $1.message)
            $0.raw("}")
        }
        raw("}")
    }

    // MARK: records

    private mutating func event(_ event: Event, of coded: CodedArticle) {
        field("id", event.id, first: true)
        field("type", event.type)
        field("mode", event.mode)
        field("cameo", event.cameo)
        field("date", event.date?.reduced)
        field("place", event.place)
        if let location = event.location {
            field("location", location)
        }
        field("actors", event.actors) { $0.actor($1) }
        field("targets", event.targets) { $0.actor($1) }
        field("modality", event.modality.rawValue)
        field("reportedBy", event.reportedBy)
        field("evidence", event.evidence) { $0.evidence($1) }
        field("rule", event.rule)
        factuality(event.factuality)
        if let contexts = event.contexts {
            field("contexts", contexts) { $0.string($1) }
        }
        if let goldstein = event.goldstein {
            field("goldstein", goldstein)
        }
        if explain, let index = event.proposition, coded.propositions.indices.contains(index) {
            open("explain")
            proposition(coded.propositions[index])
        }
        raw("}")
    }

    /// What `--explain` shows of a clause: the predicate, how it stands, its arguments and times.
    private mutating func proposition(_ proposition: Proposition) {
        field("predicate", proposition.predicate, first: true)
        field("negated", proposition.negated)
        field("modality", proposition.modality.rawValue)
        field("reportedBy", proposition.reportedBy?.name)
        open("arguments")
        list(proposition.arguments) {
            $0.field("role", $1.role, first: true)
            $0.field("words", $1.evidence.quote)
            $0.field("actors", $1.actors) { $0.string($1.name) }
            if let group = $1.group {
                $0.field("group", group.quantifier.rawValue)
            }
            if let figure = $1.figure {
                $0.field("figure", figure)
            }
            $0.raw("}")
        }
        open("times")
        list(proposition.times) {
            $0.field("words", $1.evidence.quote, first: true)
            $0.field("range", $1.range)
            $0.raw("}")
        }
        field("evidence", proposition.evidence)
        factuality(proposition.factuality)
        raw("}")
    }

    private mutating func quotation(_ quotation: Quotation) {
        field("id", quotation.id, first: true)
        field("speaker", quotation.speaker)
        field("speakerSurface", quotation.speakerSurface)
        field("text", quotation.text)
        field("kind", quotation.kind.rawValue)
        field("cue", quotation.cue)
        field("attitude", quotation.attitude?.rawValue)
        field("evidence", quotation.evidence)
        factuality(quotation.factuality)
        field("variantOf", quotation.variantOf)
        field("wording", quotation.wording?.rawValue)
        raw("}")
    }

    /// How a statement stands, and who stands between it and the outlet; nothing where that was not read.
    mutating func factuality(_ factuality: Factuality?) {
        guard let factuality else { return }
        open("factuality")
        field("status", factuality.status.rawValue, first: true)
        field("negated", factuality.negated)
        open("sources")
        list(factuality.sources) {
            $0.field("actor", $1.actor, first: true)
            $0.field("surface", $1.surface)
            $0.field("attitude", $1.attitude.rawValue)
            $0.raw("}")
        }
        raw("}")
    }

    mutating func actor(_ actor: ActorReference) {
        field("id", actor.id, first: true)
        field("name", actor.name)
        field("country", actor.country)
        field("kind", actor.kind.rawValue)
        field("code", actor.code)
        raw("}")
    }

    mutating func evidence(_ evidence: Evidence) {
        field("article", evidence.article, first: true)
        field("start", evidence.start)
        field("end", evidence.end)
        field("quote", evidence.quote)
        raw("}")
    }

    mutating func range(_ range: DateRange?) {
        guard let range else { return raw("null") }
        field("from", range.from, first: true)
        field("to", range.to)
        raw("}")
    }

    // MARK: fields: a key with its value

    mutating func field(_ key: String, _ value: String?, first: Bool = false) {
        open(key, first: first)
        optional(value)
    }

    mutating func field(_ key: String, _ value: Bool) {
        open(key)
        raw(value ? "true" : "false")
    }

    mutating func field(_ key: String, _ value: Int) {
        open(key)
        raw(String(value))
    }

    mutating func field(_ key: String, _ value: Double?) {
        open(key)
        if let value { number(value) } else { raw("null") }
    }

    mutating func field(_ key: String, _ value: DateRange?, first: Bool = false) {
        open(key, first: first)
        range(value)
    }

    mutating func field(_ key: String, _ value: ActorReference?, first: Bool = false) {
        open(key, first: first)
        if let value { actor(value) } else { raw("null") }
    }

    mutating func field(_ key: String, _ value: Evidence) {
        open(key)
        evidence(value)
    }

    mutating func field<T>(_ key: String, _ items: [T], _ write: (inout CodedLine, T) -> Void) {
        open(key)
        list(items, write)
    }

    // MARK: JSON

    mutating func open(_ key: String, first: Bool = false) { json.open(key, first: first) }
    mutating func raw(_ text: String) { json.raw(text) }
    mutating func optional(_ text: String?) { json.optional(text) }
    mutating func number(_ value: Double) { json.number(value) }
    mutating func string(_ text: String) { json.string(text) }

    mutating func list<T>(_ items: [T], _ write: (inout CodedLine, T) -> Void) {
        raw("[")
        for (index, item) in items.enumerated() {
            if index > 0 { raw(",") }
            write(&self, item)
        }
        raw("]")
    }
}
