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
            default: keep(verb(index) ?? (reading.frames[index].passive ? adjective(index) : nil))
            }
        }
        for word in 0..<reading.analysis.words.count where reading.words.lemmas[word] >= 0 {
            if reading.analysis.words.upos[word] == .noun { keep(mistaken(word) ?? noun(word)) }
        }
        for index in reading.frames.indices where !questions.contains(reading.frames[index].sentence) {
            if reading.frames[index].kind != .noun { keep(future(index)) }
        }
        return drafts.sorted { ($0.word, $0.content) < ($1.word, $1.content) }
    }

    // MARK: verbs

    private func verb(_ index: Int) -> CommitmentDraft? {
        let frame = reading.frames[index]
        let particle = particle(of: frame).flatMap { lexicon.verb(lemma($0)) }
        guard let entry = lexicon.verb(lemma(frame.word)) ?? particle, isMade(index) else { return nil }
        // "is guaranteed to lose", "is guaranteed by law": nobody promises it.
        if frame.passive, isIn(.sure, frame.word), hasClause(frame) && frame.subject == nil || isByNorm(frame) {
            return nil
        }
        var draft = CommitmentDraft(
            force: entry.force, word: frame.word, frame: index, content: -1, clause: false, subject: frame.subject ?? -1
        )
        let objects = frame.arguments.filter { $0.role == .object && !$0.clause }.map(\.word)
        let isActive = reading.isBarePassive(frame)
        if isActive { draft.subject = frame.object ?? -1 }
        if draft.subject < 0, !frame.passive, let mention = actors.mention(endingAt: frame.word - 1) {
            // The name right before a verb that has no subject is its subject.
            draft.subject = mention.head
        }
        if frame.passive, !isActive, let first = objects.first, objects.count > 1 || !isThing(first) && hasClause(frame)
        {
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
                guard
                    let object = objects.first(where: { $0 != draft.recipient && $0 != draft.subject && isThing($0) })
                        ?? objects.last(where: { $0 != draft.recipient && $0 != draft.subject }),
                    accepts(entry.force, object),
                    entry.force != .offer || !objects.contains(where: { isIn(.gesture, antecedent(of: $0)) })
                else { continue }
                draft.content = antecedent(of: object)
                if draft.recipient < 0 { draft.recipient = objects.first { $0 != object && isActor($0) } ?? -1 }
            case .preposition(let preposition):
                guard
                    let argument = frame.arguments.first(where: {
                        $0.role == .oblique && $0.preposition >= 0 && lemma($0.preposition) == preposition
                    }), argument.clause || !isActor(argument.word)
                else {
                    // "assured China of its support": the parser may hang the content on the object.
                    if let object = frame.object, isActor(object), let thing = below(object, preposition) {
                        (draft.content, draft.recipient) = (thing, object)
                    }
                    continue
                }
                (draft.content, draft.clause) = (argument.word, argument.clause)
            }
        }
        if let object = frame.object, draft.clause, draft.recipient < 0, object != draft.subject, isActor(object) {
            draft.recipient = object
        }
        if draft.subject < 0, frame.passive, draft.content >= 0 {
            // "was offered talks by the union": the parser may hang the giver on what is given.
            draft.subject = below(draft.content, lexicon.by) ?? -1
        }
        if draft.recipient < 0, !draft.clause, draft.content >= 0 { draft.recipient = leading(draft.content) ?? -1 }
        if draft.content < 0, let shared = shared(frame, entry) ?? enclosing(frame, entry) {
            (draft.content, draft.clause) = (shared, true)
        }
        guard draft.content >= 0, draft.content != frame.word else { return nil }
        if !draft.clause, entry.places.contains(.clause), let infinitive = swallowed(draft.content, after: frame.word) {
            (draft.content, draft.clause) = (infinitive, true)
        }
        draft.repeated = isRepeated(frame.word)
        return draft
    }

    /// The particle of a verb, or the adverb right behind it that stands in for one ("set aside").
    private func particle(of frame: PredicateFrame) -> Int? {
        if frame.particle >= 0 { return frame.particle }
        let next = frame.word + 1
        guard next < reading.analysis.words.count, reading.analysis.words.upos[next] == .adv else { return nil }
        return next
    }

    /// Whether a promise is made and not wished, planned, asked for or denied.
    private func isMade(_ index: Int) -> Bool {
        let frame = reading.frames[index]
        let lies = propositions[index].modality
        if frame.negated, !negatesContent(frame) { return false }
        guard lies == .happened || lies == .ongoing || lies == .denied && frame.negated else {
            return isParticiple(frame) && lies != .denied
        }
        guard frame.governor >= 0, [.xcomp, .ccomp].contains(reading.analysis.words.relations[frame.word]) else {
            return true
        }
        return !isIn(.asking, reading.frames[frame.governor].word)
    }

    private func isParticiple(_ frame: PredicateFrame) -> Bool { frame.kind == .participle && frame.passive }

    /// "vowed never to give up", "pledged no further tests": the promise is made, not to do something.
    func negatesContent(_ frame: PredicateFrame) -> Bool {
        if let object = frame.object,
            reading.tree.children(of: object).contains(where: { isIn(.negator, Int($0)) && Int($0) > frame.word })
        {
            return true
        }
        return reading.tree.children(of: frame.word).contains { isIn(.negator, Int($0)) && Int($0) > frame.word }
    }

    /// The noun that a relative pronoun stands for.
    private func antecedent(of word: Int) -> Int {
        let tag = reading.analysis.pennTag(word)
        guard tag == .wdt || tag == .wp || tag == .in else { return word }
        let verb = Int(reading.analysis.words.heads[word])
        guard verb >= 0, [.aclRelcl, .acl].contains(reading.analysis.words.relations[verb]) else { return word }
        let noun = Int(reading.analysis.words.heads[verb])
        return noun >= 0 ? noun : word
    }

    /// "promised Nepal 500 generators": an actor that opens the phrase, before a number, receives it.
    func leading(_ content: Int) -> Int? {
        let phrase = reading.tree.phrase(of: content)
        guard let mention = actors.mention(startingAt: phrase.lowerBound), mention.head != content,
            mention.words.upperBound < phrase.upperBound, mention.words.upperBound <= content,
            mention.actors.contains(where: { $0.kind != .place })
        else { return nil }
        switch reading.analysis.words.upos[mention.words.upperBound] {
        case .num, .det, .sym, .adj: return mention.head
        // "promised Greece help": what is given is not the actor's own.
        default:
            let isDirect = phrase.lowerBound > 0 && isIn(.giving, phrase.lowerBound - 1)
            return mention.words.upperBound == content && !isIn(.grant, content) && !isDirect ? nil : mention.head
        }
    }

    private func isByNorm(_ frame: PredicateFrame) -> Bool {
        frame.subject.map { isIn(.norm, $0) } ?? false
    }

    private func hasClause(_ frame: PredicateFrame) -> Bool { frame.arguments.contains { $0.clause } }

    /// Whether an object is something that such a word promises: only money and grants are announced.
    private func accepts(_ force: Commitment.Force, _ object: Int) -> Bool {
        switch force {
        case .announcement: return isGrant(object)
        case .agreement: return isGrant(object)
        case .offer where isIn(.gesture, object): return false
        case .offer, .pledge, .intention:
            return reading.analysis.words.upos[object] != .pron && reading.analysis.words.upos[object] != .det
                && (!isActor(object) || isMoney[object])
                || reading.analysis.words.upos[object] == .pron && antecedent(of: object) != object
        }
    }

    /// A noun of what is given, or an amount of money.
    func isGrant(_ word: Int) -> Bool {
        if isMoney[word] || isIn(.grant, word) { return true }
        return reading.tree.phrase(of: word).contains { isMoney[$0] }
    }

    // MARK: nouns that are verbs

    /// "Denmark plans to give": an actor before a plural noun that heads the sentence and has an
    /// infinitive; the noun is a verb that the tagger missed.
    func mistaken(_ word: Int) -> CommitmentDraft? {
        let analysis = reading.analysis
        guard analysis.words.heads[word] < 0, analysis.pennTag(word) == .nns, word > 0,
            let entry = lexicon.verb(lemma(word)), let mention = actors.mention(endingAt: word - 1),
            let content = reading.tree.children(of: word).map(Int.init).first(where: {
                [.acl, .xcomp, .ccomp, .advcl].contains(analysis.words.relations[$0])
                    && frame(at: $0).map { reading.frames[$0].kind == .infinitive } ?? false
            }), entry.force != .intention || isDeed(content)
        else { return nil }
        return CommitmentDraft(
            force: entry.force, word: word, frame: -1, content: content, clause: true, subject: mention.head)
    }

    // MARK: adjectives

    private func adjective(_ index: Int) -> CommitmentDraft? {
        let frame = reading.frames[index]
        guard !frame.negated,
            let entry = lexicon.adjective(lemma(frame.word)) ?? lexicon.adjective(reading.words.forms[frame.word]),
            propositions[index].modality != .possible,
            let subject = frame.subject ?? (frame.passive ? frame.object : nil)
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
        guard !frame.negated, !frame.passive, let subject = frame.subject,
            reading.analysis.words.upos[frame.word] == .verb
        else { return nil }
        guard let deed = deed(of: frame), !opensQuestion(frame.word) else { return nil }
        let governed = isGoverned(index)
        guard
            governed || propositions[index].modality == .planned
                || propositions[index].modality == .possible && frame.conditional,
            governed || hasFutureAuxiliary(frame.word)
        else { return nil }
        return CommitmentDraft(
            force: .intention, word: frame.word, isDeed: true, frame: index, content: deed, clause: true,
            subject: subject, repeated: isRestated(index))
    }

    /// What an actor is to do: the verb itself, or what it is to begin ("will begin moving the camps").
    private func deed(of frame: PredicateFrame) -> Int? {
        if isDeed(frame.word) { return frame.word }
        guard isIn(.beginning, frame.word) else { return nil }
        return reading.tree.children(of: frame.word).map(Int.init).first {
            reading.analysis.words.relations[$0] == .xcomp && isDeed($0)
        }
    }

    /// "whether it will send troops", "if it sends": the deed is asked about or supposed.
    private func opensQuestion(_ word: Int) -> Bool {
        reading.tree.children(of: word).contains {
            reading.analysis.words.relations[Int($0)] == .mark && isIn(.supposing, Int($0))
        }
    }

    func hasFutureAuxiliary(_ word: Int) -> Bool {
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
        guard frame.kind == .infinitive || reading.analysis.pennTag(frame.word) == .vb else { return false }
        // "is to donate": the copula may hang on the infinitive.
        let isBound = reading.tree.children(of: frame.word).contains {
            [.aux, .cop].contains(reading.analysis.words.relations[Int($0)]) && isIn(.being, Int($0))
        }
        if isBound { return true }
        guard reading.analysis.words.relations[frame.word] == .xcomp else { return false }
        let head = Int(reading.analysis.words.heads[frame.word])
        return head >= 0 && (isIn(.going, head) && reading.analysis.pennTag(head) == .vbg || isIn(.being, head))
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

    private func below(_ word: Int, _ preposition: Int32) -> Int? {
        reading.tree.children(of: word).map(Int.init).first { child in
            reading.analysis.words.relations[child] == .nmod
                && reading.tree.children(of: child).contains {
                    reading.analysis.words.relations[Int($0)] == .case && lemma(Int($0)) == preposition
                }
        }
    }

    func isDeed(_ word: Int) -> Bool { isIn(.deed, word) || isIn(.weak, word) }

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
