import Linguistics
import Records
import Text

/// From the words that make a commitment to who promises what to whom, how much, by when and under
/// what condition.
struct CommitmentCoder {
    let finder: CommitmentFinder
    let figures: [FigureMention]
    let times: [TimeMention]
    let factuality: FactualityReader
    let article: String
    /// The day of writing, ISO 8601, or `nil`.
    let written: String?

    var reading: ClauseReading { finder.reading }
    var analysis: Analysis { finder.reading.analysis }

    /// The commitments of an article in order. O(words).
    func code() -> [Commitment] {
        var commitments: [Commitment] = []
        for draft in finder.find() {
            let who = holders(draft)
            guard let base = commitment(draft), isTelling(base, draft, known: !who.isEmpty) else { continue }
            if who.isEmpty, draft.isDeed || draft.force == .intention, !isOffered(base, draft) { continue }
            for actor in who.isEmpty ? [nil] : who.map(Optional.some) {
                var one = base
                one.id = "\(article)-c\(commitments.count + 1)"
                one.actor = actor
                one.recipients.removeAll { $0.id == actor?.id }
                if let reporter = one.reportedBy,
                    reporter.id == actor?.id
                        || reporter.country != nil && reporter.country == actor?.country
                {
                    one.reportedBy = nil
                }
                commitments.append(one)
            }
        }
        return commitments
    }

    /// "The rebels said that they would disarm if …": those whom no list knows bind themselves by a report of their own
    /// words under a condition.
    private func isOffered(_ commitment: Commitment, _ draft: CommitmentDraft) -> Bool {
        guard commitment.condition != nil, draft.frame >= 0, reading.frames[draft.frame].report >= 0,
            draft.subject >= 0, analysis.words.upos[draft.subject] == .pron,
            let speaker = reading.frames[reading.frames[draft.frame].report].subject
        else { return false }
        return analysis.words.upos[speaker] == .noun && finder.actors.direct(speaker).isEmpty
    }

    /// What nobody in particular offers, and weak deeds without an amount or a recipient, bind nobody.
    private func isTelling(_ commitment: Commitment, _ draft: CommitmentDraft, known: Bool) -> Bool {
        let isConcrete = !commitment.figures.isEmpty || !commitment.recipients.isEmpty
        if draft.isDeed, finder.isIn(.weak, draft.word), !isConcrete { return false }
        if !known, commitment.force != .pledge, commitment.force != .agreement, !isConcrete,
            !isOffered(commitment, draft)
        {
            return false
        }
        // "Millennials agree on the issue" is an opinion.
        if !known, commitment.force == .agreement, !draft.clause, !isConcrete { return false }
        if commitment.force == .offer, !draft.clause, !isConcrete, commitment.actor?.kind == .person || !known {
            return false
        }
        if draft.isDeed, draft.frame >= 0, act(draft).hasPrefix(Self.hypothetical) {
            return finder.propositions[draft.frame].reportedBy != nil || reading.frames[draft.frame].report >= 0
                || commitment.condition != nil
        }
        return true
    }

    /// "would" tells a plan only in reported words or under a condition.
    private static let hypothetical = "would"

    private func commitment(_ draft: CommitmentDraft) -> Commitment? {
        let range = content(draft)
        let sentence = analysis.sentence(ofWord: draft.word)
        let whole = evidence(draft, range, in: analysis.sentences[sentence].words)
        let frame = draft.clause ? finder.frame(at: draft.content) : nil
        let (recipients, surface) = recipients(draft, range)
        var commitment = Commitment(
            id: "", actorSurface: draft.subject >= 0 ? text(reading.tree.phrase(of: draft.subject)) : nil,
            force: draft.force, act: act(draft), content: text(range),
            head: analysis.lemma(thing(draft)).lowercased(),
            negative: frame.map { reading.frames[$0].negated } ?? false || isNegative(draft), recipients: recipients,
            recipientSurface: surface, figures: figures(in: draft, range), due: due(draft, range),
            condition: condition(draft, sentence), repeated: draft.repeated,
            reportedBy: draft.frame >= 0 ? finder.propositions[draft.frame].reportedBy : nil, sentence: sentence,
            evidence: Evidence(article: article, text: analysis.text, span: analysis.span(ofWords: whole)))
        commitment.factuality = standing(draft, isConditional: commitment.condition != nil)
        return commitment
    }

    /// How what is promised stands: as its words do, and planned or under its condition at the most.
    private func standing(_ draft: CommitmentDraft, isConditional: Bool) -> Factuality {
        var found = factuality.factuality(ofWord: draft.content)
        switch found.status {
        case .asserted, .reported, .predicted: found.status = isConditional ? .conditional : .planned
        case .denied: (found.status, found.negated) = (isConditional ? .conditional : .planned, true)
        case .planned: if isConditional { found.status = .conditional }
        case .possible, .conditional: break
        }
        return found
    }

    /// What is promised: of money, what it comes as ("$90 million in aid").
    private func thing(_ draft: CommitmentDraft) -> Int {
        guard !draft.clause, finder.isMoney[draft.content] else { return draft.content }
        let end = min(reading.tree.phrase(of: draft.content).upperBound + 4, analysis.words.count)
        return (draft.content + 1..<max(end, draft.content + 1)).first {
            analysis.words.upos[$0] == .noun && finder.isIn(.grant, $0)
        } ?? draft.content
    }

    private func isNegative(_ draft: CommitmentDraft) -> Bool {
        draft.frame >= 0 && !draft.isDeed && reading.frames[draft.frame].negated
            && finder.negatesContent(reading.frames[draft.frame])
    }

    func text(_ range: Range<Int>) -> String { analysis.text[analysis.span(ofWords: range)] }

    /// The words of the commitment itself: "will send", "pledge".
    private func act(_ draft: CommitmentDraft) -> String {
        guard draft.isDeed else { return analysis.lemma(draft.word) }
        let auxiliary = reading.tree.children(of: draft.word).map(Int.init).first {
            analysis.words.relations[$0] == .aux && finder.lexicon.auxiliary(finder.lemma($0)) != nil
        }
        return [auxiliary.map { analysis.form($0).lowercased() }, analysis.lemma(draft.word)].compactMap { $0 }
            .joined(separator: " ")
    }

    /// What is promised: a clause without its subject and conjunction, or a noun phrase.
    private func content(_ draft: CommitmentDraft) -> Range<Int> {
        let range = draft.clause ? clauseExtent(draft.content) : objectExtent(draft.content)
        if draft.isDeed { return withinQuotation(draft.content..<max(range.upperBound, draft.content + 1)) }
        var first = range.lowerBound
        while first < draft.content, [.case, .mark, .punct].contains(analysis.words.relations[first]),
            analysis.words.upos[first] != .part
        { first += 1 }
        return withinQuotation(first..<max(range.upperBound, first + 1))
    }

    /// The words up to the mark that closes a quotation in whose midst they begin: what follows is the account's own.
    private func withinQuotation(_ words: Range<Int>) -> Range<Int> {
        var open = 0
        for word in words {
            switch analysis.pennTag(word) {
            case .openQuote: open += 1
            case .closeQuote where open > 0: open -= 1
            case .closeQuote where word > words.lowerBound:
                let end = analysis.pennTag(word - 1) == .comma ? word - 1 : word
                return words.lowerBound..<max(end, words.lowerBound + 1)
            default: break
            }
        }
        return words
    }

    /// A clause without the loose one at its end that tells who said so ("…, the ministry said").
    private func clauseExtent(_ word: Int) -> Range<Int> {
        let range = reading.tree.extent(of: word)
        let loose = reading.tree.children(of: word).map(Int.init).filter {
            $0 > word && analysis.words.relations[$0] == .parataxis
        }.map { reading.tree.extent(of: $0).lowerBound }.filter { $0 > word }
        guard var end = loose.min() else { return range }
        if analysis.pennTag(end - 1) == .comma { end -= 1 }
        return range.lowerBound..<max(end, word + 1)
    }

    /// A noun with all that hangs on it but appositions and loose clauses.
    private func objectExtent(_ word: Int) -> Range<Int> {
        let phrase = reading.tree.phrase(of: word)
        var end = phrase.upperBound
        // "support worth $1 million".
        if end < analysis.words.count, finder.isIn(.worth, end) {
            end = max(end, figures.first { $0.words.lowerBound == end + 1 }?.words.upperBound ?? end)
        }
        for child in reading.tree.children(of: word).map(Int.init) where analysis.words.relations[child] == .acl {
            end = max(end, reading.tree.extent(of: child).upperBound)
        }
        return phrase.lowerBound..<end
    }

    private func evidence(_ draft: CommitmentDraft, _ range: Range<Int>, in sentence: Range<Int>) -> Range<Int> {
        var low = min(draft.word, range.lowerBound)
        var high = max(draft.word + 1, range.upperBound)
        if draft.frame >= 0 {
            let clause = reading.words(of: draft.frame)
            if max(high, clause.upperBound) - min(low, clause.lowerBound) <= 60 {
                (low, high) = (min(low, clause.lowerBound), max(high, clause.upperBound))
            }
        }
        if draft.subject >= 0, sentence.contains(draft.subject), low - draft.subject < 25 {
            low = min(low, reading.tree.phrase(of: draft.subject).lowerBound)
        }
        return max(low, sentence.lowerBound)..<min(high, sentence.upperBound)
    }

    // MARK: who and to whom

    private func holders(_ draft: CommitmentDraft) -> [ActorReference] {
        guard draft.subject >= 0 else { return [] }
        if let body = finder.actors.body(draft.subject) { return [body] }
        if let group = finder.actors.group(draft.subject), !group.members.isEmpty {
            return group.members + others(draft.subject, besides: group.members)
        }
        let own = finder.actors.direct(draft.subject)
        // A description that no actor fits stays with its own words: "the minister" is not the state.
        let found =
            own.isEmpty && !finder.isIn(.others, draft.subject)
            ? finder.actors.actors(ofPhrase: draft.subject, agents: draft.isDeed)
            : own.isEmpty ? [] : conjoined(draft.subject, own)
        if found.isEmpty, draft.frame >= 0 {
            let isPronoun = analysis.words.upos[draft.subject] == .pron
            if isPronoun || isOwn(draft.subject), let reporter = finder.propositions[draft.frame].reportedBy {
                return [reporter]
            }
            if isPronoun, let outer = mainSubject(draft.subject) {
                return finder.actors.actors(ofPhrase: outer).filter { $0.kind != .place }
            }
        }
        return found.filter { $0.kind != .place }
    }

    /// "the country", "his government": the speaker's own, where it names nobody.
    private func isOwn(_ word: Int) -> Bool {
        finder.isIn(.own, word)
            && reading.tree.children(of: word).allSatisfy { analysis.words.relations[Int($0)] != .nmod }
    }

    /// The subject of the sentence's main clause, for a pronoun that nothing else resolves.
    private func mainSubject(_ pronoun: Int) -> Int? {
        let sentence = analysis.sentences[analysis.sentence(ofWord: pronoun)].words
        guard let root = sentence.first(where: { analysis.words.heads[$0] < 0 }), reading.clauseOfWord[root] >= 0
        else { return nil }
        let subject = reading.frames[Int(reading.clauseOfWord[root])].subject
        return subject.flatMap { $0 < pronoun ? $0 : nil }
    }

    func conjoined(_ word: Int, _ own: [ActorReference]) -> [ActorReference] {
        var found = own
        for actor in finder.actors.actors(ofPhrase: word) where !found.contains(actor) { found.append(actor) }
        return found + others(word, besides: found)
    }

    /// The members of groups that are joined to a word ("Arland and the Baltic states").
    private func others(_ word: Int, besides found: [ActorReference]) -> [ActorReference] {
        var more: [ActorReference] = []
        for child in reading.tree.children(of: word).map(Int.init) where analysis.words.relations[child] == .conj {
            let members =
                finder.actors.group(child).map(\.members).flatMap { $0.isEmpty ? nil : $0 }
                ?? finder.actors.direct(child)
            more += members.filter { $0.kind != .place && !found.contains($0) && !more.contains($0) }
        }
        return more
    }

    // MARK: how much, by when, if what

    private func figures(in draft: CommitmentDraft, _ range: Range<Int>) -> [Figure] {
        figures.filter {
            range.overlaps($0.words) && $0.figure.kind != .ordinal && $0.figure.kind != .duration
        }.map(\.figure)
    }

    /// The time by which or at which it is to be done: never one before the day of writing.
    private func due(_ draft: CommitmentDraft, _ range: Range<Int>) -> TimeExpression? {
        var reach = range
        if draft.frame >= 0 {
            let clause = reading.tree.extent(of: reading.frames[draft.frame].word)
            reach = min(reach.lowerBound, clause.lowerBound)..<max(reach.upperBound, clause.upperBound)
        }
        let found = times.filter {
            guard let days = $0.expression.range, reach.overlaps($0.words), $0.expression.anchor == nil else {
                return false
            }
            guard $0.expression.order != .since, $0.expression.order != .after else { return false }
            return written.map { days.to > $0.prefix(10) } ?? range.contains($0.head)
        }
        let within = found.filter { range.contains($0.words.lowerBound) }
        return (found.first { $0.expression.order == .until } ?? within.first ?? found.first)?.expression
    }

    private func condition(_ draft: CommitmentDraft, _ sentence: Int) -> String? {
        for carrier in [draft.content, draft.word] + (draft.frame >= 0 ? [reading.frames[draft.frame].word] : []) {
            for child in reading.tree.children(of: carrier).map(Int.init)
            where [.advcl, .advclRelcl, .parataxis].contains(analysis.words.relations[child]) {
                let opens = reading.tree.children(of: child).contains {
                    let relation = analysis.words.relations[Int($0)]
                    return (relation == .mark || relation == .advmod) && isCondition(Int($0))
                }
                if opens { return text(reading.tree.extent(of: child)) }
            }
        }
        // Wherever the parser hung it: the clause of a conjunction behind the promise.
        for word in draft.word..<Int(analysis.sentences[sentence].endWord)
        where analysis.words.relations[word] == .mark && isCondition(word) {
            let verb = Int(analysis.words.heads[word])
            if verb > word { return text(word..<reading.tree.extent(of: verb).upperBound) }
        }
        return phrase(in: analysis.sentences[sentence]) ?? inversion(in: analysis.sentences[sentence].words)
    }

    /// Whether a conjunction opens a condition; "as if" and "even if" do not.
    private func isCondition(_ word: Int) -> Bool {
        finder.isIn(.condition, word) && !(word > 0 && finder.isIn(.unreal, word - 1))
    }

    /// "Should the truce collapse, Arland would withdraw": an auxiliary opens the sentence, up to its comma.
    private func inversion(in sentence: Range<Int>) -> String? {
        guard let first = sentence.first, finder.isIn(.inverting, first), analysis.words.upos[first] == .aux,
            let comma = sentence.first(where: { analysis.pennTag($0) == .comma }), comma > first + 2
        else { return nil }
        return text(first..<comma)
    }

    /// A fixed phrase that opens a condition, to the end of its part of the sentence.
    private func phrase(in sentence: Analysis.Sentence) -> String? {
        let bytes = analysis.text.utf8
        let range = Int(sentence.span.start)..<Int(sentence.span.end)
        for phrase in finder.lexicon.conditionPhrases where phrase.count < range.count {
            for start in range.lowerBound..<range.upperBound - phrase.count
            where bytes[start] | 0x20 == phrase[0] && (start == range.lowerBound || bytes[start - 1] == 0x20) {
                guard (0..<phrase.count).allSatisfy({ bytes[start + $0] | 0x20 == phrase[$0] | 0x20 }) else { continue }
                var end = start
                while end < range.upperBound, bytes[end] != UInt8(ascii: "."), bytes[end] != UInt8(ascii: ";") {
                    end += 1
                }
                return analysis.text[Span(UInt32(start), UInt32(end))]
            }
        }
        return nil
    }
}
