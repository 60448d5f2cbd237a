import Linguistics
import Records
import Text

/// Finds the words that make a commitment: promises in verbs and nouns, and plain futures of deeds.
struct CommitmentFinder {
    let reading: ClauseReading
    let lexicon: CommitmentLexicon
    let actors: ActorView
    let propositions: [Proposition]
    /// The frames of figures of money, by word.
    let isMoney: [Bool]

    /// The commitments of an article in order of their words. O(words).
    func find() -> [CommitmentDraft] {
        var drafts: [CommitmentDraft] = []
        var used = Set<Int>()
        func keep(_ draft: CommitmentDraft?) {
            guard let draft, used.insert(draft.content).inserted else { return }
            drafts.append(draft)
        }
        let questions = self.questions
        for index in reading.frames.indices where !questions.contains(reading.frames[index].sentence) {
            switch reading.frames[index].kind {
            case .copular: keep(adjective(index))
            case .noun: break
            default: keep(verb(index))
            }
        }
        for word in 0..<reading.analysis.words.count where reading.words.lemmas[word] >= 0 {
            if reading.analysis.words.upos[word] == .noun { keep(noun(word)) }
        }
        for index in reading.frames.indices where !questions.contains(reading.frames[index].sentence) {
            if reading.frames[index].kind != .noun { keep(future(index)) }
        }
        return drafts.sorted { ($0.word, $0.content) < ($1.word, $1.content) }
    }

    // MARK: verbs

    private func verb(_ index: Int) -> CommitmentDraft? {
        let frame = reading.frames[index]
        guard let entry = lexicon.verb(lemma(frame.word)), isMade(index) else { return nil }
        var draft = CommitmentDraft(
            force: entry.force, word: frame.word, frame: index, content: -1, clause: false, subject: frame.subject ?? -1
        )
        let objects = frame.arguments.filter { $0.role == .object && !$0.clause }.map(\.word)
        if frame.passive, let first = objects.first, objects.count > 1 || !isThing(first) && hasClause(frame) {
            // "was promised $1 billion": the surface subject is who gets it.
            draft.recipient = first
        }
        if let recipient = frame.word(.recipient) { draft.recipient = recipient }
        for place in entry.places where draft.content < 0 {
            switch place {
            case .clause:
                guard let clause = clause(of: frame, force: entry.force) else { continue }
                (draft.content, draft.clause) = (clause, true)
            case .object:
                guard let object = objects.last(where: { $0 != draft.recipient }), accepts(entry.force, object) else {
                    continue
                }
                draft.content = object
            case .preposition(let preposition):
                guard
                    let argument = frame.arguments.first(where: {
                        $0.role == .oblique && $0.preposition >= 0 && lemma($0.preposition) == preposition
                    }), argument.clause || !isActor(argument.word)
                else { continue }
                (draft.content, draft.clause) = (argument.word, argument.clause)
            }
        }
        if let object = frame.object, draft.clause, draft.recipient < 0, isActor(object) { draft.recipient = object }
        guard draft.content >= 0, draft.content != frame.word else { return nil }
        draft.repeated = isRepeated(frame.word)
        return draft
    }

    /// Whether a promise is made and not wished, planned, asked for or denied.
    private func isMade(_ index: Int) -> Bool {
        let frame = reading.frames[index]
        guard !frame.negated, propositions[index].modality == .happened || propositions[index].modality == .ongoing
        else { return isParticiple(frame) && !frame.negated && propositions[index].modality != .denied }
        guard frame.governor >= 0, reading.analysis.words.relations[frame.word] == .xcomp else { return true }
        return !isIn(.asking, reading.frames[frame.governor].word)
    }

    private func isParticiple(_ frame: PredicateFrame) -> Bool { frame.kind == .participle && frame.passive }

    /// The clause that holds what is promised: an infinitive, or one that lies ahead.
    private func clause(of frame: PredicateFrame, force: Commitment.Force) -> Int? {
        for argument in frame.arguments where argument.clause && argument.word != frame.word {
            guard argument.role == .complement || argument.role == .oblique && isGerund(argument) else { continue }
            guard let index = self.frame(at: argument.word) else {
                if force == .pledge { return argument.word }
                continue
            }
            let content = reading.frames[index]
            let lies = propositions[index].modality
            if content.kind == .infinitive || content.kind == .participle { return argument.word }
            if lies == .planned || lies == .possible || lies == .denied && content.negated && force != .announcement {
                if force == .announcement || force == .intention, !isDeed(content.word) { continue }
                return argument.word
            }
        }
        return nil
    }

    private func isGerund(_ argument: PredicateFrame.Argument) -> Bool {
        argument.preposition >= 0 && lemma(argument.preposition) == lexicon.to
            && reading.analysis.pennTag(argument.word) == .vbg
    }

    private func hasClause(_ frame: PredicateFrame) -> Bool { frame.arguments.contains { $0.clause } }

    /// Whether an object is something that such a word promises: only money and grants are announced.
    private func accepts(_ force: Commitment.Force, _ object: Int) -> Bool {
        switch force {
        case .announcement: return isGrant(object)
        case .agreement: return isGrant(object)
        case .offer, .pledge, .intention: return !isActor(object) || isMoney[object]
        }
    }

    /// A noun of what is given, or an amount of money.
    func isGrant(_ word: Int) -> Bool {
        if isMoney[word] || isIn(.grant, word) { return true }
        return reading.tree.phrase(of: word).contains { isMoney[$0] }
    }

    // MARK: adjectives

    private func adjective(_ index: Int) -> CommitmentDraft? {
        let frame = reading.frames[index]
        guard !frame.negated,
            let entry = lexicon.adjective(lemma(frame.word)) ?? lexicon.adjective(reading.words.forms[frame.word]),
            propositions[index].modality != .possible, let subject = frame.subject
        else { return nil }
        guard
            let content = reading.tree.children(of: frame.word).map(Int.init).first(where: {
                [.xcomp, .ccomp, .advcl].contains(reading.analysis.words.relations[$0])
                    && self.frame(at: $0).map { reading.frames[$0].kind == .infinitive } ?? false
            })
        else { return nil }
        if entry.force == .intention, !isDeed(content) { return nil }
        return CommitmentDraft(
            force: entry.force, word: frame.word, frame: index, content: content, clause: true, subject: subject)
    }

    // MARK: futures

    /// "will send", "is going to invest", "is to donate": deeds that an actor declares.
    private func future(_ index: Int) -> CommitmentDraft? {
        let frame = reading.frames[index]
        guard !frame.negated, !frame.passive, isDeed(frame.word), let subject = frame.subject,
            propositions[index].modality == .planned || propositions[index].modality == .possible && frame.conditional,
            hasFutureAuxiliary(frame.word) || isGoverned(index)
        else { return nil }
        return CommitmentDraft(
            force: .intention, word: frame.word, isDeed: true, frame: index, content: frame.word, clause: true,
            subject: subject, repeated: isRestated(index))
    }

    private func hasFutureAuxiliary(_ word: Int) -> Bool {
        if reading.tree.children(of: word).contains(where: {
            reading.analysis.words.relations[Int($0)] == .aux
                && (lexicon.auxiliary(lemma(Int($0))) ?? lexicon.auxiliary(reading.words.forms[Int($0)])) != nil
        }) {
            return true
        }
        // "will meet and sign": the second verb shares the auxiliary of the first.
        let head = Int(reading.analysis.words.heads[word])
        guard head >= 0, reading.analysis.words.relations[word] == .conj, reading.analysis.pennTag(word) == .vb else {
            return false
        }
        return hasFutureAuxiliary(head)
    }

    /// Under "is going to" or "is to".
    private func isGoverned(_ index: Int) -> Bool {
        let frame = reading.frames[index]
        guard frame.kind == .infinitive, reading.analysis.words.relations[frame.word] == .xcomp else { return false }
        let head = Int(reading.analysis.words.heads[frame.word])
        return head >= 0 && (isIn(.going, head) && reading.analysis.pennTag(head) == .vbg)
    }

    private func isRestated(_ index: Int) -> Bool {
        let governor = reading.frames[index].governor
        return governor >= 0 && isIn(.renewing, reading.frames[governor].word)
            && reading.analysis.words.relations[reading.frames[index].word] == .ccomp
    }

    // MARK: what all share

    func lemma(_ word: Int) -> Int32 { reading.words.lemmas[word] }

    func isIn(_ name: CommitmentLexicon.Class, _ word: Int) -> Bool {
        lexicon.classes.contains(name, lemma(word)) || lexicon.classes.contains(name, reading.words.forms[word])
    }

    func isDeed(_ word: Int) -> Bool { isIn(.deed, word) }

    func isActor(_ word: Int) -> Bool { actors.direct(word).contains { $0.kind != .place } }

    private func isThing(_ word: Int) -> Bool { actors.direct(word).isEmpty }

    func frame(at word: Int) -> Int? {
        word >= 0 && reading.clauseOfWord[word] >= 0 ? Int(reading.clauseOfWord[word]) : nil
    }

    /// "again promised", "continues to promise".
    func isRepeated(_ word: Int) -> Bool {
        for child in reading.tree.children(of: word).map(Int.init)
        where reading.analysis.words.relations[child] == .advmod && isIn(.again, child) { return true }
        let head = Int(reading.analysis.words.heads[word])
        return head >= 0 && reading.analysis.words.relations[word] == .xcomp && isIn(.renewing, head)
    }

    /// Sentences that ask promise nothing.
    private var questions: Set<Int> {
        var found = Set<Int>()
        let bytes = reading.analysis.text.utf8
        for (index, sentence) in reading.analysis.sentences.enumerated() {
            if sentence.span.end > sentence.span.start, bytes[Int(sentence.span.end) - 1] == UInt8(ascii: "?") {
                found.insert(index)
            }
        }
        return found
    }
}
