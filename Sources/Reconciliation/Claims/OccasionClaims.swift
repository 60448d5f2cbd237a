internal import Records

/// What set people moving: one movement of one people that accounts tie to different occasions.
struct OccasionClaims {
    let pool: StatementPool
    private static let families: Set<String> = ["movement"]

    /// What an account names as the occasion of an act.
    private struct Occasion {
        var statement: Int
        var words: String
        var terms: [Int32]
        /// The act and its occasion together.
        var evidence: Evidence
    }

    func drafts() -> [Draft] {
        let occasions = all()
        var drafts: [Draft] = []
        var used: Set<Int> = []
        for (k, one) in occasions.enumerated() where !used.contains(k) {
            let a = pool.statements[one.statement]
            var same = [k]
            var other: [Int] = []
            for (m, two) in occasions.enumerated() where m != k {
                let b = pool.statements[two.statement]
                guard b.article != a.article, movers(a, b) else { continue }
                if alike(one.terms, two.terms) { same.append(m) } else { other.append(m) }
            }
            guard !other.isEmpty else { continue }
            used.formUnion(same + other)
            let sides = [same, other].sorted { (-$0.count, $0[0]) < (-$1.count, $1[0]) }
            drafts.append(
                Draft(
                    kind: .date, statement: "The occasion on which " + ClaimWording(pool: pool).clause(a),
                    answers: sides.map { side in
                        Draft.Answer(
                            value: FigureWords.sentence(occasions[side[0]].words),
                            statement: pool.statements[occasions[side[0]].statement].evidence.quote,
                            support: side.map {
                                let statement = pool.statements[occasions[$0].statement]
                                return Draft.Support(
                                    article: statement.article, origin: statement.origin,
                                    evidence: occasions[$0].evidence)
                            })
                    },
                    conflicting: true, why: "The accounts tie one movement to different occasions", weight: 0.65))
        }
        return drafts
    }

    private func all() -> [Occasion] {
        var out: [Occasion] = []
        for (i, statement) in pool.statements.enumerated() where !statement.isDenied {
            guard statement.concepts.contains(where: { Self.families.contains(pool.concepts.family($0)) }) else {
                continue
            }
            let time = statement.times.first { time in
                time.anchor.map { $0.order != .before && $0.order != .until } ?? false
            }
            if let time, let anchor = time.anchor {
                out.append(
                    Occasion(
                        statement: i, words: anchor.event, terms: terms(anchor.event),
                        evidence: together(statement, time.evidence)))
                continue
            }
            let arguments = pool.coded[statement.article].propositions[statement.proposition].arguments
            let cause = arguments.first { argument in
                ["from", "after", "over", "because", "since"].contains(argument.role) && argument.actors.isEmpty
                    && namesAct(argument)
            }
            if let cause {
                let named = withClause(cause.evidence, statement)
                out.append(
                    Occasion(
                        statement: i, words: named.quote, terms: terms(cause.evidence.quote),
                        evidence: together(statement, named)))
            }
        }
        return out
    }

    /// An occasion with what is told of it right behind ("a call-up which began in May").
    private func withClause(_ cause: Evidence, _ statement: Statement) -> Evidence {
        let article = pool.coded[statement.article]
        let clause = article.propositions.first { told in
            told.sentence == statement.sentence && told.evidence.start <= cause.start
                && told.evidence.end > cause.end
                && told.arguments.contains { $0.role == "subject" && $0.evidence == cause }
        }
        guard let clause else { return cause }
        return article.sentences[statement.sentence].between(cause, clause.evidence)
    }

    private func together(_ statement: Statement, _ other: Evidence) -> Evidence {
        let sentence = pool.coded[statement.article].sentences[statement.sentence]
        guard sentence.start <= other.start, other.end <= sentence.end else { return statement.evidence }
        let clause = statement.evidence
        let first = clause.start <= other.start ? clause : other
        let last = clause.end >= other.end ? clause : other
        return sentence.between(first, last).window(around: other)
    }

    private func namesAct(_ argument: Proposition.Argument) -> Bool {
        if pool.concepts.isAct(argument.head.lowercased()) { return true }
        let words = argument.evidence.quote.lowercased().split { $0 == " " || $0 == "," || $0 == "." }
        return words.prefix(6).contains { pool.concepts.isAct(String($0)) }
    }

    private func terms(_ words: String) -> [Int32] {
        let folded = FoldedText(words)
        let all = folded.words.filter { pool.kinds[$0] == .content }
        return Set(all.compactMap { pool.number(stem(pool.kinds.neutral($0))) }).sorted()
    }

    private func alike(_ a: [Int32], _ b: [Int32]) -> Bool {
        pool.sharedWeight(a, b) > 0.6 * min(pool.weight(a), pool.weight(b))
    }

    /// Whether two statements are of the same people on the move.
    private func movers(_ a: Statement, _ b: Statement) -> Bool {
        let x = Set(a.agents.map(Identity.state))
        let y = Set(b.agents.map(Identity.state))
        if !x.isEmpty, !y.isEmpty { return !x.isDisjoint(with: y) }
        return pool.sharedWeight(a.terms, b.terms) > 1.5
    }
}
