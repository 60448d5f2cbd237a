internal import Records

/// Figures, times, positions, commitments and relations as JSON.
extension CodedLine {
    mutating func figure(_ figure: Figure) {
        open("kind", first: true)
        string(figure.kind.rawValue)
        for (key, value) in [("value", figure.value), ("low", figure.low), ("high", figure.high)] {
            open(key)
            if let value { number(value) } else { raw("null") }
        }
        for (key, value) in [
            ("unit", figure.unit), ("counted", figure.counted), ("scope", figure.scope),
            ("bound", figure.bound.rawValue), ("role", figure.role?.rawValue),
        ] {
            open(key)
            optional(value)
        }
        for (key, value) in [
            ("choice", figure.choice), ("fate", figure.fate?.rawValue), ("period", figure.period),
        ] where value != nil {
            open(key)
            optional(value)
        }
        for (key, value) in [("years", figure.years), ("sum", figure.sum), ("previous", figure.previous)] {
            guard let value else { continue }
            open(key)
            number(value)
        }
        if let day = figure.asOf {
            open("asOf")
            range(day)
        }
        open("evidence")
        evidence(figure.evidence)
        factuality(figure.factuality)
        raw("}")
    }

    mutating func time(_ time: TimeExpression) {
        open("range", first: true)
        range(time.range)
        open("precision")
        string(time.precision.rawValue)
        open("relative")
        raw(time.relative ? "true" : "false")
        if let anchor = time.anchor {
            open("anchor")
            open("order", first: true)
            string(anchor.order.rawValue)
            open("event")
            string(anchor.event)
            open("head")
            string(anchor.head)
            if let days = anchor.days {
                open("days")
                raw(String(days))
            }
            raw("}")
        }
        for (key, value) in [
            ("order", time.order?.rawValue), ("duration", time.duration), ("period", time.period),
        ] where value != nil {
            open(key)
            optional(value)
        }
        open("evidence")
        evidence(time.evidence)
        raw("}")
    }

    mutating func position(_ position: Position) {
        open("actor", first: true)
        actor(position.actor)
        open("stance")
        string(position.stance)
        open("object")
        string(position.object)
        open("polarity")
        string(position.polarity.rawValue)
        open("issue")
        string(position.issue)
        open("targets")
        list(position.targets) { $0.actor($1) }
        open("basis")
        string(position.basis.rawValue)
        open("strength")
        string(position.strength.rawValue)
        open("reportedBy")
        reference(position.reportedBy)
        open("evidence")
        list(position.evidence) { $0.evidence($1) }
        factuality(position.factuality)
        raw("}")
    }

    mutating func commitment(_ commitment: Commitment) {
        open("id", first: true)
        string(commitment.id)
        open("actor")
        reference(commitment.actor)
        open("actorSurface")
        optional(commitment.actorSurface)
        open("force")
        string(commitment.force.rawValue)
        open("act")
        string(commitment.act)
        open("content")
        string(commitment.content)
        open("head")
        string(commitment.head)
        open("negative")
        raw(commitment.negative ? "true" : "false")
        open("recipients")
        list(commitment.recipients) { $0.actor($1) }
        open("recipientSurface")
        optional(commitment.recipientSurface)
        open("figures")
        list(commitment.figures) { $0.figure($1) }
        open("due")
        if let due = commitment.due { time(due) } else { raw("null") }
        open("condition")
        optional(commitment.condition)
        open("repeated")
        raw(commitment.repeated ? "true" : "false")
        open("reportedBy")
        reference(commitment.reportedBy)
        open("evidence")
        evidence(commitment.evidence)
        factuality(commitment.factuality)
        raw("}")
    }

    mutating func relation(_ relation: ActorRelation) {
        open("id", first: true)
        string(relation.id)
        open("kind")
        string(relation.kind.rawValue)
        open("holder")
        actor(relation.holder)
        open("other")
        reference(relation.other)
        open("otherSurface")
        string(relation.otherSurface)
        open("office")
        optional(relation.office)
        open("standing")
        string(relation.standing.rawValue)
        open("since")
        range(relation.since)
        open("until")
        range(relation.until)
        open("reportedBy")
        reference(relation.reportedBy)
        open("evidence")
        evidence(relation.evidence)
        factuality(relation.factuality)
        raw("}")
    }

    private mutating func reference(_ reference: ActorReference?) {
        if let reference { actor(reference) } else { raw("null") }
    }
}
