internal import Records

/// How a predicate stands to the facts while the words around it are read: a status and a polarity.
struct FactualityState: Equatable {
    typealias Effect = FactualityLexicon.Effect

    enum Status: Int {
        case fact, predicted, planned, conditional, possible
        /// Told by somebody unnamed ("reportedly").
        case reported
    }

    var status = Status.fact
    var negated = false

    /// This state under a cue that governs the predicate and itself stands as `governor` does.
    func governed(by cue: FactualityLexicon.Cue, standing governor: FactualityState, isProcess: Bool) -> FactualityState
    {
        if cue.effect == .same {
            return governor.status == .fact ? turned(if: governor.negated) : weaker(governor.status, governor.negated)
        }
        var effect = cue.effect
        var turn = false
        if governor.negated {
            if let other = cue.negated { effect = other } else { turn = true }
        }
        var state = applying(effect, isProcess: isProcess).turned(if: turn)
        switch governor.status {
        case .fact, .reported, .predicted, .planned:
            // A plan to refuse is a plan; a plan to plan is one too.
            if state.status == .fact, effect == .denied { state.status = governor.status }
        case .conditional, .possible:
            if effect != .fact { state.status = governor.status }
        }
        return state
    }

    /// This state with one effect put on it.
    func applying(_ effect: Effect, isProcess: Bool) -> FactualityState {
        switch effect {
        case .planned: weaker(.planned)
        case .possible: weaker(.possible)
        case .predicted: weaker(.predicted)
        case .conditional: weaker(.conditional)
        case .reported: weaker(.reported)
        case .future: weaker(isProcess ? .predicted : .planned)
        case .unlikely: weaker(.predicted).turned(if: true)
        case .denied: turned(if: true)
        case .same, .fact: self
        }
    }

    /// With the weaker of two statuses: what may be planned is possible, not planned.
    func weaker(_ other: Status, _ turn: Bool = false) -> FactualityState {
        FactualityState(status: other.rawValue > status.rawValue ? other : status, negated: negated != turn)
    }

    func turned(if turn: Bool) -> FactualityState { FactualityState(status: status, negated: negated != turn) }

    /// The record of this state, said by these.
    func record(_ sources: [Factuality.Source]) -> Factuality {
        switch status {
        case .fact:
            if negated { return Factuality(status: .denied, sources: sources) }
            return Factuality(status: sources.isEmpty ? .asserted : .reported, sources: sources)
        case .reported:
            return negated
                ? Factuality(status: .denied, sources: sources) : Factuality(status: .reported, sources: sources)
        case .predicted: return Factuality(status: .predicted, negated: negated, sources: sources)
        case .planned: return Factuality(status: .planned, negated: negated, sources: sources)
        case .conditional: return Factuality(status: .conditional, negated: negated, sources: sources)
        case .possible: return Factuality(status: .possible, negated: negated, sources: sources)
        }
    }
}
