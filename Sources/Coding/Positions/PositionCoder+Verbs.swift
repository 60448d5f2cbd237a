import Linguistics
import Records

/// Stances that a verb or an adjective tells: "condemned", "voted against", "is opposed to".
extension PositionCoder {
    func readVerb(_ index: Int, _ stances: inout [Stance]) {
        let frame = reading.frames[index]
        guard frame.kind != .copular else { return }
        if readSides(index, &stances) { return }
        for entry in lexicon.verb(lemma(frame.word)) {
            guard let (target, polarity) = object(of: index, entry) else { continue }
            var stance = Stance(
                holders: holders(index, subject: frame.subject), polarity: polarity,
                strength: strength(frame.word, entry.strength), basis: entry.basis, word: frame.word,
                target: target?.word, clause: target?.clause ?? false, reporter: propositions[index].reportedBy,
                evidence: clauseEvidence(index), subject: frame.subject)
            if frame.passive, frame.subject == nil {
                guard reading.isBarePassive(frame) else { return }
                stance.holders = holders(index, subject: frame.object)
                if target?.word == frame.object { return }
            }
            let governor = frame.governor >= 0 ? reading.frames[frame.governor] : nil
            let governed = governor.map { isComplement(frame, of: $0) } ?? false
            var negated = frame.negated && !isBallotWord(frame.word)
            if let governor, governed, isIn(.joining, governor.word), let companion = governor.object {
                // "joined Bahrain in condemning": both condemn.
                for actor in holders(frame.governor, subject: companion) where !stance.holders.contains(actor) {
                    stance.holders.append(actor)
                }
            }
            if let governor, governed {
                if isIn(.asking, governor.word), propositions[index].modality == .possible {
                    stance.holders = holders(frame.governor, subject: governor.subject)
                    stance.basis = .declared
                } else if propositions[index].modality == .possible {
                    return
                }
                if lemma(governor.word) == lexicon.deny {
                    stance.polarity = .neutral
                    negated = false
                } else if isIn(.dropping, governor.word), !isIn(.light, governor.word) {
                    negated = true
                }
                if isIn(.charging, governor.word) {
                    stance.basis = .described
                    if let accused = governor.object, frame.kind == .participle, !governor.passive {
                        stance.holders = holders(frame.governor, subject: accused)
                    }
                    stance.reporter = actors.actors(ofPhrase: governor.subject ?? governor.word).first
                }
            } else if propositions[index].modality == .possible {
                return
            }
            if hasNoLonger(frame.word) { negated = true }
            if negated {
                guard let other = entry.negated else { return }
                stance.polarity = polarity == entry.polarity ? other : .neutral
                stance.strength = .plain
            }
            if entry.basis == .declared, let object = target?.word, isIn(.voting, frame.word), isIn(.ballot, object),
                frame.passive || reading.analysis.pennTag(frame.word) == .vbd
            {
                stance.basis = .voted
            }
            if stance.basis == .voted, propositions[index].modality == .planned { stance.basis = .declared }
            if !stance.holders.isEmpty { stances.append(stance) }
            return
        }
    }

    /// What a verb's stance is towards, with the polarity that the way there gives; `nil` when the
    /// entry does not fit. A vote or an abstention may leave its object out.
    private func object(
        of index: Int, _ entry: PositionLexicon.Entry
    ) -> (PredicateFrame.Argument?, Position.Polarity)? {
        let frame = reading.frames[index]
        guard fits(entry.need, frame) else { return nil }
        for place in entry.places {
            guard let argument = argument(place, of: frame) ?? belowObject(of: frame, place, entry),
                argument.word != frame.word
            else { continue }
            // "voted in favour of the draft", "came out in support of": the noun tells which way.
            if place == .preposition(lexicon.in) || place == .preposition(lexicon.for),
                let noun = lexicon.noun(lemma(argument.word)).first, noun.basis != .voted
            {
                guard let thing = modifier(of: argument.word, noun.places) else { continue }
                return (.init(role: .oblique, word: thing), noun.polarity)
            }
            if place == .preposition(lexicon.in), entry.polarity != .neutral { continue }
            if entry.need == .ended { return (argument, .against) }
            // Whoever wants an end to something is against it.
            if wants(entry), isIn(.ending, argument.word) {
                let below = reading.tree.children(of: argument.word).map(Int.init).first {
                    reading.analysis.words.relations[$0] == .nmod
                }
                guard let thing = below ?? behind(argument.word, in: frame) else { return nil }
                return (.init(role: .object, word: thing), .against)
            }
            // "called for the union to act" is about what is to be done, not about who is to do it.
            if wants(entry), !argument.clause,
                reading.frames[index].arguments.contains(where: { $0.role == .complement })
                    || hasInfinitive(argument.word) || hasInfinitive(frame.word)
            {
                return nil
            }
            return (argument, entry.polarity)
        }
        if entry.places.contains(.object), entry.basis == .declared, !isIn(.dropping, frame.word), !wants(entry),
            frame.object == nil, let act = frame.arguments.first(where: { $0.role == .complement && $0.clause }),
            reading.analysis.pennTag(act.word) == .vbg
        {
            // "opposed banning the ships".
            return (act, entry.polarity)
        }
        // "wants the coalition to leave": the parser may give the object to the second verb.
        if entry.need == .ended,
            let leaving = frame.arguments.first(where: { $0.role == .complement && isIn(.ending, $0.word) }),
            let thing = reading.tree.children(of: leaving.word).map(Int.init).first(where: {
                reading.analysis.words.relations[$0] == .nsubj
            })
        {
            return (.init(role: .object, word: thing), .against)
        }
        guard entry.basis == .voted else { return nil }
        if entry.polarity == .neutral {
            // "abstained from voting on the resolution".
            for child in reading.tree.children(of: frame.word).map(Int.init) where child > frame.word {
                if let thing = modifier(of: child, entry.places) {
                    return (.init(role: .oblique, word: thing), .neutral)
                }
            }
            return (nil, .neutral)
        }
        // "voted no", "voted yes on the motion".
        let frameWord = frame.word
        for child in reading.tree.children(of: frameWord).map(Int.init) where child > frameWord {
            let isYes = isIn(.yes, child)
            guard isYes || isIn(.no, child) else { continue }
            let on = frame.arguments.first { $0.role == .oblique && $0.word > child }
            return (on, isYes ? .for : .against)
        }
        return nil
    }

    /// "an end to the siege": what "to" or "of" brings in right behind a word, though the parser hung it on the verb.
    private func behind(_ word: Int, in frame: PredicateFrame) -> Int? {
        frame.arguments.first {
            $0.role == .oblique && !$0.clause && $0.preposition == word + 1 && lemma($0.preposition) == lexicon.to
        }?.word
    }

    private func hasInfinitive(_ word: Int) -> Bool {
        reading.tree.children(of: word).map(Int.init).contains { child in
            switch reading.analysis.words.relations[child] {
            case .acl, .advcl, .xcomp: break
            default: return false
            }
            return child > word
                && reading.tree.children(of: child).contains { reading.analysis.pennTag(Int($0)) == .to }
        }
    }

    /// What a preposition brings in below the object ("imposed sanctions on Russia"), where the verb needs
    /// that object.
    private func belowObject(
        of frame: PredicateFrame, _ place: PositionLexicon.Place, _ entry: PositionLexicon.Entry
    ) -> PredicateFrame.Argument? {
        guard case .word = entry.need, case .preposition = place, let object = frame.object,
            let thing = modifier(of: object, [place])
        else { return nil }
        return .init(role: .oblique, word: thing)
    }

    /// "voted no": the word is the vote and no negation.
    private func isBallotWord(_ word: Int) -> Bool {
        lexicon.verb(lemma(word)).contains { $0.basis == .voted }
            && reading.tree.children(of: word).contains { Int($0) > word && isIn(.no, Int($0)) }
    }

    /// "urged Canberra to scrap the deal": whoever asks others to end a thing is against it.
    func readAsking(_ index: Int, _ stances: inout [Stance]) {
        let frame = reading.frames[index]
        guard isIn(.asking, frame.word), !frame.negated, !frame.passive, let subject = frame.subject,
            propositions[index].modality != .possible
        else { return }
        let asked = frame.arguments.filter { $0.role == .object || $0.role == .recipient || $0.role == .oblique }
        for carrier in [frame.word] + asked.map(\.word) {
            for child in reading.tree.children(of: carrier).map(Int.init) where isIn(.scrapping, child) {
                switch reading.analysis.words.relations[child] {
                case .xcomp, .ccomp, .advcl, .acl: break
                default: continue
                }
                guard let wish = self.frame(at: child), reading.frames[wish].kind != .participle,
                    !reading.tree.children(of: child).contains(where: {
                        reading.analysis.words.relations[Int($0)] == .advmod && isIn(.no, Int($0))
                    }), let object = reading.frames[wish].object, object > child
                else { continue }
                stances.append(
                    Stance(
                        holders: holders(index, subject: subject), polarity: .against, strength: .plain,
                        basis: .declared, word: frame.word, target: object, reporter: propositions[index].reportedBy,
                        evidence: clauseEvidence(index)))
                return
            }
        }
    }

    /// Verbs of calling for something: their object is what is wanted.
    private func wants(_ entry: PositionLexicon.Entry) -> Bool {
        entry.negated == .neutral && entry.polarity == .for && entry.need == .nothing
    }

    private func fits(_ need: PositionLexicon.Need, _ frame: PredicateFrame) -> Bool {
        let object = frame.object
        switch need {
        case .nothing: return true
        case .actor: return object.map { actors.direct($0).contains { $0.kind != .place } } ?? false
        case .word(.statehood):
            return object.map { isIn(.statehood, $0) || !actors.direct($0).isEmpty } ?? false
        case .noPerson: return object.map { !actors.direct($0).contains { $0.kind == .person } } ?? false
        case .ended:
            return frame.arguments.contains { $0.role == .complement && isIn(.ending, $0.word) }
                || object.map {
                    reading.tree.children(of: $0).contains {
                        reading.analysis.words.relations[Int($0)] == .acl && isIn(.ending, Int($0))
                    }
                } ?? false
        case .word(let name): return object.map { isIn(name, $0) } ?? false
        }
    }

    private func isComplement(_ frame: PredicateFrame, of governor: PredicateFrame) -> Bool {
        switch reading.analysis.words.relations[frame.word] {
        case .xcomp, .ccomp: true
        case .advcl, .acl, .obl: governor.arguments.contains { $0.word == frame.word } || isIn(.charging, governor.word)
        default: false
        }
    }

    /// "no longer supports": an end of it.
    private func hasNoLonger(_ word: Int) -> Bool {
        reading.tree.children(of: word).map(Int.init).contains {
            reading.analysis.words.relations[$0] == .advmod && isIn(.longer, $0)
        }
    }

    /// "takes no side in the dispute", "has no position on it": neutral only where it is negated.
    private func readSides(_ index: Int, _ stances: inout [Stance]) -> Bool {
        let frame = reading.frames[index]
        guard let object = frame.object, isIn(.light, frame.word), isIn(.side, object) || isIn(.stance, object),
            frame.negated, propositions[index].modality != .possible
        else { return false }
        let target =
            reading.tree.children(of: object).map(Int.init).first { reading.analysis.words.relations[$0] == .nmod }
            ?? frame.arguments.first { $0.role == .oblique && $0.word > object }?.word
        stances.append(
            Stance(
                holders: holders(index, subject: frame.subject), polarity: .neutral, strength: .plain,
                basis: .declared, word: object, target: target, reporter: propositions[index].reportedBy,
                evidence: clauseEvidence(index)))
        return true
    }

    /// "is opposed to", "remains neutral in", "takes a neutral position on", "is against the plan".
    func readAdjective(_ index: Int, _ stances: inout [Stance]) {
        let frame = reading.frames[index]
        guard propositions[index].modality != .possible else { return }
        var candidates = [frame.word]
        if isIn(.keeping, frame.word) || frame.kind == .copular {
            candidates += frame.arguments.filter { $0.role == .complement || $0.role == .object }.map(\.word)
        }
        for argument in frame.arguments where argument.role == .object && isIn(.stance, argument.word) {
            candidates += reading.tree.children(of: argument.word).map(Int.init)
                .filter { reading.analysis.words.relations[$0] == .amod }
        }
        for word in candidates {
            let found = lexicon.adjective(reading.words.forms[word])
            for entry in found.isEmpty ? lexicon.adjective(lemma(word)) : found {
                let holder = frame.passive ? frame.object : frame.subject
                guard word != frame.word || frame.kind == .copular || frame.passive, holder != nil else { continue }
                let head = Int(reading.analysis.words.heads[word])
                let target =
                    modifier(of: word, entry.places)
                    ?? (head >= 0 && word != frame.word ? modifier(of: head, entry.places) : nil)
                    ?? entry.places.lazy.compactMap { argument($0, of: frame)?.word }.first
                guard let target else { continue }
                guard let polarity = frame.negated ? entry.negated : entry.polarity else { continue }
                stances.append(
                    Stance(
                        holders: holders(index, subject: holder), polarity: polarity,
                        strength: strength(word, entry.strength), basis: entry.basis, word: word, target: target,
                        clause: reading.analysis.words.upos[target] == .verb,
                        reporter: propositions[index].reportedBy, evidence: clauseEvidence(index), subject: holder))
                return
            }
        }
        readPreposition(index, &stances)
    }

    /// "is against the sanctions", "is for the enlargement".
    private func readPreposition(_ index: Int, _ stances: inout [Stance]) {
        let frame = reading.frames[index]
        // "is for sure" is for nothing.
        guard frame.kind == .copular, let subject = frame.subject, reading.analysis.words.upos[frame.word] != .adj
        else { return }
        for child in reading.tree.children(of: frame.word).map(Int.init)
        where reading.analysis.words.relations[child] == .case && child < frame.word {
            let preposition = lemma(child)
            guard preposition == lexicon.against || preposition == lexicon.for else { continue }
            let against = preposition == lexicon.against
            let holders = holders(index, subject: subject).filter { $0.kind != .place }
            guard !holders.isEmpty else { return }
            stances.append(
                Stance(
                    holders: holders, polarity: frame.negated ? .neutral : against ? .against : .for,
                    strength: strength(frame.word, .plain), basis: .declared, word: child, target: frame.word,
                    opening: child,
                    reporter: propositions[index].reportedBy, evidence: clauseEvidence(index), subject: subject))
        }
    }
}
