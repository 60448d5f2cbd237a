internal import Records

/// Counts of none: "lost no drone", "none of the guards was hurt".
struct NoneAtAll {
    let pool: StatementPool

    /// A figure of nought for each denied clause that puts "no" before what it could have counted.
    func statements(_ a: Int, _ article: CodedArticle) -> [FigureStatement] {
        var out: [FigureStatement] = []
        for (i, statement) in pool.statements.enumerated()
        where statement.article == a && statement.isDenied && statement.figures.isEmpty {
            let proposition = article.propositions[statement.proposition]
            for argument in proposition.arguments where argument.role == "object" || argument.role == "subject" {
                let head = argument.head.lowercased()
                guard pool.concepts.knowsThing(head), argument.actors.isEmpty,
                    follows("no", head, in: FoldedText(proposition.evidence.quote).words)
                else { continue }
                let figure = Figure(
                    kind: .count, value: 0, counted: head, sentence: statement.sentence, evidence: argument.evidence)
                out.append(
                    FigureStatement(
                        article: a, index: -1, figure: figure, origin: statement.origin, statement: i,
                        thing: pool.concepts.thing(head), head: pool.number(stem(pool.kinds.neutral(head))),
                        modifiers: [], concepts: Set(statement.concepts.map(\.index)), givers: [],
                        states: Set(statement.actors.map(Identity.state)), subjects: [], terms: statement.terms,
                        before: [], after: [], asOf: pool.published[a].map { DaySpan($0, $0) }, dated: false,
                        evidence: statement.evidence))
            }
        }
        return out
    }

    private func follows(_ first: String, _ head: String, in words: [String]) -> Bool {
        words.indices.contains { i in
            words[i] == first && words[(i + 1)...].prefix(3).contains { stem($0) == stem(head) }
        }
    }
}
