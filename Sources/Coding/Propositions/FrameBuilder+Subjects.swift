import Linguistics
import Records

extension FrameBuilder {
    /// Finds the frame that a frame hangs on.
    mutating func govern(_ index: Int) {
        var node = frames[index].word
        if frames[index].kind == .noun, clauseOfWord[node] >= 0 {
            frames[index].governor = Int(clauseOfWord[node])
            return
        }
        for _ in 0..<24 {
            let head = Int(analysis.words.heads[node])
            if head < 0 { return }
            node = head
            if nounOfWord[node] >= 0, frames[index].kind == .noun || isClauseOfNoun(frames[index].word) {
                frames[index].governor = Int(nounOfWord[node])
                return
            }
            if clauseOfWord[node] >= 0 {
                frames[index].governor = Int(clauseOfWord[node])
                return
            }
        }
    }

    private func isClauseOfNoun(_ word: Int) -> Bool {
        let relation = analysis.words.relations[word]
        return relation == .acl || relation == .aclRelcl
    }

    /// Hands subjects and objects on to the frames that lack them, governors first.
    mutating func inheritArguments() {
        var done = [Bool](repeating: false, count: frames.count)
        for index in frames.indices { inherit(index, &done, depth: 0) }
    }

    private mutating func inherit(_ index: Int, _ done: inout [Bool], depth: Int) {
        if done[index] || depth > 24 { return }
        done[index] = true
        let governor = frames[index].governor
        if governor >= 0 { inherit(governor, &done, depth: depth + 1) }
        resolveRelativePronouns(index)
        if frames[index].kind == .noun {
            inheritIntoNoun(index)
        } else {
            shareWithTwin(index)
            inheritIntoClause(index)
            takeNounBefore(index)
        }
    }

    private mutating func give(_ index: Int, _ role: PredicateFrame.Argument.Role, _ word: Int?) {
        guard let word, word != frames[index].word, frames[index].word(role) == nil else { return }
        frames[index].arguments.append(.init(role: role, word: word, inherited: true))
    }

    private mutating func inheritIntoClause(_ index: Int) {
        let frame = frames[index]
        let word = frame.word
        let missing: PredicateFrame.Argument.Role = frame.passive ? .object : .subject
        switch analysis.words.relations[word] {
        case .conj:
            var head = Int(analysis.words.heads[word])
            // "was backed by Arland and opposed by Vell", the second participle hung on the first one's agent.
            if head >= 0, clauseOfWord[head] < 0, analysis.words.relations[head] == .oblAgent, frame.passive {
                head = Int(analysis.words.heads[head])
            }
            guard head >= 0, clauseOfWord[head] >= 0 else { return }
            let first = frames[Int(clauseOfWord[head])]
            if frame.word(missing) == nil { give(index, missing, surfaceSubject(of: first)) }
            if !frame.passive, frame.object == nil, let object = first.object, object > word {
                give(index, .object, object)
            }
            for argument in first.arguments where argument.role == .oblique && argument.word > word {
                frames[index].arguments.append(
                    .init(
                        role: .oblique, word: argument.word, preposition: argument.preposition,
                        clause: argument.clause, inherited: true))
            }
        case .xcomp:
            guard frame.word(missing) == nil, let governor = governorFrame(frame) else { return }
            let keeps = vocabulary.classes(of: words.lemmas[governor.word]).meets(lexicon.promise)
            let controller = governor.recipient ?? governor.object ?? toArgument(of: governor)
            give(index, missing, keeps ? (governor.subject ?? governor.object) : (controller ?? governor.subject))
        case .advcl, .advclRelcl:
            guard frame.word(missing) == nil, let governor = governorFrame(frame) else { return }
            let marked = governor.arguments.contains { $0.word == word && $0.role == .oblique }
            // "accused Arland of shelling": Arland; "joined Arland in condemning", "left without signing": not.
            let opening = preposition(of: word, relation: .mark)
            let isOf =
                marked && !(opening.map { vocabulary.classes(of: words.lemmas[$0]).meets(lexicon.attendant) } ?? false)
            if isOf, word > governor.word, frame.kind == .participle, let object = governor.object, object != word {
                give(index, missing, object)
            } else {
                give(index, missing, surfaceSubject(of: governor))
            }
        case .acl:
            let noun = Int(analysis.words.heads[word])
            guard noun >= 0, frame.word(missing) == nil else { return }
            if frame.kind == .infinitive, isSingledOut(noun) {
                frames[index].factual = true
                give(index, missing, clauseOfWord[noun] >= 0 ? frames[Int(clauseOfWord[noun])].subject ?? noun : noun)
            } else if frame.kind == .infinitive || preposition(of: word, relation: .mark) != nil {
                if nounOfWord[noun] >= 0 {
                    let act = frames[Int(nounOfWord[noun])]
                    give(index, missing, act.subject)
                } else if let possessor = tree.children(of: noun).first(where: {
                    analysis.words.relations[Int($0)] == .nmodPoss
                }) {
                    give(index, missing, Int(possessor))
                } else if let governor = governorFrame(frame) {
                    give(
                        index, missing, governor.object == noun ? governor.subject : governor.object ?? governor.subject
                    )
                }
            } else {
                give(index, missing, noun)
            }
        case .aclRelcl:
            let noun = Int(analysis.words.heads[word])
            guard noun >= 0 else { return }
            if frame.word(missing) == nil {
                give(index, missing, noun)
            } else if !frame.passive, frame.object == nil, frame.kind != .copular,
                !frame.arguments.contains(where: { $0.word == noun || $0.role == .complement }),
                !hasGapAdverb(word)
            {
                give(index, .object, noun)
            }
        case .ccomp, .parataxis, .dep:
            guard frame.word(missing) == nil, frame.kind != .finite, let governor = governorFrame(frame) else { return }
            give(index, missing, governor.subject)
        default: break
        }
    }

    /// Shares what follows two verbs of one act, "shot and killed a guard", "was beaten and jailed by police",
    /// with the first of them.
    private mutating func shareWithTwin(_ index: Int) {
        let word = frames[index].word
        for child in tree.children(of: word) where analysis.words.relations[Int(child)] == .conj {
            let child = Int(child)
            guard clauseOfWord[child] >= 0, child > word, child - word <= 2 else { continue }
            let twin = frames[Int(clauseOfWord[child])]
            guard twin.passive == frames[index].passive else { continue }
            let role: PredicateFrame.Argument.Role = twin.passive ? .subject : .object
            if let shared = twin.arguments.first(where: { $0.role == role && !$0.inherited }) {
                give(index, role, shared.word)
            }
        }
    }

    /// Gives a finite verb that has no subject the noun phrase right before it.
    private mutating func takeNounBefore(_ index: Int) {
        let frame = frames[index]
        guard frame.kind == .finite, frame.subject == nil, !frame.passive else { return }
        let start = analysis.sentences[frame.sentence].words.lowerBound
        var word = frame.word - 1
        while word >= start, analysis.words.upos[word] == .aux || analysis.words.upos[word] == .adv { word -= 1 }
        guard word >= start else { return }
        let tag = analysis.words.upos[word]
        guard tag == .noun || tag == .propn || tag == .pron else { return }
        for _ in 0..<8 {
            let head = Int(analysis.words.heads[word])
            // "After a night of talks Arland agreed": without a preposition the name is no part of the phrase.
            let relation = analysis.words.relations[word]
            if relation == .nmod || relation == .nmodUnmarked, analysis.words.upos[word] == .propn,
                preposition(of: word) == nil
            {
                break
            }
            guard head >= start, head < frame.word,
                analysis.words.upos[head] == .noun || analysis.words.upos[head] == .propn
            else { break }
            word = head
        }
        give(index, .subject, word)
    }

    /// Whether a noun is singled out by its rank, so that the infinitive after it tells a fact.
    private func isSingledOut(_ noun: Int) -> Bool {
        tree.children(of: noun).contains {
            (analysis.words.relations[Int($0)] == .amod || analysis.words.relations[Int($0)] == .advmod)
                && vocabulary.classes(of: words.lemmas[Int($0)]).meets(lexicon.rank)
        }
    }

    /// Whether a relative clause is opened by an adverb ("where", "when") and so lacks no argument.
    private func hasGapAdverb(_ word: Int) -> Bool {
        tree.children(of: word).contains { analysis.pennTag(Int($0)) == .wrb }
    }

    private mutating func inheritIntoNoun(_ index: Int) {
        let frame = frames[index]
        guard frame.subject == nil else { return }
        let word = frame.word
        for child in tree.children(of: word) {
            let relation = analysis.words.relations[Int(child)]
            guard relation == .amod || relation == .compound || relation == .nmodUnmarked else { continue }
            if analysis.words.upos[Int(child)] == .propn || analysis.form(Int(child)).first?.isUppercase == true {
                frames[index].arguments.append(.init(role: .subject, word: Int(child)))
                break
            }
        }
        guard frame.governor >= 0 else { return }
        let governor = frames[frame.governor]
        let isLight = vocabulary.classes(of: words.lemmas[governor.word]).meets(lexicon.light)
        guard governor.kind != .noun, isLight, governor.object == head(ofCoordination: word) else { return }
        give(index, .subject, governor.subject)
        for argument in governor.arguments where argument.role == .oblique && !argument.clause {
            frames[index].arguments.append(
                .init(role: .oblique, word: argument.word, preposition: argument.preposition, inherited: true))
        }
    }

    /// The first conjunct of a coordination.
    func head(ofCoordination word: Int) -> Int {
        var word = word
        while analysis.words.relations[word] == .conj, analysis.words.heads[word] >= 0 {
            let head = Int(analysis.words.heads[word])
            if head >= word { break }
            word = head
        }
        return word
    }

    private mutating func resolveRelativePronouns(_ index: Int) {
        for (position, argument) in frames[index].arguments.enumerated() where !argument.clause {
            let word = argument.word
            guard vocabulary.classes(of: words.forms[word]).meets(lexicon.relative),
                analysis.words.upos[word] == .pron || analysis.words.upos[word] == .det
            else { continue }
            var node = frames[index].word
            var found = false
            defer {
                if !found, let noun = nounBefore(relative: word) {
                    frames[index].arguments[position].word = noun
                    frames[index].arguments[position].inherited = true
                }
            }
            for _ in 0..<8 {
                if analysis.words.relations[node] == .aclRelcl {
                    let noun = person(above: Int(analysis.words.heads[node]), for: word)
                    // A possessive has no relative clause: the noun right before the pronoun has.
                    if noun >= 0, analysis.words.relations[noun] != .nmodPoss || nounBefore(relative: word) == nil {
                        frames[index].arguments[position].word = noun
                        frames[index].arguments[position].inherited = true
                        found = true
                    }
                    break
                }
                let head = Int(analysis.words.heads[node])
                if head < 0 { break }
                node = head
            }
        }
    }

    /// The person of "the head of the Arland Fund, who …": "who" is nobody's fund but its head.
    private func person(above noun: Int, for pronoun: Int) -> Int {
        guard noun >= 0, analysis.lemma(pronoun) == "who", analysis.words.upos[noun] == .propn,
            analysis.words.relations[noun] == .nmod
        else { return noun }
        let head = Int(analysis.words.heads[noun])
        guard head >= 0, analysis.words.upos[head] == .noun,
            vocabulary.classes(of: words.lemmas[head]).meets(lexicon.body)
        else { return noun }
        return head
    }

    /// The noun that stands right before a relative pronoun, a comma aside.
    private func nounBefore(relative word: Int) -> Int? {
        var before = word - 1
        if before >= 0, analysis.words.upos[before] == .punct { before -= 1 }
        guard before >= 0, analysis.words.upos[before] == .noun || analysis.words.upos[before] == .propn else {
            return nil
        }
        return before
    }

    private func governorFrame(_ frame: PredicateFrame) -> PredicateFrame? {
        frame.governor >= 0 ? frames[frame.governor] : nil
    }

    private func surfaceSubject(of frame: PredicateFrame) -> Int? {
        frame.passive ? frame.object ?? frame.subject : frame.subject
    }

    /// The "to" argument of a verb that asks someone to do something ("call on", "appeal to").
    private func toArgument(of frame: PredicateFrame) -> Int? {
        guard frame.kind != .copular, !frame.passive else { return nil }
        return frame.arguments.first {
            $0.role == .oblique && !$0.clause && $0.preposition >= 0
                && $0.word < (frame.word(.complement) ?? Int.max)
                && vocabulary.classes(of: words.lemmas[$0.preposition]).meets(lexicon.controller)
                && vocabulary.classes(of: words.lemmas[frame.word]).meets(lexicon.asking)
        }?.word
    }
}

extension PredicateFrame {
    var recipient: Int? { word(.recipient) }
}
