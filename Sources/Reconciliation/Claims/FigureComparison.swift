internal import Records

/// How two figures stand to each other.
enum FigureRelation {
    /// Not about one thing; with the reason when they look as if they were.
    case apart(String?)
    /// About one thing, and both can be true: why, or `nil` when they simply say the same; and whether
    /// the two are one number, or one only leaves room for the other.
    case agree(String?, firm: Bool)
    /// About one thing, and both cannot be true.
    case conflict
}

/// Compares two figures: first whether they count one thing, then whether both can be true.
struct FigureComparison {
    let pool: StatementPool
    /// How sure it must be that one thing is counted before figures can agree, or clash.
    private static let enoughToAgree = 2.5
    private static let enoughToClash = 4.0
    private static let enoughWhenEqual = 1.5
    /// Numbers that differ by no more than this part are likely counts of one thing, one of them wrong.
    private static let nearMiss = 0.05
    /// A number that is told as exceeded is not exceeded by more than this factor.
    private static let excess = 1.6
    /// Numbers of one thing are not further apart than by this factor.
    private static let farthest = 12.0
    /// An event at most this many days before publication may still be counted on.
    private static let fresh = 3

    func compare(_ a: FigureStatement, _ b: FigureStatement) -> FigureRelation {
        let sameness = sameThing(a, b)
        // One number told twice is evidence by itself, unless it is a small one.
        let equal = a.figure.value != nil && a.figure.value == b.figure.value && (a.figure.value ?? 0) > 12
        // An unusual number told twice in one story, of the same people: whatever it is called, it is one count.
        if equal, sameness < Self.enoughWhenEqual, (a.figure.value ?? 0) >= 10_000, a.figure.unit == b.figure.unit,
            a.figure.kind == b.figure.kind || Self.countable(a.figure.kind) && Self.countable(b.figure.kind),
            a.figure.role != .rate, b.figure.role != .rate, actScore(a, b) >= 0,
            a.states.isEmpty || b.states.isEmpty
                || !a.states.isDisjoint(with: b.states)
        {
            return .agree(nil, firm: true)
        }
        guard sameness >= (equal ? Self.enoughWhenEqual : Self.enoughToAgree) else { return .apart(nil) }
        if let reason = a.toll.flatMap({ p in b.toll.flatMap { p.apart(from: $0) } }) { return .apart(reason) }
        if let agreement = agreement(a, b) {
            // Small numbers are the same by chance too often to say anything by themselves.
            return sameness >= Self.enoughToClash || (a.figure.value ?? 0) > 12 || a.figure.unit != nil
                ? .agree(agreement.isEmpty ? nil : agreement, firm: a.isNarrow && b.isNarrow) : .apart(nil)
        }
        guard sameness >= Self.enoughToClash, tellsOfOne(a, b) else { return .apart(nil) }
        if let reason = explained(a, b) ?? explained(b, a) { return .apart(reason) }
        if let reason = exceeded(a, b) ?? exceeded(b, a) { return .apart(reason) }
        // A slip of the pen adds a nought; what is further off counts something else.
        if a.figure.kind != .money, min(a.high, b.high) > 0,
            a.low > Self.farthest * b.high || b.low > Self.farthest * a.high
        {
            return .apart(nil)
        }
        return .conflict
    }

    /// Whether counts of people of no kind have more in common than the act: where two happenings are told in
    /// one story, people are killed in both.
    private func tellsOfOne(_ a: FigureStatement, _ b: FigureStatement) -> Bool {
        let generic = (a.head.map(pool.isGeneric) ?? true) && (b.head.map(pool.isGeneric) ?? true)
        guard generic, Self.countable(a.figure.kind), !SlippedDigits.near(a.figure.value, b.figure.value) else {
            return true
        }
        if let p = a.toll, let q = b.toll, p.tellsOfOne(with: q) { return true }
        let shared = a.terms.filter { b.terms.contains($0) }.count { !pool.isActStem($0) }
        return shared > 0 || !a.states.isDisjoint(with: b.states) || sharesTime(a, b)
    }

    // MARK: What is counted

    /// How much speaks for one thing being counted; below zero when something speaks against it.
    func sameThing(_ a: FigureStatement, _ b: FigureStatement) -> Double {
        guard a.figure.kind == b.figure.kind || Self.countable(a.figure.kind) && Self.countable(b.figure.kind),
            a.figure.unit == b.figure.unit
        else { return -1 }
        var score = 0.0
        let shared = pool.sharedWeight(a.terms, b.terms)
        let around = pool.sharedWeight(
            pool.sentenceTerms[a.article][a.figure.sentence], pool.sentenceTerms[b.article][b.figure.sentence])
        score += min(2.5, (shared + 0.4 * max(0, around - shared)) / 3)
        let acts = actScore(a, b)
        if acts < 0 { return -1 }
        score += acts
        // A number that is the other one with a figure slipped or two turned round is likely the same number.
        if SlippedDigits.near(a.figure.value, b.figure.value) { score += 1.2 }
        switch a.figure.kind {
        case .money:
            if a.thing != nil, a.thing == b.thing { score += 1 }
            let givers = actorScore(a.givers, b.givers)
            if givers < 0 { return -1 }
            score += givers
            if scopesClash(a, b) { return -1 }
            score += a.states.isDisjoint(with: b.states) ? 0 : 0.5
        case .share:
            let givers = actorScore(a.givers, b.givers)
            if givers < 0 { return -1 }
            let subjects = pool.sharedWeight(a.subjects, b.subjects) > 0
            guard givers > 0 || subjects else { return min(score, 2) }
            score += max(givers, subjects ? 2 : 0) + 0.5
            // That one party is named beside two shares does not make them shares of one whole: where the text
            // leaves the whole out, the clauses must have one subject, or the numbers be a slip apart.
            if a.thing == nil || b.thing == nil, !subjects, !SlippedDigits.near(a.figure.value, b.figure.value) {
                return min(score, Self.enoughToClash - 0.1)
            }
        default:
            let things = thingScore(a, b)
            if things < 0 { return -1 }
            score += things
            if nearlyEqual(a, b), !SlippedDigits.near(a.figure.value, b.figure.value) {
                score += 1.2
            } else if a.givers.isEmpty != b.givers.isEmpty {
                score -= 0.3
            }
            if sharesTime(a, b) { score += 0.5 }
            if let p = a.toll, let q = b.toll { score += p.bond(with: q) }
            if !a.states.isEmpty, !b.states.isEmpty { score += a.states.isDisjoint(with: b.states) ? -1.5 : 1 }
            if pool.sharedWeight(a.modifiers, b.modifiers) > 0 { score += 1 }
            if modifiersClash(a, b) { score -= 2 }
        }
        return score
    }

    private static func countable(_ kind: Figure.Kind) -> Bool { kind == .people || kind == .count || kind == .votes }

    private func thingScore(_ a: FigureStatement, _ b: FigureStatement) -> Double {
        let people: Set<String> = ["person", "life"]
        let acts = a.concepts.intersection(b.concepts).map { pool.concepts.families[$0] }
        switch (a.thing, b.thing) {
        case (let x?, let y?) where x != y && a.isOfPeople && b.isOfPeople && people.contains(x) != people.contains(y):
            // "guards" and "others": the act says of whom one speaks.
            return acts.contains("casualty") && (a.leavesOutNoun || b.leavesOutNoun) ? 1 : -1
        case (let x?, let y?):
            if people.contains(x), people.contains(y) {
                // People can be counted for anything: what befell them, or the very word, must be one.
                if let p = a.head, p == b.head, !pool.isGeneric(p) { return 2 }
                if x != y { return acts.contains("casualty") ? 1.5 : -1 }
                return acts.contains { Self.befalling.contains($0) } ? 1.5 : 0
            }
            return x == y ? 2 : -1
        default:
            // Where the noun is left out, the act must say what is counted.
            guard acts.contains("casualty") || acts.contains("movement") else { return -1 }
            let known = a.thing ?? b.thing ?? ""
            if people.contains(known) || known.isEmpty { return people.contains(known) ? 1 : 0.5 }
            // A kind of people on one side only: they are the same where they are of the same side.
            return a.states.isDisjoint(with: b.states) ? -1 : 0.5
        }
    }

    /// Families of acts that say of whom one speaks.
    private static let befalling: Set<String> = [
        "casualty", "movement", "custody", "train", "take-part", "deploy", "supply",
    ]

    private func nearlyEqual(_ a: FigureStatement, _ b: FigureStatement) -> Bool {
        guard let x = a.figure.value, let y = b.figure.value, x != y, min(x, y) > 100 else { return false }
        return abs(x - y) <= Self.nearMiss * max(x, y)
    }

    /// Whether both sentences name one time that is not the day of writing.
    private func sharesTime(_ a: FigureStatement, _ b: FigureStatement) -> Bool {
        func times(_ f: FigureStatement) -> Set<DateRange> {
            Set(
                pool.ofSentence[f.article][f.figure.sentence].flatMap { pool.statements[$0].times }
                    .filter { $0.precision != .vague && !$0.relative }.compactMap(\.range))
        }
        return !times(a).isDisjoint(with: times(b))
    }

    private func modifiersClash(_ a: FigureStatement, _ b: FigureStatement) -> Bool {
        !a.modifiers.isEmpty && !b.modifiers.isEmpty && pool.sharedWeight(a.modifiers, b.modifiers) == 0
    }

    /// 1.5 for a shared act, 0 where one side names none, below 0 for acts that are not one.
    private func actScore(_ a: FigureStatement, _ b: FigureStatement) -> Double {
        if a.concepts.isEmpty || b.concepts.isEmpty { return 0 }
        if !a.concepts.isDisjoint(with: b.concepts) { return 1.5 }
        let x = Set(a.concepts.map { pool.concepts.families[$0] })
        let y = Set(b.concepts.map { pool.concepts.families[$0] })
        if !x.isDisjoint(with: y) { return x.contains("casualty") ? -1 : 0.5 }
        let telling: Set<String> = ["casualty", "movement", "custody", "appeal", "aid"]
        return x.isDisjoint(with: telling) || y.isDisjoint(with: telling) ? -0.0 : -1
    }

    private func actorScore(_ a: [ActorReference], _ b: [ActorReference]) -> Double {
        if a.isEmpty || b.isEmpty { return a.isEmpty && b.isEmpty ? 0 : -0.0 }
        if a.contains(where: { x in b.contains { Identity.same(x, $0) } }) { return 2 }
        if a.contains(where: { x in
            b.contains { !Identity.distinct(x, $0) && x.country != nil && x.country == $0.country }
        }) {
            return 1.5
        }
        return -1
    }

    private func scopesClash(_ a: FigureStatement, _ b: FigureStatement) -> Bool {
        // One side has a giver of its own, the other is a sum of all.
        a.givers.isEmpty != b.givers.isEmpty && pool.sharedWeight(a.terms, b.terms) < 6
    }

    // MARK: Whether both can be true

    /// Why both can be true, empty when they say the same; `nil` when they cannot.
    private func agreement(_ a: FigureStatement, _ b: FigureStatement) -> String? {
        let rates = (a.figure.role == .rate, b.figure.role == .rate)
        if rates.0 == rates.1, let x = a.figure.value, let y = b.figure.value {
            if x == y { return "" }
            // A count of one kind of people is not a count of all of them, rounded.
            if let p = a.toll, let q = b.toll, p.isWiderOrNarrower(than: q) { return nil }
            if Self.rounds(x, to: y) && b.allows(x) || Self.rounds(y, to: x) && a.allows(y) {
                return "one number is the other one rounded"
            }
        }
        if rates.0 != rates.1 {
            let rate = rates.0 ? a : b
            let total = rates.0 ? b : a
            if let x = rate.figure.value, let y = total.figure.value,
                let years = rate.figure.years ?? total.figure.years,
                abs(x * years - y) <= 0.05 * y
            {
                return "so much a year over \(Wording.number(years)) years makes the sum"
            }
            return nil
        }
        if a.low <= b.high, b.low <= a.high {
            if let x = a.figure.value, let y = b.figure.value, max(x, y) > Self.excess * min(x, y) { return nil }
            return "the bounds leave room for both"
        }
        return nil
    }

    /// Whether a number is another one rounded to the zeros at its end (two at least) or to whole units.
    static func rounds(_ exact: Double, to round: Double) -> Bool {
        if exact != exact.rounded(), round == round.rounded(), abs(exact - round) <= 0.5, round >= 10 { return true }
        var unit = 1.0
        while unit * 10 <= round, (round / (unit * 10)).rounded() == round / (unit * 10) { unit *= 10 }
        return unit >= 100 && abs(exact - round) <= unit / 2
    }

    /// Why two unequal figures are no conflict although they seem to count one thing.
    private func explained(_ a: FigureStatement, _ b: FigureStatement) -> String? {
        guard let x = a.figure.value ?? a.figure.low, let y = b.figure.value ?? b.figure.low else { return nil }
        if a.figure.role == .increment, b.figure.role != .increment {
            return "one is what was added, the other the sum"
        }
        if a.figure.role == .total, b.figure.role == nil, a.figure.kind == .money, x > y {
            return "one is a sum of which the other is a part"
        }
        if a.figure.role == .rate, b.figure.role != .rate { return "one is so much in each period, the other a sum" }
        if let previous = a.figure.previous, previous >= b.low, previous <= b.high {
            return "the number was changed from the one to the other"
        }
        if changes(a), later(a, b), x != y { return "the number was changed between the two accounts" }
        if let p = a.toll?.people, b.toll != nil, b.toll?.people == nil,
            !b.leavesOutNoun || b.thing == "life", x <= y
        {
            return "the one counts \(p) alone"
        }
        if isPart(a), x < y { return "one counts a part of the other" }
        if parts(a).contains(where: { abs($0 - y) < 0.5 }) {
            return "the parts that one account gives make the sum of the other"
        }
        if doubled(a), abs(2 * x - y) < 0.5 { return "so many on each side make the sum" }
        if running(a, b) { return "the count was still rising when the earlier account was written" }
        if planned(a), !planned(b), let x = pool.published[a.article], let y = pool.published[b.article], x < y {
            return "one was a forecast, the other the outcome"
        }
        return nil
    }

    /// A number far above one that is told as exceeded is not excluded by it.
    private func exceeded(_ a: FigureStatement, _ b: FigureStatement) -> String? {
        guard a.figure.bound == .over, a.low < b.low else { return nil }
        return b.figure.bound != .over || b.low <= 5 * a.low ? "the one says that there were more" : nil
    }

    private func planned(_ a: FigureStatement) -> Bool {
        // What is promised is no outcome, though the promise was made.
        if let status = a.figure.factuality?.status, status == .planned || status == .possible { return true }
        guard let statement = a.statement else { return false }
        let modality = pool.statements[statement].modality
        return modality == .planned || modality == .possible
    }

    private func changes(_ a: FigureStatement) -> Bool {
        let change = Set(["increase", "decrease"])
        return a.concepts.contains { change.contains(pool.concepts.names[$0]) }
    }

    private func later(_ a: FigureStatement, _ b: FigureStatement) -> Bool {
        guard let x = a.asOf, let y = b.asOf else { return true }
        return x.last >= y.first
    }

    /// Words that make a number a part: "the first two", "two of the", "another three".
    private func isPart(_ a: FigureStatement) -> Bool {
        if a.before.suffix(2).contains(where: { pool.kinds.isPartitive($0) }) { return true }
        if a.after.first == "of", a.after.count > 2 {
            // "two of them", "90 of the 140"; not "90 observers of the club".
            if pool.kinds.isPronoun(a.after[1]) { return true }
            if pool.kinds.isDeterminer(a.after[1]), pool.kinds[a.after[2]] == .number { return true }
        }
        return a.before.count > 1 && a.before[a.before.count - 2] == "of"
            && pool.kinds.isPronoun(a.before[a.before.count - 1])
    }

    /// Sums of the figures of one thing in the figure's sentence.
    private func parts(_ a: FigureStatement) -> [Double] {
        let others = pool.coded[a.article].figures.filter {
            $0.sentence == a.figure.sentence && $0.evidence != a.figure.evidence && $0.value != nil
                && ($0.kind == a.figure.kind || Self.countable($0.kind) && Self.countable(a.figure.kind))
                && $0.unit == a.figure.unit && $0.role != .increment
        }
        guard let own = a.figure.value else { return [] }
        return others.map { own + $0.value! }
    }

    private func doubled(_ a: FigureStatement) -> Bool {
        (a.before + a.after).contains { pool.kinds.isDistributive($0) }
    }

    /// Whether a count grew between two accounts of something that had just begun or gave its days.
    private func running(_ a: FigureStatement, _ b: FigureStatement) -> Bool {
        let families = Set(a.concepts.union(b.concepts).map { pool.concepts.families[$0] })
        guard !families.isDisjoint(with: ["casualty", "movement", "custody"]) else { return false }
        guard let x = a.asOf, let y = b.asOf else { return true }
        let grows = a.high >= b.high
        if x.last > y.last, grows { return a.dated || b.dated || isFresh(a) || isFresh(b) }
        return x.last == y.last && isFresh(a) && isFresh(b)
    }

    private func isFresh(_ a: FigureStatement) -> Bool {
        guard let published = pool.published[a.article] else { return false }
        if let day = a.toll?.day { return published >= day.first && published - day.last <= Self.fresh }
        let times = pool.ofSentence[a.article][a.figure.sentence].flatMap { pool.statements[$0].times }
        let days = times.compactMap { $0.range.flatMap { DaySpan(from: $0.from, to: $0.to) } }
        if days.contains(where: { published - $0.last > 20 }) { return false }
        return days.contains { published - $0.first <= Self.fresh && published >= $0.first }
    }
}
