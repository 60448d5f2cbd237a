internal import Records

/// Makes a pool's figures ready for comparison.
struct FigureReadings {
    let pool: StatementPool
    private static let reach = 4

    func all() -> [FigureStatement] {
        var out: [FigureStatement] = []
        for (a, article) in pool.coded.enumerated() {
            for (i, figure) in article.figures.enumerated() where figure.choice == nil && figure.kind != .duration {
                guard figure.sentence >= 0, figure.sentence < article.sentences.count else { continue }
                out.append(statement(a, i, figure, article))
            }
        }
        return out
    }

    private func statement(_ a: Int, _ i: Int, _ figure: Figure, _ article: CodedArticle) -> FigureStatement {
        let sentence = article.sentences[figure.sentence]
        let around = pool.ofSentence[a][figure.sentence]
        let closest = around.filter { pool.statements[$0].figures.contains(i) }.min { size($0) < size($1) }
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
            if ["percent", "cent", "dollar", "euro", "%"].contains(head) { thing = nil }
        }
        var givers: [ActorReference] = []
        var states: Set<String> = []
        var subjects: [Int32] = []
        var terms: [Int32] = []
        var asOf: DaySpan?
        if let clause {
            for concept in clause.concepts { concepts.insert(concept.index) }
            givers = clause.agents
            states = Set(clause.actors.map(Identity.state))
            terms = clause.terms
            let proposition = article.propositions[clause.proposition]
            subjects = proposition.arguments.filter { $0.role == "subject" }
                .compactMap { pool.number(stem(pool.kinds.neutral($0.head.lowercased()))) }.sorted()
            let spans = clause.times.filter { $0.precision == .day && $0.anchor == nil }
                .compactMap { $0.range.flatMap { DaySpan(from: $0.from, to: $0.to) } }
            if let last = spans.max(by: { $0.last < $1.last }) { asOf = last }
        } else {
            terms = pool.sentenceTerms[a][figure.sentence]
        }
        let own = Set(words.compactMap { pool.number(stem(pool.kinds.neutral($0))) })
        let near = neighbours(sentence, figure.evidence)
        return FigureStatement(
            article: a, index: i, figure: figure, origin: pool.origin(a, figure.sentence), statement: closest,
            thing: thing,
            modifiers: words.dropLast().compactMap { pool.number(stem(pool.kinds.neutral($0))) }.sorted(),
            concepts: concepts, givers: givers, states: states, subjects: subjects,
            terms: terms.filter { !own.contains($0) }, before: near.before, after: near.after,
            asOf: asOf ?? pool.published[a].map { DaySpan($0, $0) }, dated: asOf != nil,
            evidence: clause.map { covers($0.evidence, figure.evidence) ? $0.evidence : sentence.window(around: figure.evidence) }
                ?? sentence.window(around: figure.evidence, words: 30))
    }

    private func size(_ statement: Int) -> Int {
        let evidence = pool.coded[pool.statements[statement].article].propositions[pool.statements[statement].proposition].evidence
        return evidence.end - evidence.start
    }

    private func covers(_ outer: Evidence, _ inner: Evidence) -> Bool {
        outer.start <= inner.start && inner.end <= outer.end
    }

    private func neighbours(_ sentence: Evidence, _ figure: Evidence) -> (before: [String], after: [String]) {
        let head = sentence.between(sentence, Evidence(article: figure.article, start: figure.start, end: figure.start, quote: ""))
        let tail = sentence.between(
            Evidence(article: figure.article, start: figure.end, end: figure.end, quote: ""),
            Evidence(article: figure.article, start: sentence.end, end: sentence.end, quote: ""))
        return (Array(FoldedText(head.quote).words.suffix(Self.reach)), Array(FoldedText(tail.quote).words.prefix(Self.reach)))
    }
}
