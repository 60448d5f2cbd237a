import Records

extension EventTable {
    static let csvColumns = [
        "article", "event", "type", "mode", "auxiliary_modes", "cameo", "goldstein", "from", "to", "place", "actor",
        "actor_code", "target", "target_code", "modality", "reported_by", "contexts", "rule", "quote",
    ]

    /// The fields of a row for a spreadsheet.
    func csv(_ event: Event, _ parties: EventParties, _ account: EventAccount) -> [String] {
        [
            account.article.id, event.id, event.type, event.mode ?? "",
            event.auxiliaryModes(asOf: account.coded.dayOfWriting).map(\.rawValue).joined(separator: ";"),
            event.cameo ?? "", EventFacts.number(event.goldstein), event.date?.from ?? "", event.date?.to ?? "",
            event.place ?? "", parties.source?.name ?? "", parties.source?.code ?? "", parties.target?.name ?? "",
            parties.target?.code ?? "", event.modality.rawValue, event.reportedBy?.name ?? "",
            (event.contexts ?? []).joined(separator: ";"), event.rule, event.evidence.first?.quote ?? "",
        ]
    }
}
