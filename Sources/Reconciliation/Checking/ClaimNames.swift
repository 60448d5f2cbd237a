internal import Records

/// Who is meant by last names that a claim gives alone: whoever asks knows the persons of the accounts.
enum ClaimNames {
    /// A claim in which such names stand for the only person of the accounts that bears them.
    ///
    /// O(actors of the accounts, arguments of the claim).
    static func resolve(_ claim: CodedArticle, among accounts: [CodedArticle]) -> CodedArticle {
        var bearers: [String: ActorEntry?] = [:]
        for actor in accounts.flatMap(\.actors) where actor.kind == .person {
            guard let last = FoldedText(actor.name).words.last else { continue }
            if let known = bearers[last] {
                // Two of one name: neither is meant for sure.
                if let known, !Identity.same(known.reference, actor.reference) { bearers[last] = .some(nil) }
            } else {
                bearers[last] = actor
            }
        }
        var claim = claim
        for p in claim.propositions.indices {
            for a in claim.propositions[p].arguments.indices where claim.propositions[p].arguments[a].actors.isEmpty {
                let words = claim.propositions[p].arguments[a].evidence
                guard let bearer = bearer(words.quote, bearers) else { continue }
                claim.propositions[p].arguments[a].actors = [bearer.reference]
                var entry = bearer
                entry.surfaces = [ActorSurface(text: words.quote, evidence: words)]
                if !claim.actors.contains(where: { $0.id == bearer.id }) { claim.actors.append(entry) }
            }
        }
        for q in claim.quotations.indices where claim.quotations[q].speaker == nil {
            guard let surface = claim.quotations[q].speakerSurface else { continue }
            claim.quotations[q].speaker = bearer(surface, bearers)?.reference ?? stranger(surface)
        }
        return claim
    }

    /// The person whom one or two words with capitals name, with or without a preposition before them.
    private static func bearer(_ text: String, _ bearers: [String: ActorEntry?]) -> ActorEntry? {
        let folded = FoldedText(text)
        guard (1...3).contains(folded.count), folded.capitals.last ?? false else { return nil }
        return bearers[folded[folded.count - 1]] ?? nil
    }

    /// Somebody of whom nothing but the name is known.
    private static func stranger(_ surface: String) -> ActorReference? {
        let folded = FoldedText(surface)
        guard (1...3).contains(folded.count), folded.capitals.allSatisfy(\.self) else { return nil }
        return ActorReference(id: surface, name: surface, kind: .person)
    }
}
