import Linguistics
import Records
import Text

/// Offices that a text says someone holds, takes or gives up.
extension RelationCoder {
    /// The relations that a noun of office asserts: "is foreign minister of", "was appointed ambassador to",
    /// "Costa, the defence minister of Portugal", "resigned as finance minister".
    ///
    /// A title before a name is left to the list of actors, which gives everyone's office at the date.
    func office(_ word: Int) -> [ActorRelation] {
        guard reading.analysis.words.upos[word] == .noun || reading.analysis.words.upos[word] == .propn,
            isIn(.office, word), !isFormer(word), reading.analysis.pennTag(word) != .nns
        else { return [] }
        let head = Int(reading.analysis.words.heads[word])
        var frame = -1
        var holder: Int?
        var standing = ActorRelation.Standing.holds
        var begins = false
        if let found = appointee(before: word) {
            frame = Int(reading.clauseOfWord[found.verb])
            (holder, begins) = (found.person, true)
        } else if reading.clauseOfWord[word] >= 0 {
            frame = Int(reading.clauseOfWord[word])
            guard reading.frames[frame].kind == .copular else { return [] }
            holder = reading.frames[frame].subject
            if propositions[frame].modality == .happened { standing = .ended }
        } else if head >= 0 {
            switch reading.analysis.words.relations[word] {
            case .appos: holder = actors.direct(head).contains { $0.kind == .person } ? head : namedPerson(word)
            case .nsubj, .nsubjPass,
                .obj where namedPerson(word) != nil:
                holder = namedPerson(word)
            case .xcomp, .obj, .obl, .ccomp, .nmod:
                guard reading.clauseOfWord[head] >= 0 else { return [] }
                frame = Int(reading.clauseOfWord[head])
                let verb = reading.frames[frame]
                if isIn(.appointing, head) {
                    (holder, begins) = (verb.object == word ? nil : verb.object, true)
                } else if isIn(.becoming, head) {
                    (holder, begins) = (verb.subject, true)
                } else if isIn(.succeeding, head), isBroughtInByAs(word) {
                    (holder, begins) = (verb.passive ? nil : verb.subject, true)
                } else if isIn(.serving, head), isBroughtInByAs(word) {
                    holder = verb.subject
                    if isPast(head) { standing = .ended }
                } else if isIn(.resigning, head), isBroughtInByAs(word) {
                    (holder, standing) = (verb.subject, .ended)
                }
            default: return []
            }
        }
        guard let holder, holder != word else { return [] }
        if frame >= 0 {
            guard !reading.frames[frame].negated, propositions[frame].modality != .possible,
                propositions[frame].modality != .denied
            else { return [] }
            // "to be president", "from becoming president": nobody is said to be.
            guard isFinite(frame) else { return [] }
            if propositions[frame].modality == .planned { standing = .planned }
        }
        return relations(word, holder, frame, standing, begins)
    }

    /// "Kenya's new foreign minister, Alice Mwangi, flew": the person set beside the title.
    private func namedPerson(_ word: Int) -> Int? {
        // "Arland's ambassador to Vell, Paul Stein, was": the parser may set the person beside the country.
        let places = reading.tree.children(of: word).map(Int.init).filter {
            $0 > word && reading.analysis.words.relations[$0] == .nmod
        }
        return ([word] + places).lazy.compactMap { noun in
            reading.tree.children(of: noun).map(Int.init).first {
                reading.analysis.words.relations[$0] == .appos && $0 > word
                    && actors.direct($0).contains { $0.kind == .person }
            }
        }.first
    }

    /// "elected Jonas Berg president": the verb and the person right before an office that the parser hung elsewhere.
    private func appointee(before word: Int) -> (verb: Int, person: Int)? {
        guard let name = actors.mention(endingAt: word - 1), name.actors.contains(where: { $0.kind == .person }) else {
            return nil
        }
        let verb = name.words.lowerBound - 1
        guard verb >= 0, isIn(.appointing, verb), reading.clauseOfWord[verb] >= 0,
            Int(reading.analysis.words.heads[word]) != verb
        else { return nil }
        return (verb, name.head)
    }

    /// Whether a verb is a plain past ("served as"), which "has served" is not.
    private func isPast(_ verb: Int) -> Bool {
        reading.analysis.pennTag(verb) == .vbd
            || reading.analysis.pennTag(verb) == .vbn
                && !reading.tree.children(of: verb).contains { reading.analysis.words.relations[Int($0)] == .aux }
    }

    private func isFinite(_ index: Int) -> Bool {
        let frame = reading.frames[index]
        guard frame.kind == .copular else { return frame.kind == .finite }
        return reading.tree.children(of: frame.word).contains {
            // "who has been ambassador": the auxiliary of the copula is the finite one.
            guard [.cop, .aux].contains(reading.analysis.words.relations[Int($0)]) else { return false }
            switch reading.analysis.pennTag(Int($0)) {
            case .vbz, .vbp, .vbd: return true
            default: return false
            }
        }
    }

    private func relations(
        _ word: Int, _ holder: Int, _ frame: Int, _ standing: ActorRelation.Standing, _ begins: Bool
    ) -> [ActorRelation] {
        let analysis = reading.analysis
        let body = below(word, bodyPrepositions) ?? modifier(word)
        let others = body.map { actors.direct($0) } ?? []
        // "a speaker" of nothing is no office.
        if body == nil, frame < 0 || isIndefinite(word) { return [] }
        // "an incredible leader for the village": of no body that is known.
        if isIndefinite(word), others.isEmpty { return [] }
        let times = frame >= 0 ? propositions[frame].times.filter { $0.range != nil && $0.anchor == nil } : []
        let day = times.first?.range
        let start = times.first { $0.order == .since }?.range ?? (begins ? day : nil)
        var range = reading.tree.phrase(of: word)
        let outer = reading.tree.phrase(of: holder)
        if frame < 0 { range = min(range.lowerBound, outer.lowerBound)..<max(range.upperBound, outer.upperBound) }
        let evidence =
            frame >= 0
            ? propositions[frame].evidence
            : Evidence(article: article, text: analysis.text, span: analysis.span(ofWords: range))
        // An office is nobody's holder: "the chairman" that the list knows by no name.
        // "his wife is president": the one whose she is holds no office by that.
        let isPossessed =
            actors.direct(holder).isEmpty
            && reading.tree.children(of: holder).contains {
                reading.analysis.words.relations[Int($0)] == .nmodPoss
            }
        return isPossessed
            ? []
            : holders(holder).filter { $0.kind == .person && !$0.id.contains("/") && $0.id != others.first?.id }
                .prefix(1).map { person in
                    var relation = ActorRelation(
                        id: "", kind: .office, holder: person, other: others.first,
                        otherSurface: body.map { text($0) } ?? "",
                        office: title(word, besides: body), standing: standing,
                        since: standing != .ended ? start : nil, until: standing == .ended ? day : nil,
                        reportedBy: frame >= 0 ? propositions[frame].reportedBy : nil,
                        sentence: analysis.sentence(ofWord: word), evidence: evidence)
                    relation.factuality = factuality.factuality(ofWord: word)
                    return relation
                }
    }

    private func isIndefinite(_ word: Int) -> Bool {
        reading.tree.children(of: word).contains {
            reading.analysis.words.relations[Int($0)] == .det
                && (analysisForm(Int($0)) == lexicon.a || lemma(Int($0)) == lexicon.a)
        }
    }

    private func analysisForm(_ word: Int) -> Int32 { reading.words.forms[word] }

    private var bodyPrepositions: [Int32] { lexicon.bodies }

    /// A nation before the office ("the Portuguese defence minister", "Portugal's minister").
    private func modifier(_ word: Int) -> Int? {
        reading.tree.children(of: word).map(Int.init).first {
            switch reading.analysis.words.relations[$0] {
            case .amod, .compound, .nmodPoss:
                actors.direct($0).contains { $0.kind == .state || $0.kind == .organisation }
            default: false
            }
        }
    }

    /// The office's own words: its modifiers but for the body, and the noun.
    private func title(_ word: Int, besides body: Int?) -> String {
        let words = reading.tree.children(of: word).map(Int.init).filter {
            switch reading.analysis.words.relations[$0] {
            case .compound, .amod: $0 < word && $0 != body
            default: false
            }
        }
        return (words + [word]).map { reading.analysis.form($0).lowercased() }.joined(separator: " ")
    }

    private func isBroughtInByAs(_ word: Int) -> Bool {
        reading.tree.children(of: word).contains {
            reading.analysis.words.relations[Int($0)] == .case && isIn(.as, Int($0))
        }
    }
}
