internal import Records

/// Tallies of votes: numbers for, against, abstaining and absent, compared choice by choice.
struct TallyClaims {
    let pool: StatementPool
    let record: OfficialRecord

    /// What one account says of the outcome of one vote.
    private struct Tally {
        var article: Int
        var sentence: Int
        var figures: [(choice: String, figure: Figure)]
        var terms: [Int32]
        var bodies: Set<String>

        func value(_ choice: String) -> Double? { figures.first { $0.choice == choice }?.figure.value }
    }

    private static let choices = ["for", "against", "abstained", "absent"]

    func drafts() -> [Draft] {
        var groups: [[Tally]] = []
        for tally in tallies() {
            if let g = groups.firstIndex(where: { group in group.contains { meets($0, tally) } }) {
                groups[g].append(tally)
            } else {
                groups.append([tally])
            }
        }
        return groups.flatMap { drafts($0) }
    }

    /// Figures with a choice, those of one sentence and the next together.
    private func tallies() -> [Tally] {
        var tallies: [Tally] = []
        for (a, article) in pool.coded.enumerated() {
            var open: Int?
            for figure in article.figures {
                guard let choice = figure.choice, let value = figure.value, !countsGroup(a, figure, value) else {
                    continue
                }
                if let o = open, figure.sentence - tallies[o].sentence <= 1, tallies[o].value(choice) == nil {
                    tallies[o].figures.append((choice, figure))
                    continue
                }
                open = tallies.count
                let from = max(0, figure.sentence - 1)
                let near = from..<min(article.sentences.count, figure.sentence + 1)
                let bodies = near.flatMap { pool.ofSentence[a][$0] }.flatMap { pool.statements[$0].actors }
                    .filter { $0.kind == .organisation || $0.kind == .state }.map(\.id)
                tallies.append(
                    Tally(
                        article: a, sentence: figure.sentence, figures: [(choice, figure)],
                        terms: near.isEmpty ? [] : Array(Set(near.flatMap { pool.sentenceTerms[a][$0] })).sorted(),
                        bodies: Set(bodies)))
            }
        }
        return tallies
    }

    /// Whether a number says how large a group of members is ("all five abstained"), not how many
    /// votes there were.
    private func countsGroup(_ a: Int, _ figure: Figure, _ value: Double) -> Bool {
        let sentence = pool.coded[a].sentences[figure.sentence]
        let ahead = sentence.between(
            sentence,
            Evidence(article: sentence.article, start: figure.evidence.start, end: figure.evidence.start, quote: ""))
        if let last = FoldedText(ahead.quote).words.last, last == "all" || last == "other" { return true }
        return pool.coded[a].propositions.contains { proposition in
            proposition.sentence == figure.sentence
                && proposition.arguments.contains { argument in
                    guard let group = argument.group else { return false }
                    return group.count.map { Double($0) == value } ?? false || Double(group.members.count) == value
                }
        }
    }

    /// Two tallies are of one vote when a count of one choice is the same, or when they share a body
    /// and words; one count alone and nothing else does not join them.
    private func meets(_ a: Tally, _ b: Tally) -> Bool {
        guard a.article != b.article else { return false }
        let equal = a.figures.count { x in
            b.figures.contains { $0.choice == x.choice && $0.figure.value == x.figure.value }
        }
        let value = a.figures.contains { x in
            b.figures.contains { $0.figure.value == x.figure.value && (x.figure.value ?? 0) > 2 }
        }
        let shared = pool.sharedWeight(a.terms, b.terms)
        if equal >= 2 { return true }
        if equal == 1 || value { return shared > 1.5 || !a.bodies.isDisjoint(with: b.bodies) }
        return !a.bodies.isDisjoint(with: b.bodies) && shared > 5
    }

    private func drafts(_ group: [Tally]) -> [Draft] {
        var drafts: [Draft] = []
        var agreed: [String] = []
        let call = VoteMatcher(record: record).common([group.map { ($0.article, $0.sentence) }], pool)
        for choice in Self.choices {
            var values: [Double: [Tally]] = [:]
            for tally in group { if let value = tally.value(choice) { values[value, default: []].append(tally) } }
            let order = values.keys.sorted { (-values[$0]!.count, $0) < (-values[$1]!.count, $1) }
            if order.count > 1, Set(group.map(\.article)).count > 1 {
                drafts.append(split(choice, order, values, call))
            } else if let value = order.first {
                agreed.append(Self.phrase(choice, value))
            }
        }
        if let draft = absence(group) { drafts.append(draft) }
        if agreed.count > 1 || drafts.isEmpty {
            let whole = group.flatMap { support($0, $0.figures.map(\.figure)) }
            let text = Wording.list(agreed)
            var verdict: RecordVerdict?
            if let call, let numbers = recordCounts(call, group) {
                verdict = RecordVerdict(
                    verdict: numbers ? .agrees : .contradicts, reading: 0, citing: call.citation,
                    statement: "The record (\(call.document)) counts \(Self.counts(call)).")
            }
            drafts.append(
                Draft(
                    kind: .vote, statement: "The vote: \(text)",
                    answers: [Draft.Answer(value: text, statement: "The outcome was \(text)", support: whole)],
                    conflicting: false,
                    why: whole.count > 1 ? "Counts given with and without some of the choices agree" : "",
                    weight: 0.6, record: verdict))
        }
        return drafts
    }

    private func split(
        _ choice: String, _ order: [Double], _ values: [Double: [Tally]], _ call: OfficialRecord.RollCall?
    ) -> Draft {
        let answers = order.map { value in
            Draft.Answer(
                value: Self.phrase(choice, value), statement: "There were \(Self.phrase(choice, value))",
                support: values[value]!.flatMap { tally in
                    support(tally, tally.figures.filter { $0.choice == choice }.map(\.figure))
                })
        }
        var verdict: RecordVerdict?
        if let call, let kind = OfficialRecord.Choice(rawValue: choice) {
            let count = Double(call.count(kind))
            verdict = RecordVerdict(
                verdict: order.contains(count) ? .agrees : .contradicts, reading: order.firstIndex(of: count) ?? 0,
                citing: call.citation,
                statement: "The record (\(call.document)) counts \(Self.counts(call)).")
        }
        return Draft(
            kind: .vote, statement: "How many \(Self.question(choice))", answers: answers, conflicting: true,
            why: "Two counts of one vote cannot both be right", weight: 0.9, record: verdict)
    }

    /// The same number told once as abstaining and once as not voting.
    private func absence(_ group: [Tally]) -> Draft? {
        var abstained: [Tally] = []
        var absent: [Tally] = []
        for tally in group {
            if tally.value("abstained") != nil, tally.value("absent") == nil { abstained.append(tally) }
            if tally.value("absent") != nil, tally.value("abstained") == nil { absent.append(tally) }
        }
        guard let number = absent.first?.value("absent"), abstained.contains(where: { $0.value("abstained") == number })
        else { return nil }
        func answer(_ choice: String, _ tallies: [Tally]) -> Draft.Answer {
            Draft.Answer(
                value: Self.phrase(choice, number), statement: "There were \(Self.phrase(choice, number))",
                support: tallies.filter { $0.value(choice) == number }.flatMap { tally in
                    support(tally, tally.figures.filter { $0.choice == choice }.map(\.figure))
                })
        }
        return Draft(
            kind: .vote, statement: "Whether the \(Wording.number(number)) abstained or did not vote",
            answers: [answer("abstained", abstained), answer("absent", absent)], conflicting: true,
            why: "To abstain is to be counted, not to vote is not", weight: 0.85)
    }

    private func recordCounts(_ call: OfficialRecord.RollCall, _ group: [Tally]) -> Bool? {
        var compared = false
        for tally in group {
            for (choice, figure) in tally.figures {
                guard let kind = OfficialRecord.Choice(rawValue: choice), let value = figure.value else { continue }
                if Double(call.count(kind)) != value { return false }
                compared = true
            }
        }
        return compared ? true : nil
    }

    /// The stretches of the text that hold these figures, one a sentence.
    private func support(_ tally: Tally, _ figures: [Figure]) -> [Draft.Support] {
        Set(figures.map(\.sentence)).sorted().map { number in
            let sentence = pool.coded[tally.article].sentences[number]
            let inside = figures.filter { $0.sentence == number }
            let focus = inside.dropFirst().reduce(inside[0].evidence) { a, b in
                b.evidence.start >= a.start ? sentence.between(a, b.evidence) : sentence.between(b.evidence, a)
            }
            return Draft.Support(
                article: tally.article, origin: pool.origin(tally.article, number),
                evidence: sentence.window(around: focus))
        }
    }

    private static func phrase(_ choice: String, _ value: Double) -> String {
        let number = Wording.number(value)
        return switch choice {
        case "for": "\(number) for"
        case "against": "\(number) against"
        case "abstained": "\(number) abstaining"
        default: "\(number) not voting"
        }
    }

    private static func question(_ choice: String) -> String {
        switch choice {
        case "for": "voted for"
        case "against": "voted against"
        case "abstained": "abstained"
        default: "did not vote"
        }
    }

    private static func counts(_ call: OfficialRecord.RollCall) -> String {
        Wording.list(OfficialRecord.Choice.allCases.map { phrase($0.rawValue, Double(call.count($0))) })
    }
}
