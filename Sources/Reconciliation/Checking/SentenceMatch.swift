internal import Records

/// Lays a claim beside whole sentences, for accounts whose clauses could not be read: most of the claim's
/// words, all its actors and as much denial must stand in one sentence.
struct SentenceMatch {
    let pool: StatementPool
    let words: CheckWords
    let claim: Int
    private static let enough = 0.85

    private var article: [Int32] { pool.sentenceTerms[claim].flatMap { $0 } }

    /// Whether the claim has words enough to be looked for: two with content at least, and an actor or a
    /// word that an account uses.
    var isAnswerable: Bool {
        let terms = Set(article)
        guard terms.count >= 2, !FoldedText(pool.coded[claim].article.text).words.isEmpty else { return false }
        let known = terms.count { term in
            pool.sentenceTerms.indices.contains { a in
                a != claim && pool.sentenceTerms[a].contains { $0.contains(term) }
            }
        }
        return known * 2 >= terms.count
    }

    func testimony(_ question: ClaimQuestion?, member: String?, _ tribunal: inout Tribunal) {
        let asked = pool.coded[claim]
        let agents = question?.agents ?? []
        // Of a group one member is asked about: the words that name the others say nothing.
        let terms = question.map { ($0.terms + $0.subjects + act($0)).sorted() } ?? article.sorted()
        let whole = pool.weight(terms)
        guard whole > 0 else { return }
        let denied = negations(asked.article.text)
        let actors = question == nil ? asked.actors.map(\.reference) : agents + question!.others + question!.places
        for (a, coded) in pool.coded.enumerated() where a != claim {
            for (s, sentence) in coded.sentences.enumerated() {
                guard pool.sharedWeight(terms, pool.sentenceTerms[a][s]) >= Self.enough * whole else { continue }
                let named = StatementMatch.actors(of: coded, sentence: s)
                guard actors.allSatisfy({ actor in named.contains { StatementMatch.stands(actor, for: $0) } }) else {
                    continue
                }
                guard member == nil, negations(sentence.quote) == denied else { continue }
                guard let stance = numbers(asked, a, s), isTold(a, s) else { continue }
                if let span = question?.span, !overlaps(span, a, s) { continue }
                if question == nil, !hasNumbers(of: asked, sentence.quote) { continue }
                let origin = pool.origin(a, s)
                if tribunal.testimony.contains(where: { $0.origin == origin && $0.stance != .near }) { continue }
                tribunal.add(
                    CheckResult.Testimony(
                        stance: stance,
                        reason: stance == .supports
                            ? "the account's sentence has the claim's words" : "the account gives another number",
                        origin: origin, evidence: sentence.window(around: sentence)), fit: 0.5)
            }
        }
    }

    private func act(_ question: ClaimQuestion) -> [Int32] {
        ClaimQuestion.stems(question.statement.predicate, pool)
    }

    /// Whether nothing in a sentence is told as planned or possible only.
    private func isTold(_ a: Int, _ s: Int) -> Bool {
        let own = pool.statements.first { $0.article == claim }
        let planned = own.map { $0.modality == .planned || $0.modality == .possible } ?? false
        let there = pool.ofSentence[a][s].contains {
            pool.statements[$0].modality == .planned || pool.statements[$0].modality == .possible
        }
        return planned == there
    }

    private func overlaps(_ span: DaySpan, _ a: Int, _ s: Int) -> Bool {
        pool.ofSentence[a][s].flatMap { pool.statements[$0].times }.contains { time in
            time.range.flatMap { DaySpan(from: $0.from, to: $0.to) }?.overlaps(span) ?? false
        }
    }

    /// Whether a sentence has the numbers of the claim's words; a year may be left out.
    private func hasNumbers(of asked: CodedArticle, _ text: String) -> Bool {
        let theirs = Set(FoldedText(text).words)
        return FoldedText(asked.article.text).words.allSatisfy { word in
            pool.kinds[word] != .number || theirs.contains(word)
                || word.utf8.count == 4 && (word.hasPrefix("19") || word.hasPrefix("20"))
        }
    }

    private func negations(_ text: String) -> Bool {
        FoldedText(text).words.count { pool.kinds[$0] == .negation } % 2 == 1
    }

    private func numbers(_ asked: CodedArticle, _ a: Int, _ s: Int) -> CheckResult.Stance? {
        let match = StatementMatch(pool: pool, words: words)
        guard let figure = asked.figures.first else { return .supports }
        let theirs = pool.coded[a].figures.filter { $0.sentence == s && match.alike(figure, $0) }
        guard !theirs.isEmpty else { return nil }
        let range = NumberRange(figure, words: words)
        let relations = theirs.map { range.relation(of: NumberRange($0, words: words)) }
        if relations.contains(where: { $0 == .same || $0 == .inside || $0 == .rounded }) { return .supports }
        return relations.allSatisfy { $0 == .outside } ? .contradicts : nil
    }
}
