internal import Records
internal import Text

/// Tells what kind of word was changed in a quotation: a verb, a qualifier, or anything else with content.
struct ChangeKinds: Sendable {
    private let qualifiers: Set<String>
    private let verbs: Set<String>

    /// Reads `change-words.tsv` and the verbs of `concepts.tsv`; throws when one is missing.
    init() throws {
        var lists: [String: Set<String>] = [:]
        for row in try DataFiles.table("change-words.tsv", columns: ["kind", "words"]).rows {
            lists[row["kind"], default: []].formUnion(row.list("words").map { stem($0) })
        }
        qualifiers = lists["qualifier"] ?? []
        var verbs = lists["verb"] ?? []
        for row in try DataFiles.table("concepts.tsv").rows {
            for predicate in row.list("predicates") {
                if let verb = predicate.split(separator: " ").first { verbs.insert(stem(String(verb))) }
            }
        }
        self.verbs = verbs
    }

    /// The kind of a change, of which the aligner has told negations, modals, numbers and small words.
    func kind(of change: QuotationComparison.Change) -> QuotationSearch.Change.Kind {
        switch change.kind {
        case .negation: .negation
        case .modality: .modality
        case .number: .number
        case .inflection: .inflection
        case .function: .function
        case .content: content(change.first, change.second)
        }
    }

    private func content(_ first: [String], _ second: [String]) -> QuotationSearch.Change.Kind {
        let changed = first.filter { !second.contains($0) } + second.filter { !first.contains($0) }
        if !changed.isEmpty, changed.allSatisfy({ qualifiers.contains(stem($0)) || $0.hasSuffix("ly") }) {
            return .qualifier
        }
        if changed.contains(where: { verbs.contains(stem($0)) }) { return .verb }
        if changed.contains(where: { qualifiers.contains(stem($0)) || $0.hasSuffix("ly") }) { return .qualifier }
        return .content
    }
}
