/// Which words belong to a noun or clause, and how a predicate is qualified.
extension ClauseGraph {
    /// The smallest run of words that holds a word and everything under it. O(subtree).
    public func subtree(of word: Int) -> Range<Int> { extent(of: word) { _ in true } }

    /// The run of words that names what a noun names: determiners, adjectives, compounds and nouns with
    /// prepositions, without clauses, appositions, conjuncts and the marks and prepositions around it.
    public func phrase(of noun: Int) -> Range<Int> {
        extent(of: noun) { child in
            switch relation(of: child) {
            case .aclRelcl, .acl, .appos, .conj, .cc, .parataxis, .case, .cop, .nsubj, .nsubjPass, .nsubjOuter,
                .csubj, .aux, .mark, .advcl, .advmod, .obl, .list, .discourse, .vocative, .dislocated, .expl:
                false
            case .punct:
                // A hyphen or quotation mark inside a name stays; what stands at the end goes.
                child > noun ? false : analysis.pennTag(child) == .hyph
            default:
                true
            }
        }
    }

    /// Whether a predicate is denied: by "not", "never", "no" on its subject or object and the like.
    public func isNegated(_ predicate: Int) -> Bool {
        for child in children(of: predicate) {
            let child = Int(child)
            switch relation(of: child) {
            case .advmod, .cc: if isNegator(child) { return true }
            case .obj, .nsubj, .nsubjPass, .det:
                if isNegator(child) { return true }
                if children(of: child, .det).contains(where: isNegator) { return true }
            default: break
            }
        }
        return false
    }

    /// The auxiliaries of a predicate in text order, "to" of an infinitive not among them.
    public func auxiliaries(of predicate: Int) -> [Int] { children(of: predicate, .aux, .auxPass, .cop) }

    /// The predicate of the clause that a word stands in: the nearest word above it (or itself) that
    /// heads a clause.
    public func clause(of word: Int) -> Int {
        var at = word
        while let head = head(of: at) {
            switch relation(of: at) {
            case .ccomp, .xcomp, .advcl, .advclRelcl, .acl, .aclRelcl, .csubj, .csubjPass, .csubjOuter, .parataxis:
                return at
            case .conj where isPredicate(at): return at
            default: at = head
            }
        }
        return at
    }

    /// Whether a word denies the clause that it stands in ("not", "never", "no", "nobody").
    public func isNegator(_ word: Int) -> Bool {
        let lemma = analysis.words.lemmas[word]
        return closed.negators.contains(lemma) || closed.negators.contains(analysis.words.forms[word])
    }

    private func extent(of word: Int, where holds: (Int) -> Bool) -> Range<Int> {
        var low = word
        var high = word
        var pending = [word]
        while let next = pending.popLast() {
            low = min(low, next)
            high = max(high, next)
            for child in children(of: next) where next != word || holds(Int(child)) { pending.append(Int(child)) }
        }
        return low..<high + 1
    }
}
