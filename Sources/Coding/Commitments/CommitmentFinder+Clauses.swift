import Linguistics
import Records

/// The clause that holds what a verb promises, wherever the parser hung it.
extension CommitmentFinder {
    /// The clause that holds what is promised: an infinitive, or one that lies ahead.
    func clause(of frame: PredicateFrame, force: Commitment.Force) -> Int? {
        for argument in frame.arguments where argument.clause && argument.word != frame.word {
            guard argument.role == .complement || argument.role == .oblique && isGerund(argument) else { continue }
            guard let index = self.frame(at: argument.word) else {
                if force == .pledge { return argument.word }
                continue
            }
            let content = reading.frames[index]
            let lies = propositions[index].modality
            if content.kind == .infinitive || content.kind == .participle {
                // Plans and decisions bind by what is to be done, not by any purpose.
                if force == .intention || force == .announcement, !isDeed(content.word) { continue }
                return argument.word
            }
            // "agreed that it should be closed" is an opinion.
            if force == .agreement, lies != .planned { continue }
            // "assured her that it was not so" promises nothing: what is promised lies ahead.
            if lies == .planned || lies == .possible {
                if force == .announcement || force == .intention, !isDeed(content.word) { continue }
                return argument.word
            }
        }
        // The parser may take the infinitive for one of purpose.
        if let object = frame.object {
            switch reading.analysis.words.upos[object] {
            case .det, .pron: break
            default:
                // "undertook in a letter to return": the parser may hang the infinitive on the nearest noun.
                if hasPreposition(object) { return infinitive(behind: frame) }
                if !isActor(object) { return nil }
            }
        }
        let purpose = reading.tree.children(of: frame.word).map(Int.init).first {
            reading.analysis.words.relations[$0] == .advcl && $0 > frame.word
                && (self.frame(at: $0).map { reading.frames[$0].kind == .infinitive } ?? false)
        }
        // "promised in a note to the court to return": of what is promised nothing else is told.
        let isBare = frame.object == nil && frame.arguments.contains { $0.role == .oblique && $0.word > frame.word }
        return purpose ?? (isBare && force == .pledge ? infinitive(behind: frame) : nil)
    }

    private func hasPreposition(_ word: Int) -> Bool {
        reading.tree.children(of: word).contains { reading.analysis.words.relations[Int($0)] == .case }
    }

    /// The first infinitive behind a verb, wherever below it the parser hung it.
    private func infinitive(behind frame: PredicateFrame) -> Int? {
        let end = reading.tree.extent(of: frame.word).upperBound
        return (frame.word + 1..<max(end, frame.word + 1)).first { word in
            guard let index = self.frame(at: word), reading.frames[index].kind == .infinitive else { return false }
            return [.acl, .advcl, .xcomp].contains(reading.analysis.words.relations[word])
        }
    }

    /// "promised, and Vell refused, to pull out": the infinitive behind the second verb is the first one's too.
    func shared(_ frame: PredicateFrame, _ entry: CommitmentLexicon.Entry) -> Int? {
        guard entry.places.contains(.clause), frame.object == nil || frame.passive else { return nil }
        for second in reading.tree.children(of: frame.word).map(Int.init)
        where reading.analysis.words.relations[second] == .conj && second > frame.word {
            let content = reading.tree.children(of: second).map(Int.init).first {
                $0 > second && [.xcomp, .advcl].contains(reading.analysis.words.relations[$0])
            }
            guard let content, let index = self.frame(at: content), reading.frames[index].kind == .infinitive,
                let opening = reading.tree.children(of: content).first, opening > 0,
                reading.analysis.pennTag(Int(opening)) == .comma || reading.analysis.pennTag(Int(opening) - 1) == .comma
            else { continue }
            return content
        }
        return nil
    }

    /// "The troops, Arland promised, would leave": the clause around a promise that is put between commas.
    func enclosing(_ frame: PredicateFrame, _ entry: CommitmentLexicon.Entry) -> Int? {
        guard entry.force == .pledge, let subject = frame.subject, subject < frame.word else { return nil }
        let before = reading.tree.phrase(of: subject).lowerBound - 1
        guard before > 0, reading.analysis.pennTag(before) == .comma else { return nil }
        let head = Int(reading.analysis.words.heads[frame.word])
        let below = reading.tree.children(of: frame.word).map(Int.init).filter {
            reading.analysis.words.relations[$0] == .parataxis
        }
        return (below + [reading.analysis.words.relations[frame.word] == .parataxis ? head : -1]).first { main in
            guard main > frame.word, let index = self.frame(at: main), hasFutureAuxiliary(main) else { return false }
            return propositions[index].modality == .planned || propositions[index].modality == .possible
        }
    }

    /// The infinitive that the parser took for a part of a noun phrase: "pledged, in a letter, to end fuel subsidies".
    func swallowed(_ content: Int, after verb: Int) -> Int? {
        let phrase = reading.tree.phrase(of: content)
        for word in max(phrase.lowerBound, verb + 1)..<max(content, verb + 1)
        where reading.analysis.pennTag(word) == .to && word + 1 < content {
            if reading.analysis.words.upos[word + 1] == .verb { return word + 1 }
        }
        return nil
    }

    private func isGerund(_ argument: PredicateFrame.Argument) -> Bool {
        argument.preposition >= 0 && lemma(argument.preposition) == lexicon.to
            && reading.analysis.pennTag(argument.word) == .vbg
    }
}
