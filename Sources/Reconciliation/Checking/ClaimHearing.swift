internal import Records

/// One claim before the accounts: its clauses are heard one by one, and their answers joined.
struct ClaimHearing {
    let pool: StatementPool
    /// The index of the claim among the pool's articles.
    let claim: Int
    let record: OfficialRecord
    let aligner: QuotationAligner
    let words: CheckWords
    /// The day at which groups are expanded and offices held, ISO 8601.
    let day: String
    let expand: @Sendable (String, String) -> [ActorReference]

    /// What one clause of the claim comes to.
    struct Part {
        var kind: Claim.Kind
        var accounts: CheckResult.Verdict
        var tribunal: Tribunal
        var members: [CheckResult.Member] = []
        var record: CheckResult.RecordAnswer?
        /// What the answer rests on beside the testimony, in one sentence.
        var note: String?
    }

    func result() -> CheckResult {
        let text = pool.coded[claim].article.text
        let parts = clauses().map { hear($0) } + spoken()
        let heard = parts.isEmpty ? [wordsAlone()].compactMap(\.self) : parts
        guard let first = heard.first else {
            return CheckResult(
                claim: text, verdict: .notUnderstood,
                reason:
                    "No statement that can be checked was found in these words: say who did what, in a whole sentence.",
                kind: nil, accounts: .notUnderstood, supporting: 0, contradicting: 0, record: nil, members: [],
                testimony: [])
        }
        let accounts = Self.join(heard.map(\.accounts))
        let verdict = Self.join(
            heard.map { part in
                part.record.map { $0.verdict == .agrees ? .supported : .contradicted } ?? part.accounts
            })
        let answer =
            heard.lazy.compactMap(\.record).first { $0.verdict == .contradicts }
            ?? heard.lazy.compactMap(\.record).first
        let testimony = heard.flatMap { $0.tribunal.ordered }
        let supporting = Set(testimony.filter { $0.stance == .supports }.map(\.origin))
        let contradicting = Set(testimony.filter { $0.stance == .contradicts }.map(\.origin))
        return CheckResult(
            claim: text, verdict: verdict,
            reason: CheckWording.reason(
                verdict: verdict, accounts: accounts, supporting: supporting.count,
                contradicting: contradicting.count, record: answer, notes: heard.compactMap(\.note),
                near: testimony.first { $0.stance == .near }),
            kind: first.kind, accounts: accounts, supporting: supporting.count, contradicting: contradicting.count,
            record: answer, members: heard.flatMap(\.members), testimony: testimony)
    }

    /// A claim of several clauses holds when all of them do.
    private static func join(_ verdicts: [CheckResult.Verdict]) -> CheckResult.Verdict {
        if verdicts.contains(.contradicted) { return .contradicted }
        if verdicts.contains(.mixed) { return .mixed }
        return verdicts.contains(.notFound) ? .notFound : .supported
    }

    // MARK: The clauses

    private var quotations: [Quotation] {
        pool.coded[claim].quotations.filter { quotation in
            guard quotation.speaker != nil, quotation.attitude != .intention, quotation.attitude != .demand else {
                return false
            }
            // "Backed the plan": what few words tell is an act and no speech.
            return quotation.kind != .indirect
                || ClaimQuestion.stems(quotation.text, pool).count >= SpokenCheck.fewest
        }
    }

    /// The claim's clauses that are statements of their own, the widest first.
    private func clauses() -> [Statement] {
        let article = pool.coded[claim]
        let said = quotations.map(\.evidence)
        var chosen: [Statement] = []
        let own = pool.statements.filter { statement in
            guard statement.article == claim else { return false }
            let proposition = article.propositions[statement.proposition]
            guard !proposition.arguments.isEmpty else { return false }
            // "plans to go" is heard as going, planned.
            let isIntention = article.quotations.contains { quotation in
                quotation.attitude == .intention && quotation.evidence.overlaps(proposition.evidence)
                    && proposition.evidence.start < quotation.evidence.start
            }
            let inner = article.propositions.contains { other in
                other.modality == .planned && other.evidence != proposition.evidence && !other.arguments.isEmpty
                    && proposition.evidence.start <= other.evidence.start
                    && other.evidence.end <= proposition.evidence.end
            }
            if isIntention, inner { return false }
            // What is put into a mouth, and the putting of it, is heard as spoken words.
            return !said.contains { $0.overlaps(proposition.evidence) }
        }.sorted { a, b in
            let x = article.propositions[a.proposition]
            let y = article.propositions[b.proposition]
            let p = (x.evidence.end - x.evidence.start, a.verbal ? 1 : 0, x.arguments.count, b.proposition)
            let q = (y.evidence.end - y.evidence.start, b.verbal ? 1 : 0, y.arguments.count, a.proposition)
            return p > q
        }
        for statement in own {
            let place = article.propositions[statement.proposition].evidence
            if !chosen.contains(where: { article.propositions[$0.proposition].evidence.overlaps(place) }) {
                chosen.append(statement)
            }
        }
        return chosen
    }

    private func hear(_ statement: Statement) -> Part {
        let votes = VoteCheck(pool: pool, record: record, words: words, claim: claim)
        let group = GroupQuestion(statement, pool: pool, words: words) { expand($0, day) }
        let voting = VoteHearing(check: votes, hearing: self)
        if let asked = votes.question(statement) {
            if let part = voting.hear(asked, group) { return part }
        } else if let part = voting.outcome() {
            return part
        }
        var question = ClaimQuestion(statement, pool: pool, words: words)
        guard let group, !group.members.isEmpty, !isJoint(statement, group) else { return hear(question) }
        question.figures.removeAll { figure in
            figure.value == Double(group.members.count) || figure.value == group.size.map(Double.init)
                || group.quantity != .all && figure.evidence.start <= statement.evidence.start + 20
        }
        return hear(question, of: group)
    }

    /// Whether what several did they did with one another, so that it is one act and not several.
    private func isJoint(_ statement: Statement, _ group: GroupQuestion) -> Bool {
        statement.group == nil
            && statement.concepts.contains { words.has(pool.concepts.family($0), .symmetric) }
    }

    // MARK: One actor

    private func hear(_ question: ClaimQuestion) -> Part {
        var tribunal = Tribunal()
        testimony(question, member: nil, &tribunal)
        tribunal.settle { $0.reason.hasPrefix(CheckWording.denialPrefix) }
        let facts = FactCheck(pool: pool, record: record, words: words)
        let answer = facts.answer(
            question.statement, agent: question.agents.first, denied: question.denied, on: day)
        return Part(
            kind: answer?.kind ?? kind(question), accounts: tribunal.verdict, tribunal: tribunal,
            record: answer.map {
                CheckResult.RecordAnswer(
                    verdict: $0.agrees ? .agrees : .contradicts, statement: $0.statement, document: $0.document)
            })
    }

    private func testimony(_ question: ClaimQuestion, member: String?, _ tribunal: inout Tribunal) {
        let match = StatementMatch(pool: pool, words: words)
        for statement in pool.statements where statement.article != claim {
            guard let found = match.outcome(question, statement) else { continue }
            tribunal.add(
                CheckResult.Testimony(
                    stance: found.stance, reason: found.reason, origin: statement.origin, evidence: found.evidence,
                    member: member), fit: found.fit)
        }
        SentenceMatch(pool: pool, words: words, claim: claim).testimony(question, member: member, &tribunal)
    }

    // MARK: Several actors

    private func hear(_ question: ClaimQuestion, of group: GroupQuestion) -> Part {
        var all = Tribunal()
        var members: [CheckResult.Member] = []
        let facts = FactCheck(pool: pool, record: record, words: words)
        var answers: [FactCheck.Answer] = []
        for member in group.members {
            var one = question
            one.agents = [member]
            one.others.removeAll { $0.id == member.id }
            var tribunal = Tribunal()
            testimony(one, member: member.name, &tribunal)
            tribunal.settle { $0.reason.hasPrefix(CheckWording.denialPrefix) }
            let answer = facts.answer(question.statement, agent: member, denied: question.denied, on: day)
            if let answer { answers.append(answer) }
            members.append(
                CheckResult.Member(
                    actor: member, verdict: tribunal.verdict, supporting: tribunal.origins(.supports).count,
                    contradicting: tribunal.origins(.contradicts).count, record: answer?.statement))
            for item in tribunal.testimony { all.add(item, fit: 1) }
        }
        let verdict = group.verdict(
            yes: members.count { $0.verdict == .supported }, no: members.count { $0.verdict == .contradicted },
            split: members.count { $0.verdict == .mixed })
        let wrong = answers.first { !$0.agrees }
        let whole = answers.count == group.members.count ? answers.first : nil
        return Part(
            kind: kind(question), accounts: verdict, tribunal: all, members: members,
            record: (wrong ?? whole).map {
                CheckResult.RecordAnswer(
                    verdict: $0.agrees ? .agrees : .contradicts, statement: $0.statement, document: $0.document)
            })
    }

    // MARK: Words in a mouth

    private func spoken() -> [Part] {
        quotations.attributions().map { asked in
            var tribunal = Tribunal()
            let check = SpokenCheck(pool: pool, aligner: aligner, words: words, claim: claim)
            check.testimony(asked, &tribunal)
            tribunal.settle { _ in false }
            return Part(kind: .attribution, accounts: tribunal.verdict, tribunal: tribunal)
        }
    }

    // MARK: Words alone

    /// A claim that gives no clause, by its words; `nil` when too few of them say anything.
    private func wordsAlone() -> Part? {
        let match = SentenceMatch(pool: pool, words: words, claim: claim)
        guard match.isAnswerable else { return nil }
        var tribunal = Tribunal()
        match.testimony(nil, member: nil, &tribunal)
        tribunal.settle { _ in false }
        return Part(kind: .other, accounts: tribunal.verdict, tribunal: tribunal)
    }

    private func kind(_ question: ClaimQuestion) -> Claim.Kind {
        if let figure = question.figures.first { return figure.kind == .money ? .money : .count }
        if question.span != nil { return .date }
        let families = Set(question.statement.concepts.map { pool.concepts.family($0) })
        if families.contains("membership") { return .membership }
        if !question.places.isEmpty { return .place }
        if families.contains("stance") || families.contains("judge") { return .position }
        return .event
    }
}
