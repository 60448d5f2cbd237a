import Linguistics
import Records

/// A head word with its frame: where the selectors and conditions of a rule are looked up.
struct RuleSite {
    let matcher: EventMatcher
    let word: Int
    /// The frame, or -1 where the word has none.
    let frame: Int

    private var analysis: Analysis { matcher.analysis }
    private var arguments: [PredicateFrame.Argument] { frame >= 0 ? matcher.frames[frame].arguments : [] }
    var isClause: Bool { frame >= 0 && matcher.frames[frame].kind != .noun }
    var isCopular: Bool { frame >= 0 && matcher.frames[frame].kind == .copular }

    var isNoun: Bool { analysis.words.upos[word] == .noun || analysis.words.upos[word] == .propn }

    func hasParticle(_ number: Int32) -> Bool {
        if frame >= 0, matcher.frames[frame].particle >= 0,
            matcher.words.lemmas[matcher.frames[frame].particle] == number
        {
            return true
        }
        // Parsers often take a particle for an adverb or a preposition.
        return matcher.tree.children(of: word).contains {
            let relation = analysis.words.relations[Int($0)]
            return (relation == .advmod || relation == .compoundPrt) && matcher.words.lemmas[Int($0)] == number
        }
            || arguments.contains {
                $0.role == .oblique && $0.preposition >= 0 && $0.preposition == word + 1
                    && matcher.words.lemmas[$0.preposition] == number
            }
    }

    /// The words at a selector.
    func words(at selector: EventRule.Selector) -> [Int] {
        switch selector {
        case .subject: role(.subject)
        case .object: role(.object)
        case .recipient: role(.recipient)
        case .complement: role(.complement)
        case .complementSubject: complementSubjects()
        case .preposition(let number): prepositional(number)
        case .any: matcher.tree.extent(of: word).filter { $0 != word }
        case .inner, .innerActor, .objectModifier, .subjectModifier: []
        }
    }

    private func role(_ role: PredicateFrame.Argument.Role) -> [Int] {
        arguments.filter { $0.role == role }.map(\.word)
    }

    private func complementSubjects() -> [Int] {
        var found: [Int] = []
        for argument in arguments where argument.clause {
            // "While Arland waited, Borland agreed …": what goes on meanwhile is no complement.
            if argument.preposition >= 0, matcher.opensBackground(argument.preposition) { continue }
            let clause = Int(matcher.clauseOfWord[argument.word])
            guard clause >= 0 else { continue }
            let frame = matcher.frames[clause]
            if let subject = frame.passive ? frame.object : frame.subject, subject != self.frameSubject {
                found.append(subject)
            }
        }
        return found
    }

    private var frameSubject: Int? { frame >= 0 ? matcher.frames[frame].subject : nil }

    /// What a preposition brings in at the head, at its object, or at its other dependents.
    private func prepositional(_ number: Int32) -> [Int] {
        var found: [Int] = []
        for argument in arguments where argument.role == .oblique && argument.preposition >= 0 {
            if matcher.words.lemmas[argument.preposition] == number, !matcher.isTime[argument.word] {
                found.append(argument.word)
            }
        }
        if found.isEmpty { for object in role(.object) { collect(number, below: object, depth: 0, into: &found) } }
        if found.isEmpty {
            for argument in arguments where argument.role == .oblique && !argument.clause {
                collect(number, below: argument.word, depth: 2, into: &found)
            }
        }
        if found.isEmpty, frame < 0 { collect(number, below: word, depth: 0, into: &found) }
        return found
    }

    private func collect(_ number: Int32, below word: Int, depth: Int, into found: inout [Int]) {
        for child in matcher.tree.children(of: word) {
            let child = Int(child)
            guard analysis.words.relations[child] == .nmod || analysis.words.relations[child] == .obl else { continue }
            let isIt = matcher.tree.children(of: child).contains {
                analysis.words.relations[Int($0)] == .case && matcher.words.lemmas[Int($0)] == number
            }
            if isIt {
                found.append(child)
            } else if depth < 2 {
                collect(number, below: child, depth: depth + 1, into: &found)
            }
        }
    }

    /// Whether a condition is met, its own negation left aside.
    func holds(_ condition: EventRule.Condition) -> Bool {
        let words = words(at: condition.selector)
        switch condition.test {
        case .present: return !words.isEmpty
        case .isActor(.named): return words.contains { analysis.isCapitalised($0) }
        case .isActor(let kind):
            return words.contains { word in
                // A person is meant by name or description, never by what is his.
                let found =
                    kind == .person
                    ? matcher.actors.direct(word) : matcher.actors.actors(ofPhrase: word, agents: true)
                return found.contains { kind.holds($0) }
            }
        case .oneOf(let numbers, let classes):
            return words.contains { word in
                isOneOf(word, numbers, classes)
                    || condition.selector != .any && conjuncts(of: word).contains { isOneOf($0, numbers, classes) }
            }
        }
    }

    private func isOneOf(_ word: Int, _ numbers: [Int32], _ classes: RuleVocabulary.ClassMask) -> Bool {
        let lemma = matcher.words.lemmas[word]
        let form = matcher.words.forms[word]
        return matcher.vocabulary.classes(of: lemma).meets(classes)
            || matcher.vocabulary.classes(of: form).meets(classes)
            || lemma >= 0 && numbers.contains(lemma) || form >= 0 && numbers.contains(form)
    }

    private func conjuncts(of word: Int) -> [Int] {
        matcher.tree.children(of: word).filter { analysis.words.relations[Int($0)] == .conj }.map { Int($0) }
    }

    /// The words that an operator may take its content from, the likeliest first.
    func innerWords() -> [Int] {
        var clauses: [Int] = []
        var nouns: [Int] = []
        for argument in arguments where argument.word != word {
            switch argument.role {
            case .complement: clauses.append(argument.word)
            case .object: nouns.insert(argument.word, at: 0)
            case .oblique:
                // What stands behind "after" or "despite" is not what the operator governs.
                if argument.preposition >= 0, matcher.opensBackground(argument.preposition) { continue }
                if argument.clause { clauses.append(argument.word) } else { nouns.append(argument.word) }
            case .subject: if isClause, argument.clause { clauses.append(argument.word) }
            case .recipient: break
            }
        }
        var below: [Int] = []
        for child in matcher.tree.children(of: word) {
            switch analysis.words.relations[Int(child)] {
            case .acl, .advcl, .ccomp, .xcomp: if !clauses.contains(Int(child)) { below.append(Int(child)) }
            case .nmod: if !nouns.contains(Int(child)) { below.append(Int(child)) }
            default: break
            }
        }
        var deeper: [Int] = []
        for noun in nouns + below {
            for child in matcher.tree.children(of: noun) {
                switch analysis.words.relations[Int(child)] {
                case .acl, .nmod, .conj, .compound: deeper.append(Int(child))
                default: break
                }
            }
        }
        return clauses + nouns + below + deeper
    }

    /// What a measure counts: the talks in "a series of talks", the games in "ten days of war games".
    private func measured(_ word: Int) -> [Int] {
        matcher.tree.children(of: word).compactMap { child in
            let child = Int(child)
            guard analysis.words.relations[child] == .nmod else { return nil }
            let isOf = matcher.tree.children(of: child).contains {
                analysis.words.relations[Int($0)] == .case && matcher.words.lemmas[Int($0)] == matcher.lexicon.of
            }
            return isOf ? child : nil
        }
    }

    /// The words that a light verb may take its content from: its object and complement, and what the
    /// prepositions that its rule asks for bring in.
    func lightWords(of rule: EventRule) -> [Int] {
        var found: [Int] = []
        for argument in arguments where argument.word != word {
            switch argument.role {
            case .complement: found.append(argument.word)
            case .object: found += [argument.word] + measured(argument.word)
            default: break
            }
        }
        for condition in rule.conditions {
            if case .preposition = condition.selector { found += words(at: condition.selector) }
        }
        if frame < 0 || matcher.frames[frame].kind == .noun {
            for child in matcher.tree.children(of: word) where analysis.words.relations[Int(child)] == .acl {
                found.append(Int(child))
            }
        }
        return found
    }

    /// An argument's words up to where its background begins ("after", "if"), of a noun without the clauses
    /// that hang on it.
    private func foreground(of argument: PredicateFrame.Argument) -> Range<Int> {
        let word = argument.word
        let range = argument.clause ? matcher.tree.extent(of: word) : matcher.tree.phrase(of: word)
        return range.lowerBound..<(range.first { $0 > word && matcher.opensBackground($0) } ?? range.upperBound)
    }

    /// Actors in the subject's phrase.
    func subjectModifierActors() -> [ActorReference] {
        var found: [ActorReference] = []
        for word in words(at: .subject) {
            for mention in matcher.actors.mentions(in: matcher.tree.phrase(of: word)) {
                for actor in mention.actors where !found.contains(actor) { found.append(actor) }
            }
        }
        return found
    }

    /// Whether an argument may tell whom an act is for: the object, or what "to", "against" and their like
    /// bring in, but not where or when it happened.
    private func mayNameParty(_ argument: PredicateFrame.Argument) -> Bool {
        guard argument.role == .oblique else { return true }
        return argument.preposition < 0
            ? argument.clause
            : matcher.isAddressing(argument.preposition)
                || matcher.vocabulary.classes(of: matcher.words.lemmas[argument.preposition])
                    .meets(matcher.lexicon.controlPreposition) && !matcher.isPlacePreposition(argument.preposition)
    }

    /// Whether a noun is a thing and no person: who strikes a bridge in Arland strikes Arland, who robs a man
    /// in Arland does not.
    private func isThing(_ word: Int) -> Bool {
        guard let lives = matcher.vocabulary.mask("lives") else { return false }
        return analysis.words.upos[word] == .noun
            && !matcher.vocabulary.classes(of: matcher.words.lemmas[word]).meets(lives)
    }

    /// Whether a mention only tells where: a place, or a name behind "in", "at", "near".
    private func isScene(_ mention: ActorView.Mention) -> Bool {
        if mention.actors.allSatisfy({ $0.kind == .place }) { return true }
        return matcher.isBehindPlacePreposition(mention.words.lowerBound)
    }

    /// Actors that stand before the object's noun or hang on it, but are not the object itself.
    func objectModifierActors() -> [ActorReference] {
        var found: [ActorReference] = []
        for argument in arguments where argument.role != .subject && mayNameParty(argument) {
            for mention in matcher.actors.mentions(in: foreground(of: argument))
            where !isScene(mention) || argument.role == .object && isThing(argument.word) && mention.tellsCountry {
                for actor in mention.actors + matcher.actors.neighbours(of: mention) where !found.contains(actor) {
                    found.append(actor)
                }
                if !found.isEmpty { return found }
            }
        }
        return found.isEmpty ? sceneOfObject() : found
    }

    /// The state in which the violence happened that the object names: "condemned the coup in Arland", where
    /// the tree hangs the place on the verb.
    private func sceneOfObject() -> [ActorReference] {
        guard let object = arguments.first(where: { $0.role == .object && !$0.clause })?.word,
            matcher.isViolence(object)
        else { return [] }
        let next = matcher.tree.phrase(of: object).upperBound
        for argument in arguments where argument.role == .oblique && argument.preposition == next {
            guard matcher.isPlacePreposition(next) else { continue }
            return matcher.actors.direct(argument.word).filter { $0.country != nil }
        }
        return []
    }
}
