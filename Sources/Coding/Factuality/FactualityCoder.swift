internal import Linguistics
internal import Records

/// Puts on every record of an article how it stands to the facts.
///
/// Propositions, quotations and figures are asked about by the word that carries them; events and
/// positions take what their proposition has, unless the rule that coded them says otherwise.
struct FactualityCoder: Sendable {
    private let lexicon: FactualityLexicon

    /// Reads the cues of the project.
    init() throws { lexicon = try FactualityLexicon.standard() }

    /// A reader for one analysis and the frames found in it. O(words).
    func reader(_ analysis: Analysis, reported: ReportedWords) -> FactualityReader {
        FactualityReader(ClauseGraph(analysis), lexicon: lexicon, reported: reported)
    }

    /// An event's factuality: its proposition's, brought into line with the modality that its rule gave.
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

    /// Positions take the factuality of the proposition that they were read off.
    func put(on positions: inout [Position], from propositions: [Proposition]) {
        var known: [Evidence: Factuality] = [:]
        for proposition in propositions { known[proposition.evidence] = proposition.factuality }
        for index in positions.indices {
            let evidence = positions[index].evidence
            positions[index].factuality =
                evidence.lazy.compactMap { known[$0] }.first
                ?? evidence.first.flatMap { first in
                    propositions.first { $0.evidence.start <= first.start && first.start < $0.evidence.end }?.factuality
                }
        }
    }
}
