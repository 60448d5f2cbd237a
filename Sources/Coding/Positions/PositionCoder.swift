import Linguistics
import Records
import Text

/// Positions that actors declare, take by a vote or are described to hold, read off the clauses.
struct PositionCoder {
    let reading: ClauseReading
    let lexicon: PositionLexicon
    let actors: ActorView
    /// One for each frame, in the same order.
    let propositions: [Proposition]
    let factuality: FactualityReader
    let article: String
    var issues: IssueReader { IssueReader(reading: reading, actors: actors, inside: lexicon.in) }

    /// A stance found: who, which way, towards which word.
    struct Stance {
        var holders: [ActorReference]
        var polarity: Position.Polarity
        var strength: Position.Strength
        var basis: Position.Basis
        /// The word of the stance, and that of its target with whether it is a clause.
        var word: Int
        var target: Int?
        var clause = false
        /// The preposition that opens the target where the target is a predicate ("is against the dam"), or -1.
        var opening = -1
        var reporter: ActorReference?
        var evidence: Evidence
        /// The word that names the holders, where a clause gives it.
        var subject: Int?
    }

    /// The positions of an article in order, each told once with all its evidence.
    ///
    /// What is only possible is left out; a plan to support or condemn declares a position already.
    /// O(words).
    func code() -> [Position] {
        var stances: [Stance] = []
        for index in reading.frames.indices where reading.frames[index].kind != .noun {
            readVerb(index, &stances)
            readAsking(index, &stances)
            readAdjective(index, &stances)
            readJudgement(index, &stances)
        }
        for word in 0..<reading.analysis.words.count {
            let lemma = reading.words.lemmas[word]
            guard lemma >= 0 else { continue }
            readNoun(word, lemma, &stances)
            readRole(word, lemma, &stances)
        }
        stances.sort { ($0.evidence.start, $0.word) < ($1.evidence.start, $1.word) }
        var positions: [Position] = []
        for stance in stances { add(stance, to: &positions) }
        return positions
    }

    private func add(_ stance: Stance, to positions: inout [Position]) {
        if let target = stance.target, named(target) == target, isQuestionWord(target) { return }
        let target = stance.target.map(named)
        if let target, target > stance.word, stance.word + 1 < reading.analysis.words.count,
            reading.analysis.words.upos[stance.word + 1] == .cconj
        {
            // "is demanding and time-consuming": what a conjunction joins to the word is not its object.
            return
        }
        let words = target.map { target in
            let words = issues.words(of: target, clause: stance.clause)
            return words.contains(stance.opening) ? stance.opening + 1..<words.upperBound : words
        }
        let printed = words.map { reading.analysis.text[reading.analysis.span(ofWords: $0)] }
        let issue = target.flatMap { target in words.map { issues.issue(of: target, words: $0, clause: stance.clause) }
        }
        let targets = target.flatMap { target in words.map { issues.targets(of: target, words: $0) } } ?? []
        let standing = factuality.factuality(ofWord: stance.word)
        for holder in stance.holders where holder.kind != .place {
            // Nobody takes a stand towards himself: there the tree or the pronoun has erred.
            if targets.count == 1, targets[0].id == holder.id,
                !(target.flatMap { target in words.map { issues.isByPronoun(target, words: $0) } } ?? false)
            {
                continue
            }
            var (basis, reporter) = (stance.basis, stance.reporter)
            if let other = reporter {
                if other.id == holder.id || other.country != nil && other.country == holder.country {
                    reporter = nil
                } else if basis == .declared {
                    basis = .described
                }
            }
            if basis == .declared, isOthers(standing, than: holder, stance.subject) { basis = .described }
            var position = Position(
                actor: holder, stance: reading.analysis.lemma(stance.word), object: printed ?? "", issue: issue ?? "",
                targets: targets.filter { $0.id != holder.id }, polarity: stance.polarity, basis: basis,
                strength: stance.strength, reportedBy: reporter, evidence: [stance.evidence])
            position.factuality = standing
            let same = positions.firstIndex {
                $0.actor == position.actor && $0.polarity == position.polarity && $0.issue == position.issue
                    && ($0.stance == position.stance || $0.evidence.last?.start == position.evidence[0].start)
            }
            if let same {
                if !positions[same].evidence.contains(position.evidence[0]) {
                    positions[same].evidence += position.evidence
                }
            } else {
                positions.append(position)
            }
        }
    }

    /// Whether somebody else than the holder says where it stands: a source that is no known actor speaks for
    /// others when the holder is named, and so does whoever is left out ("is said to favour").
    private func isOthers(_ standing: Factuality, than holder: ActorReference, _ subject: Int?) -> Bool {
        guard let source = standing.sources.last else { return standing.status == .reported }
        guard let actor = source.actor else {
            return subject.map { reading.analysis.words.upos[$0] != .pron && actors.mention(endingAt: $0) != nil }
                ?? false
        }
        return actor.id != holder.id && (actor.country == nil || actor.country != holder.country)
    }

    /// "what price": nothing is named.
    private func isQuestionWord(_ word: Int) -> Bool {
        switch reading.analysis.pennTag(word) {
        case .wp, .wrb: return true
        default: break
        }
        return reading.tree.children(of: word).contains {
            let tag = reading.analysis.pennTag(Int($0))
            return reading.analysis.words.relations[Int($0)] == .det && (tag == .wdt || tag == .wp)
        }
    }

    /// What a free relative clause calls a thing: "condemned what it called the illegal occupation" condemns
    /// the occupation.
    private func named(_ target: Int) -> Int {
        guard reading.analysis.words.upos[target] == .pron else { return target }
        for clause in reading.tree.children(of: target).map(Int.init) where isIn(.judging, clause) {
            for child in reading.tree.children(of: clause).map(Int.init) where child > clause {
                switch reading.analysis.words.relations[child] {
                case .xcomp, .obj, .ccomp: return child
                default: break
                }
            }
        }
        return target
    }

    // MARK: what all readings share

    func lemma(_ word: Int) -> Int32 { reading.words.lemmas[word] }

    func isIn(_ name: PositionLexicon.Class, _ word: Int) -> Bool {
        lexicon.classes.contains(name, lemma(word)) || lexicon.classes.contains(name, reading.words.forms[word])
    }

    /// The actors that a frame's subject names; of a bare pronoun that nothing resolves, who reports it.
    func holders(_ index: Int, subject word: Int?) -> [ActorReference] {
        guard let word else { return [] }
        if let body = actors.body(word) { return [body] }
        if let group = actors.group(word), !group.members.isEmpty { return group.members }
        // "Ukraine's allies" are not Ukraine.
        let found = isIn(.others, word) ? actors.direct(word) : actors.actors(ofPhrase: word)
        if found.isEmpty, reading.analysis.words.upos[word] == .pron, let reporter = propositions[index].reportedBy {
            return [reporter]
        }
        return found
    }

    /// The strength that adverbs or adjectives at a word give it, or the word's own.
    func strength(_ word: Int, _ own: Position.Strength) -> Position.Strength {
        for child in reading.tree.children(of: word).map(Int.init) {
            switch reading.analysis.words.relations[child] {
            case .advmod, .amod, .det, .obl:
                if let found = lexicon.modifier(lemma(child)) ?? lexicon.modifier(reading.words.forms[child]) {
                    return found
                }
            default: break
            }
        }
        return own
    }

    /// The word that a stance's place names in a frame.
    func argument(_ place: PositionLexicon.Place, of frame: PredicateFrame) -> PredicateFrame.Argument? {
        switch place {
        case .object: frame.arguments.first { $0.role == .object }
        case .complement: frame.arguments.first { $0.role == .complement }
        case .preposition(let preposition):
            frame.arguments.first {
                $0.role == .oblique && $0.preposition >= 0 && lemma($0.preposition) == preposition
            }
        }
    }

    /// The nominal below a word that one of some prepositions brings in, or below the origin of what it names ("support
    /// from Arland for the mission").
    func modifier(of word: Int, _ places: [PositionLexicon.Place]) -> Int? {
        if let own = ownModifier(of: word, places) { return own }
        for child in reading.tree.children(of: word).map(Int.init)
        where child > word && reading.analysis.words.relations[child] == .nmod {
            let isOrigin = reading.tree.children(of: child).contains {
                reading.analysis.words.relations[Int($0)] == .case && isIn(.origin, Int($0))
            }
            if isOrigin, !actors.direct(child).isEmpty, let thing = ownModifier(of: child, places) { return thing }
        }
        return nil
    }

    private func ownModifier(of word: Int, _ places: [PositionLexicon.Place]) -> Int? {
        for child in reading.tree.children(of: word).map(Int.init) {
            switch reading.analysis.words.relations[child] {
            case .nmod, .obl, .acl, .advcl: break
            default: continue
            }
            for grandchild in reading.tree.children(of: child).map(Int.init) {
                let relation = reading.analysis.words.relations[grandchild]
                if relation == .case || relation == .mark, places.contains(.preposition(lemma(grandchild))) {
                    return child
                }
            }
        }
        return nil
    }

    func clauseEvidence(_ index: Int) -> Evidence { propositions[index].evidence }

    /// The evidence of a noun's stance that no frame holds: its phrase.
    func phraseEvidence(_ word: Int) -> Evidence {
        let span = reading.analysis.span(ofWords: reading.tree.phrase(of: word))
        return Evidence(article: article, text: reading.analysis.text, span: span)
    }

    /// The frame whose own word this is.
    func frame(at word: Int) -> Int? {
        guard word >= 0, reading.clauseOfWord[word] >= 0 else { return nil }
        return Int(reading.clauseOfWord[word])
    }
}
