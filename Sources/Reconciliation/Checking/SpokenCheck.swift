internal import Records

/// A claim that someone said something, held against what accounts print of anyone's words.
struct SpokenCheck {
    let pool: StatementPool
    let aligner: QuotationAligner
    let words: CheckWords
    /// The index of the claim among the pool's articles.
    let claim: Int
    /// The part of the claim's words that reported speech must share.
    private static let enough = 0.6
    /// The fewest telling words of reported speech that can be one speaker's own.
    static let fewest = 3

    /// Adds what the accounts print of the words that the claim puts into a mouth.
    func testimony(_ asked: Quotation, _ tribunal: inout Tribunal) {
        guard let speaker = asked.speaker else { return }
        let printing = aligner.printing(of: asked.text)
        let terms = stems(asked.text, without: speaker)
        let isVerbatim = asked.kind != .indirect
        for (a, article) in pool.coded.enumerated() where a != claim {
            for quotation in article.quotations {
                guard let found = compare(asked, printing, terms, isVerbatim, quotation, a) else { continue }
                let sentence = article.sentences.lastIndex { $0.start <= quotation.evidence.start } ?? 0
                let shown = article.sentences.isEmpty ? quotation.evidence : article.sentences[sentence]
                tribunal.add(
                    CheckResult.Testimony(
                        stance: found.stance, reason: found.reason, origin: pool.origin(a, sentence),
                        evidence: shown.window(around: quotation.evidence)), fit: found.fit)
            }
        }
    }

    private func compare(
        _ asked: Quotation, _ printing: QuotationAligner.Printing, _ terms: [Int32], _ isVerbatim: Bool,
        _ quotation: Quotation, _ a: Int
    ) -> (stance: CheckResult.Stance, reason: String, fit: Double)? {
        guard let speaker = asked.speaker else { return nil }
        let other = aligner.printing(of: quotation.text)
        var fit: Double
        var changed: String?
        if isVerbatim, quotation.kind != .indirect {
            guard let comparison = aligner.compare(printing, other, short: true) else { return nil }
            fit = 1 + Double(comparison.shared)
            if comparison.matters, let change = comparison.changes.first(where: \.kind.matters) {
                changed = Self.words(change)
            }
        } else {
            let whole = pool.weight(terms)
            let own = ClaimQuestion.stems(quotation.text, pool)
            guard whole > 0, pool.sharedWeight(terms, own) >= Self.enough * whole else { return nil }
            fit = pool.sharedWeight(terms, own) / whole
            if denies(asked, printing) != denies(quotation, other) {
                changed = "the account has it the other way round"
            } else if let number = number(asked, quotation, a) {
                changed = number
            }
        }
        guard let who = quotation.speaker ?? bearer(quotation, of: speaker) else {
            let surface = quotation.speakerSurface.map { "\u{201C}\($0)\u{201D}" } ?? "a speaker that it does not name"
            return (.near, "the account prints it as the words of \(surface)", fit)
        }
        if StatementMatch.stands(speaker, for: who) {
            if let changed { return (.contradicts, changed, fit + 1) }
            return (.supports, "the account gives it as the words of \(who.name)", fit + 1)
        }
        guard Identity.distinct(speaker, who) || speaker.kind != who.kind, changed == nil else { return nil }
        return (.contradicts, "the account gives it as the words of \(who.name)", fit)
    }

    /// The claim's speaker where an account gives the words to a last name alone that is that speaker's.
    private func bearer(_ quotation: Quotation, of speaker: ActorReference) -> ActorReference? {
        guard speaker.kind == .person, let surface = quotation.speakerSurface,
            FoldedText(surface).words == FoldedText(speaker.name).words.suffix(1)
        else { return nil }
        return speaker
    }

    private static func words(_ change: QuotationComparison.Change) -> String {
        func quoted(_ words: [String]) -> String { "\u{201C}\(words.joined(separator: " "))\u{201D}" }
        if change.first.isEmpty { return "the account prints \(quoted(change.second)) besides" }
        if change.second.isEmpty { return "the account does not print \(quoted(change.first))" }
        return "the account prints \(quoted(change.second)) where the claim has \(quoted(change.first))"
    }

    /// Whether the words deny their content: by a negation in them, or by the verb that brings them.
    private func denies(_ quotation: Quotation, _ printing: QuotationAligner.Printing) -> Bool {
        let negations = printing.words.count { pool.kinds[$0] == .negation }
        let cue = quotation.attitude == .denial || words.has(stem((quotation.cue ?? "").lowercased()), .denial)
        return (negations % 2 == 1) != cue
    }

    /// A number of the claim's words that the account's words have otherwise.
    private func number(_ asked: Quotation, _ quotation: Quotation, _ a: Int) -> String? {
        func figures(_ article: Int, _ place: Evidence) -> [Figure] {
            pool.coded[article].figures.filter { $0.evidence.overlaps(place) && $0.kind != .duration }
        }
        guard let own = figures(claim, asked.evidence).first else { return nil }
        let match = StatementMatch(pool: pool, words: words)
        let theirs = figures(a, quotation.evidence).filter { match.alike(own, $0) }
        guard let first = theirs.first else { return nil }
        let range = NumberRange(own, words: words)
        let outside = theirs.allSatisfy {
            if case .outside = range.relation(of: NumberRange($0, words: words)) { true } else { false }
        }
        return outside ? "the account has \(FigureWords.value(first))" : nil
    }

    private func stems(_ text: String, without speaker: ActorReference) -> [Int32] {
        let names = Set(ClaimQuestion.stems(speaker.name, pool))
        return ClaimQuestion.stems(text, pool).filter { !names.contains($0) }
    }
}
