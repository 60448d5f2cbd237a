internal import Records

/// How much speaks for two statements telling of one event, in the sense of cross-document event
/// coreference: one act, the same participants, things and circumstances.
struct EventSameness {
    let pool: StatementPool
    /// How many acts of each kind each article tells of: statements with one object are one act.
    private let counts: [[Int: Int]]

    init(pool: StatementPool) {
        self.pool = pool
        var counts = [[Int: Int]](repeating: [:], count: pool.coded.count)
        var seen = [[Int: [[Int32]]]](repeating: [:], count: pool.coded.count)
        for statement in pool.statements {
            for concept in Set(statement.concepts) {
                let objects = statement.objects + statement.backed
                let known = seen[statement.article][concept.index] ?? []
                seen[statement.article][concept.index, default: []].append(objects)
                if known.contains(where: { pool.sharedWeight($0.sorted(), objects.sorted()) > 0 }) { continue }
                counts[statement.article][concept.index, default: 0] += 1
            }
        }
        self.counts = counts
    }

    /// Families whose acts shade into each other in telling: a visit is made of meetings.
    private static let kin: Set<String> = ["travel", "consult"]

    /// The weight of shared words that stands for a shared place or party which is not in the gazetteer.
    private static let muchShared = 3.0

    /// Below zero when something speaks against it.
    func score(_ a: Statement, _ b: Statement) -> Double {
        let shared = a.concepts.filter { b.concepts.contains($0) }
        var score = 0.0
        if isOtherHappening(a, b) { return -1 }
        if !shared.isEmpty {
            score += 2
            // Where each account has one act of the kind it is likely the same one.
            if shared.contains(where: { counts[a.article][$0.index] == 1 && counts[b.article][$0.index] == 1 }) {
                score += 1.5
            }
        } else {
            let x = Set(a.concepts.map { pool.concepts.family($0) })
            let y = Set(b.concepts.map { pool.concepts.family($0) })
            let kin = !x.isDisjoint(with: Self.kin) && !y.isDisjoint(with: Self.kin)
            guard kin || !x.isDisjoint(with: y) else { return -1 }
            score += 0.5
        }
        if !a.agents.isEmpty, !b.agents.isEmpty {
            if shareActor(a.agents, b.agents) {
                score += 1.5
            } else if !shareState(a.agents, b.agents) {
                // Who rammed whom may be what the accounts differ on: each has as its doer whom the other has it
                // done to.
                score += shareState(a.agents, b.others) && shareState(b.agents, a.others) ? 1 : -2
            }
        }
        // What one account tells in the passive has those who act, or suffer it, in another place.
        if a.agents.isEmpty != b.agents.isEmpty,
            shareState(a.agents.isEmpty ? a.others : a.agents, b.agents.isEmpty ? b.others : b.agents)
        {
            score += 1
        }
        if shareActor(a.others, b.others) {
            score += 1
        } else if a.nominal || b.nominal, !places(a).isDisjoint(with: places(b)) {
            score += 1
        } else if shareState(a.others, b.others) {
            score += 0.5
        }
        let x = things(a)
        let y = things(b)
        let things = pool.sharedWeight(x, y)
        score += min(1.5, things / 2)
        // One verb with one object.
        if things > 0, a.predicate == b.predicate, !shared.isEmpty { score += 0.5 }
        // One tally or sum told of both.
        if sharesFigure(a, b) { score += 1.5 }
        score += min(1.5, pool.sharedWeight(a.terms, b.terms) / 4)
        return score
    }

    /// What an act is done to and what a pronoun in it can stand for; a noun for an act is what "it" stands for.
    private func things(_ statement: Statement) -> [Int32] {
        let noun = statement.nominal ? pool.number(stem(pool.kinds.neutral(statement.predicate))) : nil
        return Set(statement.objects + statement.backed + (noun.map { [$0] } ?? [])).sorted()
    }

    /// Whether people fell victim to happenings of two sorts.
    private func isOtherHappening(_ a: Statement, _ b: Statement) -> Bool {
        func sorts(_ statement: Statement) -> Set<String> {
            guard statement.concepts.contains(where: { pool.concepts.family($0) == "casualty" }) else { return [] }
            let own = named(statement.evidence)
            guard own.isEmpty, pool.coded[statement.article].sentences.indices.contains(statement.sentence) else {
                return own
            }
            return named(pool.coded[statement.article].sentences[statement.sentence])
        }
        func named(_ text: Evidence) -> Set<String> {
            Set(FoldedText(text.quote).words.compactMap { pool.happenings.sort(stem($0)) })
        }
        let x = sorts(a)
        let y = x.isEmpty ? [] : sorts(b)
        return !y.isEmpty && x.isDisjoint(with: y)
    }

    /// Whether both statements carry one number that is not a small one.
    private func sharesFigure(_ a: Statement, _ b: Statement) -> Bool {
        func values(_ statement: Statement) -> Set<Double> {
            Set(
                statement.figures.compactMap { i in
                    let figures = pool.coded[statement.article].figures
                    return i < figures.count ? figures[i].value : nil
                }.filter { $0 > 12 })
        }
        return !values(a).isDisjoint(with: values(b))
    }

    private func shareActor(_ a: [ActorReference], _ b: [ActorReference]) -> Bool {
        a.contains { x in b.contains { Identity.same(x, $0) } }
    }

    private func shareState(_ a: [ActorReference], _ b: [ActorReference]) -> Bool {
        let states = Set(a.map(Identity.state))
        return b.contains { states.contains(Identity.state($0)) }
    }

    /// Whether both statements name where they were, and name other places.
    func elsewhere(_ a: Statement, _ b: Statement) -> Bool {
        func places(_ statement: Statement) -> Set<String> {
            let arguments = pool.coded[statement.article].propositions[statement.proposition].arguments
            return Set(
                arguments.filter { $0.role == "in" || $0.role == "at" }.flatMap(\.actors)
                    .filter { $0.kind == .place || $0.kind == .state }.map(Identity.state))
        }
        let x = places(a)
        let y = places(b)
        return !x.isEmpty && !y.isEmpty && x.isDisjoint(with: y)
    }

    /// Whether two statements name one and the same act, not only kindred ones.
    func sharesAct(_ a: Statement, _ b: Statement) -> Bool { a.concepts.contains { b.concepts.contains($0) } }

    /// Whether the pronoun of one statement can stand for the very act that the other names ("it was held").
    private func stands(_ a: Statement, for b: Statement) -> Bool {
        a.backed.contains { pool.isActStem($0) && (b.terms.contains($0) || b.objects.contains($0)) }
    }

    /// The places that a statement names; a noun's are those of its sentence ("the conference closed in Oslo").
    private func places(_ statement: Statement) -> Set<String> {
        var places = statement.actors
        let sentences = pool.coded[statement.article].sentences
        if statement.nominal, sentences.indices.contains(statement.sentence) {
            places += pool.mentioned(in: sentences[statement.sentence], of: statement.article)
        }
        return Set(places.filter { $0.kind == .place }.map(\.id))
    }

    private func unresolved(_ statement: Statement) -> Bool { statement.agents.isEmpty && !statement.backed.isEmpty }

    /// Visits and meetings are one only when someone takes part in both.
    func meetsInPerson(_ a: Statement, _ b: Statement) -> Bool {
        let families = Set((a.concepts + b.concepts).map { pool.concepts.family($0) })
        guard !families.isDisjoint(with: Self.kin) else { return true }
        let x = a.actors.filter { $0.kind == .person }
        let y = b.actors.filter { $0.kind == .person }
        // "It was held in May" speaks of the very meeting, whoever met there.
        if x.isEmpty, unresolved(a), stands(a, for: b), !elsewhere(a, b) { return true }
        if y.isEmpty, unresolved(b), stands(b, for: a), !elsewhere(a, b) { return true }
        if x.isEmpty, y.isEmpty {
            // Nobody knows who "they" are.
            if unresolved(a), !stands(a, for: b) { return false }
            if unresolved(b), !stands(b, for: a) { return false }
            // Parties without names meet once at a place, as far as a story tells.
            if !places(a).isDisjoint(with: places(b)) { return true }
            let names = Set(
                (a.actors + b.actors).flatMap { FoldedText($0.name).words }
                    .compactMap { pool.number(stem(pool.kinds.neutral($0))) })
            return pool.sharedWeight(a.terms.filter { !names.contains($0) }, b.terms) > Self.muchShared
        }
        let shared = x.count { person in y.contains { Identity.same(person, $0) } }
        guard shared >= (x.count > 1 && y.count > 1 ? 2 : 1) else { return false }
        // In two places they are two visits.
        let home = Set((x + y).compactMap(\.country))
        let p = Set(a.actors.filter { $0.kind == .place || $0.kind == .state }.map(Identity.state)).subtracting(home)
        let q = Set(b.actors.filter { $0.kind == .place || $0.kind == .state }.map(Identity.state)).subtracting(home)
        return p.isEmpty || q.isEmpty || !p.isDisjoint(with: q)
    }
}
