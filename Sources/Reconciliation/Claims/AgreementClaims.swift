internal import Records

/// Statements that several accounts make in their own words, and weighty ones that one alone makes.
struct AgreementClaims {
    let pool: StatementPool
    /// Two statements say the same when the weight of what they share is this part of the lesser one's.
    private static let part = 0.5
    private static let least = 4.0
    private static let leastBesideNames = 1.5
    /// Enough where act and actors are one.
    private static let leastOfOneAct = 0.8
    private static let commonest = 60
    private static let month = 31

    func drafts() -> [Draft] {
        let eligible = pool.statements.indices.filter { i in
            let statement = pool.statements[i]
            // How somebody voted is told member by member.
            return statement.terms.count >= 3 && statement.terms.count <= 40
                && VoteChoice.read(statement, pool) == nil
        }
        var alike: [Int: [Int]] = [:]
        var postings: [Int32: [Int]] = [:]
        var limited: [(Int, Int, limits: (TimeExpression, TimeExpression))] = []
        for i in eligible {
            let statement = pool.statements[i]
            var seen: Set<Int> = []
            for term in statement.terms {
                let list = postings[term] ?? []
                if list.count <= Self.commonest { seen.formUnion(list) }
                postings[term, default: []].append(i)
            }
            for j in seen.sorted() where pool.statements[j].article != statement.article {
                guard says(pool.statements[j], statement) else { continue }
                if let limits = otherLimits(pool.statements[j], statement) {
                    limited.append((j, i, limits))
                    continue
                }
                guard !inOtherTimes(pool.statements[j], statement) else { continue }
                alike[i, default: []].append(j)
                alike[j, default: []].append(i)
            }
        }
        var told: [Set<[Int]>] = []
        return disputes(limited)
            + groups(alike).map { members in
                var draft = draft(members)
                // What stands on the sentences of another line says little more than that.
                let places = Set(members.map { [pool.statements[$0].article, pool.statements[$0].sentence] })
                if told.contains(where: { $0.intersection(places).count * 3 >= places.count * 2 }) {
                    draft.lesser = true
                }
                told.append(places)
                return draft
            }
    }

    /// Groups of statements around a lead that each member itself says the same as, one an article: what
    /// only a chain of likenesses joins is not agreed on. The lead with most accounts behind it comes first.
    private func groups(_ alike: [Int: [Int]]) -> [[Int]] {
        func articles(_ i: Int) -> Int { Set((alike[i] ?? []).map { pool.statements[$0].article }).count }
        let leads = alike.keys.map { (index: $0, articles: articles($0), weight: centre($0, alike[$0] ?? [])) }
            .sorted { ($0.articles, $0.weight, -$0.index) > ($1.articles, $1.weight, -$1.index) }
        var taken: Set<Int> = []
        var groups: [[Int]] = []
        for (lead, _, _) in leads where !taken.contains(lead) {
            var best: [Int: Int] = [:]
            for j in alike[lead] ?? [] where !taken.contains(j) {
                let article = pool.statements[j].article
                if let old = best[article], shared(lead, old) >= shared(lead, j) { continue }
                best[article] = j
            }
            guard !best.isEmpty else { continue }
            taken.insert(lead)
            taken.formUnion(alike[lead] ?? [])
            groups.append(([lead] + best.values).sorted())
        }
        return groups
    }

    private func shared(_ i: Int, _ j: Int) -> Double {
        pool.sharedWeight(pool.statements[i].terms, pool.statements[j].terms)
    }

    private func says(_ a: Statement, _ b: Statement) -> Bool {
        guard a.isDenied == b.isDenied, !inOtherHands(a, b), !inOtherNumbers(a, b), !ofOtherFates(a, b),
            !inOtherPlaces(a, b)
        else {
            return false
        }
        var shared = pool.sharedWeight(a.terms, b.terms)
        // Names alone tell what is spoken of and not what is said of it.
        var beside = pool.sharedWeight(a.terms.filter { !pool.isPrintedName($0) }, b.terms)
        let concepts = a.concepts.contains { b.concepts.contains($0) }
        if concepts { shared += 2 }
        // One act at one time, whatever words tell it.
        if concepts, shareTime(a, b) {
            shared += 1.5
            beside += 1
        }
        let actors = a.actors.contains { x in b.actors.contains { Identity.same(x, $0) } }
        guard beside >= (concepts && actors ? Self.leastOfOneAct : Self.leastBesideNames) else { return false }
        if actors { shared += 1 }
        guard shared >= Self.least, concepts || a.predicate == b.predicate || shared >= 2 * Self.least else {
            return false
        }
        return shared >= Self.part * min(pool.weight(a.terms) + 2, pool.weight(b.terms) + 2)
    }

    /// The days or months of the calendar in which a clause puts what it tells.
    private func spans(_ statement: Statement) -> [DaySpan] {
        statement.times.filter { $0.anchor == nil && $0.order == nil && $0.precision != .vague }
            .compactMap(Self.span).filter { $0.length <= 366 }
    }

    private static func span(_ time: TimeExpression) -> DaySpan? {
        time.range.flatMap { DaySpan(from: $0.from, to: $0.to) }
    }

    /// Whether both give times of the calendar and none of one touches one of the other: the day, week or month is what they
    /// differ on, and other rules tell it where the act is one.
    private func inOtherTimes(_ a: Statement, _ b: Statement) -> Bool {
        let x = spans(a)
        let y = spans(b)
        guard !x.isEmpty, !y.isEmpty, (x + y).allSatisfy({ $0.length <= Self.month }) else { return false }
        return x.allSatisfy { p in y.allSatisfy { !p.overlaps($0) } }
    }

    /// The times from which or up to which the two have one thing hold ("by 2030", "since May"), where these are
    /// not the same.
    private func otherLimits(_ a: Statement, _ b: Statement) -> (TimeExpression, TimeExpression)? {
        func limits(_ statement: Statement) -> [TimeExpression] {
            statement.times.filter { time in
                time.anchor == nil && time.precision != .vague && time.order.map { $0 != .on } ?? false
            }
        }
        let x = limits(a)
        let y = limits(b)
        guard x.count == 1, y.count == 1, x[0].order == y[0].order, let p = Self.span(x[0]), let q = Self.span(y[0]),
            !p.overlaps(q)
        else { return nil }
        return (x[0], y[0])
    }

    /// One thing told with different limits, a disagreement for each pair of accounts' times.
    private func disputes(_ pairs: [(Int, Int, limits: (TimeExpression, TimeExpression))]) -> [Draft] {
        var told: Set<Evidence> = []
        return pairs.compactMap { i, j, limits in
            guard !told.contains(limits.0.evidence), !told.contains(limits.1.evidence) else { return nil }
            told.formUnion([limits.0.evidence, limits.1.evidence])
            return Draft(
                .date, sides: [[i], [j]], pool: pool,
                question: {
                    ClaimWording(pool: pool).when($0, $0.article == pool.statements[i].article ? limits.0 : limits.1)
                },
                value: { ($0 == i ? limits.0 : limits.1).evidence.quote },
                why: "The accounts say the same with times that do not overlap", weight: 0.7)
        }
    }

    /// Whether both give a time of the calendar and one of them holds the other.
    private func shareTime(_ a: Statement, _ b: Statement) -> Bool {
        let y = spans(b)
        return spans(a).contains { p in
            y.contains { $0.first <= p.first && p.last <= $0.last || p.first <= $0.first && $0.last <= p.last }
        }
    }

    /// Whether the accounts name different ones as those who act.
    private func inOtherHands(_ a: Statement, _ b: Statement) -> Bool {
        guard let x = a.agents.first ?? a.others.first, let y = b.agents.first ?? b.others.first, x.kind == y.kind
        else { return false }
        return !a.actors.contains { p in b.actors.contains { !Identity.distinct(p, $0) } }
    }

    /// Whether each says in which place it was, or will be, and the places are not one.
    private func inOtherPlaces(_ a: Statement, _ b: Statement) -> Bool {
        func places(_ statement: Statement) -> [ActorReference] {
            pool.coded[statement.article].propositions[statement.proposition].arguments
                .filter { $0.role == "in" || $0.role == "at" }.flatMap(\.actors).filter { $0.kind == .place }
        }
        let x = places(a)
        let y = places(b)
        return !x.isEmpty && !y.isEmpty && !x.contains { p in y.contains { Identity.same(p, $0) } }
    }

    /// Whether each names a number that the other lacks: whatever else they share, they do not agree.
    private func inOtherNumbers(_ a: Statement, _ b: Statement) -> Bool {
        let x = numbers(a)
        let y = numbers(b)
        return !x.isSubset(of: y) && !y.isSubset(of: x)
    }

    /// The numbers that a clause gives, in words or digits.
    private func numbers(_ statement: Statement) -> Set<Double> {
        Set(
            pool.coded[statement.article].figures.lazy.filter {
                $0.evidence.overlaps(statement.evidence) && $0.kind != .ordinal && $0.definite != true
            }.compactMap { $0.value ?? $0.low })
    }

    /// Whether the two tell of victims, and not that the same befell them in one sort of happening.
    private func ofOtherFates(_ a: Statement, _ b: Statement) -> Bool {
        func fates(_ statement: Statement) -> Set<Int> {
            Set(statement.concepts.filter { pool.concepts.family($0) == "casualty" }.map(\.index))
        }
        let x = fates(a)
        let y = fates(b)
        if x.isEmpty, y.isEmpty { return false }
        if x.isDisjoint(with: y) { return true }
        let p = tolls(a)
        let q = tolls(b)
        return !p.isEmpty && !q.isEmpty && p.allSatisfy { one in q.allSatisfy { one.apart(from: $0) != nil } }
    }

    /// Whom the figures of a clause count as victims, or the clause itself where it gives no number.
    private func tolls(_ statement: Statement) -> [TollScope] {
        let reader = TollReader(pool: pool, article: statement.article)
        let concepts = Set(statement.concepts.map(\.index))
        let clause = Figure(
            kind: .people, counted: "", sentence: statement.sentence, evidence: statement.evidence)
        let figures = pool.coded[statement.article].figures.filter { $0.evidence.overlaps(statement.evidence) }
        return (figures + [clause]).compactMap { reader.scope($0, concepts: concepts, thing: nil) }.prefix(4).map { $0 }
    }

    private func draft(_ members: [Int]) -> Draft {
        // The clause that shares most with the others says it for all.
        let wording = ClaimWording(pool: pool)
        let named = members.filter { !wording.beginsWithPronoun(pool.statements[$0]) }
        let lead =
            (named.isEmpty ? members : named)
            .max { a, b in (centre(a, members), -b) < (centre(b, members), -a) } ?? members[0]
        let statement = pool.statements[lead]
        return Draft(
            kind: kind(statement), statement: wording.sentence(statement),
            answers: [
                Draft.Answer(
                    value: statement.evidence.quote, statement: statement.evidence.quote,
                    support: members.map { i in
                        let other = pool.statements[i]
                        return Draft.Support(article: other.article, origin: other.origin, evidence: sentence(other))
                    })
            ],
            conflicting: false, why: "", weight: 0.3, lesser: isQuoted(statement) || statement.nominal)
    }

    /// The sentence of a clause, or as much of it around the clause as a reader's eye takes in: what accounts agree
    /// on is read in its sentence.
    private func sentence(_ statement: Statement) -> Evidence {
        let sentences = pool.coded[statement.article].sentences
        guard sentences.indices.contains(statement.sentence) else { return statement.evidence }
        return sentences[statement.sentence].window(around: statement.evidence)
    }

    /// Whether the lead stands inside words that are quoted: those are told as a quotation.
    private func isQuoted(_ statement: Statement) -> Bool {
        let clause = pool.coded[statement.article].propositions[statement.proposition].evidence
        return pool.coded[statement.article].quotations.contains {
            $0.kind == .direct && $0.evidence.overlaps(clause)
        }
    }

    private func centre(_ i: Int, _ members: [Int]) -> Double {
        members.reduce(0) { $0 + ($1 == i ? 0 : shared(i, $1)) }
    }

    private func kind(_ statement: Statement) -> Claim.Kind {
        let families = Set(statement.concepts.map { pool.concepts.family($0) })
        if families.contains("membership") { return .membership }
        if families.contains("stance") || families.contains("judge") { return .position }
        return families.isEmpty ? .other : .event
    }
}
