internal import Records

/// Makes a pool's figures ready for comparison.
struct FigureReadings {
    let pool: StatementPool
    private static let reach = 4

    func all() -> [FigureStatement] {
        var out: [FigureStatement] = []
        for (a, article) in pool.coded.enumerated() {
            for (i, figure) in article.figures.enumerated()
            where figure.choice == nil && figure.kind != .duration && figure.kind != .ordinal {
                guard figure.sentence >= 0, figure.sentence < article.sentences.count else { continue }
                out.append(statement(a, i, figure, article))
            }
            out += enumerations(a, article)
            out += NoneAtAll(pool: pool).statements(a, article)
        }
        return completed(out).map { one in
            var one = one
            one.toll = TollReader(pool: pool, article: one.article).scope(
                one.figure, concepts: one.concepts, thing: one.thing)
            // The day on which people died is not the day up to which they were counted.
            if let day = one.toll?.day, let asOf = one.asOf, day.overlaps(asOf),
                let written = pool.published[one.article]
            {
                one.asOf = DaySpan(written, written)
                one.dated = false
            }
            return one
        }
    }

    /// Numbers whose noun is left out take it from the people counted before them: "192 soldiers died and
    /// 512 were wounded".
    private func completed(_ figures: [FigureStatement]) -> [FigureStatement] {
        var figures = figures
        let casualty = { (figure: FigureStatement) in
            figure.concepts.contains { pool.concepts.families[$0] == "casualty" }
        }
        for i in figures.indices {
            let one = figures[i]
            guard one.figure.kind == .count || one.figure.kind == .people, casualty(one),
                one.thing == nil || one.head == nil || one.head.map(pool.isGeneric) ?? true
            else { continue }
            let before = figures[..<i].last { other in
                other.article == one.article && other.head != nil && casualty(other)
                    && other.figure.evidence.start < one.figure.evidence.start
                    && one.figure.sentence - other.figure.sentence <= 1 && other.figure.kind == .people
            }
            guard let before else { continue }
            // Of bodies that were found, those who died of it were people.
            let isOfDead = before.thing == pool.concepts.thing("body") && one.figure.fate == .killed
            figures[i].thing = isOfDead ? pool.concepts.thing("person") : before.thing
            figures[i].head = isOfDead ? nil : before.head
            figures[i].modifiers = before.modifiers
            figures[i].states.formUnion(before.states)
        }
        return figures
    }

    /// Lists of states that did one thing together, as a count of them.
    private func enumerations(_ a: Int, _ article: CodedArticle) -> [FigureStatement] {
        var out: [FigureStatement] = []
        let together: Set<String> = ["sign", "attend", "host"]
        for (i, statement) in pool.statements.enumerated()
        where statement.article == a && statement.verbal && statement.isFact {
            guard statement.group == nil, statement.agents.count > 2,
                statement.agents.allSatisfy({ $0.kind == .state }),
                statement.concepts.contains(where: { together.contains(pool.concepts.name($0)) }),
                statement.figures.isEmpty
            else { continue }
            let figure = Figure(
                kind: .count, value: Double(statement.agents.count), counted: "state", sentence: statement.sentence,
                evidence: statement.evidence)
            out.append(
                FigureStatement(
                    article: a, index: -1, figure: figure, origin: statement.origin, statement: i,
                    thing: pool.concepts.thing("state"), head: nil, modifiers: [],
                    concepts: Set(statement.concepts.map(\.index)),
                    givers: [], states: [], subjects: [], terms: statement.terms, before: [], after: [],
                    asOf: nil, dated: false, evidence: statement.evidence))
        }
        return out
    }

    private func statement(_ a: Int, _ i: Int, _ figure: Figure, _ article: CodedArticle) -> FigureStatement {
        let sentence = article.sentences[figure.sentence]
        let around = pool.ofSentence[a][figure.sentence]
        let closest =
            around.filter { pool.statements[$0].figures.contains(i) }.min { size($0) < size($1) }
            ?? around.filter { covers(article.propositions[pool.statements[$0].proposition].evidence, figure.evidence) }
            .min { size($0) < size($1) }
        let clause = closest.map { pool.statements[$0] }
        let words = (figure.counted ?? "").lowercased().split(separator: " ").map(String.init)
        var thing: String?
        var concepts: Set<Int> = []
        if let head = words.last {
            let whole = words.joined(separator: " ")
            thing = pool.concepts.knowsThing(whole) ? pool.concepts.thing(whole) : pool.concepts.thing(head)
            for concept in pool.concepts.concepts(ofNoun: head) { concepts.insert(concept.index) }
            if figure.kind == .share { thing = nil }
            // Names of peoples and the like: all are people.
            if figure.kind == .people, !pool.concepts.knowsThing(head) { thing = pool.concepts.thing("person") }
        }
        var givers: [ActorReference] = []
        var states: Set<String> = []
        var subjects: [Int32] = []
        var terms: [Int32] = []
        var asOf: DaySpan?
        if let clause {
            for concept in clause.concepts { concepts.insert(concept.index) }
            // The counted may be the argument of several verbs: welcomed, and fleeing.
            for other in around where pool.statements[other].figures.contains(i) {
                for concept in pool.statements[other].concepts { concepts.insert(concept.index) }
            }
            // "At least 200 Armenians, among them civilians, died": the number stands deep inside an argument.
            if figure.fate == nil, figure.kind == .people || figure.kind == .count {
                for other in around {
                    let statement = pool.statements[other]
                    let holds = article.propositions[statement.proposition].arguments.contains {
                        ($0.role == "subject" || $0.role == "object") && covers($0.evidence, figure.evidence)
                            && $0.evidence.start >= figure.evidence.start - 4
                    }
                    guard holds, statement.verbal else { continue }
                    for concept in statement.concepts where pool.concepts.family(concept) == "casualty" {
                        concepts.insert(concept.index)
                    }
                }
            }
            givers = isSecond(figure, article, clause) ? behind(figure, article) : clause.agents
            states = Set(clause.actors.map(Identity.state))
            terms = clause.terms
            let proposition = article.propositions[clause.proposition]
            subjects = proposition.arguments.filter { $0.role == "subject" }
                .filter { $0.figure == nil }
                .compactMap { pool.number(stem(pool.kinds.neutral($0.head.lowercased()))) }.sorted()
            let spans = clause.times.filter { $0.precision == .day && $0.anchor == nil }
                .compactMap { $0.range.flatMap { DaySpan(from: $0.from, to: $0.to) } }
            if let last = spans.max(by: { $0.last < $1.last }) { asOf = last }
        } else {
            terms = pool.sentenceTerms[a][figure.sentence]
            // A sentence without a verb of its own goes on with what was spoken of before it.
            if figure.sentence > 0, around.isEmpty {
                terms = Set(terms + pool.sentenceTerms[a][figure.sentence - 1]).sorted()
                for other in pool.ofSentence[a][figure.sentence - 1] {
                    let statement = pool.statements[other]
                    for concept in statement.concepts + statement.nounConcepts { concepts.insert(concept.index) }
                    states.formUnion(statement.actors.map(Identity.state))
                }
            }
        }
        if words.isEmpty, figure.kind == .count || figure.kind == .people,
            let noun = neighbours(sentence, figure.evidence).after.first
        {
            // The number's noun right behind it, where the parse tore them apart.
            for form in [noun, stem(noun), String(noun.dropLast(noun.hasSuffix("s") ? 1 : 0))]
            where pool.concepts.knowsThing(form) {
                thing = pool.concepts.thing(form)
                break
            }
        }
        let unnamed = words.isEmpty || words.allSatisfy { pool.kinds.generic.contains($0) }
        if thing == nil || unnamed, figure.kind == .count || figure.kind == .people,
            let whole = clause.flatMap({ whole(of: $0, article) })
        {
            thing = whole
        }
        if unnamed, figure.kind == .count || figure.kind == .people, !words.isEmpty,
            concepts.contains(where: { pool.concepts.families[$0] == "casualty" }),
            thing.map({ $0 == stem(words.last ?? "") }) ?? false
        {
            thing = pool.concepts.thing("person")
        }
        if let fate = figure.fate.flatMap(fateConcept) { concepts = [fate.index] }
        if let range = figure.asOf, let days = DaySpan(from: range.from, to: range.to) { asOf = days }
        let own = Set(words.compactMap { pool.number(stem(pool.kinds.neutral($0))) })
        let near = neighbours(sentence, figure.evidence)
        if figure.kind == .people || figure.kind == .count, let next = near.after.first {
            // "192 soldiers dead and 512 wounded": the word behind says of which kind they are.
            let fates = pool.concepts.concepts(ofNoun: next) + pool.concepts.concepts(ofVerb: stemless(next), heads: [])
            let casualty = fates.filter { pool.concepts.family($0) == "casualty" }
            if !casualty.isEmpty {
                concepts = Set(casualty.map(\.index))
            }
        }
        return FigureStatement(
            article: a, index: i, figure: figure, origin: pool.origin(a, figure.sentence), statement: closest,
            thing: thing, head: words.last.flatMap { pool.number(stem(pool.kinds.neutral($0))) },
            modifiers: words.dropLast().compactMap { pool.number(stem(pool.kinds.neutral($0))) }.sorted(),
            concepts: concepts, givers: givers, states: states, subjects: subjects,
            terms: terms.filter { !own.contains($0) }, before: near.before, after: near.after,
            asOf: asOf ?? pool.published[a].map { DaySpan($0, $0) }, dated: asOf != nil,
            evidence: clause.map {
                covers($0.evidence, figure.evidence) ? $0.evidence : sentence.window(around: figure.evidence)
            }
                ?? sentence.window(around: figure.evidence, words: 30))
    }

    /// The act that has befallen the counted.
    private func fateConcept(_ fate: Figure.Fate) -> Concept? {
        switch fate {
        case .killed: pool.concepts.concept("kill")
        case .injured: pool.concepts.concept("wound")
        case .missing: pool.concepts.concept("miss")
        case .detained: pool.concepts.concept("detain")
        case .displaced: pool.concepts.concept("displace")
        }
    }

    /// The kind of people that a clause names as the whole of which it counts some ("among civilians …").
    private func whole(of clause: Statement, _ article: CodedArticle) -> String? {
        let around = article.propositions.filter { $0.sentence == clause.sentence }.flatMap(\.arguments)
        for argument in around where argument.role == "among" || argument.role == "of" {
            let head = argument.head.lowercased()
            if pool.concepts.knowsThing(head) { return pool.concepts.thing(head) }
        }
        return nil
    }

    /// Whether a figure of the kind stands before this one in the clause, whose subject belongs to that.
    private func isSecond(_ figure: Figure, _ article: CodedArticle, _ clause: Statement) -> Bool {
        let whole = article.propositions[clause.proposition].evidence
        return article.figures.contains {
            $0.kind == figure.kind && $0.unit == figure.unit && $0.evidence.start < figure.evidence.start
                && covers(whole, $0.evidence)
        }
    }

    /// The actors named shortly behind a figure ("44 percent for …").
    private func behind(_ figure: Figure, _ article: CodedArticle) -> [ActorReference] {
        article.actors.filter { actor in
            actor.surfaces.contains {
                $0.evidence.start >= figure.evidence.end && $0.evidence.start <= figure.evidence.end + 30
            }
        }.map(\.reference)
    }

    /// A participle's verb as far as endings tell it.
    private func stemless(_ word: String) -> String {
        for ending in ["ed", "d"] where word.hasSuffix(ending) {
            let lemma = String(word.dropLast(ending.count))
            if !pool.concepts.concepts(ofVerb: lemma, heads: []).isEmpty { return lemma }
        }
        return word
    }

    private func size(_ statement: Int) -> Int {
        let evidence = pool.coded[pool.statements[statement].article].propositions[
            pool.statements[statement].proposition
        ].evidence
        return evidence.end - evidence.start
    }

    private func covers(_ outer: Evidence, _ inner: Evidence) -> Bool {
        outer.start <= inner.start && inner.end <= outer.end
    }

    private func neighbours(_ sentence: Evidence, _ figure: Evidence) -> (before: [String], after: [String]) {
        let head = sentence.between(
            sentence, Evidence(article: figure.article, start: figure.start, end: figure.start, quote: ""))
        let tail = sentence.between(
            Evidence(article: figure.article, start: figure.end, end: figure.end, quote: ""),
            Evidence(article: figure.article, start: sentence.end, end: sentence.end, quote: ""))
        return (
            Array(FoldedText(head.quote).words.suffix(Self.reach)),
            Array(FoldedText(tail.quote).words.prefix(Self.reach))
        )
    }
}
