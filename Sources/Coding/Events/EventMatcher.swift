import Linguistics
import Records

/// Finds what the words of one analysis mean as events, by rules over frames and dependents.
///
/// A class because each word asked about holds it: a copy would count a dozen references up and down.
final class EventMatcher {
    let analysis: Analysis
    let tree: DependencyTree
    let words: RuleWords
    let vocabulary: RuleVocabulary
    let lexicon: ClauseLexicon
    let frames: [PredicateFrame]
    let clauseOfWord: [Int32]
    let nounOfWord: [Int32]
    let book: EventRuleBook
    let actors: ActorView
    /// Whether a word heads a time ("on Friday" brings in no party).
    let isTime: [Bool]
    private let violence: RuleVocabulary.ClassMask
    /// Who reports a word, by the quotation coder.
    let reported: (Int) -> ActorReference?
    /// Complements of complements deeper than this are not followed.
    static let depth = 6

    init(
        reading: ClauseReading, rules: StatementRules, actors: ActorView, times: [TimeMention],
        reported: @escaping (Int) -> ActorReference?
    ) {
        analysis = reading.analysis
        tree = reading.tree
        words = reading.words
        vocabulary = rules.vocabulary
        lexicon = rules.lexicon
        frames = reading.frames
        clauseOfWord = reading.clauseOfWord
        nounOfWord = reading.nounOfWord
        book = rules.book
        self.actors = actors
        var isTime = [Bool](repeating: false, count: analysis.words.count)
        for mention in times where mention.expression.anchor == nil { isTime[mention.head] = true }
        self.isTime = isTime
        var violence = RuleVocabulary.ClassMask()
        for name in ["violence", "abuse"] { rules.vocabulary.mask(name).map { violence.formUnion($0) } }
        self.violence = violence
        self.reported = reported
    }

    /// Whether a word reports what is said.
    func isReport(_ word: Int) -> Bool { vocabulary.classes(of: words.lemmas[word]).meets(lexicon.report) }

    /// Whether a word opens what lies in the background of the clause ("after", "despite").
    func opensBackground(_ word: Int) -> Bool {
        vocabulary.classes(of: words.lemmas[word]).meets(lexicon.background)
            || analysis.words.upos[word] != .verb && vocabulary.classes(of: words.forms[word]).meets(lexicon.background)
    }

    /// Whether a conjunction tells a reason or a concession and no time ("although", "because").
    func isConcessive(_ word: Int) -> Bool { vocabulary.classes(of: words.lemmas[word]).meets(lexicon.concession) }

    /// Whether a preposition brings in the place of an event.
    func isPlacePreposition(_ word: Int) -> Bool {
        vocabulary.classes(of: words.lemmas[word]).meets(lexicon.place)
    }

    /// Whether a preposition brings in whom an act is for or against.
    func isAddressing(_ word: Int) -> Bool {
        vocabulary.classes(of: words.lemmas[word]).meets(lexicon.address)
    }

    /// Whether a verb is of fleeing.
    func isFlight(_ word: Int) -> Bool { vocabulary.classes(of: words.lemmas[word]).meets(lexicon.flight) }

    /// Whether a noun names violence or a wrong, whose place tells whom it was done to.
    func isViolence(_ word: Int) -> Bool { vocabulary.classes(of: words.lemmas[word]).meets(violence) }

    /// Whether a preposition takes what it brings in for done ("after", "since").
    func presupposes(_ word: Int) -> Bool { vocabulary.classes(of: words.forms[word]).meets(lexicon.presupposing) }

    /// Whether an adjective says that somebody cannot do something ("unable to return").
    func isInability(_ word: Int) -> Bool { vocabulary.classes(of: words.lemmas[word]).meets(lexicon.inability) }

    /// Whether a word is a pronoun for somebody other than the subject of its clause ("him", not "himself").
    func isObjectPronoun(_ word: Int) -> Bool {
        analysis.words.upos[word] == .pron && vocabulary.classes(of: words.forms[word]).meets(lexicon.objective)
    }

    /// Whether an auxiliary is "can" or "could".
    func isAbility(_ word: Int) -> Bool { vocabulary.classes(of: words.lemmas[word]).meets(lexicon.ability) }

    /// Whether an adjective says that an act lies a short time back.
    func isRecent(_ word: Int) -> Bool { vocabulary.classes(of: words.forms[word]).meets(lexicon.recent) }

    /// Whether a preposition of place stands right before a word, an article between.
    func isBehindPlacePreposition(_ word: Int) -> Bool {
        var before = word - 1
        if before > 0, analysis.words.upos[before] == .det { before -= 1 }
        return before >= 0 && analysis.words.upos[before] == .adp && isPlacePreposition(before)
    }

    typealias Selector = EventRule.Selector

    /// The meaning of a predicate word, or `nil` where no rule fits.
    func meaning(of word: Int, depth: Int = 0, asNoun: Bool = false, light: Bool = false) -> EventMeaning? {
        guard depth < Self.depth else { return nil }
        let clause = asNoun ? -1 : Int(clauseOfWord[word])
        let noun = Int(nounOfWord[word])
        var frameIndex = clause >= 0 ? clause : noun
        if clause >= 0, frames[clause].kind == .copular, noun >= 0 { frameIndex = noun }
        let candidates = book.rules(ofHead: words.lemmas[word])
        if candidates.isEmpty {
            guard clause >= 0 else { return nil }
            return copularMeaning(clause, depth: depth)
        }
        let site = RuleSite(matcher: self, word: word, frame: frameIndex)
        for index in candidates {
            let rule = book.rules[index]
            guard fits(rule, site, governed: depth > 0 && !light) else { continue }
            switch rule.action {
            case .nothing: return nil
            case .code(let code, let type):
                var found = meaning(code: code, rule: rule, site: site)
                found.type = type
                return found
            case .operate(let name, let fallback):
                if let found = operate(name, fallback: fallback, rule: rule, site: site, depth: depth) { return found }
            }
        }
        return nil
    }

    /// "France is ready to …", "it is a violation of …": the adjective or noun speaks.
    private func copularMeaning(_ clause: Int, depth: Int) -> EventMeaning? {
        guard frames[clause].kind == .copular, nounOfWord[frames[clause].word] >= 0 else { return nil }
        return meaning(of: frames[clause].word, depth: depth + 1, asNoun: true)
    }

    // MARK: whether a rule fits

    private func fits(_ rule: EventRule, _ site: RuleSite, governed: Bool) -> Bool {
        switch rule.head {
        case .verb:
            guard analysis.words.upos[site.word] == .verb || site.isClause && !site.isCopular else { return false }
        case .noun:
            guard site.isNoun else { return false }
        case .content:
            guard governed, site.isNoun || analysis.words.upos[site.word] == .verb else { return false }
        case .adjective:
            guard analysis.words.upos[site.word] == .adj || analysis.words.upos[site.word] == .verb else {
                return false
            }
        }
        if rule.particle >= 0, !site.hasParticle(rule.particle) { return false }
        for flag in rule.flags where flag.isDemand {
            guard site.frame >= 0 else { return false }
            let frame = frames[site.frame]
            switch flag {
            case .passive: if !frame.passive { return false }
            case .active: if frame.passive { return false }
            case .negated: if !frame.negated { return false }
            case .asserted: if frame.negated { return false }
            case .future: if frame.modality != .planned { return false }
            case .alone, .bare: break
            }
        }
        for condition in rule.conditions where site.holds(condition) == condition.negated { return false }
        return true
    }

    // MARK: what a rule says

    private func meaning(code: String, rule: EventRule, site: RuleSite) -> EventMeaning {
        var meaning = EventMeaning(
            code: code, mode: rule.mode, type: nil, rules: [rule.id], actors: [], targets: [], words: [site.word],
            frame: site.frame, closed: [], operated: false, alone: rule.mayStandAlone,
            bare: rule.mayStandBare)
        meaning.actors = resolve(rule.actors, site: site, inner: nil, not: [])
        meaning.targets = resolve(rule.targets, site: site, inner: nil, not: meaning.actors)
        meaning.closed = closedWords(site)
        return meaning
    }

    private func operate(
        _ name: String, fallback: String?, rule: EventRule, site: RuleSite, depth: Int
    ) -> EventMeaning? {
        for candidate in name == "carry" ? site.lightWords(of: rule) : site.innerWords() {
            guard let inner = innerMeaning(candidate, depth: depth, light: name == "carry") else { continue }
            let clause = Int(clauseOfWord[candidate])
            let isRefusal = name == "intend" && clause >= 0 && frames[clause].negated && !book.isHostile(inner.code)
            guard let code = book.apply(isRefusal ? "reject" : name, to: inner.code) else { continue }
            var meaning = inner
            meaning.code = code
            meaning.mode = code == inner.code ? rule.mode ?? inner.mode : rule.mode
            if code != inner.code { meaning.type = nil }
            meaning.rules = [rule.id] + inner.rules
            meaning.words = [site.word] + inner.words
            meaning.alone = rule.mayStandAlone || name == "carry" && inner.alone
            meaning.bare = name == "carry" && inner.bare
            meaning.frame = site.frame >= 0 ? site.frame : inner.frame
            meaning.operated = inner.operated || code != inner.code
            let outer = resolve(rule.actors, site: site, inner: inner, not: [])
            meaning.actors = outer.isEmpty ? (code == inner.code ? inner.actors : []) : outer
            let targets = resolve(rule.targets, site: site, inner: inner, not: meaning.actors)
            meaning.targets = targets.isEmpty ? inner.targets.filter { !meaning.actors.contains($0) } : targets
            meaning.closed = inner.closed + closedWords(site)
            return meaning
        }
        guard let fallback else { return nil }
        return meaning(code: fallback, rule: rule, site: site)
    }

    /// The meaning of a complement: its own, or that of the noun that it is light for.
    ///
    /// What is only content ("aid", "ties") is no act under a light verb ("has ties").
    private func innerMeaning(_ word: Int, depth: Int, light: Bool) -> EventMeaning? {
        if let found = meaning(of: word, depth: depth + 1, light: light) { return found }
        for child in tree.children(of: word) where analysis.words.relations[Int(child)] == .conj {
            if let found = meaning(of: Int(child), depth: depth + 1, light: light) { return found }
        }
        return nil
    }

    private func closedWords(_ site: RuleSite) -> [Int] {
        guard site.frame >= 0 else { return [] }
        return frames[site.frame].arguments.filter {
            ($0.role != .subject || frames[site.frame].passive)
                && ($0.preposition < 0 || !opensBackground($0.preposition))
        }.map(\.word)
    }

    // MARK: who

    /// The actors of a phrase, or, for "it", "they" and "their …" that nothing else resolves, those of
    /// the clause that reports or governs this one.
    private func actorsOrAntecedents(of word: Int, site: RuleSite, agents: Bool) -> [ActorReference] {
        let found = actors.actors(ofPhrase: word, agents: agents)
        guard found.isEmpty, site.frame >= 0, isPronominal(word) else { return found }
        if let speaker = reported(word), isFirstPerson(word) { return [speaker] }
        var node = frames[site.frame]
        for _ in 0..<4 {
            let above = node.report >= 0 ? node.report : node.governor
            guard above >= 0 else { return [] }
            node = frames[above]
            if let subject = node.subject, subject != word {
                let above = actors.actors(ofPhrase: subject)
                if !above.isEmpty { return pronoun(of: word, mayMean: above) ? above : [] }
            }
        }
        return []
    }

    /// Whether actors agree with a pronoun: "they" is no one person, "he" nothing but one, "it" nobody.
    func pronoun(of word: Int, mayMean actors: [ActorReference]) -> Bool {
        let form = words.forms[
            analysis.words.upos[word] == .pron
                ? word : tree.children(of: word).first { isPossessivePronoun(Int($0)) }.map { Int($0) } ?? word]
        let classes = vocabulary.classes(of: form)
        let isOnePerson = actors.count == 1 && actors[0].kind == .person
        if classes.meets(lexicon.personal) { return isOnePerson }
        return !(isOnePerson && (classes.meets(lexicon.plural) || classes.meets(lexicon.neuter)))
    }

    private func isPossessivePronoun(_ word: Int) -> Bool {
        analysis.words.relations[word] == .nmodPoss && analysis.words.upos[word] == .pron
    }

    private func isFirstPerson(_ word: Int) -> Bool {
        vocabulary.classes(of: words.forms[word]).meets(lexicon.firstPerson)
    }

    private func isPronominal(_ word: Int) -> Bool {
        if analysis.words.upos[word] == .pron { return true }
        return tree.children(of: word).contains { isPossessivePronoun(Int($0)) }
    }

    /// The actors at the first selector that gives any, without those of `not`.
    func resolve(
        _ selectors: [Selector], site: RuleSite, inner: EventMeaning?, not excluded: [ActorReference]
    ) -> [ActorReference] {
        var region: [ActorReference] = []
        for selector in selectors {
            var found: [ActorReference] = []
            switch selector {
            case .inner: found = inner?.targets ?? []
            case .innerActor: found = inner?.actors ?? []
            case .objectModifier: found = site.objectModifierActors()
            case .subjectModifier: found = site.subjectModifierActors()
            default:
                for word in site.words(at: selector) {
                    for actor in actorsOrAntecedents(
                        of: word, site: site, agents: selector == .subject && site.isClause)
                    where !found.contains(actor) {
                        found.append(actor)
                    }
                }
            }
            found.removeAll { excluded.contains($0) }
            // A region without a state ("the Gulf") is the party only where nobody else is.
            if !found.isEmpty, found.allSatisfy({ $0.kind == .place && $0.country == nil }) {
                if region.isEmpty { region = found }
                continue
            }
            if !found.isEmpty { return found }
        }
        return region
    }
}
