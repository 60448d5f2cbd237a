internal import Records

/// Lays a clause of a claim beside a statement of an account, slot by slot: act, those who act, those acted
/// upon, thing, place, time, number, and whether it is affirmed.
struct StatementMatch {
    let pool: StatementPool
    let words: CheckWords
    /// The part of the claim's other words that an account's sentence must have.
    private static let enough = 0.55
    /// Two tellings this many days apart are of two events, not of one told wrongly.
    private static let reach = 31

    struct Outcome {
        var stance: CheckResult.Stance
        var reason: String
        /// How well the statement fits; of several the best is shown.
        var fit: Double
        var evidence: Evidence
    }

    /// How one slot of the claim stands to the account.
    private enum Slot: Equatable {
        case match, silent
        case differs(String)
        var isMatch: Bool { self == .match }
        var difference: String? { if case .differs(let words) = self { words } else { nil } }
    }

    /// What a statement says of a question; `nil` when it is about something else.
    func outcome(_ q: ClaimQuestion, _ s: Statement) -> Outcome? {
        guard let act = act(q.statement, s) else { return nil }
        let coverage = coverage(q, s)
        let agent = agents(q, s)
        let other = others(q, s)
        if case .differs = other { return nil }
        guard coverage >= Self.enough || q.terms.isEmpty else { return nil }
        let place = places(q, s)
        let time = times(q, s)
        let (number, figure) = numbers(q, s)
        let evidence = shown(s, figure)
        let fit = coverage + (agent.isMatch ? 1 : 0) + (other.isMatch ? 0.5 : 0) + (number.isMatch ? 1 : 0)
        func outcome(_ stance: CheckResult.Stance, _ reason: String) -> Outcome {
            Outcome(stance: stance, reason: reason, fit: fit, evidence: evidence)
        }
        let anchored = agent.isMatch || (q.agents.isEmpty && agent != .silent) || other.isMatch
        let differing = [agent, place, time, number].compactMap(\.difference)
        // Polarity first: what is denied has no date or number to differ in.
        let opposite = act == .opposite
        let contrary = opposite ? s.isDenied == q.denied : s.isDenied != q.denied
        if contrary, opposite || act == .same {
            guard agent.difference == nil, anchored || q.agents.isEmpty, place.difference == nil, time.difference == nil
            else { return nil }
            guard certain(s) || s.isDenied else { return nil }
            // "Denied that the talks had touched on a base" denies no talks.
            guard s.verbal || Self.isOneVerb(q.statement.predicate, s.predicate) else { return nil }
            // A kindred act denied of something else ("had blocked the ports") denies nothing here.
            let here = pool.sentenceTerms[s.article][s.sentence]
            guard
                q.terms.isEmpty || Self.isOneVerb(q.statement.predicate, s.predicate)
                    || pool.sharedWeight(q.terms, here) > 0 || !s.backed.isEmpty
            else { return nil }
            let says =
                opposite
                ? "the account tells of the opposite"
                : q.denied ? "the account says that it was so" : "the account says that it was not so"
            return outcome(.contradicts, says + reported(s))
        }
        if opposite { return nil }
        if planned(s) != q.planned, !q.denied, !s.isDenied {
            guard differing.isEmpty, anchored else { return nil }
            return outcome(
                .near,
                planned(s)
                    ? "the account tells of it as planned or possible, not as done"
                    : "the account tells of it as done, not as planned")
        }
        if differing.isEmpty {
            if agent == .silent, !q.agents.isEmpty {
                return outcome(.near, "the account does not say who it was")
            }
            if q.denied, !certain(s), !s.isDenied { return nil }
            var missing: [String] = []
            if time == .silent, q.span != nil { missing.append("when") }
            if place == .silent, !q.places.isEmpty { missing.append("where") }
            if number == .silent, !q.figures.isEmpty { missing.append(figure == nil ? "how many" : "exactly how many") }
            if missing.isEmpty { return outcome(.supports, "the account says the same" + reported(s)) }
            return outcome(.near, "the account says so, but not " + Wording.list(missing))
        }
        guard differing.count == 1 else { return nil }
        if let difference = number.difference {
            guard anchored || coverage >= 0.8 else { return nil }
            return outcome(.contradicts, difference + reported(s))
        }
        if let difference = time.difference ?? place.difference {
            // Who was in one place was in others too.
            if time.difference == nil, q.span == nil, isVisit(q.statement) { return nil }
            guard anchored || coverage >= 0.8 && !q.terms.isEmpty else { return nil }
            return outcome(.contradicts, difference + reported(s))
        }
        if let difference = agent.difference {
            let exclusive = s.concepts.contains { pool.concepts.isExclusive($0) && q.statement.concepts.contains($0) }
            let sameSum = number.isMatch && figure?.kind == .money
            if exclusive || sameSum, coverage >= Self.enough { return outcome(.contradicts, difference + reported(s)) }
            if coverage >= 0.8, !q.terms.isEmpty { return outcome(.near, difference) }
        }
        return nil
    }

    // MARK: The act

    enum Act { case same, kin, opposite }

    func act(_ a: Statement, _ b: Statement) -> Act? {
        if words.has(a.predicate, .state) || words.has(b.predicate, .state) {
            let heads = pool.sharedWeight(a.objects, b.objects) > 0
            return a.predicate == b.predicate && heads ? .same : conceptual(a, b)
        }
        if Self.isOneVerb(a.predicate, b.predicate) { return .same }
        return conceptual(a, b)
    }

    /// The same stem, or one that differs in a doubled last letter only.
    private static func isOneVerb(_ a: String, _ b: String) -> Bool {
        let x = stem(a)
        let y = stem(b)
        if x == y { return true }
        guard let last = x.last, x.count > 3, x.first == y.first else { return false }
        return x + String(last) == y || y.last.map { y + String($0) == x } ?? false
    }

    private func conceptual(_ a: Statement, _ b: Statement) -> Act? {
        let x = Set(a.concepts)
        let y = Set(b.concepts)
        if !x.isDisjoint(with: y) { return .same }
        if x.contains(where: { p in y.contains { pool.concepts.opposes(p, $0) } }) { return .opposite }
        return nil
    }

    // MARK: Those who act

    /// One actor, or a person and the state or body that the person speaks for.
    static func stands(_ a: ActorReference, for b: ActorReference) -> Bool {
        if Identity.same(a, b) { return true }
        guard let c = a.country, let d = b.country, c == d else { return false }
        if a.kind == .person || b.kind == .person { return a.kind != b.kind }
        // A state's forces, parliament or leaders act for it.
        return a.kind == .state && b.kind == .organisation || a.kind == .organisation && b.kind == .state
    }

    private func isSymmetric(_ s: Statement) -> Bool {
        s.concepts.contains { words.has(pool.concepts.family($0), .symmetric) }
    }

    private func agents(_ q: ClaimQuestion, _ s: Statement) -> Slot {
        if q.agents.isEmpty {
            guard !q.subjects.isEmpty else { return .match }
            let sentence = pool.sentenceTerms[s.article][s.sentence]
            return pool.sharedWeight(q.subjects, sentence) > 0 ? .match : .silent
        }
        let pool = isSymmetric(s) ? s.actors : s.agents
        if q.agents.allSatisfy({ agent in pool.contains { Self.stands(agent, for: $0) } }) { return .match }
        let named = s.agents.filter { $0.kind != .place }
        if named.isEmpty {
            // A clause without a subject of its own: its sentence may name who acts.
            let inSentence = actors(of: s)
            return q.agents.allSatisfy { agent in inSentence.contains { Self.stands(agent, for: $0) } }
                && s.agents.isEmpty
                && !hasSubject(s) ? .match : .silent
        }
        return .differs("the account names \(Wording.list(named.prefix(3).map(\.name))) instead")
    }

    private func hasSubject(_ s: Statement) -> Bool {
        pool.coded[s.article].propositions[s.proposition].arguments.contains { $0.role == "subject" }
    }

    /// The actors that a sentence names, by any of the words by which the article has named them so far:
    /// an actor's entry lists each form of its name once.
    static func actors(of article: CodedArticle, sentence: Int) -> [ActorReference] {
        guard article.sentences.indices.contains(sentence) else { return [] }
        let place = article.sentences[sentence]
        let joined = " \(FoldedText(place.quote).words.joined(separator: " ")) "
        return article.actors.filter { actor in
            actor.surfaces.contains { surface in
                if surface.evidence.overlaps(place) { return true }
                let words = FoldedText(surface.text)
                guard words.count > 0, words.capitals.contains(true) else { return false }
                return joined.contains(" \(words.words.joined(separator: " ")) ")
            }
        }.map(\.reference)
    }

    /// All actors that a statement's sentence names.
    private func actors(of s: Statement) -> [ActorReference] {
        Self.actors(of: pool.coded[s.article], sentence: s.sentence)
    }

    private func others(_ q: ClaimQuestion, _ s: Statement) -> Slot {
        guard !q.others.isEmpty else { return .silent }
        let near = s.actors + actors(of: s)
        let found = q.others.count { other in near.contains { Self.stands(other, for: $0) } || isPrinted(other, s) }
        if found == q.others.count { return .match }
        // In a list as "met A and B" one of them may stand in another sentence.
        return found > 0 && q.others.count > 2 ? .silent : .differs("others are named")
    }

    /// Whether a name stands in a statement's sentence as a part of what that names ("the village of Arda"), or,
    /// for a place, in the sentence before ("the village").
    private func isPrinted(_ actor: ActorReference, _ s: Statement) -> Bool {
        let name = ClaimQuestion.stems(actor.name, pool)
        guard !name.isEmpty, actor.kind != .person else { return false }
        let here = [s.sentence] + (actor.kind == .state || s.sentence == 0 ? [] : [s.sentence - 1])
        return here.contains { sentence in
            let terms = pool.sentenceTerms[s.article][sentence]
            return name.allSatisfy { terms.contains($0) }
        }
    }

    // MARK: The rest of the words

    /// The part of the claim's words that the statement's sentence has; words that stand in the
    /// sentence before count three quarters, elsewhere in the account half.
    private func coverage(_ q: ClaimQuestion, _ s: Statement) -> Double {
        let whole = pool.weight(q.terms)
        guard whole > 0 else { return 1 }
        let sentence = pool.sentenceTerms[s.article][s.sentence]
        let here = pool.sharedWeight(q.terms, sentence)
        let missing = q.terms.filter { !sentence.contains($0) }
        let before = s.sentence > 0 ? pool.sentenceTerms[s.article][s.sentence - 1] : []
        let near = missing.filter { before.contains($0) }
        let elsewhere = missing.filter { term in
            !before.contains(term) && pool.sentenceTerms[s.article].contains { $0.contains(term) }
        }
        return (here + 0.75 * pool.weight(near) + 0.5 * pool.weight(elsewhere)) / whole
    }

    private func places(_ q: ClaimQuestion, _ s: Statement) -> Slot {
        guard !q.places.isEmpty else { return .match }
        // Where the clause itself says where it was, a state that its sentence names elsewhere says nothing of it.
        let own = pool.coded[s.article].propositions[s.proposition].arguments
            .filter { words.has($0.role, .place) }.flatMap(\.actors).filter { $0.kind == .place }
        if let place = own.first, q.places.contains(where: { $0.kind == .place }),
            !q.places.contains(where: { asked in own.contains { Self.holds($0, asked) || Self.holds(asked, $0) } })
        {
            return .differs("the account puts it in \(place.name)")
        }
        let acting = Set((s.agents + q.agents + q.others).map(\.id))
        let near = (actors(of: s) + s.actors).filter { $0.kind == .place || !acting.contains($0.id) }
        let all = q.places.allSatisfy { place in near.contains { Self.holds($0, place) || Self.holds(place, $0) } }
        if all { return .match }
        let named = near.filter { other in
            other.kind == .place && !q.places.contains { Self.holds($0, other) || Self.holds(other, $0) }
        }
        guard let place = named.first else { return .silent }
        // A place that only qualifies something else does not say where.
        let isWhere = q.places.contains { $0.kind == .place } && isPlaceOf(place, s)
        return isWhere ? .differs("the account puts it in \(place.name)") : .silent
    }

    private static func holds(_ outer: ActorReference, _ inner: ActorReference) -> Bool {
        if outer.id == inner.id { return true }
        return outer.kind == .state && inner.kind == .place && inner.country == outer.id
    }

    /// Whether a place stands in the clause itself.
    private func isPlaceOf(_ place: ActorReference, _ s: Statement) -> Bool {
        let clause = pool.coded[s.article].propositions[s.proposition].evidence
        return pool.coded[s.article].actors.contains { actor in
            actor.id == place.id && actor.surfaces.contains { $0.evidence.overlaps(clause) }
        }
    }

    private func times(_ q: ClaimQuestion, _ s: Statement) -> Slot {
        guard let asked = q.span else { return .match }
        var spans = s.times.compactMap { time -> DaySpan? in
            guard time.anchor == nil, let range = time.range else { return nil }
            return DaySpan(from: range.from, to: range.to)
        }
        if spans.isEmpty {
            spans = pool.ofSentence[s.article][s.sentence].flatMap { pool.statements[$0].times }
                .compactMap { $0.anchor == nil ? $0.range.flatMap { DaySpan(from: $0.from, to: $0.to) } : nil }
        }
        guard let first = spans.first else { return .silent }
        if spans.contains(where: { $0.overlaps(asked) }) { return .match }
        guard spans.allSatisfy({ $0.distance(to: asked) <= max(Self.reach, asked.length * 3) }) else { return .silent }
        return .differs("the account has it on \(Self.day(first))")
    }

    private static func day(_ span: DaySpan) -> String {
        let first = CalendarDay(number: span.first).iso
        return span.length == 1 ? first : "\(first) to \(CalendarDay(number: span.last).iso)"
    }

    // MARK: Numbers

    private func numbers(_ q: ClaimQuestion, _ s: Statement) -> (Slot, Figure?) {
        guard let asked = q.figures.first else { return (.match, nil) }
        let article = pool.coded[s.article]
        let clause = article.propositions[s.proposition].evidence
        let own = article.figures.filter { $0.sentence == s.sentence && alike($0, asked) }
        let inside = own.filter { clause.start <= $0.evidence.start && $0.evidence.end <= clause.end }
        let range = NumberRange(asked, words: words)
        var open: Figure?
        var outside: Figure?
        for figure in inside.isEmpty ? own : inside {
            switch range.relation(of: NumberRange(figure, words: words)) {
            case .same, .inside, .rounded: return (.match, figure)
            case .open: open = open ?? figure
            case .outside: outside = outside ?? figure
            }
        }
        if let open { return (.silent, open) }
        guard let outside else { return (.silent, nil) }
        return (.differs("the account has \(FigureWords.value(outside))"), outside)
    }

    /// Whether two figures are of one unit and can count one thing.
    func alike(_ a: Figure, _ b: Figure) -> Bool {
        let countable: Set<Figure.Kind> = [.people, .count, .votes]
        guard a.unit == b.unit, a.kind == b.kind || countable.contains(a.kind) && countable.contains(b.kind) else {
            return false
        }
        guard countable.contains(a.kind), let x = thing(a), let y = thing(b) else { return true }
        let people: Set<String> = ["person", "life"]
        return x == y || people.contains(x) || people.contains(y)
    }

    private func thing(_ figure: Figure) -> String? {
        let words = (figure.counted ?? "").lowercased().split(separator: " ").map(String.init)
        guard let head = words.last else { return nil }
        return pool.concepts.thing(head)
    }

    // MARK: How it is told

    private func isVisit(_ s: Statement) -> Bool { s.concepts.contains { pool.concepts.family($0) == "travel" } }

    private func planned(_ s: Statement) -> Bool { s.modality == .planned || s.modality == .possible }

    private func certain(_ s: Statement) -> Bool { s.modality == .happened || s.modality == .ongoing }

    private func reported(_ s: Statement) -> String {
        s.reportedBy.map { ", as said by \($0.name)" } ?? ""
    }

    /// The clause, or the sentence where a number or a name stands outside the clause.
    private func shown(_ s: Statement, _ figure: Figure?) -> Evidence {
        let sentence = pool.coded[s.article].sentences[s.sentence]
        return sentence.window(around: s.evidence)
    }
}
