import Records

/// Brings an event's factuality into line with the modality that its rule gave.
struct FactualityCoder: Sendable {
    /// An event's factuality: its proposition's, unless the modality that its rule gave contradicts it.
    func factuality(of event: Event, proposition: Proposition?) -> Factuality {
        let known = proposition?.factuality
        let sources = known?.sources ?? []
        if let known, Self.agree(known.status, event.modality) { return known }
        switch event.modality {
        case .happened, .ongoing:
            return Factuality(status: sources.isEmpty ? .asserted : .reported, sources: sources)
        case .planned: return Factuality(status: .planned, sources: sources)
        case .possible: return Factuality(status: .possible, sources: sources)
        case .denied: return Factuality(status: .denied, sources: sources)
        }
    }

    private static func agree(_ status: Factuality.Status, _ modality: Modality) -> Bool {
        switch modality {
        case .happened, .ongoing: status == .asserted || status == .reported
        case .planned: status == .planned || status == .predicted || status == .conditional
        case .possible: status == .possible || status == .predicted || status == .conditional
        case .denied: status == .denied
        }
    }
}
