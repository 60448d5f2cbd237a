internal import Records

/// In what two statements that sound alike differ.
extension Likeness {
    /// The most days that a month has.
    private static let month = 31
    /// The roles of what an act is done to.
    private static let patients: Set<String> = ["object", "to", "for", "on", "over", "against"]

    /// In what two statements that sound alike differ, in a sentence for readers.
    enum Difference: String {
        case hands = "Each account names others as those who act."
        case company = "Each account names parties that the other lacks, more than both have in common."
        case places = "The accounts put it in different places, and may tell of two acts."
        case times = "The accounts put it on other days, and may tell of two acts."
        case numbers = "Each account gives a number that the other lacks."
        case fates = "The accounts tell of victims of different happenings, sides or kinds."

        /// The kind of claim that the two would have met in; `nil` where other rules compare it and say why.
        var kind: Claim.Kind? {
            switch self {
            case .hands, .company: .event
            case .places: .place
            case .times: .date
            case .numbers, .fates: nil
            }
        }
    }

    /// What in one statement speaks against its saying the same as the other, or `nil`.
    func difference(_ i: Int, _ j: Int) -> Difference? {
        let a = pool.statements[i]
        let b = pool.statements[j]
        let x = facts[i].numbers
        let y = facts[j].numbers
        // Where each names a number that the other lacks they do not agree, whatever else they share.
        if !x.isSubset(of: y), !y.isSubset(of: x) { return .numbers }
        if ofOtherFates(i, j) { return .fates }
        if inOtherHands(a, b) { return .hands }
        if withOthers(a, b) { return .company }
        if inOtherPlaces(a, b) { return .places }
        return inOtherTimes(a, b) ? .times : nil
    }

    static func facts(_ statement: Statement, _ pool: StatementPool) -> Facts {
        let figures = pool.coded[statement.article].figures.filter { $0.evidence.overlaps(statement.evidence) }
        let fates = Set(statement.concepts.filter { pool.concepts.family($0) == "casualty" }.map(\.index))
        return Facts(
            isTurned: FoldedText(statement.evidence.quote).words.count { pool.kinds[$0] == .negation } % 2 == 1,
            numbers: Set(
                figures.lazy.filter { $0.kind != .ordinal && $0.definite != true }.compactMap { $0.value ?? $0.low }),
            fates: fates)
    }

    /// Whom the figures of a clause count as victims, or the clause itself where it gives no number.
    private func tolls(_ i: Int) -> [TollScope] {
        if let known = tolls.known[i] { return known }
        let statement = pool.statements[i]
        let reader = TollReader(pool: pool, article: statement.article)
        let clause = Figure(
            kind: .people, counted: "", sentence: statement.sentence, evidence: statement.evidence)
        let figures = pool.coded[statement.article].figures.filter { $0.evidence.overlaps(statement.evidence) }
        let read = (figures + [clause]).lazy
            .compactMap { reader.scope($0, concepts: Set(statement.concepts.map(\.index)), thing: nil) }
        tolls.known[i] = Array(read.prefix(4))
        return tolls.known[i]!
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
    func isLongAgo(_ a: Statement, _ b: Statement) -> Bool {
        guard let written = pool.published[a.article] else { return false }
        let x = spans(a)
        return !x.isEmpty && spans(b).isEmpty && x.allSatisfy { written - $0.last > 2 * Self.month }
    }

    /// The times from which or up to which the two have one thing hold ("by 2030", "since May"), where these are
    /// not the same.
    func otherLimits(_ a: Statement, _ b: Statement) -> (TimeExpression, TimeExpression)? {
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

    /// Whether the accounts name different ones as those who act.
    private func inOtherHands(_ a: Statement, _ b: Statement) -> Bool {
        guard let x = a.agents.first ?? a.others.first, let y = b.agents.first ?? b.others.first, x.kind == y.kind
        else { return false }
        return !namesInCommon(a, b) && !a.actors.contains { p in b.actors.contains { !Identity.distinct(p, $0) } }
    }

    /// Whether the accounts name more who differ than they have in common: two meetings of one president with
    /// other guests.
    private func withOthers(_ a: Statement, _ b: Statement) -> Bool {
        let x = Set(a.actors.filter { $0.kind == .person || $0.kind == .state }.map(Identity.state))
        let y = Set(b.actors.filter { $0.kind == .person || $0.kind == .state }.map(Identity.state))
        let alone = x.subtracting(y).count
        let apart = y.subtracting(x).count
        return alone > 0 && apart > 0 && max(alone, apart) > x.intersection(y).count
    }

    /// Whether one act is done to things of which the other account has no word.
    func ofOtherThings(_ a: Statement, _ b: Statement) -> Bool {
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

    /// Whether the two tell of victims, and not that the same befell them in one sort of happening.
    private func ofOtherFates(_ i: Int, _ j: Int) -> Bool {
        let x = facts[i].fates
        let y = facts[j].fates
        if x.isEmpty, y.isEmpty { return false }
        if x.isDisjoint(with: y) { return true }
        let p = tolls(i)
        let q = tolls(j)
        return !p.isEmpty && !q.isEmpty && p.allSatisfy { one in q.allSatisfy { one.apart(from: $0) != nil } }
    }
}
