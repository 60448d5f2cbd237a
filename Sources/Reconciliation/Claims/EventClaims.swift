internal import Records

/// Coded events as claims: what one account alone tells of those who act.
struct EventClaims {
    let pool: StatementPool
    let events: [Event]

    /// Events with an actor that no other claim has taken up.
    func drafts(besides drafts: [Draft]) -> [Draft] {
        var taken: [String: [Evidence]] = [:]
        for draft in drafts {
            for support in draft.answers.flatMap(\.support) {
                taken[support.evidence.article, default: []].append(support.evidence)
            }
        }
        var index: [String: Int] = [:]
        for (a, article) in pool.coded.enumerated() { index[article.article.id] = a }
        var out: [Draft] = []
        for event in events where !event.actors.isEmpty && !event.targets.isEmpty {
            let fresh = event.evidence.filter { evidence in
                !(taken[evidence.article] ?? []).contains { $0.overlaps(evidence) }
            }
            guard fresh.count == event.evidence.count, let first = fresh.first else { continue }
            let support = fresh.compactMap { evidence -> Draft.Support? in
                guard let a = index[evidence.article] else { return nil }
                let sentence = pool.coded[a].sentences.lastIndex { $0.start <= evidence.start } ?? 0
                return Draft.Support(
                    article: a, origin: pool.origin(a, sentence), evidence: evidence.window(around: evidence))
            }
            let place = event.proposition.flatMap { proposition in
                pool.statements.first {
                    $0.proposition == proposition && pool.coded[$0.article].article.id == first.article
                }
            }
            let told = place.map { ClaimWording(pool: pool).sentence($0) } ?? ClaimWording.cleaned(first.quote)
            out.append(
                Draft(
                    kind: .event, statement: told,
                    answers: [
                        Draft.Answer(
                            value: told, statement: FigureWords.sentence(first.quote),
                            support: support)
                    ],
                    conflicting: false, why: "", weight: 0.25,
                    lesser: event.modality == .possible || event.actors.allSatisfy { $0.kind == .place }))
        }
        return out
    }
}
