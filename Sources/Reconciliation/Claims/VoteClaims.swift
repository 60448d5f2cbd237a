internal import Records

/// How members voted: group statements expanded to their members, so that "all five abstained" and
/// "one did not vote, the other four abstained" meet in exactly one member.
struct VoteClaims {
    let pool: StatementPool
    let record: OfficialRecord

    /// What one account says of one member's choice.
    struct Ballot {
        var article: Int
        var origin: String
        var sentence: Int
        var member: ActorReference
        var choice: OfficialRecord.Choice
        var evidence: Evidence
    }

    func drafts() -> [Draft] {
        var byMember: [String: [Ballot]] = [:]
        for ballot in ballots() { byMember[Identity.state(ballot.member), default: []].append(ballot) }
        // Members about whom the same accounts say the same are told together.
        var patterns: [String: [String]] = [:]
        for (member, ballots) in byMember {
            let pattern = ballots.map { "\($0.article)=\($0.choice.rawValue)" }.sorted()
            patterns[Set(pattern).sorted().joined(separator: " "), default: []].append(member)
        }
        return patterns.keys.sorted().flatMap { pattern in
            let members = patterns[pattern]!.sorted { name(byMember[$0]![0]) < name(byMember[$1]![0]) }
            return alikeInRecord(members.map { byMember[$0]! }).map { draft($0) }
        }
    }

    /// Members parted by what the record has of them, so that one whom it has otherwise stands out.
    private func alikeInRecord(_ members: [[Ballot]]) -> [[[Ballot]]] {
        guard members.count > 1,
            let call = VoteMatcher(record: record).common(members.map { $0.map { ($0.article, $0.sentence) } }, pool)
        else { return [members] }
        var order: [OfficialRecord.Choice?] = []
        for ballots in members {
            let choice = call.choices[Identity.state(ballots[0].member)]
            if !order.contains(choice) { order.append(choice) }
        }
        return order.map { choice in members.filter { call.choices[Identity.state($0[0].member)] == choice } }
    }

    private func name(_ ballot: Ballot) -> String { ballot.member.name }

    private func draft(_ members: [[Ballot]]) -> Draft {
        let names = members.map { $0[0].member.name }
        let joined = Wording.list(names)
        var order: [OfficialRecord.Choice] = []
        for ballot in members[0] where !order.contains(ballot.choice) { order.append(ballot.choice) }
        order.sort { a, b in
            let x = Set(members[0].filter { $0.choice == a }.map(\.origin)).count
            let y = Set(members[0].filter { $0.choice == b }.map(\.origin)).count
            return (-x, a.rawValue) < (-y, b.rawValue)
        }
        let answers = order.map { choice in
            Draft.Answer(
                value: choice.words, statement: "\(joined) \(choice.words)",
                support: members[0].filter { $0.choice == choice }.map {
                    Draft.Support(article: $0.article, origin: $0.origin, evidence: $0.evidence)
                })
        }
        let verdict = recordVerdict(members, order)
        var why = ""
        if order.count > 1 { why = "No member both \(Wording.list(order.map(\.words)))" }
        let conflicting = order.count > 1
        return Draft(
            kind: .vote, statement: conflicting ? "How \(joined) voted" : "\(joined) \(order[0].words)",
            answers: answers, conflicting: conflicting, why: why, weight: conflicting ? 0.95 : 0.6, record: verdict)
    }

    /// What the record says of members who voted alike, when one of its votes is the one meant.
    private func recordVerdict(_ members: [[Ballot]], _ order: [OfficialRecord.Choice]) -> RecordVerdict? {
        let matcher = VoteMatcher(record: record)
        guard let call = matcher.common(members.map { $0.map { ($0.article, $0.sentence) } }, pool) else { return nil }
        let choices = members.map { call.choices[Identity.state($0[0].member)] }
        guard let first = choices[0], choices.allSatisfy({ $0 == first }) else { return nil }
        let names = Wording.list(members.map { $0[0].member.name })
        let said = "The record of the vote (\(call.document)) has that \(names) \(first.words)"
        if let reading = order.firstIndex(of: first) {
            let counts = order.map { choice in Set(members[0].filter { $0.choice == choice }.map(\.origin)).count }
            let outvoted = counts.indices.contains { $0 != reading && counts[$0] > counts[reading] }
            return RecordVerdict(
                verdict: .agrees, reading: reading, citing: call.citation,
                statement: said + (outvoted ? ", against what most accounts print." : "."))
        }
        return RecordVerdict(
            verdict: .contradicts, reading: 0, citing: call.citation, statement: said + ", which no account prints.")
    }

    /// What each account says of each member, groups expanded.
    func ballots() -> [Ballot] {
        var ballots: [Ballot] = []
        for (a, sentences) in pool.ofSentence.enumerated() {
            var groups: [GroupReference] = []
            for (s, statements) in sentences.enumerated() {
                let byName = statements.flatMap { named(pool.statements[$0]) }
                for i in statements {
                    let statement = pool.statements[i]
                    guard let choice = VoteChoice.read(statement, pool) else { continue }
                    for member in members(statement, groups: groups, named: byName) {
                        guard
                            !ballots.contains(where: {
                                $0.article == a && $0.sentence == s && $0.choice == choice
                                    && Identity.state($0.member) == Identity.state(member)
                            })
                        else { continue }
                        ballots.append(
                            Ballot(
                                article: a, origin: statement.origin, sentence: s, member: member, choice: choice,
                                evidence: statement.evidence))
                    }
                }
                for i in statements {
                    for argument in pool.coded[a].propositions[pool.statements[i].proposition].arguments {
                        if let group = argument.group, !group.members.isEmpty { groups.append(group) }
                    }
                }
            }
        }
        return ballots
    }

    /// The states that a statement's subject names one by one.
    private func named(_ statement: Statement) -> [ActorReference] {
        statement.group == nil ? statement.agents.filter { $0.kind == .state } : []
    }

    private func startsWithAll(_ statement: Statement) -> Bool {
        let words = FoldedText(pool.coded[statement.article].propositions[statement.proposition].evidence.quote).words
        return words.prefix(2).contains("all")
    }

    /// The states whose choice a statement tells.
    private func members(_ statement: Statement, groups: [GroupReference], named: [ActorReference]) -> [ActorReference]
    {
        // An intransitive verb's only argument acts, wherever the parse hung it.
        let arguments = pool.coded[statement.article].propositions[statement.proposition].arguments
        let subject = arguments.contains { $0.role == "subject" && !$0.actors.isEmpty }
        guard let group = statement.group ?? (subject ? nil : arguments.lazy.compactMap(\.group).first) else {
            let states = statement.agents.filter { $0.kind == .state }
            if states.isEmpty, !arguments.contains(where: { $0.role == "subject" }), startsWithAll(statement) {
                return groups.last?.members.filter { $0.kind == .state } ?? []
            }
            return states.isEmpty && statement.predicate == "be"
                ? statement.others.filter { $0.kind == .state } : states
        }
        guard group.quantifier == .all || group.quantifier == .other else { return [] }
        var members = group.members
        if members.isEmpty {
            // "all abstained" takes up the group that was named last, if its size fits.
            members =
                groups.last { group.count == nil || $0.members.count == group.count || group.quantifier == .other }?
                .members ?? []
        }
        if group.quantifier == .other, let count = group.count, members.count > count {
            members = members.filter { member in !named.contains { $0.id == member.id } }
            guard members.count == count else { return [] }
        }
        let states = members.filter { $0.kind == .state }
        let single = (statement.predicate == "be" ? statement.actors : statement.agents).filter { agent in
            agent.kind == .state && !states.contains { $0.id == agent.id }
        }
        return states + (group.quantifier == .other ? [] : single)
    }
}
