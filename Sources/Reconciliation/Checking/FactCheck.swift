internal import Records

/// A statement about a membership, an office or a treaty, held against the record's dated facts.
struct FactCheck {
    let pool: StatementPool
    let record: OfficialRecord
    let words: CheckWords

    /// What the record says of a statement.
    struct Answer {
        var agrees: Bool
        var statement: String
        var document: RecordDocument
        var kind: Claim.Kind
    }

    /// The record's answer to a statement for one of those who act in it; `nil` out of its reach.
    ///
    /// - Parameter day: the day on which it is meant to hold, when the statement names none.
    func answer(_ s: Statement, agent: ActorReference?, denied: Bool, on day: String) -> Answer? {
        guard record.holdsFacts, s.modality != .planned, s.modality != .possible else { return nil }
        let span = s.times.first { $0.anchor == nil && $0.range != nil && $0.precision != .vague }?
            .range.flatMap { DaySpan(from: $0.from, to: $0.to) }
        return treaty(s, agent, denied, span, day) ?? membership(s, agent, denied, span, day)
            ?? office(s, agent, denied, span, day)
    }

    private func heads(_ s: Statement) -> [String] {
        [s.predicate]
            + pool.coded[s.article].propositions[s.proposition].arguments.filter { $0.role != "subject" }
            .map { $0.head.lowercased() }
    }

    private func quote(_ s: Statement) -> String { pool.coded[s.article].propositions[s.proposition].evidence.quote }

    /// Whether an actor is the one that a record calls by a code, an id or a name.
    static func isNamed(_ actor: ActorReference, _ names: [String]) -> Bool {
        let own = FoldedText(actor.name).words
        return names.contains { name in
            if name == actor.id || name == actor.country && actor.kind == .state { return true }
            let words = FoldedText(name).words
            return words == own
                || actor.kind == .person && words.last == own.last && (own.count == 1 || words.first == own.first)
        }
    }

    private static func holds(_ from: String?, _ to: String?, _ day: String) -> Bool {
        (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
    }

    private static func day(_ span: DaySpan?, _ otherwise: String) -> String {
        span.map { CalendarDay(number: $0.last).iso } ?? otherwise
    }

    // MARK: Memberships

    private func membership(
        _ s: Statement, _ agent: ActorReference?, _ denied: Bool, _ span: DaySpan?, _ today: String
    ) -> Answer? {
        guard let agent, agent.kind != .person else { return nil }
        let heads = heads(s)
        let joins = words.has(s.predicate, .join)
        let leaves = words.has(s.predicate, .leave)
        guard joins || leaves || words.has(s.predicate, .state) && heads.contains(where: { words.has($0, .member) })
        else { return nil }
        func group(_ names: [String]) -> Bool { s.others.contains { Self.isNamed($0, names) } }
        let own = record.memberships.filter { Self.isNamed(agent, [$0.member]) && group($0.group) }
        let day = Self.day(span, today)
        if let found = own.first(where: { Self.holds($0.from, $0.to, day) }) ?? own.first {
            let name = found.group[0]
            if joins || leaves {
                guard let date = joins ? found.from : found.to else { return nil }
                let said = "\(agent.name) \(joins ? "joined" : "left") \(name) on \(date)"
                guard let asked = span, let actual = DaySpan(from: date, to: date) else {
                    return Answer(
                        agrees: (date <= today) != denied, statement: said, document: found.document, kind: .membership)
                }
                return Answer(
                    agrees: asked.overlaps(actual) != denied, statement: said, document: found.document,
                    kind: .membership)
            }
            let isMember = Self.holds(found.from, found.to, day)
            let since = found.from.map { " from \($0)" } ?? ""
            let until = found.to.map { " to \($0)" } ?? ""
            return Answer(
                agrees: isMember != denied, statement: "\(agent.name) is a member of \(name)\(since)\(until)",
                document: found.document, kind: .membership)
        }
        guard let list = record.memberLists.first(where: { group($0.group) && Self.holds($0.from, $0.to, day) }) else {
            return nil
        }
        return Answer(
            agrees: denied, statement: "\(agent.name) is not among the members of \(list.group[0]) on \(day)",
            document: list.document, kind: .membership)
    }

    // MARK: Offices

    private func office(
        _ s: Statement, _ agent: ActorReference?, _ denied: Bool, _ span: DaySpan?, _ today: String
    ) -> Answer? {
        guard let agent, agent.kind == .person, words.has(s.predicate, .state) else { return nil }
        let said = Set(FoldedText(quote(s)).words)
        let day = Self.day(span, today)
        func means(_ tenure: RecordedTenure) -> Bool {
            guard tenure.office.contains(where: { Set(FoldedText($0).words).isSubset(of: said) }) else { return false }
            if s.actors.contains(where: { Self.isNamed($0, tenure.body) }) { return true }
            // An adjective of the state is read into the country of those who are named.
            return agent.country.map(tenure.body.contains) ?? false
                || tenure.body.contains { Set(FoldedText($0).words).isSubset(of: said) }
        }
        let fitting = record.tenures.filter { means($0) && Self.holds($0.from, $0.to, day) }
        if let own = fitting.first(where: { Self.isNamed(agent, [$0.person]) }) {
            return Answer(
                agrees: !denied,
                statement: "\(own.person) holds the office \u{201C}\(own.office[0])\u{201D}\(Self.stretch(own))",
                document: own.document, kind: .other)
        }
        guard let other = fitting.first else { return nil }
        return Answer(
            agrees: denied,
            statement:
                "\(other.person) holds the office \u{201C}\(other.office[0])\u{201D} on \(day)\(Self.stretch(other))",
            document: other.document, kind: .other)
    }

    private static func stretch(_ tenure: RecordedTenure) -> String {
        switch (tenure.from, tenure.to) {
        case (let from?, let to?): " (\(from) to \(to))"
        case (let from?, nil): " (from \(from))"
        case (nil, let to?): " (to \(to))"
        case (nil, nil): ""
        }
    }

    // MARK: Treaties

    private func treaty(
        _ s: Statement, _ agent: ActorReference?, _ denied: Bool, _ span: DaySpan?, _ today: String
    ) -> Answer? {
        let heads = heads(s)
        let act: RecordedTreatyAct.Act
        if heads.contains(where: { words.has($0, .force) }) {
            act = .inForce
        } else if words.has(s.predicate, .ratify) {
            act = .ratified
        } else if words.has(s.predicate, .sign) {
            act = .signed
        } else {
            return nil
        }
        let text = " \(FoldedText(quote(s)).words.joined(separator: " ")) "
        func means(_ fact: RecordedTreatyAct) -> Bool {
            guard fact.act == act else { return false }
            guard fact.treaty.contains(where: { text.contains(" \(FoldedText($0).words.joined(separator: " ")) ") })
            else { return false }
            guard let party = fact.party else { return true }
            return (agent.map { [$0] } ?? s.actors).contains { Self.isNamed($0, [party]) }
                || s.actors.contains { Self.isNamed($0, [party]) }
        }
        guard let fact = record.treatyActs.first(where: means) else { return nil }
        let name = fact.treaty[0]
        let party =
            s.actors.first { actor in fact.party.map { Self.isNamed(actor, [$0]) } ?? false }?.name ?? fact.party
        let said: String =
            switch act {
            case .inForce: "\(name) entered into force\(party.map { " for \($0)" } ?? "") on \(fact.date)"
            case .signed, .ratified: "\(party ?? "the parties") \(act.words) \(name) on \(fact.date)"
            }
        guard let asked = span, let actual = DaySpan(from: fact.date, to: fact.date) else {
            return Answer(agrees: (fact.date <= today) != denied, statement: said, document: fact.document, kind: .date)
        }
        return Answer(agrees: asked.overlaps(actual) != denied, statement: said, document: fact.document, kind: .date)
    }
}
