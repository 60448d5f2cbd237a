import Linguistics
import Ontologies
import Records
import Text

/// From frames to events: each clause and act noun that a rule fits, told once, with who, whom,
/// when, where and whether it happened.
struct EventCoder {
    let reading: ClauseReading
    let matcher: EventMatcher
    let actors: ActorView
    let times: [[TimeExpression]]
    let article: String
    /// The days that undated happenings of the article fall into, where known.
    let window: DateRange?
    /// The record of a state by its ISO code.
    let state: (String) -> ActorReference?
    /// Who reports a word, by the quotation coder.
    let reported: (Int) -> ActorReference?
    /// For each sentence the day that the story has reached, where it tells one.
    let storyDates: [DateRange?]

    /// The events of the article in text order, before those told twice are merged.
    func code() -> [Event] {
        var events: [(position: Int, event: Event)] = []
        var closed = [Bool](repeating: false, count: reading.analysis.words.count)
        for index in framesFromTheTop() {
            let frame = reading.frames[index]
            guard !closed[frame.word], !isQuestion(frame.sentence), !isAside(frame) else { continue }
            guard let meaning = matcher.meaning(of: frame.word, asNoun: frame.kind == .noun) else { continue }
            close(meaning, in: &closed)
            if let event = event(meaning, index) { events.append((frame.word, event)) }
        }
        events.sort { $0.position < $1.position }
        return events.map(\.event)
    }

    /// Frames of each sentence, outer ones first.
    private func framesFromTheTop() -> [Int] {
        var depths = [Int](repeating: 0, count: reading.frames.count)
        for index in reading.frames.indices {
            var node = index
            while reading.frames[node].governor >= 0, depths[index] < 32 {
                node = reading.frames[node].governor
                depths[index] += 1
            }
        }
        return reading.frames.indices.sorted {
            (reading.frames[$0].sentence, depths[$0], $0) < (reading.frames[$1].sentence, depths[$1], $1)
        }
    }

    /// Whether a sentence asks: nothing is told by a question.
    private func isQuestion(_ sentence: Int) -> Bool {
        let words = reading.analysis.sentences[sentence].words
        return words.suffix(2).contains { reading.analysis.form($0) == "?" }
    }

    /// Whether a clause commands: "Lock him up!", "Thank you all".
    private func isCommand(_ frame: PredicateFrame) -> Bool {
        guard frame.kind == .finite, reading.analysis.pennTag(frame.word) == .vb, frame.subject == nil else {
            return false
        }
        return !reading.tree.children(of: frame.word).contains {
            switch reading.analysis.words.relations[Int($0)] {
            case .aux, .auxPass, .nsubj, .nsubjPass: true
            default: false
            }
        }
    }

    /// Conditions and purposes are no events of their own, nor is what hangs on them.
    private func isAside(_ frame: PredicateFrame) -> Bool {
        if isCommand(frame) { return true }
        var node = frame
        for _ in 0..<8 {
            if isOwnAside(node) { return true }
            guard node.governor >= 0, node.kind != .noun || node.word == frame.word else { return false }
            let outer = reading.frames[node.governor]
            guard outer.conditional, outer.kind != .noun else { return false }
            node = outer
        }
        return false
    }

    private func isOwnAside(_ frame: PredicateFrame) -> Bool {
        let relation = reading.analysis.words.relations[frame.word]
        // "Attacking the ports would not help": what is weighed has not been done.
        if frame.kind == .participle, relation == .csubj { return true }
        if frame.kind == .infinitive, !frame.factual, relation == .advcl || relation == .acl { return true }
        guard frame.conditional else { return false }
        return reading.tree.children(of: frame.word).contains {
            reading.analysis.words.relations[Int($0)] == .mark
                && matcher.vocabulary.classes(of: reading.words.lemmas[Int($0)]).meets(matcher.lexicon.condition)
        }
    }

    private func close(_ meaning: EventMeaning, in closed: inout [Bool]) {
        for word in meaning.words { closed[word] = true }
        for word in meaning.closed { closeBelow(word, in: &closed, wholly: meaning.operated, depth: 0) }
    }

    /// Closes what hangs on a word: all but relative clauses under an operator, phrases only else.
    private func closeBelow(_ word: Int, in closed: inout [Bool], wholly: Bool, depth: Int) {
        closed[word] = true
        guard depth < 32 else { return }
        for child in reading.tree.children(of: word)
        where !staysOpen(reading.analysis.words.relations[Int(child)], wholly: wholly) && !isPresupposed(Int(child)) {
            closeBelow(Int(child), in: &closed, wholly: wholly, depth: depth + 1)
        }
    }

    private func staysOpen(_ relation: Relation, wholly: Bool) -> Bool {
        switch relation {
        case .aclRelcl: true
        case .acl, .advcl, .parataxis: !wholly
        default: false
        }
    }

    // MARK: one event

    private func event(_ meaning: EventMeaning, _ index: Int) -> Event? {
        var meaning = meaning
        let frame = reading.frames[index]
        let reporter = reporter(of: frame) ?? (frame.obliged ? reporterBefore(frame) : nil)
        var modality = meaning.modality ?? frame.modality
        EventOutlook(book: matcher.book).apply(
            to: &meaning, modality: &modality, frame: frame, reporter: reporter, isPerfect: isPerfect(frame))
        guard let cameo = matcher.book.ontology.cameo(meaning.code), let type = meaning.type ?? cameo.plover else {
            return nil
        }
        let background = isBackground(frame)
        // "He was charged, police said": who tells of it is not who did it.
        if meaning.actors.isEmpty, !frame.passive, let reporter, matcher.book.isSaid(meaning.code),
            frame.subject.map({ matcher.pronoun(of: $0, mayMean: [reporter]) }) ?? true
        {
            meaning.actors = [reporter]
        }
        if modality == .denied, isUnable(frame) { return nil }
        if frame.kind == .noun, meaning.code >= "18" { takeSceneForTarget(&meaning) }
        var isFled = false
        if frame.kind == .noun, meaning.actors.isEmpty, matcher.book.isOfOwnState(meaning.code) {
            meaning.actors = statesFled(frame)
            isFled = !meaning.actors.isEmpty
        }
        if let reporter { freeObject(&meaning, frame: frame, reporter: reporter) }
        if !background { complete(&meaning, frame: frame, reporter: reporter) }
        dropOwnTargets(&meaning)
        let place = place(of: index)
        if background {
            guard !meaning.actors.isEmpty,
                !meaning.targets.isEmpty || !times[index].isEmpty || place != nil && frame.kind == .noun
                    || frame.kind == .noun && isPresupposed(frame.word) || isFled || tellsItself(frame)
                    || meaning.alone && frame.kind == .participle
            else { return nil }
        }
        guard EventScope.isPolitical(meaning, modality: modality) else { return nil }
        return Event(
            id: "", type: type, mode: meaning.mode ?? (meaning.type == nil ? cameo.mode : nil), cameo: meaning.code,
            date: DateReading(
                reading: reading, times: times, window: window, story: storyDates, isReported: { reported($0) != nil },
                isConcessive: { matcher.isConcessive($0) }, isRecentWord: { matcher.isRecent($0) }
            ).date(
                of: index, modality: modality, declared: matcher.book.isDeclared(meaning.code)),
            place: place?.words, location: place?.actor, actors: meaning.actors, targets: meaning.targets,
            modality: modality, reportedBy: reporter,
            evidence: [reading.evidence(of: index, article: article)],
            rule: meaning.rules.joined(separator: " > "), proposition: index,
            contexts: matcher.book.contexts(of: frame.sentence, reading),
            goldstein: cameo.goldstein)
    }

    /// Whether "cannot", "could not" or "unable to" rules an act out, which tells no act of refusing it.
    private func isUnable(_ frame: PredicateFrame) -> Bool {
        if frame.governor >= 0, frame.kind == .infinitive, matcher.isInability(reading.frames[frame.governor].word) {
            return true
        }
        return reading.tree.children(of: frame.word).contains {
            reading.analysis.words.relations[Int($0)] == .aux && matcher.isAbility(Int($0))
        }
    }

    /// Nouns, participles and relative clauses tell in passing: they must name their parties themselves.
    private func isBackground(_ frame: PredicateFrame) -> Bool {
        if frame.kind == .finite, reading.analysis.words.relations[frame.word] == .acl { return false }
        return switch reading.analysis.words.relations[frame.word] {
        case .acl, .aclRelcl, .advclRelcl: true
        case .advcl:
            frame.kind == .participle && frame.word > (frame.governor < 0 ? 0 : reading.frames[frame.governor].word)
        default: frame.kind == .noun
        }
    }

    /// Whether a relative clause has a subject of its own, so that it tells what that party did: "the charge,
    /// which Arland denies".
    private func tellsItself(_ frame: PredicateFrame) -> Bool {
        frame.kind == .finite && reading.analysis.words.relations[frame.word] == .aclRelcl
            && frame.arguments.contains { $0.role == .subject && !$0.inherited }
            && frame.arguments.contains { $0.role == .object && $0.inherited }
    }

    /// Whether an auxiliary "have" stands with a verb ("should have stopped").
    private func isPerfect(_ frame: PredicateFrame) -> Bool {
        reading.tree.children(of: frame.word).contains {
            reading.analysis.words.relations[Int($0)] == .aux && reading.analysis.lemma(Int($0)) == "have"
        }
    }

    /// Whether a noun's act is what the sentence takes for done: "following the withdrawal", "since the coup".
    private func isPresupposed(_ noun: Int) -> Bool {
        reading.nounOfWord[noun] >= 0
            && reading.tree.children(of: noun).contains {
                reading.analysis.words.relations[Int($0)] == .case && matcher.presupposes(Int($0))
            }
    }

    /// Parties that act together are not the target of what they do together.
    private func dropOwnTargets(_ meaning: inout EventMeaning) {
        // "The genocide of which Arland was accused, which its capital denies": nobody is their own target.
        meaning.targets.removeAll { target in
            meaning.actors.contains { $0.name == target.name && $0.country == target.country }
        }
        guard meaning.actors.count > 1 else { return }
        let countries = Set(meaning.actors.compactMap(\.country))
        meaning.targets.removeAll { $0.country.map(countries.contains) ?? false }
    }

    /// "Arlanders fleeing from a call-up": what people flee that a state does to its own is their state's doing.
    private func statesFled(_ frame: PredicateFrame) -> [ActorReference] {
        guard frame.governor >= 0, matcher.isFlight(reading.frames[frame.governor].word),
            let subject = reading.frames[frame.governor].subject,
            let country = actors.actors(ofPhrase: subject).first?.country, let state = state(country)
        else { return [] }
        return [state]
    }

    /// "The Paris attacks": a place before an act of force is where it struck.
    private func takeSceneForTarget(_ meaning: inout EventMeaning) {
        guard meaning.targets.isEmpty, !meaning.actors.isEmpty, meaning.actors.allSatisfy({ $0.kind == .place }) else {
            return
        }
        meaning.targets = meaning.actors
        meaning.actors = []
    }

    /// "Ann said Ben was wrong and criticised him": whom a pronoun object means is not who acts, so the actor
    /// is the reporter, whom the tree left out of the second clause.
    private func freeObject(_ meaning: inout EventMeaning, frame: PredicateFrame, reporter: ActorReference) {
        guard !frame.passive, meaning.targets.isEmpty, meaning.actors.count == 1, meaning.actors[0] != reporter,
            let object = frame.object, matcher.isObjectPronoun(object), actors.direct(object) == meaning.actors,
            reading.analysis.words.relations[frame.word] == .conj
        else { return }
        meaning.targets = meaning.actors
        meaning.actors = [reporter]
    }

    /// Puts in the parties that the syntax did not give, from the order of the words.
    private func complete(_ meaning: inout EventMeaning, frame: PredicateFrame, reporter: ActorReference?) {
        let order = WordOrder(reading: reading, actors: actors, matcher: matcher)
        if meaning.actors.isEmpty, frame.kind != .noun, !frame.passive, !names(frame, .subject) {
            meaning.actors = order.actors(before: frame.word)
            meaning.targets.removeAll { meaning.actors.contains($0) }
        }
        // What was signed with nobody named was signed where a name behind it says, not with whom.
        if meaning.targets.isEmpty, frame.kind != .noun, !meaning.bare || !meaning.actors.isEmpty {
            let speaker = [reporter].compactMap { $0 }
            meaning.targets = order.actors(
                after: frame.word, not: meaning.actors + speaker, addressed: names(frame, .object))
            if meaning.targets.isEmpty, meaning.code.hasPrefix("13") {
                // "… unless Borland withdraws": the condition names whom the threat is for.
                meaning.targets = order.actors(after: frame.word, not: meaning.actors, conditions: true)
            }
        }
        if meaning.targets.isEmpty, matcher.book.addressesOwnState(meaning.code),
            let country = meaning.actors.first?.country,
            let state = state(country)
        {
            meaning.targets = [state]
        }
    }

    /// Whether the tree gives a party in a role that is known to be none of the actors: a common noun ("the
    /// protesters"), not a pronoun.
    private func names(_ frame: PredicateFrame, _ role: PredicateFrame.Argument.Role) -> Bool {
        frame.arguments.contains {
            $0.role == role && !$0.clause && reading.analysis.words.upos[$0.word] == .noun
        }
    }

    private func reporter(of frame: PredicateFrame) -> ActorReference? {
        if let found = reported(frame.word) { return found }
        guard frame.report >= 0, let subject = reading.frames[frame.report].subject else { return nil }
        return actors.actors(ofPhrase: subject).first
    }

    /// The reporting clause before a "must" that the tree did not tie to it.
    private func reporterBefore(_ frame: PredicateFrame) -> ActorReference? {
        let sentence = reading.analysis.sentences[frame.sentence].words
        for word in (sentence.lowerBound..<frame.word).reversed() {
            let clause = Int(reading.clauseOfWord[word])
            guard clause >= 0, matcher.isReport(word), let subject = reading.frames[clause].subject else { continue }
            return actors.actors(ofPhrase: subject).first
        }
        return nil
    }

    /// The place that the frame's own words name, as printed.
    private func place(of index: Int) -> (words: String, actor: ActorReference)? {
        let frame = reading.frames[index]
        for argument in frame.arguments where argument.role == .oblique && !argument.clause && argument.preposition >= 0
        {
            guard matcher.isPlacePreposition(argument.preposition) else { continue }
            for mention in actors.mentions(in: reading.tree.phrase(of: argument.word)) {
                if let actor = mention.actors.first(where: { $0.kind == .place || $0.kind == .state }) {
                    return (reading.analysis.text[reading.analysis.span(ofWords: mention.words)], actor)
                }
            }
        }
        return nil
    }
}
