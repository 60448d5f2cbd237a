internal import Records

/// One thing told of two: clauses that are the same but for who has, gets or does it.
///
/// When one account says that Cyprus was given an exemption for its ships until the end of the year, and
/// another that Malta won an exemption for its ships until the end of the year, and neither knows the
/// other's state, one of them has the wrong name.
struct HolderClaims {
    let pool: StatementPool
    /// Clauses meet when this part of the words of the lesser one, names left out, stands in the other.
    private static let part = 0.7
    /// And when they share this many words that tell something.
    private static let least = 4

    /// A clause with the one of whom it is told, and its words without those of names.
    private struct Told {
        var statement: Int
        var article: Int
        var holder: ActorReference
        var terms: [Int32]
    }

    func drafts(besides drafts: [Draft]) -> [Draft] {
        var taken: Set<Evidence> = []
        for draft in drafts where draft.conflicting {
            for answer in draft.answers { taken.formUnion(answer.support.map(\.evidence)) }
        }
        let all = told(besides: taken)
        var out: [Draft] = []
        var used: Set<Int> = []
        for i in all.indices where !used.contains(i) {
            let other = all.indices.dropFirst(i + 1).filter { !used.contains($0) && excludes(all[i], all[$0]) }
            guard let first = other.first else { continue }
            let against = other.filter { Identity.same(all[$0].holder, all[first].holder) }
            let same = all.indices.filter { j in
                j == i
                    || !other.contains(j) && !used.contains(j) && Identity.same(all[j].holder, all[i].holder)
                        && against.contains { alike(all[j], all[$0]) }
            }
            used.formUnion(same + against)
            let holders = Dictionary(
                (same + against).map { (all[$0].statement, all[$0].holder.name) },
                uniquingKeysWith: { first, _ in first })
            out.append(
                Draft(
                    .event, sides: [same, against].map { side in side.map { all[$0].statement } }, pool: pool,
                    question: ClaimWording(pool: pool).holder, value: { holders[$0] ?? "" },
                    why: "The accounts tell the same of different ones", weight: 0.7))
        }
        return out
    }

    private func told(besides taken: Set<Evidence>) -> [Told] {
        let names = pool.coded.map { article in
            Set(
                article.actors.flatMap { $0.surfaces.map(\.text) + [$0.name] }
                    .flatMap { FoldedText($0).words }.compactMap { pool.number(stem(pool.kinds.neutral($0))) })
        }
        return pool.statements.indices.compactMap { i in
            let statement = pool.statements[i]
            guard statement.isFact, statement.terms.count >= Self.least, statement.group == nil,
                !taken.contains(statement.evidence), !pool.holdsQuotation(statement), let holder = holder(statement)
            else { return nil }
            return Told(
                statement: i, article: statement.article, holder: holder,
                terms: statement.terms.filter { !names[statement.article].contains($0) })
        }
    }

    /// Who has, gets or does what the clause tells: the only state, or the only person, in its subject or object.
    private func holder(_ statement: Statement) -> ActorReference? {
        let proposition = pool.coded[statement.article].propositions[statement.proposition]
        let named = proposition.arguments
            .filter { ["subject", "object", "recipient", "to"].contains($0.role) }.flatMap(\.actors)
            .filter { $0.kind == .state || $0.kind == .person }
        guard let first = named.first, Set(named.map(\.id)).count == 1 else { return nil }
        return first
    }

    private func excludes(_ a: Told, _ b: Told) -> Bool {
        guard a.article != b.article, a.holder.kind == b.holder.kind, a.holder.id != b.holder.id, alike(a, b),
            sums(a) == sums(b),
            a.holder.kind == .state || Identity.distinct(a.holder, b.holder)
        else { return false }
        return !knows(a.article, b.holder) && !knows(b.article, a.holder)
    }

    /// The numbers that a clause carries: where they differ, two things are told of two.
    private func sums(_ told: Told) -> Set<Double> {
        let figures = pool.coded[told.article].figures
        return Set(pool.statements[told.statement].figures.compactMap { $0 < figures.count ? figures[$0].value : nil })
    }

    private func knows(_ article: Int, _ actor: ActorReference) -> Bool {
        pool.coded[article].actors.contains { $0.id == actor.id || Identity.same($0.reference, actor) }
    }

    private func alike(_ a: Told, _ b: Told) -> Bool {
        guard a.article != b.article else { return false }
        var shared = 0
        var i = 0
        var j = 0
        while i < a.terms.count, j < b.terms.count {
            if a.terms[i] == b.terms[j] {
                shared += 1
                i += 1
                j += 1
            } else if a.terms[i] < b.terms[j] {
                i += 1
            } else {
                j += 1
            }
        }
        guard shared >= Self.least else { return false }
        return pool.sharedWeight(a.terms, b.terms) >= Self.part * min(pool.weight(a.terms), pool.weight(b.terms))
    }
}
