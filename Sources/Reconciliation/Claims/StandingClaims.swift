internal import Records

/// The standing that states have with a body (member, partner, observer, candidate), name by name.
///
/// Enumerations of one standing in one body are read as complete: a state that one account counts
/// among the members and another among the observers has two readings.
struct StandingClaims {
    let pool: StatementPool
    private struct Standing {
        var state: ActorReference
        var body: String
        var rank: String
        var statement: Int
    }

    func drafts() -> [Draft] {
        var byState: [String: [Standing]] = [:]
        for standing in standings() { byState[standing.body + "|" + standing.state.id, default: []].append(standing) }
        var drafts: [Draft] = []
        for key in byState.keys.sorted() {
            let list = byState[key]!
            var ranks: [String] = []
            for item in list where !ranks.contains(item.rank) { ranks.append(item.rank) }
            guard ranks.count > 1, Set(list.map { pool.statements[$0.statement].article }).count > 1 else { continue }
            // An account that gives two standings tells of a change from the one to the other.
            let changes = Dictionary(grouping: list) { pool.statements[$0.statement].article }
                .contains { Set($0.value.map(\.rank)).count > 1 }
            guard !changes else { continue }
            let name = list[0].state.name
            let sides = ranks.map { rank in list.filter { $0.rank == rank } }.sorted { $0.count > $1.count }
            drafts.append(
                Draft(
                    kind: .membership, statement: "The standing of \(name)",
                    answers: sides.map { side in
                        Draft.Answer(
                            value: side[0].rank, statement: "\(name) is \(side[0].rank)",
                            support: side.map { item in
                                let statement = pool.statements[item.statement]
                                return Draft.Support(
                                    article: statement.article, origin: statement.origin, evidence: statement.evidence)
                            })
                    },
                    conflicting: true, why: "A state has one standing at a time", weight: 0.7))
        }
        return drafts
    }

    private func standings() -> [Standing] {
        var out: [Standing] = []
        for (i, statement) in pool.statements.enumerated()
        where !statement.isDenied && statement.modality != .planned && statement.modality != .possible {
            let proposition = pool.coded[statement.article].propositions[statement.proposition]
            guard statement.predicate == "be" || statement.predicate == "become" || statement.predicate == "remain"
            else { continue }
            guard
                let complement = proposition.arguments.first(where: { $0.role == "complement" || $0.role == "object" }),
                let rank = pool.concepts.standing(complement.head.lowercased())
            else { continue }
            let states = statement.agents.filter { $0.kind == .state }
            let bodies = statement.others.filter { $0.kind == .organisation || $0.kind == .format }.map(\.id)
            for state in states {
                out.append(Standing(state: state, body: bodies.first ?? "", rank: rank, statement: i))
            }
        }
        return out
    }
}
