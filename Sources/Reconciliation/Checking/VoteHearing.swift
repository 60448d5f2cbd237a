internal import Records

/// The hearing of a clause about a vote: member by member, by count, or of those alone.
struct VoteHearing {
    let check: VoteCheck
    let hearing: ClaimHearing

    /// Hears a clause; `nil` when it names neither members nor a number.
    func hear(_ question: VoteCheck.Question, _ group: GroupQuestion?) -> ClaimHearing.Part? {
        let statement = question.statement
        let ballots = VoteClaims(pool: check.pool, record: check.record).ballots()
        let call = check.call(ballots)
        let states = (group?.members ?? statement.agents).filter { $0.kind == .state }
        let tallies = tallies(statement, question, group)
        if states.isEmpty { return tallies.isEmpty ? nil : count(tallies, call) }
        var tribunal = Tribunal()
        var members: [CheckResult.Member] = []
        var counts = (yes: 0, no: 0, split: 0)
        var recorded = (yes: 0, no: 0)
        for member in states {
            var own = Tribunal()
            check.testimony(question, of: member, ballots, &own)
            for item in own.testimony { tribunal.add(item, fit: 1) }
            let verdict = own.verdict
            counts.yes += verdict == .supported ? 1 : 0
            counts.no += verdict == .contradicted ? 1 : 0
            counts.split += verdict == .mixed ? 1 : 0
            let choice = call?.choices[Identity.state(member)]
            if let choice {
                let fits = (choice == question.choice) != question.denied
                recorded.yes += fits ? 1 : 0
                recorded.no += fits ? 0 : 1
            }
            members.append(
                CheckResult.Member(
                    actor: member, verdict: verdict, supporting: own.origins(.supports).count,
                    contradicting: own.origins(.contradicts).count, record: choice?.words))
        }
        let asked = group ?? GroupQuestion(of: states)
        var accounts = asked.verdict(yes: counts.yes, no: counts.no, split: counts.split)
        var answer: CheckResult.RecordAnswer?
        if let call, recorded.yes + recorded.no > 0 {
            let verdict = asked.verdict(yes: recorded.yes, no: recorded.no, split: 0)
            if verdict == .supported || verdict == .contradicted {
                answer = CheckResult.RecordAnswer(
                    verdict: verdict == .supported ? .agrees : .contradicts, statement: Self.words(states, call),
                    document: call.citation)
            }
        }
        if asked.only { only(question, states, ballots, call, &tribunal, &accounts, &answer) }
        return ClaimHearing.Part(
            kind: .vote, accounts: accounts, tribunal: tribunal, members: members, record: answer)
    }

    /// "only A and B": whoever else chose so speaks against it.
    private func only(
        _ q: VoteCheck.Question, _ states: [ActorReference], _ ballots: [VoteClaims.Ballot],
        _ call: OfficialRecord.RollCall?, _ tribunal: inout Tribunal, _ accounts: inout CheckResult.Verdict,
        _ answer: inout CheckResult.RecordAnswer?
    ) {
        let asked = Set(states.map(Identity.state))
        for ballot in ballots
        where ballot.article != check.claim && ballot.choice == q.choice
            && !asked.contains(Identity.state(ballot.member))
        {
            tribunal.add(
                CheckResult.Testimony(
                    stance: .contradicts, reason: "the account has that \(ballot.member.name) \(q.choice.words) too",
                    origin: ballot.origin, evidence: ballot.evidence, member: ballot.member.name), fit: 1)
            accounts = .contradicted
        }
        guard let call else { return }
        let others = call.choices.filter { $0.value == q.choice && !asked.contains($0.key) }.keys.sorted()
        guard !others.isEmpty else { return }
        answer = CheckResult.RecordAnswer(
            verdict: .contradicts,
            statement:
                "\(call.count(q.choice)) members \(q.choice.words), among them \(others.prefix(6).joined(separator: ", "))",
            document: call.citation)
    }

    /// Hears a clause that tells an outcome in numbers ("was adopted by 141 votes to 7").
    func outcome() -> ClaimHearing.Part? {
        let told = check.pool.coded[check.claim].figures.compactMap { figure in
            figure.choice.flatMap(OfficialRecord.Choice.init(rawValue:)).map { ($0, figure) }
        }.filter { !check.countsGroup(check.claim, $0.1) }
        guard !told.isEmpty else { return nil }
        return count(told, check.call(VoteClaims(pool: check.pool, record: check.record).ballots()))
    }

    /// The numbers of a clause with the choice that each counts.
    private func tallies(
        _ statement: Statement, _ question: VoteCheck.Question, _ group: GroupQuestion?
    ) -> [(OfficialRecord.Choice, Figure)] {
        check.pool.coded[check.claim].figures.filter {
            ($0.kind == .votes || $0.kind == .count || $0.kind == .people) && !check.countsGroup(check.claim, $0)
        }.map { figure in
            (figure.choice.flatMap(OfficialRecord.Choice.init(rawValue:)) ?? question.choice, figure)
        }
    }

    /// A clause that gives numbers of votes.
    func count(_ tallies: [(OfficialRecord.Choice, Figure)], _ call: OfficialRecord.RollCall?) -> ClaimHearing.Part {
        var tribunal = Tribunal()
        var agrees = true
        for (choice, figure) in tallies {
            check.testimony(choice, figure, &tribunal)
            if let call {
                let range = NumberRange(figure, words: check.words)
                let count = NumberRange(exactly: Double(call.count(choice)))
                switch range.relation(of: count) {
                case .same, .inside: break
                default: agrees = false
                }
            }
        }
        tribunal.settle { _ in true }
        let answer = call.map { call in
            CheckResult.RecordAnswer(
                verdict: agrees ? .agrees : .contradicts,
                statement: "the vote was "
                    + Wording.list(OfficialRecord.Choice.allCases.map { "\(call.count($0)) \(Self.noun($0))" }),
                document: call.citation)
        }
        return ClaimHearing.Part(
            kind: .vote, accounts: tribunal.verdict, tribunal: tribunal, record: answer)
    }

    private static func noun(_ choice: OfficialRecord.Choice) -> String {
        switch choice {
        case .inFavour: "for"
        case .against: "against"
        case .abstained: "abstaining"
        case .absent: "not voting"
        }
    }

    /// What the record has of these members, those who chose alike together.
    private static func words(_ states: [ActorReference], _ call: OfficialRecord.RollCall) -> String {
        var order: [OfficialRecord.Choice] = []
        for state in states {
            if let choice = call.choices[Identity.state(state)], !order.contains(choice) { order.append(choice) }
        }
        return Wording.list(
            order.map { choice in
                let names = states.filter { call.choices[Identity.state($0)] == choice }.map(\.name)
                return "\(Wording.list(names)) \(choice.words)"
            })
    }
}
