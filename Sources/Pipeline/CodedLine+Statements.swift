internal import Records

/// Figures, times, positions, commitments and relations as JSON.
extension CodedLine {
    mutating func figure(_ figure: Figure) {
        field("kind", figure.kind.rawValue, first: true)
        field("value", figure.value)
        field("low", figure.low)
        field("high", figure.high)
        field("unit", figure.unit)
        field("counted", figure.counted)
        field("scope", figure.scope)
        field("bound", figure.bound.rawValue)
        field("role", figure.role?.rawValue)
        if let choice = figure.choice { field("choice", choice) }
        if let fate = figure.fate { field("fate", fate.rawValue) }
        if let period = figure.period { field("period", period) }
        if let years = figure.years { field("years", years) }
        if let sum = figure.sum { field("sum", sum) }
        if let previous = figure.previous { field("previous", previous) }
        if let day = figure.asOf { field("asOf", day) }
        field("evidence", figure.evidence)
        factuality(figure.factuality)
        raw("}")
    }

    mutating func time(_ time: TimeExpression) {
        field("range", time.range, first: true)
        field("precision", time.precision.rawValue)
        field("relative", time.relative)
        if let anchor = time.anchor {
            open("anchor")
            field("order", anchor.order.rawValue, first: true)
            field("event", anchor.event)
            field("head", anchor.head)
            if let days = anchor.days { field("days", days) }
            raw("}")
        }
        if let order = time.order { field("order", order.rawValue) }
        if let duration = time.duration { field("duration", duration) }
        if let period = time.period { field("period", period) }
        field("evidence", time.evidence)
        raw("}")
    }

    mutating func position(_ position: Position) {
        field("actor", position.actor, first: true)
        field("stance", position.stance)
        field("object", position.object)
        field("polarity", position.polarity.rawValue)
        field("issue", position.issue)
        field("targets", position.targets) { $0.actor($1) }
        field("basis", position.basis.rawValue)
        field("strength", position.strength.rawValue)
        field("reportedBy", position.reportedBy)
        field("evidence", position.evidence) { $0.evidence($1) }
        factuality(position.factuality)
        raw("}")
    }

    mutating func commitment(_ commitment: Commitment) {
        field("id", commitment.id, first: true)
        field("actor", commitment.actor)
        field("actorSurface", commitment.actorSurface)
        field("force", commitment.force.rawValue)
        field("act", commitment.act)
        field("content", commitment.content)
        field("head", commitment.head)
        field("negative", commitment.negative)
        field("recipients", commitment.recipients) { $0.actor($1) }
        field("recipientSurface", commitment.recipientSurface)
        field("figures", commitment.figures) { $0.figure($1) }
        open("due")
        if let due = commitment.due { time(due) } else { raw("null") }
        field("condition", commitment.condition)
        field("repeated", commitment.repeated)
        field("reportedBy", commitment.reportedBy)
        field("evidence", commitment.evidence)
        factuality(commitment.factuality)
        raw("}")
    }

    mutating func relation(_ relation: ActorRelation) {
        field("id", relation.id, first: true)
        field("kind", relation.kind.rawValue)
        field("holder", relation.holder)
        field("other", relation.other)
        field("otherSurface", relation.otherSurface)
        field("office", relation.office)
        field("standing", relation.standing.rawValue)
        field("since", relation.since)
        field("until", relation.until)
        field("reportedBy", relation.reportedBy)
        field("evidence", relation.evidence)
        factuality(relation.factuality)
        raw("}")
    }
}
