import Linguistics
import Records

/// Promises that a noun tells: "its pledge to", "made a commitment of", "the offer by".
extension CommitmentFinder {
    func noun(_ word: Int) -> CommitmentDraft? {
        guard let entry = lexicon.noun(lemma(word)) else { return nil }
        let head = Int(reading.analysis.words.heads[word])
        let relation = reading.analysis.words.relations[word]
        if isBroken(word) || isAskedFor(word) { return nil }
        let carrier = relation == .obj || relation == .obl || relation == .xcomp ? frame(at: head) : nil
        var draft = CommitmentDraft(
            force: entry.force, word: word, frame: -1, content: -1, clause: false, subject: -1)
        if let carrier {
            let frame = reading.frames[carrier]
            if isIn(.breaking, frame.word) || isIn(.failing, frame.word) { return nil }
            let made = isIn(.making, frame.word) || isIn(.renewing, frame.word)
            if made {
                guard !frame.negated, propositions[carrier].modality != .possible else { return nil }
                draft.frame = carrier
                draft.subject = frame.subject ?? -1
                draft.repeated = isIn(.renewing, frame.word) || isRepeated(frame.word)
            }
        }
        for child in reading.tree.children(of: word).map(Int.init) {
            switch reading.analysis.words.relations[child] {
            case .nmodPoss where draft.subject < 0 && !actors.direct(child).isEmpty: draft.subject = child
            case .nmod where draft.subject < 0 && isBroughtIn(child, by: lexicon.by): draft.subject = child
            case .amod where isIn(.renewing, child): draft.repeated = true
            case .amod, .compound: if draft.subject < 0, isActor(child) { draft.subject = child }
            default: break
            }
        }
        // What nobody is said to promise is a figure of speech; plans and words of honour are made by verbs.
        guard draft.subject >= 0, draft.frame >= 0 || entry.force == .pledge || entry.force == .offer else {
            return nil
        }
        content(of: &draft, entry)
        return draft.content >= 0 ? draft : nil
    }

    /// "Its promise has come to nothing", "the pledge was broken": a promise that is no more.
    private func isBroken(_ word: Int) -> Bool {
        let verb = Int(reading.analysis.words.heads[word])
        guard verb > word else { return isUndone(word) }
        if let frame = frame(at: verb), reading.frames[frame].negated { return false }
        switch reading.analysis.words.relations[word] {
        case .nsubjPass: return isIn(.breaking, verb) || isIn(.lapsing, verb)
        case .nsubj:
            if isIn(.lapsing, verb) { return true }
            return reading.tree.children(of: verb).contains { Int($0) > verb && isIn(.void, Int($0)) }
        default: return false
        }
    }

    /// A promise that the parser took for the head of its sentence, with what became of it below.
    private func isUndone(_ word: Int) -> Bool {
        guard reading.analysis.words.heads[word] < 0 else { return false }
        return reading.tree.children(of: word).map(Int.init).contains { verb in
            verb > word && reading.analysis.words.upos[verb] == .verb
                && (isIn(.lapsing, verb)
                    || reading.tree.children(of: verb).contains { Int($0) > verb && isIn(.void, Int($0)) })
        }
    }

    /// "demanded that Arland promise to withdraw": a subjunctive that was taken for a noun asks for a promise.
    private func isAskedFor(_ word: Int) -> Bool {
        let verb = Int(reading.analysis.words.heads[word])
        return verb >= 0 && verb < word && isIn(.asking, verb)
            && [.ccomp, .xcomp].contains(reading.analysis.words.relations[word])
    }

    private func content(of draft: inout CommitmentDraft, _ entry: CommitmentLexicon.Entry) {
        var carriers = [draft.word]
        if draft.frame >= 0 { carriers.append(reading.frames[draft.frame].word) }
        for place in entry.places {
            for carrier in carriers {
                for child in reading.tree.children(of: carrier).map(Int.init)
                where child > draft.word && child != draft.subject {
                    let relation = reading.analysis.words.relations[child]
                    switch place {
                    case .clause:
                        let isInfinitive = frame(at: child).map { reading.frames[$0].kind == .infinitive } ?? false
                        let isThat =
                            relation == .ccomp
                            || (relation == .acl || relation == .aclRelcl) && !isInfinitive
                                && (hasMark(child) || isTold(child, by: draft.word))
                        guard
                            isInfinitive && [.acl, .xcomp, .ccomp, .advcl].contains(relation) || isThat
                                || isBroughtIn(child, by: lexicon.to) && reading.analysis.pennTag(child) == .vbg
                        else { continue }
                        (draft.content, draft.clause) = (child, true)
                        return
                    case .preposition(let preposition):
                        guard relation == .nmod || relation == .obl || relation == .obj,
                            isBroughtIn(child, by: preposition),
                            !isActor(child) || isMoney[child]
                        else { continue }
                        draft.content = child
                        return
                    case .object: continue
                    }
                }
            }
        }
    }

    /// "gave its word that no ship would sail": a clause that the parser took for a relative one, whose "that" stands
    /// right behind the noun and which lies ahead with an object or subject of its own.
    private func isTold(_ clause: Int, by noun: Int) -> Bool {
        let that = noun + 1
        guard that < clause, lemma(that) == lexicon.that, hasFutureAuxiliary(clause) else { return false }
        return reading.tree.children(of: clause).contains {
            switch reading.analysis.words.relations[Int($0)] {
            case .nsubj, .nsubjPass: Int($0) != that
            default: false
            }
        }
    }

    private func hasMark(_ word: Int) -> Bool {
        reading.tree.children(of: word).contains { reading.analysis.words.relations[Int($0)] == .mark }
    }

    private func isBroughtIn(_ word: Int, by preposition: Int32) -> Bool {
        reading.tree.children(of: word).contains {
            let relation = reading.analysis.words.relations[Int($0)]
            return (relation == .case || relation == .mark) && lemma(Int($0)) == preposition
        }
    }
}
