internal import Records

/// Where one act took place: accounts that put it in places of which neither lies in the other.
struct PlaceClaims {
    let pool: StatementPool
    let sameness: EventSameness
    private static let enough = 4.0

    private struct Placed {
        var statement: Int
        var place: ActorReference
    }

    func build() -> (drafts: [Draft], misses: [NearMiss]) {
        let placed = all()
        var drafts: [Draft] = []
        var misses: [NearMiss] = []
        var used: Set<Int> = []
        for k in placed.indices where !used.contains(k) {
            var same = [k]
            var other: [Int] = []
            for m in placed.indices where m != k && !used.contains(m) {
                let a = pool.statements[placed[k].statement]
                let b = pool.statements[placed[m].statement]
                guard a.article != b.article, sameness.score(a, b) + (onOneDay(a, b) ? 1 : 0) >= Self.enough,
                    sharePersons(a, b)
                else { continue }
                let reason = isNoClash(placed[k], placed[m])
                if placed[k].place.id == placed[m].place.id {
                    if !isOther(a, b) { same.append(m) }
                } else if let reason {
                    if k < m {
                        misses.append(NearMiss(kind: .place, reason: reason, first: a.evidence, second: b.evidence))
                    }
                } else {
                    other.append(m)
                }
            }
            guard let first = other.first else { continue }
            let against = other.filter { placed[$0].place.id == placed[first].place.id }
            used.formUnion(same + against)
            let places = Dictionary(
                (same + against).map { (placed[$0].statement, placed[$0].place.name) },
                uniquingKeysWith: { first, _ in first })
            drafts.append(
                Draft(
                    .place, sides: [same, against].map { side in side.map { placed[$0].statement } }, pool: pool,
                    question: { "Where it was that " + ClaimWording(pool: pool).sentence($0) },
                    value: { places[$0] ?? "" },
                    why: "The places are not one, and neither lies in the other", weight: 0.75))
        }
        return (drafts, misses)
    }

    /// Whether one is planned and the other done, or the two are of different days.
    private func isOther(_ a: Statement, _ b: Statement) -> Bool { a.isFact != b.isFact || apartInTime(a, b) }

    /// Why one act in two places is no contradiction; `nil` where it is one.
    private func isNoClash(_ a: Placed, _ b: Placed) -> String? {
        let x = pool.statements[a.statement]
        let y = pool.statements[b.statement]
        let places = "\(a.place.name) and \(b.place.name)"
        if x.isFact != y.isFact {
            return "\(places) do not clash: what is planned here and done there may have been moved."
        }
        if apartInTime(x, y) { return "\(places) do not clash: the accounts tell of different days." }
        if !excludes(a, b) { return "\(places) do not clash: the one may lie in the other." }
        return nil
    }

    private func all() -> [Placed] {
        var out: [Placed] = []
        for (i, statement) in pool.statements.enumerated() where !statement.isDenied && !statement.concepts.isEmpty {
            let proposition = pool.coded[statement.article].propositions[statement.proposition]
            let places = proposition.arguments.filter { $0.role == "in" || $0.role == "at" }.flatMap(\.actors)
                .filter { $0.kind == .place || $0.kind == .state }
            if let place = places.first, Set(places.map(\.id)).count == 1 {
                out.append(Placed(statement: i, place: place))
            }
        }
        return out
    }

    private func excludes(_ a: Placed, _ b: Placed) -> Bool {
        let x = a.place
        let y = b.place
        guard x.id != y.id, x.name != y.name else { return false }
        if let c = x.country, let d = y.country, c != d { return true }
        guard x.kind == .place, y.kind == .place, x.country != nil, x.country == y.country else { return false }
        // A region may hold a town: an account that knows both places knows better.
        return !knows(pool.statements[a.statement].article, y) && !knows(pool.statements[b.statement].article, x)
    }

    private func knows(_ article: Int, _ place: ActorReference) -> Bool {
        pool.coded[article].actors.contains { $0.id == place.id }
    }

    /// Whether those who are named are not others: of two and two, both must be the same.
    private func sharePersons(_ a: Statement, _ b: Statement) -> Bool {
        let x = a.actors.filter { $0.kind == .person }
        let y = b.actors.filter { $0.kind == .person }
        if x.isEmpty || y.isEmpty { return true }
        let shared = x.count { person in y.contains { Identity.same(person, $0) } }
        return shared >= (x.count > 1 && y.count > 1 ? 2 : 1)
    }

    private func spans(_ statement: Statement) -> [DaySpan] {
        statement.times.compactMap { $0.range.flatMap { DaySpan(from: $0.from, to: $0.to) } }
    }

    /// Whether both give one and the same day.
    private func onOneDay(_ a: Statement, _ b: Statement) -> Bool {
        spans(a).contains { $0.length == 1 && spans(b).contains($0) }
    }

    private func apartInTime(_ a: Statement, _ b: Statement) -> Bool {
        let x = spans(a)
        let y = spans(b)
        return !x.isEmpty && !y.isEmpty && x.allSatisfy { p in y.allSatisfy { !p.overlaps($0) } }
    }
}
