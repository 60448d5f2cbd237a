import Linguistics
import Records

/// Stances that a noun tells: "support for", "a critic of", and what something is called.
extension PositionCoder {
    /// "expressed support for", "China's opposition to", "is in favour of".
    func readNoun(_ word: Int, _ lemma: Int32, _ stances: inout [Stance]) {
        // "has nothing against": the pronoun tells the stance as a noun does.
        guard reading.analysis.words.upos[word] == .noun || reading.analysis.words.upos[word] == .pron else { return }
        for entry in lexicon.noun(lemma) {
            let head = Int(reading.analysis.words.heads[word])
            let relation = reading.analysis.words.relations[word]
            var carrier =
                frame(at: word) ?? (relation == .obj || relation == .obl || relation == .nsubj ? frame(at: head) : nil)
            var target = modifier(of: word, entry.places)
            if target == nil, let carrier, relation == .obj || relation == .obl && isBroughtIn(word) {
                target =
                    reading.frames[carrier].arguments.first {
                        $0.role == .oblique && $0.word > word && $0.preposition >= 0
                            && (entry.places.contains(.preposition(self.lemma($0.preposition)))
                                || relation == .obl && self.lemma($0.preposition) == lexicon.to)
                    }?.word
            }
            if target == nil, let carrier, isIn(.light, reading.frames[carrier].word) {
                // "gave the plan its backing".
                target = reading.frames[carrier].word(.recipient) ?? otherObject(of: carrier, before: word)
            }
            if target == nil, relation == .appos || relation == .dep, head >= 0, let outer = outerFrame(head),
                isIn(.light, reading.frames[outer].word)
            {
                (carrier, target) = (outer, head)
            }
            guard let target else { continue }
            var stance = Stance(
                holders: [], polarity: entry.polarity, strength: strength(word, entry.strength), basis: .described,
                word: word, target: target, clause: reading.analysis.words.upos[target] == .verb, reporter: nil,
                evidence: carrier.map(clauseEvidence) ?? phraseEvidence(word))
            if let carrier, let subject = expresser(carrier, of: word) {
                let frame = reading.frames[carrier]
                guard propositions[carrier].modality != .possible else { return }
                stance.holders = holders(carrier, subject: subject)
                if stance.holders.isEmpty {
                    stance.holders = possessor(of: word, besides: target)
                } else {
                    stance.basis = .declared
                }
                stance.reporter = propositions[carrier].reportedBy
                if frame.negated || isIn(.dropping, frame.word) && !isIn(.light, frame.word) {
                    guard let other = entry.negated, other != .neutral || frame.negated else { return }
                    if other != stance.polarity { stance.strength = .plain }
                    stance.polarity = other
                }
            } else {
                if entry.basis == .voted { stance.basis = .voted }
                // "the opposition" of a state is its parties; a stance has someone who holds it.
                stance.holders = possessor(of: word, besides: target)
                stance.reporter = carrier.flatMap { propositions[$0].reportedBy }
            }
            if !stance.holders.isEmpty { stances.append(stance) }
            return
        }
    }

    /// The subject of a verb that expresses or drops the stance, or of its copula ("is in favour of").
    private func expresser(_ carrier: Int, of word: Int) -> Int? {
        let frame = reading.frames[carrier]
        if frame.kind == .copular {
            let isPredicate =
                frame.word == word
                && reading.tree.children(of: word).contains {
                    reading.analysis.words.relations[Int($0)] == .case && lemma(Int($0)) == lexicon.in
                }
            return isPredicate ? frame.subject : nil
        }
        if reading.analysis.words.relations[word] == .obl || reading.analysis.words.relations[word] == .appos {
            return isBroughtIn(word) || reading.analysis.words.relations[word] == .appos ? frame.subject : nil
        }
        guard frame.object == word || otherObject(of: carrier, before: word) != nil,
            isIn(.light, frame.word) || isIn(.dropping, frame.word)
        else { return nil }
        return frame.subject
    }

    /// "gave the plan its support", read as two objects: the first is what the second goes to.
    private func otherObject(of carrier: Int, before word: Int) -> Int? {
        let frame = reading.frames[carrier]
        guard let first = frame.object, first < word, reading.analysis.words.relations[word] == .obj,
            frame.arguments.contains(where: { $0.role == .object && $0.word == word })
        else { return nil }
        return first
    }

    /// "walked out in protest at", "reacted with dismay to": the stance comes with an act of its holder.
    private func isBroughtIn(_ word: Int) -> Bool {
        let head = Int(reading.analysis.words.heads[word])
        return reading.tree.children(of: word).contains {
            reading.analysis.words.relations[Int($0)] == .case
                && (lemma(Int($0)) == lexicon.in || lemma(Int($0)) == lexicon.with && isIn(.reacting, head))
        }
    }

    /// The frame of the verb that a noun is the object of.
    private func outerFrame(_ noun: Int) -> Int? {
        let head = Int(reading.analysis.words.heads[noun])
        return reading.analysis.words.relations[noun] == .obj ? frame(at: head) : nil
    }

    /// Whose stance a noun names: its possessor, an adjective of nation before it, "from" or "by" after it.
    private func possessor(of word: Int, besides target: Int) -> [ActorReference] {
        for child in reading.tree.children(of: word).map(Int.init) where child != target {
            switch reading.analysis.words.relations[child] {
            case .nmodPoss, .amod, .compound:
                let found = actors.direct(child)
                if !found.isEmpty { return found }
            case .nmod where child > word:
                let found = actors.actors(ofPhrase: child)
                let isOrigin = reading.tree.children(of: child).contains {
                    reading.analysis.words.relations[Int($0)] == .case && isIn(.origin, Int($0))
                }
                if isOrigin, !found.isEmpty { return found }
            default: break
            }
        }
        return []
    }

    /// "is an ally of", "Hungary, a critic of the sanctions", "is seen as a supporter of".
    func readRole(_ word: Int, _ lemma: Int32, _ stances: inout [Stance]) {
        // The tagger is not sure of all of these nouns ("an ally of").
        guard reading.analysis.words.upos[word] != .verb else { return }
        for entry in lexicon.role(lemma) {
            let possessor = reading.tree.children(of: word).map(Int.init).first {
                reading.analysis.words.relations[$0] == .nmodPoss && !actors.direct($0).isEmpty
            }
            guard let target = modifier(of: word, entry.places) ?? possessor,
                let (holders, index) = holder(ofRole: word, target: target), !holders.isEmpty
            else { continue }
            if let index, propositions[index].modality == .possible { return }
            let negated = index.map { reading.frames[$0].negated } ?? false
            guard let polarity = negated ? entry.negated : entry.polarity else { return }
            stances.append(
                Stance(
                    holders: holders, polarity: polarity, strength: strength(word, entry.strength), basis: .described,
                    word: word, target: target, reporter: index.flatMap { propositions[$0].reportedBy },
                    evidence: index.map(clauseEvidence) ?? phraseEvidence(word)))
            return
        }
    }

    private func holder(ofRole word: Int, target: Int) -> ([ActorReference], Int?)? {
        let head = Int(reading.analysis.words.heads[word])
        if let index = frame(at: word), reading.frames[index].kind == .copular {
            return (holders(index, subject: reading.frames[index].subject), index)
        }
        guard head >= 0 else { return nil }
        switch reading.analysis.words.relations[word] {
        case .appos: return (actors.actors(ofPhrase: head), nil)
        case .conj where isApposed(word, behind: head):
            // "Arland and Vell, both critics of the dam": read as a third of them.
            return (actors.actors(ofPhrase: head), nil)
        case .obl, .xcomp:
            guard let index = frame(at: head), reading.frames[index].passive || isIn(.keeping, head) else { return nil }
            let frame = reading.frames[index]
            return (holders(index, subject: frame.passive ? frame.object : frame.subject), index)
        default:
            let apposed = reading.tree.children(of: word).map(Int.init).first {
                reading.analysis.words.relations[$0] == .appos && $0 != target
            }
            return apposed.map { (actors.actors(ofPhrase: $0), nil) }
        }
    }

    /// Whether a conjunct stands behind a comma and has no conjunction but "both".
    private func isApposed(_ word: Int, behind head: Int) -> Bool {
        let first = reading.tree.phrase(of: word).lowerBound
        guard head < first, first > 0 else { return false }
        let hasComma = (head + 1...first).contains { reading.analysis.pennTag($0) == .comma }
        return hasComma && actors.direct(word).isEmpty
            && !reading.tree.children(of: word).contains { reading.analysis.words.relations[Int($0)] == .cc }
    }

    /// "called the sanctions illegal", "said that the coup was unacceptable".
    func readJudgement(_ index: Int, _ stances: inout [Stance]) {
        let frame = reading.frames[index]
        guard propositions[index].modality != .possible else { return }
        if frame.kind == .copular {
            guard propositions[index].modality != .planned, let reporter = propositions[index].reportedBy,
                let subject = frame.subject, let entry = lexicon.evaluation(lemma(frame.word)), !frame.negated,
                // "are under threat" calls nobody a threat.
                !reading.tree.children(of: frame.word).contains(where: {
                    reading.analysis.words.relations[Int($0)] == .case
                }),
                reading.analysis.words.upos[subject] != .pron || !actors.direct(subject).isEmpty
            else { return }
            stances.append(
                Stance(
                    holders: [reporter], polarity: entry.polarity, strength: strength(frame.word, entry.strength),
                    basis: .declared, word: frame.word, target: subject, reporter: nil, evidence: clauseEvidence(index))
            )
            return
        }
        guard isIn(.judging, frame.word), !frame.negated, !frame.passive, let subject = frame.subject else { return }
        let nominals = reading.tree.children(of: frame.word).map(Int.init).filter { $0 > frame.word }
        guard let object = nominals.first(where: { reading.analysis.words.relations[$0] == .obj }) else {
            // The parser may take "the sanctions illegal" for a clause.
            guard
                let clause = nominals.first(where: {
                    [.ccomp, .xcomp].contains(reading.analysis.words.relations[$0])
                }), let entry = evaluation(clause),
                let thing = reading.tree.children(of: clause).map(Int.init).first(where: {
                    reading.analysis.words.relations[$0] == .nsubj
                        || reading.analysis.words.relations[$0] == .compound && $0 == clause - 1
                            && isDetermined(clause)
                })
            else { return }
            return append(index, subject, entry, clause, thing, &stances)
        }
        for candidate in nominals where candidate != object {
            guard let entry = evaluation(candidate) else { continue }
            return append(index, subject, entry, candidate, object, &stances)
        }
        for candidate in reading.tree.children(of: object).map(Int.init) where candidate > object {
            guard let entry = evaluation(candidate) else { continue }
            return append(index, subject, entry, candidate, object, &stances)
        }
    }

    /// "called the ruling null and void": with an article before both, the first noun is what the second one judges.
    private func isDetermined(_ noun: Int) -> Bool {
        noun > 1 && reading.analysis.words.upos[noun - 2] == .det && reading.analysis.words.upos[noun - 1] == .noun
    }

    private func append(
        _ index: Int, _ subject: Int, _ entry: PositionLexicon.Entry, _ word: Int, _ target: Int,
        _ stances: inout [Stance]
    ) {
        stances.append(
            Stance(
                holders: holders(index, subject: subject), polarity: entry.polarity,
                strength: strength(word, entry.strength), basis: .declared, word: word, target: target,
                reporter: propositions[index].reportedBy, evidence: clauseEvidence(index)))
    }

    /// The evaluation that a word tells, itself or by an adjective of its own.
    private func evaluation(_ word: Int) -> PositionLexicon.Entry? {
        if let own = lexicon.evaluation(lemma(word)) { return own }
        for child in reading.tree.children(of: word).map(Int.init) {
            switch reading.analysis.words.relations[child] {
            case .amod, .compound, .conj, .obj, .xcomp: if let found = lexicon.evaluation(lemma(child)) { return found }
            default: break
            }
        }
        return nil
    }
}
