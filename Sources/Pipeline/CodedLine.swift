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
        open("id", first: true)
        string(coded.article.id)
        open("events")
        list(coded.events) { $0.event($1, of: coded) }
        open("quotations")
        list(coded.quotations.attributions()) { $0.quotation($1) }
        open("figures")
        list(coded.figures) { $0.figure($1) }
        open("positions")
        list(coded.positions) { $0.position($1) }
        open("times")
        list(coded.times) { $0.time($1) }
        open("commitments")
        list(coded.commitments) { $0.commitment($1) }
        open("relations")
        list(coded.relations) { $0.relation($1) }
        if explain {
            open("propositions")
            list(coded.propositions) { $0.proposition($1) }
        }
        close(findings + coded.findings)
        return json.bytes
    }

    /// The line for an input that could not be read.
    public mutating func line(failed id: String?, findings: [Finding]) -> [UInt8] {
        json.clear()
        open("id", first: true)
        optional(id)
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
            $0.open("path", first: true)
            $0.string($1.path)
            $0.open("message")
            $0.string($1.message)
            $0.raw("}")
        }
        raw("}")
    }

    // MARK: records

    private mutating func event(_ event: Event, of coded: CodedArticle) {
        open("id", first: true)
        string(event.id)
        open("type")
        string(event.type)
        open("mode")
        optional(event.mode)
        open("cameo")
        optional(event.cameo)
        open("date")
        range(event.date?.reduced)
        open("place")
        optional(event.place)
        if let location = event.location {
            open("location")
            actor(location)
        }
        open("actors")
        list(event.actors) { $0.actor($1) }
        open("targets")
        list(event.targets) { $0.actor($1) }
        open("modality")
        string(event.modality.rawValue)
        open("reportedBy")
        if let reporter = event.reportedBy { actor(reporter) } else { raw("null") }
        open("evidence")
        list(event.evidence) { $0.evidence($1) }
        open("rule")
        string(event.rule)
        factuality(event.factuality)
        if let contexts = event.contexts {
            open("contexts")
            list(contexts) { $0.string($1) }
        }
        if let goldstein = event.goldstein {
            open("goldstein")
            number(goldstein)
        }
        if explain, let index = event.proposition, coded.propositions.indices.contains(index) {
            open("explain")
            proposition(coded.propositions[index])
        }
        raw("}")
    }

    /// What `--explain` shows of a clause: the predicate, how it stands, its arguments and times.
    private mutating func proposition(_ proposition: Proposition) {
        open("predicate", first: true)
        string(proposition.predicate)
        open("negated")
        raw(proposition.negated ? "true" : "false")
        open("modality")
        string(proposition.modality.rawValue)
        open("reportedBy")
        optional(proposition.reportedBy?.name)
        open("arguments")
        list(proposition.arguments) {
            $0.open("role", first: true)
            $0.string($1.role)
            $0.open("words")
            $0.string($1.evidence.quote)
            $0.open("actors")
            $0.list($1.actors) { $0.string($1.name) }
            if let group = $1.group {
                $0.open("group")
                $0.string(group.quantifier.rawValue)
            }
            if let figure = $1.figure {
                $0.open("figure")
                $0.raw(String(figure))
            }
            $0.raw("}")
        }
        open("times")
        list(proposition.times) {
            $0.open("words", first: true)
            $0.string($1.evidence.quote)
            $0.open("range")
            $0.range($1.range)
            $0.raw("}")
        }
        open("evidence")
        evidence(proposition.evidence)
        factuality(proposition.factuality)
        raw("}")
    }

    private mutating func quotation(_ quotation: Quotation) {
        open("id", first: true)
        string(quotation.id)
        open("speaker")
        if let speaker = quotation.speaker { actor(speaker) } else { raw("null") }
        open("speakerSurface")
        optional(quotation.speakerSurface)
        open("text")
        string(quotation.text)
        open("kind")
        string(quotation.kind.rawValue)
        open("cue")
        optional(quotation.cue)
        open("attitude")
        optional(quotation.attitude?.rawValue)
        open("evidence")
        evidence(quotation.evidence)
        factuality(quotation.factuality)
        open("variantOf")
        optional(quotation.variantOf)
        open("wording")
        optional(quotation.wording?.rawValue)
        raw("}")
    }

    /// How a statement stands, and who stands between it and the outlet; nothing where that was not read.
    mutating func factuality(_ factuality: Factuality?) {
        guard let factuality else { return }
        open("factuality")
        open("status", first: true)
        string(factuality.status.rawValue)
        open("negated")
        raw(factuality.negated ? "true" : "false")
        open("sources")
        list(factuality.sources) {
            $0.open("actor", first: true)
            if let actor = $1.actor { $0.actor(actor) } else { $0.raw("null") }
            $0.open("surface")
            $0.optional($1.surface)
            $0.open("attitude")
            $0.string($1.attitude.rawValue)
            $0.raw("}")
        }
        raw("}")
    }

    mutating func actor(_ actor: ActorReference) {
        open("id", first: true)
        string(actor.id)
        open("name")
        string(actor.name)
        open("country")
        optional(actor.country)
        open("kind")
        string(actor.kind.rawValue)
        open("code")
        optional(actor.code)
        raw("}")
    }

    mutating func evidence(_ evidence: Evidence) {
        open("article", first: true)
        string(evidence.article)
        open("start")
        raw(String(evidence.start))
        open("end")
        raw(String(evidence.end))
        open("quote")
        string(evidence.quote)
        raw("}")
    }

    mutating func range(_ range: DateRange?) {
        guard let range else { return raw("null") }
        open("from", first: true)
        string(range.from)
        open("to")
        string(range.to)
        raw("}")
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
