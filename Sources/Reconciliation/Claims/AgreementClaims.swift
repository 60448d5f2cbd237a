internal import Records

/// Statements that several accounts make in their own words, and weighty ones that one alone makes.
struct AgreementClaims {
    let pool: StatementPool
    /// Two statements say the same when the weight of what they share is this part of the lesser one's.
    private static let part = 0.5
    private static let least = 4.0
    private static let leastBesideNames = 1.5
    /// Of what neither is the same act the greater must share its part too.
    private static let partOfGreater = 0.35
    /// A weight of shared words beside names and act that makes one telling of two.
    private static let much = 5.0
    /// Enough where act and actors are one.
    private static let leastOfOneAct = 0.8
    private static let commonest = 60
    private static let month = 31
    /// The roles of what an act is done to.
    private static let patients: Set<String> = ["object", "to", "for", "on", "over", "against"]

    func drafts() -> [Draft] {
        let eligible = pool.statements.indices.filter { i in
            let statement = pool.statements[i]
            // That there was "the summit" is nothing to agree on; that it was the 22nd, or in May, is.
            if statement.nominal, statement.times.isEmpty, !isCounted(statement) { return false }
            // How somebody voted is told member by member.
            return statement.terms.count + (statement.times.isEmpty ? 0 : 1) >= 3 && statement.terms.count <= 40
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
        // An act that accounts put at one time is the surest to be one.
        func dated(_ i: Int) -> Int {
            let own = pool.statements[i]
            return Set(
                (alike[i] ?? []).map { pool.statements[$0] }.filter { sharesAct(own, $0) && shareTime(own, $0) }
                    .map(\.article)
            ).count
        }
        let leads = alike.keys.map {
            (index: $0, dated: dated($0), articles: articles($0), weight: centre($0, alike[$0] ?? []))
        }
        .sorted {
            ($0.dated, $0.articles, $0.weight, -$0.index) > ($1.dated, $1.articles, $1.weight, -$1.index)
        }
        var taken: Set<Int> = []
        var groups: [[Int]] = []
        for lead in leads.map(\.index) where !taken.contains(lead) {
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
            !inOtherPlaces(a, b), !withOthers(a, b), !ofOtherThings(a, b), turns(a) == turns(b)
        else {
            return false
        }
        let shared = pool.sharedWeight(a.terms, b.terms)
        let lesser = min(pool.weight(a.terms), pool.weight(b.terms))
        let greater = max(pool.weight(a.terms), pool.weight(b.terms))
        // An act that a noun names is told by a verb for it, or by a noun at the same time; a clause in which the
        // noun merely stands ("the war poses a threat") tells something else.
        let told = a.nominal && b.nominal ? shareTime(a, b) : a.nominal ? b.verbal : b.nominal ? a.verbal : true
        if told, sharesAct(a, b) || a.predicate == b.predicate {
            let points = self.points(a, b)
            // What begins or ends says nothing of the act; who takes part in it and where and when it was does.
            let needed = isPhase(a) && isPhase(b) ? 3 : 2
            if points >= needed, shared + 1.5 * Double(points) >= Self.part * (lesser + 2), shared >= Self.leastOfOneAct
            {
                return true
            }
        }
        // The same words in another order, whatever the act.
        guard !a.nominal, !b.nominal, !isLongAgo(a, b), !isLongAgo(b, a) else { return false }
        // What stands deep inside one clause alone ("the anniversary of the war") is not what it says.
        guard pool.sharedWeight(heads(a), b.terms) > 0, pool.sharedWeight(heads(b), a.terms) > 0 else { return false }
        return beside(a, b) >= Self.leastBesideNames && shared >= Self.least && shared >= Self.part * (lesser + 2)
            && (shared >= Self.partOfGreater * greater || shared >= 2 * Self.least && beside(a, b) >= Self.much)
    }

    /// Names alone tell what is spoken of and not what is said of it.
    private func beside(_ a: Statement, _ b: Statement) -> Double {
        pool.sharedWeight(a.terms.filter { !pool.isPrintedName($0) }, b.terms)
    }

    /// How many things beside the act make two tellings one: those who act, those with whom or to whom, what it is
    /// done to, where, when and how many.
    private func points(_ a: Statement, _ b: Statement) -> Int {
        var points = 0
        let common = a.actors.filter { x in b.actors.contains { Identity.same(x, $0) } }
        // A name that is no argument's own ("Oria's invasion") is known by its words alone.
        points += max(min(2, common.count { $0.kind != .place }), namesInCommon(a, b) ? 1 : 0)
        if common.contains(where: { $0.kind == .place }) { points += 1 }
        if shareTime(a, b) { points += 1 }
        if !numbers(a).isDisjoint(with: numbers(b)) { points += 1 }
        let verbs = [a, b].compactMap { pool.number(stem(pool.kinds.neutral($0.predicate))) }
        let things = pool.sharedWeight(
            a.terms.filter { !pool.isPrintedName($0) && !verbs.contains($0) }, b.terms)
        return points + (things >= Self.much ? 2 : things >= Self.leastBesideNames ? 1 : 0)
    }

    private func isPhase(_ statement: Statement) -> Bool {
        statement.concepts.allSatisfy { pool.concepts.family($0) == "phase" }
    }

    /// Whether the words of a clause turn it into its opposite ("paid no compensation").
    private func turns(_ statement: Statement) -> Bool {
        FoldedText(statement.evidence.quote).words.count { pool.kinds[$0] == .negation } % 2 == 1
    }

    private func sharesAct(_ a: Statement, _ b: Statement) -> Bool { a.concepts.contains { b.concepts.contains($0) } }

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

    /// Whether one tells of a time long before it was written and the other gives no time: what was begun a
    /// year ago is not what was done on the day that all report on.
    private func isLongAgo(_ a: Statement, _ b: Statement) -> Bool {
        guard let written = pool.published[a.article] else { return false }
        let x = spans(a)
        return !x.isEmpty && spans(b).isEmpty && x.allSatisfy { written - $0.last > 2 * Self.month }
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
        return !namesInCommon(a, b) && !a.actors.contains { p in b.actors.contains { !Identity.distinct(p, $0) } }
    }

    private func namesInCommon(_ a: Statement, _ b: Statement) -> Bool {
        pool.sharedWeight(a.terms.filter { pool.isName($0) }, b.terms) > 0
    }

    /// Whether the accounts name more who differ than they have in common: two meetings of one president with
    /// other guests.
    private func withOthers(_ a: Statement, _ b: Statement) -> Bool {
        let x = Set(a.actors.filter { $0.kind != .place }.map(Identity.state))
        let y = Set(b.actors.filter { $0.kind != .place }.map(Identity.state))
        let alone = x.subtracting(y).count
        let apart = y.subtracting(x).count
        return alone > 0 && apart > 0 && max(alone, apart) > x.intersection(y).count
    }

    /// Whether one act is done to things of which the other account has no word.
    private func ofOtherThings(_ a: Statement, _ b: Statement) -> Bool {
        let x = things(a)
        let y = things(b)
        return !x.isEmpty && !y.isEmpty && pool.sharedWeight(x, b.terms) == 0 && pool.sharedWeight(y, a.terms) == 0
    }

    /// The stems of what the act of a clause is done to, where that is no actor.
    private func things(_ statement: Statement) -> [Int32] {
        guard !statement.nominal else { return [] }
        return pool.coded[statement.article].propositions[statement.proposition].arguments
            .filter {
                Self.patients.contains($0.role) && $0.actors.isEmpty && !pool.kinds.isPronoun($0.head.lowercased())
            }
            .compactMap { pool.number(stem(pool.kinds.neutral($0.head.lowercased()))) }.sorted()
    }

    /// The stems of the words that a clause is built on: its predicate and the heads of what goes with it.
    private func heads(_ statement: Statement) -> [Int32] {
        let proposition = pool.coded[statement.article].propositions[statement.proposition]
        return Set(
            ([proposition.predicate] + proposition.arguments.map(\.head)).flatMap { FoldedText($0).words }
                .compactMap { pool.number(stem(pool.kinds.neutral($0))) }
        ).sorted()
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

    /// Whether a clause gives a number, an ordinal among them.
    private func isCounted(_ statement: Statement) -> Bool {
        pool.coded[statement.article].figures.contains { $0.evidence.overlaps(statement.evidence) }
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
        let whole = members.filter { wording.isWhole(pool.statements[$0]) }
        let named = (whole.isEmpty ? members : whole).filter { !wording.beginsWithPronoun(pool.statements[$0]) }
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
