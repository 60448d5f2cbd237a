internal import Records

/// Claims about who did it and whether it was done: affirmed against denied, acts that exclude each
/// other, and acts that only one set of actors can have done.
struct ActClaims {
    let pool: StatementPool
    let sameness: EventSameness

    func build() -> (drafts: [Draft], misses: [NearMiss]) {
        var misses: [NearMiss] = []
        var drafts = polarity(&misses)
        drafts += doers(&misses)
        return (drafts, misses)
    }

    // MARK: Affirmed and denied

    private func polarity(_ misses: inout [NearMiss]) -> [Draft] {
        // Statements of one actor with acts of one family.
        var groups: [String: [Int]] = [:]
        for (i, statement) in pool.statements.enumerated() {
            guard statement.group == nil || !statement.listed.isEmpty, !statement.nominal else { continue }
            // What no concept gathers meets on the verb itself.
            let families =
                statement.verbal
                ? Set(statement.concepts.map { pool.concepts.family($0) }) : ["verb " + statement.predicate]
            guard statement.verbal || Self.tells(statement) else { continue }
            let agents = statement.agents + statement.listed
            var keys = Set(agents.map(Self.key))
            // An actor that only one account's coding knows is met by its name.
            for agent in agents {
                if let last = FoldedText(agent.name).words.last, let number = pool.number(stem(last)) {
                    keys.insert("#\(number)")
                }
            }
            for subject in statement.subjects where pool.isName(subject) { keys.insert("#\(subject)") }
            for key in keys {
                for family in families {
                    groups[key + "|" + family, default: []].append(i)
                }
            }
        }
        var drafts: [Draft] = []
        var told: Set<String> = []
        var pairs: Set<Int> = []
        for key in groups.keys.sorted() {
            let members = groups[key]!
            guard members.count > 1, Set(members.map { pool.statements[$0].article }).count > 1 else { continue }
            for (k, i) in members.enumerated() {
                var against: [Int] = []
                for j in members.dropFirst(k + 1) where pool.statements[i].article != pool.statements[j].article {
                    switch clash(pool.statements[i], pool.statements[j]) {
                    case .clash: against.append(j)
                    case .near(let reason):
                        misses.append(
                            NearMiss(
                                kind: .event, reason: reason, first: pool.statements[i].evidence,
                                second: pool.statements[j].evidence))
                    case .none: break
                    }
                }
                guard let first = against.first else { continue }
                let name = "\(key)|\(min(i, first))"
                guard !told.contains(key), told.insert(name).inserted else { continue }
                told.insert(key)
                guard !pairs.contains(i), !pairs.contains(first) else { continue }
                pairs.formUnion([i, first])
                let agree = members.filter { j in
                    j == i || against.contains { clash(pool.statements[j], pool.statements[$0]) == .clash }
                }
                drafts.append(draft(agree, against))
            }
        }
        return drafts
    }

    /// Verbs that tell of nothing that could be denied of a deed, or of too many things.
    private static let empty: Set<String> = ["be", "have", "do", "make", "take", "get", "go", "say", "know", "think"]

    private static func tells(_ statement: Statement) -> Bool {
        !empty.contains(statement.predicate) && !statement.objects.isEmpty
    }

    private enum Clash: Equatable {
        case none
        /// One thing affirmed and denied, or done and undone, and why that is no contradiction all the same.
        case near(String)
        case clash
    }

    private func clash(_ a: Statement, _ b: Statement) -> Clash {
        let shared = a.concepts.contains { b.concepts.contains($0) }
        let opposed = a.concepts.contains { x in b.concepts.contains { pool.concepts.opposes(x, $0) } }
        let sameVerb = !a.verbal && !b.verbal && a.predicate == b.predicate
        let contrary = shared || sameVerb ? a.isDenied != b.isDenied : opposed && !a.isDenied && !b.isDenied
        guard contrary, aboutOneThing(a, b) else { return .none }
        if opposed, isAnchor(a) || isAnchor(b) {
            return .near("The one act is told as what the other came after or before.")
        }
        guard certain(a), certain(b) else {
            return certain(a) || certain(b)
                ? .near("What the one account has as done or denied is planned or possible in the other.") : .none
        }
        let x = spans(a)
        let y = spans(b)
        if !x.isEmpty, !y.isEmpty, x.allSatisfy({ p in y.allSatisfy { p.distance(to: $0) > 3 } }) {
            return .near("The accounts tell of days that lie too far apart for one act.")
        }
        if let p = a.reportedBy, let q = b.reportedBy, Identity.distinct(p, q) {
            return .near("Two sides say the opposite, and each account gives it as theirs.")
        }
        return .clash
    }

    /// Whether a clause only tells from when a time counts: "reopened, two years after Oria closed it".
    private func isAnchor(_ statement: Statement) -> Bool {
        pool.coded[statement.article].propositions.contains { proposition in
            proposition.times.contains { time in
                time.anchor.map { $0.days != nil && statement.evidence.quote.contains($0.event) } ?? false
            }
        }
    }

    /// Not a matter of plans and possibilities on one side and facts on the other.
    private func certain(_ statement: Statement) -> Bool {
        statement.modality == .happened || statement.modality == .ongoing || statement.modality == .denied
    }

    private func aboutOneThing(_ a: Statement, _ b: Statement) -> Bool {
        let families = Set(a.concepts.map { pool.concepts.family($0) })
        if !families.isDisjoint(with: ["take-part", "election", "follow"]) { return true }
        if a.objects.isEmpty || b.objects.isEmpty { return a.predicate == b.predicate || families.contains("agree") }
        if pool.sharedWeight(a.objects, b.objects) > 0.5 { return true }
        let actors = a.others.contains { x in b.others.contains { Identity.same(x, $0) } }
        let nouns = !Set(a.nounConcepts).isDisjoint(with: b.nounConcepts)
        // That one parliament acted does not make two of its acts one.
        let subjects = Set(subjectTerms(a) + subjectTerms(b))
        return (actors || nouns) && pool.sharedWeight(a.terms.filter { !subjects.contains($0) }, b.terms) > 3
    }

    /// The stems of the words of those who act.
    private func subjectTerms(_ statement: Statement) -> [Int32] {
        pool.coded[statement.article].propositions[statement.proposition].arguments
            .filter { $0.role == "subject" }.flatMap { FoldedText($0.evidence.quote).words }
            .compactMap { pool.number(stem(pool.kinds.neutral($0))) }
    }

    private func spans(_ statement: Statement) -> [DaySpan] {
        statement.times.compactMap { $0.range.flatMap { DaySpan(from: $0.from, to: $0.to) } }
    }

    private func draft(_ first: [Int], _ second: [Int]) -> Draft {
        let lead = pool.statements[first[0]]
        let sides = [first, second].sorted { a, b in
            (-Set(a.map { pool.statements[$0].origin }).count, a[0]) < (
                -Set(b.map { pool.statements[$0].origin }).count, b[0]
            )
        }
        let affirmed = lead.isDenied ? pool.statements[second[0]] : lead
        return Draft(
            kind: .event, statement: ClaimWording(pool: pool).whether(affirmed),
            answers: sides.map { side in
                let statement = pool.statements[side[0]]
                return Draft.Answer(
                    value: statement.isDenied
                        ? "it was not so"
                        : lead.isDenied || statement.article == affirmed.article
                            ? "it was so" : ClaimWording(pool: pool).sentence(statement),
                    statement: statement.evidence.quote,
                    support: side.map { support(pool.statements[$0]) })
            },
            conflicting: true, why: "One side says that it was so, the other that it was not", weight: 0.8)
    }

    // MARK: One doer

    private func isDone(_ statement: Statement) -> Bool {
        !statement.isDenied && !doers(statement).isEmpty && statement.modality != .planned
    }

    /// Those who act; of a noun for those who do it ("co-hosts A and B"), those whom it names.
    private func doers(_ statement: Statement) -> [ActorReference] {
        if !statement.agents.isEmpty { return statement.agents }
        guard statement.nominal || !statement.verbal || namesDoers(statement) else { return [] }
        return statement.others.filter { $0.kind == .state || $0.kind == .organisation }
    }

    /// Whether a clause begins with a plural noun for those who do it ("Co-hosts A and B deserve …").
    private func namesDoers(_ statement: Statement) -> Bool {
        let proposition = pool.coded[statement.article].propositions[statement.proposition]
        guard !proposition.arguments.contains(where: { $0.role == "subject" }) else { return false }
        let first = proposition.evidence.quote.split(separator: " ").first?.lowercased() ?? ""
        return first.hasSuffix("s") && !pool.concepts.concepts(ofNoun: String(first.dropLast())).isEmpty
    }

    /// Whether the subject itself names its actors as those who did it ("co-hosts A and B").
    private func names(_ statement: Statement, _ concept: Concept) -> Bool {
        let arguments = pool.coded[statement.article].propositions[statement.proposition].arguments
        return doers(statement).count > 1
            && arguments.contains { argument in
                (argument.role == "subject" || statement.agents.isEmpty)
                    && FoldedText(argument.evidence.quote).words.contains { word in
                        pool.concepts.concepts(ofNoun: word).contains(concept)
                            || pool.concepts.concepts(ofNoun: stem(word)).contains(concept)
                    }
            }
    }

    /// Acts that one set of actors did: sets that each hold an actor which the other lacks exclude
    /// each other.
    private func doers(_ misses: inout [NearMiss]) -> [Draft] {
        var byConcept: [Int: [Int]] = [:]
        for (i, statement) in pool.statements.enumerated() where isDone(statement) {
            for concept in statement.concepts
            where pool.concepts.isExclusive(concept) && (statement.verbal || names(statement, concept)) {
                byConcept[concept.index, default: []].append(i)
            }
        }
        var drafts: [Draft] = []
        for concept in byConcept.keys.sorted() {
            var readings: [(states: Set<String>, members: [Int])] = []
            for i in byConcept[concept]! {
                let statement = pool.statements[i]
                let states = Set(doers(statement).map(Self.key))
                if let k = readings.firstIndex(where: {
                    $0.states.isSubset(of: states) || states.isSubset(of: $0.states)
                }) {
                    if states != readings[k].states,
                        let other = readings[k].members.map({ pool.statements[$0] }).first(where: {
                            $0.article != statement.article && sameThing($0, statement)
                        })
                    {
                        misses.append(
                            NearMiss(
                                kind: .event,
                                reason:
                                    "The one account names some of those whom the other names, and excludes nobody.",
                                first: other.evidence, second: statement.evidence))
                    }
                    readings[k].members.append(i)
                    readings[k].states.formUnion(states)
                } else {
                    readings.append((states, [i]))
                }
            }
            guard readings.count > 1 else { continue }
            // An account that gives the act to both means two acts, or two shares of one.
            var told: Set<Int> = []
            let isTwice = readings.contains { reading in
                let articles = Set(reading.members.map { pool.statements[$0].article })
                defer { told.formUnion(articles) }
                return !told.isDisjoint(with: articles)
            }
            guard !isTwice else { continue }
            let one = readings.allSatisfy { reading in
                readings.allSatisfy { other in
                    reading.states == other.states || !reading.states.isDisjoint(with: other.states)
                        || reading.members.contains { i in
                            other.members.contains { sameThing(pool.statements[i], pool.statements[$0]) }
                        }
                }
            }
            guard one, Set(readings.flatMap { $0.members.map { pool.statements[$0].article } }).count > 1 else {
                continue
            }
            readings.sort { (-$0.members.count, $0.members[0]) < (-$1.members.count, $1.members[0]) }
            drafts.append(
                Draft(
                    kind: .event,
                    statement: ClaimWording(pool: pool).who(pool.statements[readings[0].members[0]]),
                    answers: readings.map { reading in
                        let statement = pool.statements[reading.members[0]]
                        return Draft.Answer(
                            value: Wording.list(doers(statement).map(\.name)), statement: statement.evidence.quote,
                            support: reading.members.map { support(pool.statements[$0]) })
                    },
                    conflicting: true, why: "Different actors are named for one act", weight: 0.75))
        }
        return drafts
    }

    private func sameThing(_ a: Statement, _ b: Statement) -> Bool {
        guard a.article != b.article else { return false }
        if pool.sharedWeight(a.objects, b.objects) > 0 || pool.sharedWeight(a.terms, b.terms) > 2 { return true }
        if a.objects.isEmpty || b.objects.isEmpty || hasOnlyPronouns(a) || hasOnlyPronouns(b) { return true }
        // "It was brokered by …": what the pronoun can stand for.
        let x = Set(a.objects + a.backed).sorted()
        let y = Set(b.objects + b.backed).sorted()
        return pool.sharedWeight(x, y) > 0 || !Set(a.nounConcepts).isDisjoint(with: b.nounConcepts)
    }

    /// Whether all that an act is done to is a pronoun that nobody resolved ("Oria had brokered it").
    private func hasOnlyPronouns(_ statement: Statement) -> Bool {
        let patients = pool.coded[statement.article].propositions[statement.proposition].arguments
            .filter { $0.role != "subject" }
        return !patients.isEmpty
            && patients.allSatisfy { $0.actors.isEmpty && pool.kinds.isPronoun($0.head.lowercased()) }
    }

    /// Persons stand for themselves, all else for its state.
    static func key(_ actor: ActorReference) -> String {
        actor.kind == .person ? FoldedText(actor.name).words.last ?? actor.id : Identity.state(actor)
    }

    private func support(_ statement: Statement) -> Draft.Support {
        Draft.Support(article: statement.article, origin: statement.origin, evidence: statement.evidence)
    }
}
