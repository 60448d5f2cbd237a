internal import Linguistics

/// Finds who a cue's content belongs to, by syntax.
struct SourceFinder {
    let finder: FrameFinder
    private var tree: ClauseGraph { finder.tree }
    private var closed: ClosedWords { finder.words.closed }

    init(_ finder: FrameFinder) { self.finder = finder }

    /// A source: its words and the one that heads them.
    struct Named {
        var words: Range<Int>
        var head: Int
    }

    /// The source of a verb or predicate adjective: its subject, or the subject that it shares.
    func source(ofVerb verb: Int, content: [Range<Int>], isAdjective: Bool = false) -> Named? {
        guard let found = climbing(from: verb, content: content, isAdjective: isAdjective), isNominal(found.head),
            !closed.nobody.contains(finder.words.form(found.head))
        else { return nil }
        return found
    }

    /// Whether a word can head a source, whatever the parse says.
    private func isNominal(_ word: Int) -> Bool {
        switch finder.analysis.words.upos[word] {
        case .noun, .propn, .pron, .num, .x, .adj, .sym: true
        case .det: finder.words.form(word).count > 3
        default: false
        }
    }

    private func climbing(from verb: Int, content: [Range<Int>], isAdjective: Bool) -> Named? {
        var at = verb
        for _ in 0..<6 {
            if let found = direct(at, content: content) { return found }
            // Of a passive only an agent is the source.
            if at == verb, tree.child(of: at, .auxPass) != nil {
                if isAdjective, let subject = tree.child(of: at, .nsubjPass, .nsubj) {
                    return name(at: subject, avoiding: content)
                }
                if !isQuoted(at) { return nil }
            }
            guard let head = tree.head(of: at) else { return nil }
            switch tree.relation(of: at) {
            case .acl:
                // "a statement saying": the noun speaks, unless somebody issues it.
                return issuer(of: head, content: content) ?? name(at: head, avoiding: content, without: at)
            case .aclRelcl, .advclRelcl:
                return name(at: head, avoiding: content, without: at)
            case .xcomp:
                // "urged Oria to declare that …": who is urged declares.
                if at == verb, let object = tree.subject(of: at), tree.relation(of: object) == .obj {
                    return name(at: object, avoiding: content, without: at)
                }
                if content.contains(where: { $0.contains(head) }) { return nil }
                at = head
            case .ccomp where finder.words.isFiniteVerb(at):
                return nil
            case .advcl where isSaying(at, quotedBy: head):
                // "quoted the president as saying": who is quoted says it.
                guard let quoted = tree.child(of: head, .obj) else { return nil }
                return name(at: quoted, avoiding: content, without: at)
            case .conj, .advcl, .ccomp, .parataxis, .dep, .obl:
                if content.contains(where: { $0.contains(head) }), tree.relation(of: at) != .parataxis { return nil }
                at = head
            default:
                return nil
            }
        }
        return nil
    }

    private func isSaying(_ verb: Int, quotedBy above: Int) -> Bool {
        isQuoted(above) && tree.child(of: above, .auxPass) == nil && tree.child(of: above, .obj) != nil
            && tree.child(of: verb, .mark).map { finder.words.form($0) == "as" } ?? false
    }

    /// Who issues what speaks: "she released a statement saying", "the paper ran a piece that noted".
    private func issuer(of noun: Int, content: [Range<Int>]) -> Named? {
        guard finder.analysis.words.upos[noun] == .noun, tree.relation(of: noun) == .obj,
            let verb = tree.head(of: noun)
        else { return nil }
        return direct(verb, content: content)
    }

    /// The source of a noun: its possessor, "by" or "from" phrase, or who makes it.
    func source(ofNoun noun: Int, content: [Range<Int>]) -> Named? {
        if let owner = tree.child(of: noun, .nmodPoss) { return name(at: owner, avoiding: content) }
        for child in tree.dependents(of: noun) where tree.relation(of: child) == .nmod {
            if let preposition = tree.child(of: child, .case),
                closed.ofSource.contains(finder.words.form(preposition)),
                !content.contains(where: { $0.contains(child) })
            {
                return name(at: child, avoiding: content)
            }
        }
        if let maker = tree.child(of: noun, .compound, .amod), finder.analysis.words.upos[maker] == .propn {
            return name(at: maker, avoiding: content)
        }
        guard let verb = tree.head(of: noun) else { return nil }
        switch tree.relation(of: noun) {
        case .obj, .obl, .nsubjPass, .xcomp, .conj:
            return source(ofVerb: verb, content: content)
        default: return nil
        }
    }

    private func direct(_ verb: Int, content: [Range<Int>]) -> Named? {
        if let agent = tree.child(of: verb, .oblAgent) { return name(at: agent, avoiding: content) }
        let isPassive = tree.child(of: verb, .auxPass) != nil
        for child in tree.dependents(of: verb) {
            let relation = tree.relation(of: child)
            guard relation == .nsubj || relation == .nsubjOuter || (relation == .nsubjPass && isQuoted(verb))
            else { continue }
            if isPassive, relation == .nsubj { continue }
            if content.contains(where: { $0.contains(child) }) { continue }
            if closed.relative.contains(finder.words.form(child)),
                [.aclRelcl, .acl].contains(tree.relation(of: verb)), let antecedent = tree.head(of: verb)
            {
                if finder.words.form(child) != "who", let issuer = issuer(of: antecedent, content: content) {
                    return issuer
                }
                return name(at: antecedent, avoiding: content, without: verb)
            }
            return name(at: child, avoiding: content)
        }
        return nil
    }

    /// "was quoted as saying": the passive subject speaks.
    private func isQuoted(_ verb: Int) -> Bool {
        closed.quoted.contains(finder.words.form(verb))
    }

    private func name(at head: Int, avoiding content: [Range<Int>], without excluded: Int? = nil) -> Named {
        let yield = tree.yield(of: head, without: excluded.map { [$0] } ?? [])
            .filter { word in !content.contains { $0.contains(word) } }
        return name(headedBy: head, from: yield)
    }

    /// The words that name a source: its noun phrase with apposition, without relative clauses,
    /// a preposition before it or a possessive's ending after it.
    func name(headedBy head: Int, from yield: [Int]) -> Named {
        var dropped: Set<Int> = []
        for child in tree.dependents(of: head) {
            let relation = tree.relation(of: child)
            if [.aclRelcl, .acl, .case, .parataxis, .cop, .advcl, .punct].contains(relation) {
                if relation != .punct { dropped.formUnion(tree.yield(of: child)) }
            }
        }
        let kept = yield.filter { !dropped.contains($0) }
        guard let around = ClauseGraph.ranges(kept).first(where: { $0.contains(head) }) else {
            return Named(words: head..<(head + 1), head: head)
        }
        // Commas of an apposition part the ranges; take what is joined by punctuation alone.
        var low = around.lowerBound
        var high = around.upperBound
        for range in ClauseGraph.ranges(kept) where range.lowerBound >= high {
            guard (high..<range.lowerBound).allSatisfy(finder.words.isPunctuation) else { break }
            high = range.upperBound
        }
        // "Then Oria announced": what opens the sentence names nobody.
        if low < head, finder.analysis.words.upos[low] == .adv,
            finder.analysis.sentences[finder.analysis.sentence(ofWord: low)].words.lowerBound == low
        {
            low += 1
        }
        while low < head, finder.words.isPunctuation(low) || finder.analysis.words.upos[low] == .adp { low += 1 }
        // A determiner that the parse hung elsewhere.
        if low > 0, finder.analysis.words.upos[low - 1] == .det,
            finder.analysis.sentence(ofWord: low - 1) == finder.analysis.sentence(ofWord: head),
            !dropped.contains(low - 1)
        {
            low -= 1
        }
        while high > head + 1, finder.words.isPunctuation(high - 1) { high -= 1 }
        return Named(words: low..<high, head: head)
    }
}
