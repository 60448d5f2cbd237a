import Linguistics
import Records

/// To whom something is promised.
extension CommitmentCoder {
    func recipients(_ draft: CommitmentDraft, _ range: Range<Int>) -> ([ActorReference], String?) {
        var candidates: [Int] = []
        if draft.recipient >= 0 { candidates.append(draft.recipient) }
        let frame = draft.clause ? finder.frame(at: draft.content) : nil
        if let frame, let recipient = reading.frames[frame].word(.recipient) { candidates.append(recipient) }
        if let frame, finder.isIn(.giving, draft.content), let object = reading.frames[frame].object,
            let first = finder.leading(object)
        {
            candidates.append(first)
        }
        for preposition in finder.lexicon.reaching {
            for carrier in [draft.content, draft.word] + carrying(draft) + below(draft.content) {
                candidates += reading.tree.children(of: carrier).map(Int.init).filter { child in
                    switch analysis.words.relations[child] {
                    case .obl, .nmod: break
                    default: return false
                    }
                    return reading.tree.children(of: child).contains {
                        analysis.words.relations[Int($0)] == .case && finder.lemma(Int($0)) == preposition
                    }
                }
            }
        }
        if let frame, let object = reading.frames[frame].object, object > draft.content, finder.isDeed(draft.content) {
            candidates.append(object)
        }
        if finder.isIn(.placing, draft.content) { candidates += receiving(draft.content) }
        // Wherever the parser hung it: an actor behind "to" or "for" within what is promised.
        let clause = reading.tree.extent(of: draft.word)
        for word in draft.content..<max(range.upperBound, clause.upperBound)
        where analysis.words.relations[word] == .case && finder.lexicon.reaching.prefix(2).contains(finder.lemma(word))
        {
            let head = Int(analysis.words.heads[word])
            if head > word, finder.isActor(head), !isInRelativeClause(head, below: draft.content) {
                candidates.append(head)
            }
        }
        for candidate in candidates where candidate != draft.subject {
            let found = finder.actors.actors(ofPhrase: candidate)
            let direct = finder.actors.direct(candidate)
            if !direct.isEmpty || candidate == draft.recipient || !found.isEmpty && isPeople(candidate) {
                return (direct.isEmpty ? found : conjoined(candidate, direct), text(reading.tree.phrase(of: candidate)))
            }
        }
        return ([], nil)
    }

    /// The verb that makes the promise which a noun names, where the parser may hang the recipient.
    private func carrying(_ draft: CommitmentDraft) -> [Int] {
        guard draft.frame >= 0, reading.frames[draft.frame].word != draft.word else { return [] }
        return [reading.frames[draft.frame].word]
    }

    /// "will invest $3 billion in Arland": where the money goes.
    private func receiving(_ deed: Int) -> [Int] {
        ([deed] + below(deed)).flatMap { reading.tree.children(of: $0).map(Int.init) }.filter { child in
            [.obl, .nmod].contains(analysis.words.relations[child]) && finder.isActor(child)
                && reading.tree.children(of: child).contains {
                    analysis.words.relations[Int($0)] == .case && finder.isIn(.within, Int($0))
                }
        }
    }

    /// Whether a word stands in a relative clause below another ("a speech that she had given to them").
    private func isInRelativeClause(_ word: Int, below top: Int) -> Bool {
        var node = word
        for _ in 0..<12 {
            if analysis.words.relations[node] == .aclRelcl { return true }
            node = Int(analysis.words.heads[node])
            if node < 0 || node == top { return false }
        }
        return false
    }

    /// "refugees from Sudan" may receive; "a port in Sudan" does not.
    private func isPeople(_ word: Int) -> Bool {
        analysis.words.upos[word] == .noun && analysis.form(word).hasSuffix("s")
            && !reading.tree.children(of: word).contains { analysis.words.relations[Int($0)] == .nmod }
    }

    /// The noun phrases right below what is promised, which may carry the recipient.
    private func below(_ word: Int) -> [Int] {
        reading.tree.children(of: word).map(Int.init).filter {
            switch analysis.words.relations[$0] {
            case .obj, .nmod, .obl: $0 > word
            default: false
            }
        }
    }
}
