/// Who does what a predicate says: subjects as printed, and as understood.
extension ClauseGraph {
    /// The subject that depends on a predicate in the tree, clauses included; relative pronouns too.
    public func grammaticalSubject(of predicate: Int) -> Int? {
        child(of: predicate, .nsubj, .nsubjPass, .nsubjOuter) ?? child(of: predicate, .csubj, .csubjPass, .csubjOuter)
    }

    /// The subject of a predicate, as printed or as understood; of a passive, what undergoes it.
    ///
    /// A relative pronoun gives its antecedent. Without a subject of its own a predicate takes that of
    /// the verb that it is conjoined to, the controller of an infinitive or participle (the object where
    /// the verb has one and is not of `promise`'s kind), or the noun that a participle or an adnominal
    /// clause describes. O(depth).
    public func subject(of predicate: Int) -> Int? {
        var at = predicate
        while true {
            if let own = grammaticalSubject(of: at) { return antecedent(of: own) ?? own }
            guard let head = head(of: at) else { return nil }
            switch relation(of: at) {
            case .conj:
                guard isPredicate(head) else { return nil }
                at = head
            case .xcomp:
                if let object = controllingObject(of: head) { return object }
                at = head
            case .advcl:
                guard isSubjectless(at) else { return nil }
                at = head
            case .acl:
                if analysis.pennTag(at) == .vbg || analysis.pennTag(at) == .vbn || analysis.pennTag(at) == .vbd {
                    return head
                }
                return nil
            case .aclRelcl:
                return hasRelativeArgument(at) ? nil : head
            case .cop, .aux, .auxPass:
                at = head
            default:
                return nil
            }
        }
    }

    /// The subjects of a predicate with all that is conjoined to the first, in text order.
    public func subjects(of predicate: Int) -> [Int] {
        subject(of: predicate).map { conjuncts(of: $0) } ?? []
    }

    /// Who does it: the subject of an active verb, the agent ("by …") of a passive one.
    public func logicalSubject(of predicate: Int) -> Int? {
        isPassive(predicate) ? agent(of: predicate) : subject(of: predicate)
    }

    /// All who do it, conjuncts included.
    public func logicalSubjects(of predicate: Int) -> [Int] {
        logicalSubject(of: predicate).map { conjuncts(of: $0) } ?? []
    }

    /// The agent of a passive: what "by" introduces, shared by conjoined participles.
    public func agent(of predicate: Int) -> Int? {
        var at = predicate
        while true {
            if let agent = child(of: at, .oblAgent) { return agent }
            for conjunct in children(of: at, .conj) where isPassive(conjunct) {
                if let agent = child(of: conjunct, .oblAgent) { return agent }
            }
            guard relation(of: at) == .conj, let head = head(of: at), isPassive(head) else { return nil }
            at = head
        }
    }

    /// Whether a verb is passive: by its auxiliary or subject, or as a participle that describes a noun,
    /// stands alone before a clause, or is conjoined to a passive without an auxiliary of its own.
    public func isPassive(_ predicate: Int) -> Bool {
        var at = predicate
        while true {
            if child(of: at, .auxPass, .nsubjPass, .csubjPass) != nil { return true }
            guard analysis.pennTag(at) == .vbn, let head = head(of: at) else { return false }
            if child(of: at, .aux) != nil { return false }
            switch relation(of: at) {
            case .acl, .advcl: return child(of: at, .nsubj) == nil && child(of: at, .obj) == nil
            case .xcomp: return false
            case .conj:
                guard child(of: at, .nsubj) == nil else { return false }
                at = head
            default: return child(of: at, .oblAgent) != nil
            }
        }
    }

    /// Whether a word is a verb, or an adjective, noun or other word with a copula or a subject.
    public func isPredicate(_ word: Int) -> Bool {
        analysis.words.upos[word] == .verb || child(of: word, .cop) != nil || grammaticalSubject(of: word) != nil
    }

    /// Whether an adverbial clause is one whose subject is that of its main clause: an infinitive or a
    /// participle.
    private func isSubjectless(_ predicate: Int) -> Bool {
        switch analysis.pennTag(predicate) {
        case .vbg, .vbn: true
        case .vb: children(of: predicate, .mark).contains { analysis.pennTag($0) == .to }
        case .jj, .nn, .nns: child(of: predicate, .mark) != nil || child(of: predicate, .cop) == nil
        default: false
        }
    }

    /// The object of a verb that controls an infinitive: "urged Oria to leave". A passive has none.
    private func controllingObject(of verb: Int) -> Int? {
        guard !closed.bySubject.contains(analysis.words.lemmas[verb]) else { return nil }
        guard let object = child(of: verb, .iobj) ?? child(of: verb, .obj) else { return nil }
        return antecedent(of: object) ?? object
    }

    /// Whether a relative pronoun other than the subject stands in a relative clause.
    private func hasRelativeArgument(_ clause: Int) -> Bool {
        child(of: clause, .obj, .iobj).map { antecedent(of: $0) != nil } ?? false
    }
}
