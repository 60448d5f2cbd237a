internal import Records

/// Which actors a clause names, and where in it.
extension StatementPool {
    /// Whether an actor is printed inside an argument, as a part of what that names ("the truce, which Oria
    /// mediated, was signed").
    func stands(_ actor: ActorReference, of article: Int, in arguments: [Proposition.Argument]) -> Bool {
        coded[article].actors.contains { entry in
            entry.id == actor.id
                && entry.surfaces.contains { surface in arguments.contains { $0.evidence.overlaps(surface.evidence) } }
        }
    }

    /// Whether an actor is first printed before the word of this number in a clause.
    func precedes(_ actor: ActorReference, of article: Int, _ clause: Evidence, words place: Int) -> Bool {
        let folded = FoldedText(clause.quote)
        guard place < folded.count else { return false }
        let before = clause.part(bytes: 0..<Int(folded.starts[place])).end
        return coded[article].actors.contains { entry in
            entry.id == actor.id
                && entry.surfaces.contains { clause.start <= $0.evidence.start && $0.evidence.end <= before }
        }
    }

    /// The actors whose printed names stand inside an argument that is no actor itself ("five nations,
    /// among them …", "the minister's trip").
    func mentioned(in argument: Evidence, of article: Int) -> [ActorReference] {
        guard argument.end > argument.start else { return [] }
        return coded[article].actors.filter { actor in
            actor.surfaces.contains { argument.start <= $0.evidence.start && $0.evidence.end <= argument.end }
        }.map(\.reference)
    }

    /// The actors that a list at the end of a sentence names of those whom a clause tells of: "four states signed,
    /// among them Oria and Belmar".
    func listed(behind proposition: Proposition, of article: Int) -> [ActorReference] {
        guard coded[article].sentences.indices.contains(proposition.sentence) else { return [] }
        let sentence = coded[article].sentences[proposition.sentence]
        let folded = FoldedText(sentence.quote)
        let start = folded.words.indices.dropLast().last { i in
            kinds.isIn(.listing, folded[i] + " " + folded[i + 1])
        }
        guard let start, start + 2 < folded.count else { return [] }
        let list = sentence.part(bytes: Int(folded.starts[start + 2])..<sentence.quote.utf8.count)
        guard list.start >= proposition.evidence.start else { return [] }
        return mentioned(in: list, of: article)
    }

    /// Whether a clause holds directly quoted words or stands inside them: those are told as a quotation.
    func holdsQuotation(_ statement: Statement) -> Bool {
        let clause = coded[statement.article].propositions[statement.proposition].evidence
        return coded[statement.article].quotations.contains { $0.kind == .direct && $0.evidence.overlaps(clause) }
    }

    /// Whether a clause says that a person is or was at a place: that is a visit.
    func isStay(_ proposition: Proposition, _ agents: [ActorReference]) -> Bool {
        guard proposition.predicate == "be", agents.contains(where: { $0.kind == .person }) else { return false }
        return proposition.arguments.contains { argument in
            argument.role == "in" && argument.actors.contains { $0.kind == .place || $0.kind == .state }
        }
    }
}
