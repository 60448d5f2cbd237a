internal import Records

/// Turns drafts into claims: counts origins, gives the status, and says why in one sentence.
struct Adjudicator: Sendable {
    let story: String

    func judge(_ draft: Draft) -> Claim? {
        let answers = draft.answers.filter { !$0.support.isEmpty }
        guard !answers.isEmpty else { return nil }
        var all: Set<String> = []
        let readings = answers.map { answer -> Reading in
            let origins = Set(answer.support.map(\.origin))
            all.formUnion(origins)
            var seen: Set<Evidence> = []
            let evidence = answer.support.map(\.evidence).filter { seen.insert($0).inserted }
            return Reading(value: answer.value, statement: answer.statement, origins: origins.count, evidence: evidence)
        }
        let articles = Set(answers.flatMap { $0.support.map(\.article) })
        let conflicting = draft.conflicting && readings.count > 1 && articles.count > 1
        let status: Claim.Status = conflicting ? .conflicting : all.count > 1 ? .corroborated : .singleSource
        return Claim(
            id: Self.identifier([story, draft.kind.rawValue, draft.statement] + readings.map(\.value)),
            kind: draft.kind, statement: draft.statement, status: status, origins: all.count,
            record: draft.record, reason: reason(draft, readings, status, all.count), rule: draft.rule,
            readings: readings, lesser: draft.lesser && status != .conflicting ? true : nil)
    }

    private func reason(_ draft: Draft, _ readings: [Reading], _ status: Claim.Status, _ origins: Int) -> String {
        var parts: [String] = []
        if let record = draft.record { parts.append(record.statement) }
        switch status {
        case .conflicting:
            let counts = readings.map { "\(Self.origins($0.origins)) for \u{201C}\($0.value)\u{201D}" }
            parts.append(draft.why + " (" + counts.joined(separator: ", ") + ").")
        case .corroborated:
            parts.append(
                draft.why.isEmpty
                    ? "\(Self.capitalised(Self.origins(origins))) say the same."
                    : draft.why + " (\(Self.origins(origins))).")
        case .singleSource:
            parts.append(draft.why.isEmpty ? "One origin alone says so." : draft.why + " (one origin).")
        }
        return parts.joined(separator: " ")
    }

    private static func origins(_ count: Int) -> String { count == 1 ? "one origin" : "\(count) origins" }

    private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// An identifier made from content: FNV-1a over the parts, 16 hexadecimal digits.
    static func identifier(_ parts: [String]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for part in parts {
            for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
            hash = (hash ^ 0x1F) &* 0x0000_0100_0000_01b3
        }
        let text = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
    }
}
