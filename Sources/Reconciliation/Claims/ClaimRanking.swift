internal import Records

/// The order in which a desk reads claims.
enum ClaimRanking {
    /// Contradictions with the record, then conflicts, then what hangs on one origin, then what is
    /// agreed; within each by weight, then by how many articles speak to it, then by words.
    static func order(_ drafts: [Draft]) -> [Draft] {
        drafts.sorted { a, b in
            let x = (rank(a), -a.weight, -origins(a))
            let y = (rank(b), -b.weight, -origins(b))
            if x != y { return x < y }
            if a.statement != b.statement { return a.statement < b.statement }
            return a.answers.map(\.value).lexicographicallyPrecedes(b.answers.map(\.value))
        }
    }

    /// No more claims of one origin, and of agreement, are put before a reader than this; the rest is there when asked.
    private static let most = 15

    /// Marks as lesser what goes beyond what a reader takes in.
    static func fold(_ drafts: [Draft]) -> [Draft] {
        var shown: [Int: Int] = [:]
        var told: Set<String> = []
        return drafts.map { draft in
            var draft = draft
            let rank = rank(draft)
            // What has been told once in these words need not be told again.
            let isQuantity = draft.kind == .count || draft.kind == .money
            let value = isQuantity ? draft.answers.first?.value ?? "" : ""
            let isNew = told.insert(draft.statement + "|" + value).inserted
            if !isNew, rank > 1, draft.record == nil { draft.lesser = true }
            guard rank > 1, draft.record == nil, !draft.lesser else { return draft }
            shown[rank, default: 0] += 1
            if shown[rank]! > most { draft.lesser = true }
            return draft
        }
    }

    private static func rank(_ draft: Draft) -> Int {
        if draft.record?.verdict == .contradicts { return 0 }
        if draft.conflicting { return draft.record == nil ? 1 : 0 }
        return origins(draft) == 1 ? 2 : 3
    }

    private static func origins(_ draft: Draft) -> Int {
        Set(draft.answers.flatMap { $0.support.map(\.origin) }).count
    }
}
