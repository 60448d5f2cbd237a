internal import Records

/// The sentences in which a check gives its answer.
enum CheckWording {
    /// How the reason of a contradiction by denial begins; an origin that prints claim and denial is on both sides.
    static let denialPrefix = "the account says that it was not so"

    static func reason(
        verdict: CheckResult.Verdict, accounts: CheckResult.Verdict, supporting: Int, contradicting: Int,
        record: CheckResult.RecordAnswer?, notes: [String], near: CheckResult.Testimony?
    ) -> String {
        var parts: [String] = []
        if let record {
            let said = record.statement.prefix(1).uppercased() + record.statement.dropFirst()
            parts.append(
                "The record (\(record.document.symbol)) \(record.verdict == .agrees ? "agrees" : "contradicts it"): \(said)."
            )
        }
        switch accounts {
        case .supported:
            parts.append("\(origins(supporting)) \(supporting == 1 ? "supports" : "support") it, none contradicts it.")
        case .contradicted:
            parts.append(
                "\(origins(contradicting)) \(contradicting == 1 ? "contradicts" : "contradict") it"
                    + (supporting > 0
                        ? "; \(origins(supporting, small: true)) \(supporting == 1 ? "supports" : "support") a part of it."
                        : "."))
        case .mixed:
            parts.append(
                "\(origins(supporting)) \(supporting == 1 ? "supports" : "support") it, \(origins(contradicting, small: true)) \(contradicting == 1 ? "contradicts" : "contradict") it."
            )
        case .notFound:
            if let near {
                parts.append("No account says so or denies it; the nearest: \(near.reason).")
            } else {
                parts.append("No account speaks to it.")
            }
        case .notUnderstood: break
        }
        if record != nil, verdict != accounts, accounts == .supported || accounts == .contradicted {
            parts.append("The record outranks the count.")
        }
        return (parts + notes).joined(separator: " ")
    }

    private static func origins(_ count: Int, small: Bool = false) -> String {
        let number = count == 1 ? (small ? "one" : "One") : "\(count)"
        return "\(number) independent origin\(count == 1 ? "" : "s")"
    }
}
