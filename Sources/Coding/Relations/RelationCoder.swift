import Linguistics
import Records
import Text

/// Lasting ties that a text asserts: membership, alliance, border, dependence, ownership, office.
struct RelationCoder {
    let reading: ClauseReading
    let lexicon: RelationLexicon
    let actors: ActorView
    let propositions: [Proposition]
    let factuality: FactualityReader
    let article: String

    /// A tie found, before its sides are checked.
    struct Tie {
        var entry: RelationLexicon.Entry
        var holders: [ActorReference]
        var other: Int
        /// The frame that asserts it, or -1 for a noun phrase.
        var frame: Int
        var word: Int
        var standing: ActorRelation.Standing
        var begins: Bool
    }

    /// The relations of an article in order, each told once. O(words).
    func code() -> [ActorRelation] {
        var relations: [ActorRelation] = []
        for index in reading.frames.indices where reading.frames[index].kind != .noun {
            for tie in ties(index) { add(tie, to: &relations) }
        }
        for word in 0..<reading.analysis.words.count where reading.words.lemmas[word] >= 0 {
            if let tie = role(word) { add(tie, to: &relations) }
            for relation in office(word) where !relations.contains(where: { isSame($0, relation) }) {
                relations.append(relation)
            }
        }
        relations.sort { ($0.evidence.start, $0.evidence.end) < ($1.evidence.start, $1.evidence.end) }
        for index in relations.indices { relations[index].id = "\(article)-r\(index + 1)" }
        return relations
    }

    // MARK: verbs

    private func ties(_ index: Int) -> [Tie] {
        let frame = reading.frames[index]
        guard !frame.negated, frame.kind == .finite || frame.kind == .copular || frame.passive,
            let standing = standing(of: index)
        else { return [] }
        var found: [Tie] = []
        for entry in lexicon.entries(lemma(frame.word)) {
            var holder = frame.subject
            switch entry.form {
            case .verb, .adjective:
                guard !frame.passive, entry.form == .verb || frame.kind == .copular else { continue }
            case .passive:
                guard frame.passive else { continue }
                holder = frame.object
            case .owned: guard frame.passive else { continue }
            case .tie: guard let object = frame.object, isIn(.tie, object) else { continue }
            case .membership: guard let object = frame.object, isIn(.membership, object) else { continue }
            case .role, .object, .supply: continue
            }
            guard let holder else { continue }
            if entry.form == .tie, other(of: frame, entry, besides: holder) == nil {
                if let tie = mutual(index, holder, entry, standing) { found.append(tie) }
                continue
            }
            guard let other = other(of: frame, entry, besides: holder) else { continue }
            found.append(
                Tie(
                    entry: entry, holders: holders(holder), other: other, frame: index, word: frame.word,
                    standing: standing == .holds ? entry.standing : standing, begins: entry.begins))
        }
        if let tie = supply(index, standing) { found.append(tie) }
        if isIn(.having, frame.word), let object = frame.object, let holder = frame.subject {
            for entry in lexicon.entries(lemma(object)) where entry.form == .object {
                guard let other = below(object, entry.prepositions) ?? oblique(of: frame, entry.prepositions) else {
                    if let tie = mutual(index, holder, entry, standing) { found.append(tie) }
                    continue
                }
                found.append(
                    Tie(
                        entry: entry, holders: holders(holder), other: other, frame: index, word: object,
                        standing: standing, begins: false))
            }
        }
        return found
    }

    /// "Oman and Yemen share a border": each is the other side of the other.
    private func mutual(
        _ index: Int, _ holder: Int, _ entry: RelationLexicon.Entry, _ standing: ActorRelation.Standing
    ) -> Tie? {
        let both = holders(holder)
        guard both.count == 2,
            let second = reading.tree.children(of: holder).map(Int.init).first(where: {
                reading.analysis.words.relations[$0] == .conj && !actors.direct($0).isEmpty
            })
        else { return nil }
        return Tie(
            entry: entry, holders: [both[0]], other: second, frame: index, word: reading.frames[index].word,
            standing: standing == .holds ? entry.standing : standing, begins: entry.begins)
    }

    /// "imports nearly all of its gas from Vell": who gets most of a thing from one state depends on that.
    private func supply(_ index: Int, _ standing: ActorRelation.Standing) -> Tie? {
        let frame = reading.frames[index]
        guard isIn(.getting, frame.word), !frame.passive, let holder = frame.subject, let object = frame.object else {
            return nil
        }
        let end = reading.tree.extent(of: frame.word).upperBound
        let words = frame.word + 1..<max(end, frame.word + 1)
        guard (frame.word + 1...max(object, frame.word + 1)).contains(where: { isIn(.most, $0) }),
            let from = words.first(where: { $0 > object && isIn(.source, $0) }),
            words.contains(where: { $0 < from && reading.analysis.words.relations[$0] == .nmodPoss })
        else { return nil }
        let other = Int(reading.analysis.words.heads[from])
        guard other > from, !actors.direct(other).isEmpty, let entry = lexicon.supply else { return nil }
        return Tie(
            entry: entry, holders: holders(holder), other: other, frame: index, word: frame.word, standing: standing,
            begins: false)
    }

    /// How the tie stands by its clause; `nil` for what is only wished or possible.
    private func standing(of index: Int) -> ActorRelation.Standing? {
        switch propositions[index].modality {
        case .happened, .ongoing: return .holds
        case .planned: return reading.frames[index].kind == .finite ? .planned : nil
        case .possible, .denied: return nil
        }
    }

    private func other(of frame: PredicateFrame, _ entry: RelationLexicon.Entry, besides holder: Int) -> Int? {
        if entry.takesObject, let object = frame.object, object != holder { return antecedent(of: object, in: frame) }
        if frame.passive, entry.prepositions.contains(lexicon.by), let agent = frame.subject { return agent }
        return oblique(of: frame, entry.prepositions)
            ?? frame.object.flatMap { below($0, entry.prepositions) }
    }

    private func oblique(of frame: PredicateFrame, _ prepositions: [Int32]) -> Int? {
        frame.arguments.first {
            $0.role == .oblique && $0.preposition >= 0 && prepositions.contains(lemma($0.preposition))
        }?.word
    }

    /// "left the union and rejoined it": what the clause before had as its object.
    private func antecedent(of object: Int, in frame: PredicateFrame) -> Int {
        guard reading.analysis.words.upos[object] == .pron, reading.analysis.words.relations[frame.word] == .conj
        else { return object }
        // Who acts is not what it acts upon, whatever the chain says.
        let own = actors.direct(object)
        let acting = frame.subject.map { actors.actors(ofPhrase: $0) } ?? []
        guard own.allSatisfy({ one in acting.contains { $0.id == one.id } }) else { return object }
        let head = Int(reading.analysis.words.heads[frame.word])
        guard head >= 0, reading.clauseOfWord[head] >= 0 else { return object }
        return reading.frames[Int(reading.clauseOfWord[head])].object ?? object
    }

    // MARK: roles

    /// "a member of NATO", "Russia's ally", "NATO member Hungary".
    private func role(_ word: Int) -> Tie? {
        guard reading.analysis.words.upos[word] != .verb else { return nil }
        for entry in lexicon.entries(lemma(word)) where entry.form == .role {
            if isFormer(word) { return nil }
            let (holders, frame) = bearer(word)
            guard !holders.isEmpty else { return nil }
            var standing = ActorRelation.Standing.holds
            var begins = false
            if frame >= 0 {
                guard !reading.frames[frame].negated, let own = self.standing(of: frame) else { return nil }
                standing = own
                let link = reading.frames[frame]
                if link.kind == .copular, propositions[frame].modality == .happened { standing = .ended }
                begins = link.kind != .copular
            }
            if let other = below(word, entry.prepositions) ?? possessor(word) {
                return Tie(
                    entry: entry, holders: holders, other: other, frame: frame, word: word, standing: standing,
                    begins: begins)
            }
            // "Belarus and Russia are allies": each to the other.
            if holders.count == 2, frame >= 0, let subject = reading.frames[frame].subject,
                let second = reading.tree.children(of: subject).map(Int.init).first(where: {
                    reading.analysis.words.relations[$0] == .conj
                })
            {
                return Tie(
                    entry: entry, holders: [holders[0]], other: second, frame: frame, word: word,
                    standing: standing, begins: begins)
            }
        }
        return nil
    }

    /// Who bears a role, and the frame that says so.
    private func bearer(_ word: Int) -> ([ActorReference], Int) {
        let head = Int(reading.analysis.words.heads[word])
        if reading.clauseOfWord[word] >= 0 {
            let index = Int(reading.clauseOfWord[word])
            if reading.frames[index].kind == .copular, let subject = reading.frames[index].subject {
                return (holders(subject), index)
            }
        }
        guard head >= 0 else { return ([], -1) }
        switch reading.analysis.words.relations[word] {
        case .appos, .compound, .nmodDesc, .nmodUnmarked, .flat:
            let found = actors.direct(head)
            if !found.isEmpty { return (actors.actors(ofPhrase: head), -1) }
        case .obl where isIn(.styling, head) && reading.clauseOfWord[head] >= 0:
            // "describes itself as a friend of": the one who says so of itself.
            let index = Int(reading.clauseOfWord[head])
            let frame = reading.frames[index]
            if let object = frame.object, isIn(.reflexive, object), let subject = frame.subject {
                return (holders(subject), index)
            }
        case .xcomp, .obj, .obl:
            if isIn(.becoming, head), reading.clauseOfWord[head] >= 0 {
                let index = Int(reading.clauseOfWord[head])
                if let subject = reading.frames[index].subject { return (holders(subject), index) }
            }
        default: break
        }
        for child in reading.tree.children(of: word).map(Int.init) where child > word {
            switch reading.analysis.words.relations[child] {
            case .appos, .flat, .nmodDesc, .nmodUnmarked:
                let found = actors.direct(child)
                if !found.isEmpty { return (found, -1) }
            default: break
            }
        }
        return ([], -1)
    }

    private func possessor(_ word: Int) -> Int? {
        reading.tree.children(of: word).map(Int.init).first {
            switch reading.analysis.words.relations[$0] {
            case .nmodPoss, .compound, .amod: !actors.direct($0).isEmpty
            default: false
            }
        } ?? ancestorModifier(word)
    }

    /// An adjective of nation below another adjective ("a British overseas territory").
    private func ancestorModifier(_ word: Int) -> Int? {
        reading.tree.phrase(of: word).first {
            $0 < word && reading.analysis.words.relations[$0] == .amod
                && actors.direct($0).contains { $0.kind == .state }
        }
    }

    // MARK: what all share

    private func add(_ tie: Tie, to relations: inout [ActorRelation]) {
        let times = tie.frame >= 0 ? propositions[tie.frame].times.filter { $0.range != nil && $0.anchor == nil } : []
        let day = times.first?.range
        let start = times.first { $0.order == .since }?.range ?? (tie.begins ? day : nil)
        for holder in tie.holders {
            for other in others(of: tie, besides: holder) {
                guard let other = fitting(other, tie, holder) else { continue }
                var relation = ActorRelation(
                    id: "", kind: tie.entry.kind, holder: holder, other: other.actor, otherSurface: text(tie.other),
                    standing: tie.standing, since: tie.standing != .ended ? start : nil,
                    until: tie.standing == .ended ? day : nil,
                    reportedBy: tie.frame >= 0 ? propositions[tie.frame].reportedBy : nil,
                    sentence: reading.analysis.sentence(ofWord: tie.word), evidence: evidence(tie))
                relation.factuality = factuality.factuality(ofWord: tie.word)
                if !relations.contains(where: { isSame($0, relation) }) { relations.append(relation) }
            }
        }
    }

    /// The other sides of a tie: what its word names, and what is coordinated with it; of a dependence on
    /// somebody's goods ("on Russian gas") whose they are; of a border with several whom it lists.
    private func others(of tie: Tie, besides holder: ActorReference) -> [ActorReference?] {
        var found = actors.direct(tie.other)
        for child in reading.tree.children(of: tie.other).map(Int.init)
        where reading.analysis.words.relations[child] == .conj && reading.analysis.words.upos[child] != .verb {
            for actor in actors.direct(child) where !found.contains(actor) { found.append(actor) }
        }
        if found.isEmpty, tie.entry.kind == .dependence { found = actors.actors(ofPhrase: tie.other) }
        if found.isEmpty, tie.entry.kind == .border {
            found = actors.mentions(in: reading.tree.phrase(of: tie.other)).flatMap(\.actors)
        }
        found.removeAll { $0.id == holder.id }
        guard tie.entry.kind != .member || found.count > 1 else { return [found.first] }
        return found.isEmpty ? [nil] : found
    }

    /// The other side, when both sides are of the sort that the tie needs.
    private func fitting(
        _ other: ActorReference?, _ tie: Tie, _ holder: ActorReference
    ) -> (actor: ActorReference?, Bool)? {
        func isBody(_ actor: ActorReference?) -> Bool { actor?.kind == .organisation || actor?.kind == .format }
        func isState(_ actor: ActorReference?) -> Bool { actor?.kind == .state }
        switch tie.entry.kind {
        case .member: return isBody(other) && holder.kind != .place && holder.kind != .person ? (other, true) : nil
        case .border, .diplomatic: return isState(other) && isState(holder) ? (other, true) : nil
        case .part: return isState(other) && holder.kind != .person ? (other, true) : nil
        case .ally, .partner, .dependence:
            return other != nil && other?.kind != .person && holder.kind != .person ? (other, true) : nil
        case .ownership:
            // A party that controls a parliament does not own it.
            guard holder.kind != .person, holder.kind != .place, isBody(other) || isIn(.asset, tie.other),
                !isIn(.organ, tie.other)
            else { return nil }
            return (other, true)
        case .office: return nil
        }
    }

    private func evidence(_ tie: Tie) -> Evidence {
        if tie.frame >= 0 { return propositions[tie.frame].evidence }
        var range = reading.tree.phrase(of: tie.word)
        let head = Int(reading.analysis.words.heads[tie.word])
        if head >= 0, !actors.direct(head).isEmpty {
            let outer = reading.tree.phrase(of: head)
            let whole = min(range.lowerBound, outer.lowerBound)..<max(range.upperBound, outer.upperBound)
            if whole.count <= 40 { range = whole }
        }
        return Evidence(
            article: article, text: reading.analysis.text, span: reading.analysis.span(ofWords: range))
    }

    func isSame(_ a: ActorRelation, _ b: ActorRelation) -> Bool {
        a.kind == b.kind && a.holder.id == b.holder.id && a.standing == b.standing && a.office == b.office
            && (a.other?.id == b.other?.id && (a.other != nil || a.otherSurface == b.otherSurface)
                || a.kind == .ally && a.holder.id == b.other?.id)
    }

    func text(_ word: Int) -> String {
        let phrase = reading.tree.phrase(of: word)
        var first = phrase.lowerBound
        while first < word, [.case, .punct].contains(reading.analysis.words.relations[first]) { first += 1 }
        return reading.analysis.text[reading.analysis.span(ofWords: first..<phrase.upperBound)]
    }

    func holders(_ word: Int) -> [ActorReference] {
        if let group = actors.group(word), !group.members.isEmpty { return group.members }
        return actors.actors(ofPhrase: word)
    }

    func lemma(_ word: Int) -> Int32 { reading.words.lemmas[word] }

    func isIn(_ name: RelationLexicon.Class, _ word: Int) -> Bool {
        lexicon.classes.contains(name, lemma(word)) || lexicon.classes.contains(name, reading.words.forms[word])
    }

    func isFormer(_ word: Int) -> Bool {
        reading.tree.children(of: word).contains { isIn(.former, Int($0)) }
    }

    func below(_ word: Int, _ prepositions: [Int32]) -> Int? {
        for child in reading.tree.children(of: word).map(Int.init)
        where [.nmod, .obl].contains(reading.analysis.words.relations[child]) {
            let fits = reading.tree.children(of: child).contains {
                reading.analysis.words.relations[Int($0)] == .case && prepositions.contains(lemma(Int($0)))
            }
            if fits { return child }
        }
        return nil
    }
}
