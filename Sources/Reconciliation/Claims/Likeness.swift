internal import Records

/// Whether two statements say the same: one act, told of the same people, things, places and times, or the same
/// words in another order.
struct Likeness {
    let pool: StatementPool
    let facts: [Facts]
    let tolls = Tolls()
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
    /// What each thing in common beside the act weighs.
    private static let ofPoint = 1.5

    /// Families of acts that are deeds, done at one time and place.
    private static let deeds: Set<String> = [
        "agree", "vote", "ratify", "conflict", "casualty", "accident", "custody", "travel",
    ]

    /// What is asked of a statement again and again.
    struct Facts {
        /// Whether the words of a clause turn it into its opposite ("paid no compensation").
        var isTurned: Bool
        /// The numbers that a clause gives, in words or digits.
        var numbers: Set<Double>
        /// The acts that people fell victim to.
        var fates: Set<Int>
    }

    /// Whom clauses count as victims, each read once and only when it is asked for.
    final class Tolls {
        var known: [Int: [TollScope]] = [:]
    }

    /// The facts of each statement of the pool. O(statements), times the figures of an article.
    init(pool: StatementPool) {
        self.pool = pool
        facts = pool.statements.map { Self.facts($0, pool) }
    }

    /// Whether two statements, told by their numbers in the pool, sound as if they said the same; they do where no
    /// `difference` speaks against it.
    func sounds(_ i: Int, _ j: Int) -> Bool {
        // Most pairs end here, before a statement is copied.
        let shared = pool.sharedWeight(pool.statements[i].terms, pool.statements[j].terms)
        let isAct =
            pool.statements[i].predicate == pool.statements[j].predicate
            || pool.statements[i].concepts.contains { pool.statements[j].concepts.contains($0) }
        guard shared >= (isAct ? Self.leastOfOneAct : Self.least),
            pool.statements[i].isDenied == pool.statements[j].isDenied, facts[i].isTurned == facts[j].isTurned
        else { return false }
        let a = pool.statements[i]
        let b = pool.statements[j]
        // "Oria said that nobody had warned it", "Oria said it was warned twice": what was said is told below.
        if speaks(a) && speaks(b) { return false }
        return isAct && isTold(a, b) && isOneAct(a, b, points: points(i, j), shared) || isOneWording(a, b, shared)
    }

    private func isOneAct(_ a: Statement, _ b: Statement, points: Int, _ shared: Double) -> Bool {
        // What begins or ends says nothing of the act; who takes part in it and where and when it was does.
        let needed = isPhase(a) && isPhase(b) ? 3 : 2
        return points >= needed && (points > needed || !ofOtherThings(a, b))
            && shared + Self.ofPoint * Double(points) >= part(a, b)
    }

    /// Whether a clause is of no act but that something is said, thought or known, which its complement tells.
    private func speaks(_ statement: Statement) -> Bool {
        statement.concepts.isEmpty && !statement.nominal
            && pool.coded[statement.article].propositions[statement.proposition].arguments
                .contains { $0.role == "complement" }
    }

    /// An act that a noun names is told by a verb for it, or by a noun at the same time or place; a clause in
    /// which the noun merely stands ("the war poses a threat") tells something else.
    private func isTold(_ a: Statement, _ b: Statement) -> Bool {
        switch (a.nominal, b.nominal) {
        case (true, true): shareTime(a, b) || sharePlace(a, b)
        case (true, false): b.verbal
        case (false, true): a.verbal
        case (false, false): true
        }
    }

    /// Whether two clauses have the same words in another order, whatever the act.
    private func isOneWording(_ a: Statement, _ b: Statement, _ shared: Double) -> Bool {
        guard shared >= Self.least, !a.nominal, !b.nominal, !isLongAgo(a, b), !isLongAgo(b, a) else { return false }
        // "Oria signed the deal", "the deal has drawn criticism": a deed is told by no clause without it.
        guard !isDeed(a) && !isDeed(b) || sharesAct(a, b) || a.predicate == b.predicate else { return false }
        let beside = self.beside(a, b)
        guard beside >= Self.leastBesideNames, shared + (namesInCommon(a, b) ? 1 : 0) >= part(a, b),
            shared >= Self.partOfGreater * max(pool.weight(a.terms), pool.weight(b.terms))
                || shared >= 2 * Self.least && beside >= Self.much
        else { return false }
        // What stands deep inside one clause alone ("the anniversary of the war") is not what it says.
        return pool.sharedWeight(heads(a), b.terms) > 0 && pool.sharedWeight(heads(b), a.terms) > 0
            && !ofOtherThings(a, b)
    }

    /// Whether a clause tells a deed, and not what is said, thought, wanted or changing.
    private func isDeed(_ statement: Statement) -> Bool {
        statement.verbal
            && statement.concepts.allSatisfy { Self.deeds.contains(pool.concepts.family($0)) }
    }

    /// What two statements must share at least.
    private func part(_ a: Statement, _ b: Statement) -> Double {
        Self.part * (min(pool.weight(a.terms), pool.weight(b.terms)) + 2)
    }

    /// Names alone tell what is spoken of and not what is said of it.
    private func beside(_ a: Statement, _ b: Statement) -> Double {
        pool.sharedWeight(a.terms.filter { !pool.isPrintedName($0) }, b.terms)
    }

    /// How many things beside the act make two tellings one: those who act, those with whom or to whom, what it is
    /// done to, where, when and how many.
    private func points(_ i: Int, _ j: Int) -> Int {
        let a = pool.statements[i]
        let b = pool.statements[j]
        var points = 0
        let common = a.actors.filter { x in b.actors.contains { Identity.same(x, $0) } }
        // A name that is no argument's own ("Oria's invasion") is known by its words alone.
        points += max(min(2, common.count { $0.kind != .place }), namesInCommon(a, b) ? 1 : 0)
        if sharePlace(a, b) { points += 1 }
        if shareTime(a, b) { points += 1 }
        if !facts[i].numbers.isDisjoint(with: facts[j].numbers) { points += 1 }
        let verbs = [a, b].compactMap { pool.number(stem(pool.kinds.neutral($0.predicate))) }
        let things = pool.sharedWeight(
            a.terms.filter { !pool.isPrintedName($0) && !verbs.contains($0) }, b.terms)
        return points + (things >= Self.much ? 2 : things >= Self.leastBesideNames ? 1 : 0)
    }

    func namesInCommon(_ a: Statement, _ b: Statement) -> Bool {
        pool.sharedWeight(a.terms.filter { pool.isName($0) }, b.terms) > 0
    }

    func sharesAct(_ a: Statement, _ b: Statement) -> Bool { a.concepts.contains { b.concepts.contains($0) } }

    /// Whether both give a time of the calendar and one of them holds the other.
    func shareTime(_ a: Statement, _ b: Statement) -> Bool {
        let y = spans(b)
        return spans(a).contains { p in
            y.contains { $0.first <= p.first && p.last <= $0.last || p.first <= $0.first && $0.last <= p.last }
        }
    }

    private func sharePlace(_ a: Statement, _ b: Statement) -> Bool {
        a.actors.contains { x in x.kind == .place && b.actors.contains { Identity.same(x, $0) } }
    }

    private func isPhase(_ statement: Statement) -> Bool {
        statement.concepts.allSatisfy { pool.concepts.family($0) == "phase" }
    }

    /// The stems of the words that a clause is built on: its predicate and the heads of what goes with it.
    private func heads(_ statement: Statement) -> [Int32] {
        let proposition = pool.coded[statement.article].propositions[statement.proposition]
        return Set(
            ([proposition.predicate] + proposition.arguments.map(\.head)).flatMap { FoldedText($0).words }
                .compactMap { pool.number(stem(pool.kinds.neutral($0))) }
        ).sorted()
    }

    /// The days or months of the calendar in which a clause puts what it tells.
    func spans(_ statement: Statement) -> [DaySpan] {
        statement.times.filter { $0.anchor == nil && $0.order == nil && $0.precision != .vague }
            .compactMap(Self.span).filter { $0.length <= 366 }
    }

    static func span(_ time: TimeExpression) -> DaySpan? {
        time.range.flatMap { DaySpan(from: $0.from, to: $0.to) }
    }
}
