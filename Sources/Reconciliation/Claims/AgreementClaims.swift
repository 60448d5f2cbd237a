internal import Records

/// Statements that several accounts make in their own words, and weighty ones that one alone makes.
struct AgreementClaims {
    let pool: StatementPool
    private static let commonest = 60
    private let likeness: Likeness

    init(pool: StatementPool) {
        self.pool = pool
        likeness = Likeness(pool: pool)
    }

    func build() -> (drafts: [Draft], misses: [NearMiss]) {
        let eligible = pool.statements.indices.filter { i in
            let statement = pool.statements[i]
            // That there was "the summit" is nothing to agree on; that it was the 22nd, or in May, or in Oslo, is.
            if statement.nominal, statement.times.isEmpty, !isCounted(statement),
                !statement.actors.contains(where: { $0.kind == .place })
            {
                return false
            }
            // How somebody voted is told member by member.
            return statement.terms.count + (statement.times.isEmpty ? 0 : 1) >= 3 && statement.terms.count <= 40
                && VoteChoice.read(statement, pool) == nil
        }
        var alike: [Int: [Int]] = [:]
        var postings = [[Int]](repeating: [], count: pool.weights.count)
        var lastMet = [Int](repeating: -1, count: pool.statements.count)
        var misses: [NearMiss] = []
        var lookAlikes: Set<[[Int]]> = []
        var limited: [(Int, Int, limits: (TimeExpression, TimeExpression))] = []
        for i in eligible {
            let statement = pool.statements[i]
            var met: [Int] = []
            for term in statement.terms {
                let list = postings[Int(term)]
                if list.count <= Self.commonest {
                    for j in list where lastMet[j] != i {
                        lastMet[j] = i
                        met.append(j)
                    }
                }
                postings[Int(term)].append(i)
            }
            for j in met.sorted() where pool.statements[j].article != statement.article {
                guard likeness.sounds(j, i) else { continue }
                if let difference = likeness.difference(j, i) {
                    let pair = [
                        [pool.statements[j].article, pool.statements[j].sentence],
                        [statement.article, statement.sentence],
                    ]
                    if let kind = difference.kind, lookAlikes.insert(pair).inserted {
                        misses.append(
                            NearMiss(
                                kind: kind, reason: difference.rawValue, first: pool.statements[j].evidence,
                                second: statement.evidence))
                    }
                    continue
                }
                if let limits = likeness.otherLimits(pool.statements[j], statement) {
                    limited.append((j, i, limits))
                    continue
                }
                alike[i, default: []].append(j)
                alike[j, default: []].append(i)
            }
        }
        var told: [Set<[Int]>] = []
        let drafts =
            disputes(limited)
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
        return (drafts, misses)
    }

    /// Groups of statements around a lead that each member itself says the same as, one an article: what
    /// only a chain of likenesses joins is not agreed on. The lead with most accounts behind it comes first.
    private func groups(_ alike: [Int: [Int]]) -> [[Int]] {
        func articles(_ i: Int) -> Int { Set((alike[i] ?? []).map { pool.statements[$0].article }).count }
        // An act that accounts put at one time is the surest to be one.
        func dated(_ i: Int) -> Int {
            let own = pool.statements[i]
            return Set(
                (alike[i] ?? []).map { pool.statements[$0] }.filter {
                    likeness.sharesAct(own, $0) && likeness.shareTime(own, $0)
                }
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

    /// Whether a clause gives a number, an ordinal among them.
    private func isCounted(_ statement: Statement) -> Bool {
        pool.coded[statement.article].figures.contains { $0.evidence.overlaps(statement.evidence) }
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
            kind: kind(statement),
            statement: statement.nominal ? wording.phrase(statement) : wording.sentence(statement),
            answers: [
                Draft.Answer(
                    value: statement.evidence.quote, statement: statement.evidence.quote,
                    support: members.map { i in
                        let other = pool.statements[i]
                        return Draft.Support(article: other.article, origin: other.origin, evidence: sentence(other))
                    })
            ],
            conflicting: false, why: "", weight: 0.3, lesser: pool.holdsQuotation(statement) || statement.nominal)
    }

    /// The sentence of a clause, or as much of it around the clause as a reader's eye takes in: what accounts agree
    /// on is read in its sentence.
    private func sentence(_ statement: Statement) -> Evidence {
        let sentences = pool.coded[statement.article].sentences
        guard sentences.indices.contains(statement.sentence) else { return statement.evidence }
        return sentences[statement.sentence].window(around: statement.evidence)
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
