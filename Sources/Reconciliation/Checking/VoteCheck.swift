internal import Records

/// A claim about how members voted, or how many did, held against ballots, tallies and the record.
struct VoteCheck {
    let pool: StatementPool
    let record: OfficialRecord
    let words: CheckWords
    /// The index of the claim among the pool's articles.
    let claim: Int

    /// What a clause of a claim says of a vote.
    struct Question {
        var statement: Statement
        var choice: OfficialRecord.Choice
        var denied: Bool
    }

    /// Reads a vote out of a clause; `nil` when it tells of none.
    func question(_ s: Statement) -> Question? {
        let predicate = words.has(s.predicate, .voting) ? s.predicate : stem(s.predicate)
        guard words.has(predicate, .voting), s.modality != .planned, s.modality != .possible else { return nil }
        let arguments = pool.coded[s.article].propositions[s.proposition].arguments
        func has(_ kind: CheckWords.Kind) -> Bool {
            arguments.contains { argument in
                argument.role != "subject"
                    && (words.has(argument.role, kind) || words.has(argument.head.lowercased(), kind))
            }
        }
        switch predicate {
        case "vote", "ballot":
            if has(.dissent) { return Question(statement: s, choice: .against, denied: s.isDenied) }
            if has(.assent) { return Question(statement: s, choice: .inFavour, denied: s.isDenied) }
            return s.isDenied ? Question(statement: s, choice: .absent, denied: false) : nil
        case "veto": return Question(statement: s, choice: .against, denied: s.isDenied)
        default: return Question(statement: s, choice: .abstained, denied: s.isDenied)
        }
    }

    /// The vote of the record that claim or accounts speak of.
    func call(_ ballots: [VoteClaims.Ballot]) -> OfficialRecord.RollCall? {
        guard !record.rollCalls.isEmpty else { return nil }
        let matcher = VoteMatcher(record: record)
        if let own = matcher.best(pool, claim, 0) { return record.rollCalls[own] }
        var counts: [Int: Int] = [:]
        var places = ballots.filter { $0.article != claim }.map { [$0.article, $0.sentence] }
        for (a, article) in pool.coded.enumerated() where a != claim {
            for figure in article.figures where figure.choice != nil { places.append([a, figure.sentence]) }
        }
        for place in Set(places) {
            if let found = matcher.best(pool, place[0], place[1]) { counts[found, default: 0] += 1 }
        }
        return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }.map { record.rollCalls[$0.key] }
    }

    /// What the accounts have of one member.
    func testimony(
        _ q: Question, of member: ActorReference, _ ballots: [VoteClaims.Ballot], _ tribunal: inout Tribunal
    ) {
        for ballot in ballots where ballot.article != claim && Identity.state(ballot.member) == Identity.state(member) {
            let supports = (ballot.choice == q.choice) != q.denied
            tribunal.add(
                CheckResult.Testimony(
                    stance: supports ? .supports : .contradicts,
                    reason: "the account has that \(member.name) \(ballot.choice.words)", origin: ballot.origin,
                    evidence: ballot.evidence, member: member.name), fit: 1)
        }
    }

    /// What the accounts have of the number of those who chose so.
    func testimony(_ choice: OfficialRecord.Choice, _ asked: Figure, _ tribunal: inout Tribunal) {
        let range = NumberRange(asked, words: words)
        for (a, article) in pool.coded.enumerated() where a != claim {
            for figure in article.figures where figure.choice == choice.rawValue && !countsGroup(a, figure) {
                let relation = range.relation(of: NumberRange(figure, words: words))
                let stance: CheckResult.Stance =
                    switch relation {
                    case .same, .inside, .rounded: .supports
                    case .open: .near
                    case .outside: .contradicts
                    }
                let sentence = article.sentences[figure.sentence]
                tribunal.add(
                    CheckResult.Testimony(
                        stance: stance, reason: "the account counts \(FigureWords.value(figure)) who \(choice.words)",
                        origin: pool.origin(a, figure.sentence), evidence: sentence.window(around: figure.evidence)),
                    fit: 1)
            }
        }
    }

    /// Whether a number says how large a group is, not how many votes there were.
    func countsGroup(_ a: Int, _ figure: Figure) -> Bool {
        pool.coded[a].propositions.contains { proposition in
            proposition.sentence == figure.sentence
                && proposition.arguments.contains { argument in
                    guard let group = argument.group, let value = figure.value,
                        !group.members.isEmpty || group.group != nil
                    else { return false }
                    return group.count.map { Double($0) == value } ?? false || Double(group.members.count) == value
                }
        }
    }
}
