import Text

/// What a predicate is done to, and with which prepositions.
extension ClauseGraph {
    /// A noun under a predicate that a preposition introduces, or that stands bare ("last week").
    public struct Oblique: Sendable, Hashable {
        /// The noun's index.
        public let word: Int
        /// The index of its first preposition, or `nil`.
        public let preposition: Int?
    }

    /// The direct object of a verb, as printed or as understood: a relative pronoun gives its antecedent,
    /// a relative clause without one the noun that it describes ("the deal they signed"), and a conjoined
    /// verb that stands before the shared object takes it ("drafted and adopted the text").
    public func object(of predicate: Int) -> Int? {
        if let own = child(of: predicate, .obj) { return antecedent(of: own) ?? own }
        let relation = relation(of: predicate)
        if relation == .aclRelcl, let noun = head(of: predicate), takesGap(predicate) { return noun }
        if relation == .conj, let first = head(of: predicate), let shared = child(of: first, .obj),
            shared > predicate
        {
            return shared
        }
        if child(of: predicate, .cop) == nil, !isPassive(predicate) {
            for conjunct in children(of: predicate, .conj) where isBare(predicate, before: conjunct) {
                if let shared = child(of: conjunct, .obj) { return shared }
            }
        }
        return nil
    }

    /// The objects of a verb with all that is conjoined to the first, in text order.
    public func objects(of predicate: Int) -> [Int] { object(of: predicate).map { conjuncts(of: $0) } ?? [] }

    /// To whom: the indirect object of a verb.
    public func indirectObject(of predicate: Int) -> Int? {
        child(of: predicate, .iobj).map { antecedent(of: $0) ?? $0 }
    }

    /// What undergoes it: the object of an active verb, the subject of a passive one.
    public func logicalObject(of predicate: Int) -> Int? {
        isPassive(predicate) ? subject(of: predicate) : object(of: predicate)
    }

    /// All that undergo it, conjuncts included.
    public func logicalObjects(of predicate: Int) -> [Int] {
        logicalObject(of: predicate).map { conjuncts(of: $0) } ?? []
    }

    /// The nouns under a predicate that are neither subject nor object, agents of passives left out; a
    /// relative pronoun gives its antecedent.
    public func obliques(of predicate: Int) -> [Oblique] {
        children(of: predicate, .obl, .oblUnmarked).map { word in
            Oblique(word: antecedent(of: word) ?? word, preposition: child(of: word, .case))
        }
    }

    /// The nouns that modify a noun, with their prepositions: "talks *with Oria* *on trade*".
    public func modifiers(of noun: Int) -> [Oblique] {
        children(of: noun, .nmod).map { Oblique(word: $0, preposition: child(of: $0, .case)) }
    }

    /// The preposition as one lowered string, words that are fixed to it included ("because of").
    public func prepositionText(_ preposition: Int) -> String {
        ([preposition] + children(of: preposition, .fixed)).map { analysis.symbols[analysis.words.forms[$0]] }
            .joined(separator: " ")
    }

    /// The noun that a relative pronoun, or a relative adverb, stands for; `nil` for every other word.
    ///
    /// The word must be tagged as a relative or interrogative one and stand in a relative clause.
    public func antecedent(of word: Int) -> Int? {
        switch analysis.pennTag(word) {
        case .wdt, .wp, .wpPossessive, .wrb: break
        case .in where analysis.words.upos[word] == .pron: break
        default: return nil
        }
        var at = word
        while let head = head(of: at) {
            switch relation(of: at) {
            case .aclRelcl: return head
            case .ccomp, .advcl, .parataxis, .root: return nil
            default: at = head
            }
        }
        return nil
    }

    /// Whether a relative clause lacks an object that its noun fills: it has a subject of its own, no
    /// object and no relative pronoun, and is not passive.
    private func takesGap(_ clause: Int) -> Bool {
        guard analysis.words.upos[clause] == .verb, child(of: clause, .nsubj) != nil, !isPassive(clause) else {
            return false
        }
        guard let subject = child(of: clause, .nsubj), antecedent(of: subject) == nil else { return false }
        return !children(of: clause).contains { antecedent(of: Int($0)) != nil }
            && child(of: clause, .ccomp, .xcomp) == nil
    }

    /// Whether nothing but a conjunction and modifiers stands between a verb and the one conjoined to it.
    private func isBare(_ verb: Int, before conjunct: Int) -> Bool {
        guard analysis.words.upos[verb] == .verb, analysis.pennTag(verb) == analysis.pennTag(conjunct) else {
            return false
        }
        return !children(of: verb).contains { child in
            child > verb && child < conjunct && relation(of: Int(child)) != .advmod
        } && child(of: conjunct, .nsubj, .aux, .mark) == nil && conjunct - verb < 5
    }
}
