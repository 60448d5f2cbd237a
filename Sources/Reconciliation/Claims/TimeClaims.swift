internal import Records

/// Claims about when something happened: days, and order against another event.
struct TimeClaims {
    let pool: StatementPool
    let sameness: EventSameness
    private static let enough = 4.0
    /// Enough where the acts are only of one family, as a signing and an entry into force may be.
    private static let enoughForKindred = 5.0
    /// Enough where both are timed by one and the same event.
    private static let enoughBeside = 3.0
    /// Dates further apart than this are of two events, not of one told wrongly.
    private static let reach = 31
    private static let loose: Set<String> = [
        "say", "judge", "stance", "change", "phase", "demand", "appeal", "aid", "trade",
    ]

    /// A day on which an event fell, with what names the event.
    private struct DayOfEvent {
        var concepts: Set<Int>
        var terms: Set<Int32>
        var span: DaySpan
    }

    /// When an account has an act happen.
    private struct Dated {
        var statement: Int
        var time: TimeExpression
        var span: DaySpan
    }

    func build() -> (drafts: [Draft], misses: [NearMiss]) {
        var misses: [NearMiss] = []
        let dated = plain()
        let clusters = joined(dated)
        var drafts: [Draft] = []
        var days: [DayOfEvent] = []
        for cluster in clusters {
            let members = cluster.map { dated[$0] }
            if let exact = members.filter({ $0.span.length == 1 }).map(\.span).mode() {
                days.append(
                    DayOfEvent(
                        concepts: Set(members.flatMap { pool.statements[$0.statement].concepts.map(\.index) }),
                        terms: Set(members.flatMap { pool.statements[$0.statement].terms }), span: exact))
            }
            guard Set(members.map { pool.statements[$0.statement].article }).count > 1 else { continue }
            drafts.append(draft(members, &misses))
        }
        drafts = Self.once(drafts)
        drafts += orders(dated, days)
        return (drafts, misses)
    }

    /// Disagreements each told once: the act's verb and its noun in one sentence make two of one.
    private static func once(_ drafts: [Draft]) -> [Draft] {
        func places(_ draft: Draft) -> [String: [Draft.Support]] {
            Dictionary(draft.answers.map { ($0.value, $0.support) }, uniquingKeysWith: +)
        }
        return drafts.indices.filter { i in
            guard drafts[i].conflicting else { return true }
            let own = places(drafts[i])
            return !drafts.indices.contains { j in
                guard j != i, drafts[j].conflicting else { return false }
                let other = places(drafts[j])
                func holds(_ a: [String: [Draft.Support]], _ b: [String: [Draft.Support]]) -> Bool {
                    b.allSatisfy { value, support in
                        support.allSatisfy { one in
                            a[value]?.contains { $0.article == one.article && $0.evidence.overlaps(one.evidence) }
                                ?? false
                        }
                    }
                }
                return holds(other, own) && (!holds(own, other) || j < i)
            }
        }.map { drafts[$0] }
    }

    /// Statements with a day or a week of their own.
    private func plain() -> [Dated] {
        var out: [Dated] = []
        for (i, statement) in pool.statements.enumerated() where !statement.concepts.isEmpty && !statement.isDenied {
            // What is said, judged or changed happens too often for its day to tell one event.
            guard !statement.concepts.contains(where: { Self.loose.contains(pool.concepts.family($0)) }) else {
                continue
            }
            let times = statement.times.filter { !isDateline($0, statement) }.compactMap { time -> Dated? in
                guard time.anchor == nil, !isOfVerb(time, statement),
                    time.order.map({ $0 == .on || $0 == .since }) ?? true,
                    !isReckoning(time, statement),
                    !FoldedText(time.evidence.quote).words.contains(where: { pool.kinds.isIn(.dayless, $0) }),
                    time.precision == .day || time.precision == .week, let range = time.range,
                    let span = DaySpan(from: range.from, to: range.to), span.length <= 8
                else { return nil }
                return Dated(statement: i, time: time, span: span)
            }
            if let time = times.first { out.append(time) }
        }
        return out
    }

    /// Whether a noun's time tells when something else was done with it ("the treaty was signed on Monday").
    private func isOfVerb(_ time: TimeExpression, _ statement: Statement) -> Bool {
        guard statement.nominal else { return false }
        return pool.ofSentence[statement.article][statement.sentence].contains { i in
            let other = pool.statements[i]
            return other.verbal && other.times.contains { $0.evidence == time.evidence }
                && other.concepts.contains { pool.concepts.family($0) != "phase" }
                && Set(other.concepts).isDisjoint(with: statement.concepts)
        }
    }

    /// Whether a time is the day up to which something was counted ("by September 26 over 28,000 had left").
    private func isReckoning(_ time: TimeExpression, _ statement: Statement) -> Bool {
        let families: Set<String> = ["movement", "casualty", "custody", "aid"]
        guard statement.concepts.contains(where: { families.contains(pool.concepts.family($0)) }),
            pool.coded[statement.article].figures.contains(where: { $0.sentence == statement.sentence })
        else { return false }
        let sentence = pool.coded[statement.article].sentences[statement.sentence]
        let head = sentence.between(
            sentence,
            Evidence(
                article: sentence.article, start: time.evidence.start, end: time.evidence.start, quote: ""))
        let words = FoldedText(head.quote).words.suffix(4) + FoldedText(time.evidence.quote).words.prefix(1)
        return words.contains { pool.kinds.isReckoner($0) }
    }

    /// Whether a time is the day at the head of a report, printed before a dash.
    private func isDateline(_ time: TimeExpression, _ statement: Statement) -> Bool {
        let text = Array(pool.coded[statement.article].article.text.unicodeScalars)
        guard statement.sentence <= 3, time.evidence.end < text.count else { return false }
        let before = text[..<time.evidence.start].lastIndex { $0 == "\n" } ?? -1
        guard time.evidence.start - before <= 45 else { return false }
        let behind = text[time.evidence.end...].prefix(30).prefix { $0 != "\n" }
        return behind.contains { $0 == "-" || $0 == "\u{2013}" || $0 == "\u{2014}" }
    }

    private func joined(_ dated: [Dated]) -> [[Int]] {
        var parent = Array(dated.indices)
        func root(_ i: Int) -> Int {
            var i = i
            while parent[i] != i { i = parent[i] }
            return i
        }
        for i in dated.indices {
            let a = pool.statements[dated[i].statement]
            for j in dated.indices.dropFirst(i + 1) {
                let b = pool.statements[dated[j].statement]
                guard a.article != b.article, dated[i].span.distance(to: dated[j].span) <= Self.reach else { continue }
                guard sameness.score(a, b) >= (sameness.sharesAct(a, b) ? Self.enough : Self.enoughForKindred),
                    sameness.meetsInPerson(a, b),
                    // Another day and another place are another event.
                    dated[i].span.overlaps(dated[j].span) || !sameness.elsewhere(a, b)
                else { continue }
                let x = root(i)
                let y = root(j)
                if x != y { parent[max(x, y)] = min(x, y) }
            }
        }
        var groups: [Int: [Int]] = [:]
        for i in dated.indices { groups[root(i), default: []].append(i) }
        return groups.keys.sorted().map { groups[$0]! }
    }

    private func draft(_ members: [Dated], _ misses: inout [NearMiss]) -> Draft {
        // Exact days lead the readings; a wider time joins every day that it holds.
        let order = members.sorted {
            ($0.span.length, pool.statements[$0.statement].article) < (
                $1.span.length, pool.statements[$1.statement].article
            )
        }
        var readings: [(span: DaySpan, members: [Dated])] = []
        for member in order {
            if let k = readings.firstIndex(where: {
                $0.span.overlaps(member.span) || Self.sameWeekday($0.members[0], member)
            }) {
                if readings[k].span != member.span {
                    misses.append(
                        NearMiss(
                            kind: .date,
                            reason:
                                "\u{201C}\(member.time.evidence.quote)\u{201D} and \u{201C}\(readings[k].members[0].time.evidence.quote)\u{201D} do not clash: the one holds the other.",
                            first: member.time.evidence, second: readings[k].members[0].time.evidence))
                }
                readings[k].members.append(member)
            } else {
                readings.append((member.span, [member]))
            }
        }
        readings.sort { (-origins($0.members), $0.span.first) < (-origins($1.members), $1.span.first) }
        let wording = ClaimWording(pool: pool)
        let tellable = readings.flatMap { $0.members }.filter {
            let statement = pool.statements[$0.statement]
            return !statement.nominal && !wording.beginsWithPronoun(statement)
        }
        let shown =
            tellable.first { wording.isWhole(pool.statements[$0.statement]) } ?? tellable.first
            ?? readings[0].members[0]
        let what = pool.statements[shown.statement]
        let answers = readings.map { reading in
            Draft.Answer(
                value: Self.words(reading.members[0].time),
                statement: pool.statements[reading.members[0].statement].evidence.quote,
                support: reading.members.map { support(pool.statements[$0.statement], $0.time) })
        }
        let conflicting = readings.count > 1
        return Draft(
            kind: .date, statement: wording.when(what, shown.time), answers: answers,
            conflicting: conflicting,
            why: conflicting ? "The dates do not overlap, each resolved against its article's date" : "",
            weight: conflicting ? 0.8 : 0.4)
    }

    /// Two days of one name, a week or two apart: which of them was meant is a matter of reading.
    private static func sameWeekday(_ a: Dated, _ b: Dated) -> Bool {
        guard a.span.length == 1, b.span.length == 1, (a.span.first - b.span.first) % 7 == 0 else { return false }
        return a.time.relative || b.time.relative
    }

    private func origins(_ members: [Dated]) -> Int { Set(members.map { pool.statements[$0.statement].origin }).count }

    /// The clause together with the time, which may stand outside it.
    private func support(_ statement: Statement, _ time: TimeExpression?) -> Draft.Support {
        var evidence = statement.evidence
        let sentence = pool.coded[statement.article].sentences[statement.sentence]
        if let time, !(evidence.start <= time.evidence.start && time.evidence.end <= evidence.end),
            sentence.start <= time.evidence.start, time.evidence.end <= sentence.end
        {
            let first = min(evidence.start, time.evidence.start) == evidence.start ? evidence : time.evidence
            let last = max(evidence.end, time.evidence.end) == evidence.end ? evidence : time.evidence
            evidence = sentence.between(first, last).window(around: time.evidence)
        }
        return Draft.Support(article: statement.article, origin: statement.origin, evidence: evidence)
    }

    private func support(_ statement: Statement) -> Draft.Support {
        support(statement, statement.times.first { $0.anchor != nil } ?? statement.times.first)
    }

    private static func words(_ time: TimeExpression) -> String {
        guard let range = time.range else { return time.evidence.quote }
        return range.from == range.to ? range.from : "\(time.evidence.quote) (\(range.from) to \(range.to))"
    }

    // MARK: Order against another event

    /// Times told by another event, against each other and against the days of both events.
    private func orders(_ dated: [Dated], _ days: [DayOfEvent]) -> [Draft] {
        var anchored: [(statement: Int, time: TimeExpression, anchor: TimeExpression.Anchor)] = []
        for (i, statement) in pool.statements.enumerated() where !statement.isDenied {
            for time in statement.times {
                if let anchor = time.anchor { anchored.append((i, time, anchor)) }
            }
        }
        var drafts: [Draft] = []
        var used: Set<Int> = []
        for (k, one) in anchored.enumerated() where !used.contains(k) {
            var same: [Int] = []
            var other: [Int] = []
            let a = pool.statements[one.statement]
            for (m, two) in anchored.enumerated() where m != k {
                let b = pool.statements[two.statement]
                guard a.article != b.article, meets(one.anchor, two.anchor), told(a, b, one.anchor, two.anchor) else {
                    continue
                }
                if excludes(one.anchor, two.anchor) { other.append(m) } else { same.append(m) }
            }
            var against: [Statement] = other.map { pool.statements[anchored[$0].statement] }
            if against.isEmpty { against = outOfOrder(one.statement, one.anchor, dated, days) }
            guard !against.isEmpty else { continue }
            used.formUnion([k] + same + other)
            let sides = [[a] + same.map { pool.statements[anchored[$0].statement] }, against].map(distinct)
            let ordered = sides.sorted { ($1.count, $0[0].article) < ($0.count, $1[0].article) }
            drafts.append(
                Draft(
                    kind: .date, statement: ClaimWording(pool: pool).order(a, one.time, one.anchor),
                    answers: ordered.map { side in
                        Draft.Answer(
                            value: value(side[0]), statement: side[0].evidence.quote, support: side.map(support))
                    },
                    conflicting: true, why: "The accounts put it on different sides of one event", weight: 0.75))
        }
        return drafts
    }

    /// Of the statements of one sentence the one with the longest clause.
    private func distinct(_ statements: [Statement]) -> [Statement] {
        var best: [String: Statement] = [:]
        for statement in statements {
            let key = "\(statement.article)|\(statement.sentence)"
            if let old = best[key], old.evidence.quote.utf8.count >= statement.evidence.quote.utf8.count { continue }
            best[key] = statement
        }
        return best.keys.sorted().compactMap { best[$0] }
    }

    private func value(_ statement: Statement) -> String {
        if let time = statement.times.first(where: { $0.anchor != nil }) { return time.evidence.quote }
        return statement.times.first.map { Self.words($0) } ?? statement.evidence.quote
    }

    private func excludes(_ a: TimeExpression.Anchor.Order, _ b: TimeExpression.Anchor.Order) -> Bool {
        switch (a, b) {
        case (.before, .after), (.after, .before), (.on, .after), (.after, .on), (.on, .before), (.before, .on): true
        default: false
        }
    }

    /// Whether an anchor is the beginning or the end of an event.
    private func phase(_ anchor: TimeExpression.Anchor) -> String? {
        let concepts =
            pool.concepts.concepts(ofVerb: anchor.head, heads: []) + pool.concepts.concepts(ofNoun: anchor.head)
        return concepts.first { pool.concepts.family($0) == "phase" }.map { pool.concepts.name($0) }
    }

    /// What an anchor names, up to the end of its first clause, the word for its phase left out.
    private func named(_ anchor: TimeExpression.Anchor) -> [Int32] {
        let words = FoldedText(String(anchor.event.prefix { $0 != "," })).words
        return Set(
            words.filter { stem($0) != stem(anchor.head) && pool.kinds[$0] == .content }
                .compactMap { pool.number(stem(pool.kinds.neutral($0))) }
        ).sorted()
    }

    /// Whether two orders against one event exclude each other, its beginning and its end told apart.
    private func excludes(_ a: TimeExpression.Anchor, _ b: TimeExpression.Anchor) -> Bool {
        guard excludes(a.order, b.order) else { return false }
        // After the beginning and before the end is during.
        switch (phase(a), a.order, phase(b), b.order) {
        case ("begin", .after, "end", .before), ("end", .before, "begin", .after): return false
        default: return true
        }
    }

    /// Whether two anchors are one event.
    private func meets(_ a: TimeExpression.Anchor, _ b: TimeExpression.Anchor) -> Bool {
        if phase(a) != nil, phase(b) != nil { return pool.sharedWeight(named(a), named(b)) > 0 }
        if a.head == b.head {
            let x = Set(a.actors)
            let y = Set(b.actors)
            return x.isEmpty || y.isEmpty || !x.isDisjoint(with: y)
        }
        return !acts(a).isDisjoint(with: acts(b))
    }

    /// The acts that the head of an anchor can name, a noun or a verb.
    private func acts(_ anchor: TimeExpression.Anchor) -> Set<Concept> {
        Set(pool.concepts.concepts(ofNoun: anchor.head) + pool.concepts.concepts(ofVerb: anchor.head, heads: []))
    }

    /// Whether two statements that are timed by one event tell of one act.
    private func told(_ a: Statement, _ b: Statement, _ x: TimeExpression.Anchor, _ y: TimeExpression.Anchor) -> Bool {
        let score = sameness.score(a, b)
        if score >= Self.enoughBeside { return true }
        // The anchor's own words must not be what the two share.
        let own = Set(
            FoldedText(x.event + " " + y.event).words.compactMap { pool.number(stem(pool.kinds.neutral($0))) })
        let rest = pool.sharedWeight(a.terms.filter { !own.contains($0) }, b.terms)
        return score >= 0 && rest >= 0.8
    }

    /// Dated tellings of the act that lie on the wrong side of the anchor's own day.
    private func outOfOrder(
        _ statement: Int, _ anchor: TimeExpression.Anchor, _ dated: [Dated], _ days: [DayOfEvent]
    ) -> [Statement] {
        let concepts = Set(pool.concepts.concepts(ofNoun: anchor.head).map(\.index))
        let head = pool.number(stem(anchor.head))
        guard !concepts.isEmpty,
            let day = days.first(where: { day in
                !day.concepts.isDisjoint(with: concepts) && head.map { day.terms.contains($0) } ?? false
            })?.span
        else { return [] }
        let a = pool.statements[statement]
        return dated.filter { item in
            let b = pool.statements[item.statement]
            guard a.article != b.article, sameness.score(a, b) >= Self.enough else { return false }
            switch anchor.order {
            case .after: return item.span.last < day.first
            case .before: return item.span.first > day.last
            case .on: return !item.span.overlaps(day)
            default: return false
            }
        }.map { pool.statements[$0.statement] }
    }
}

extension Array where Element == DaySpan {
    /// The span that occurs most often; of equals, the earliest.
    fileprivate func mode() -> DaySpan? {
        var counts: [DaySpan: Int] = [:]
        for span in self { counts[span, default: 0] += 1 }
        return counts.max { ($0.value, -$0.key.first) < ($1.value, -$1.key.first) }?.key
    }
}
