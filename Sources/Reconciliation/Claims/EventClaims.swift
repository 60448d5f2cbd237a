internal import Records

/// Coded events as claims: what one account alone tells of those who act.
struct EventClaims {
    let pool: StatementPool
    let events: [Event]

    /// An event that several accounts tell, each in its own words: one type, one actor and target, one time.
    /// `nil` when one account alone has it, or when a claim already stands on the same sentences.
    private func shared(_ event: Event, _ index: [String: Int], _ drafts: [Draft]) -> Draft? {
        guard event.modality == .happened || event.modality == .ongoing,
            Set(event.evidence.map(\.article)).count > 1
        else { return nil }
        let support = event.evidence.compactMap { cited($0, index) }
        let known = drafts.contains { draft in
            let told = draft.answers.flatMap(\.support)
            return support.allSatisfy { one in
                told.contains { $0.article == one.article && $0.evidence.overlaps(one.evidence) }
            }
        }
        guard !known, let first = support.first else { return nil }
        let statement = event.proposition.flatMap { place in
            pool.statements.first { $0.proposition == place && $0.article == first.article }
        }
        let told = statement.map { ClaimWording(pool: pool).sentence($0) } ?? ClaimWording.cleaned(first.evidence.quote)
        return Draft(
            kind: .event, statement: told,
            answers: [
                Draft.Answer(value: told, statement: FigureWords.sentence(first.evidence.quote), support: support)
            ],
            conflicting: false, why: "", weight: 0.28)
    }

    private func cited(_ evidence: Evidence, _ index: [String: Int]) -> Draft.Support? {
        guard let a = index[evidence.article] else { return nil }
        let sentence = pool.coded[a].sentences.lastIndex { $0.start <= evidence.start } ?? 0
        return Draft.Support(
            article: a, origin: pool.origin(a, sentence), evidence: evidence.window(around: evidence))
    }

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
            if let draft = shared(event, index, drafts) { out.append(draft) }
            let fresh = event.evidence.filter { evidence in
                !(taken[evidence.article] ?? []).contains { $0.overlaps(evidence) }
            }
            guard fresh.count == event.evidence.count, let first = fresh.first else { continue }
            let support = fresh.compactMap { cited($0, index) }
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
