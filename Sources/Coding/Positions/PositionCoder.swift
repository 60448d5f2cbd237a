import Records

/// Positions that actors declare, take by a vote or are described to hold, read off propositions.
struct PositionCoder {
    let lexicon: PositionLexicon

    /// The positions of an article in order, each told once with all its evidence.
    ///
    /// What is only possible is left out; a plan to support or condemn declares a position already.
    func code(_ propositions: [Proposition]) -> [Position] {
        var positions: [Position] = []
        for proposition in propositions where proposition.modality != .possible {
            guard let entry = lexicon.entry(of: proposition) else { continue }
            guard let subject = proposition.arguments.first(where: { $0.role == "subject" }) else { continue }
            let holders = subject.group.map { $0.members.isEmpty ? subject.actors : $0.members } ?? subject.actors
            guard !holders.isEmpty, let object = object(of: proposition, entry) else { continue }
            let stance = proposition.negated ? "not " + proposition.predicate : proposition.predicate
            for holder in holders {
                add(
                    Position(
                        actor: holder, stance: stance, object: object,
                        polarity: proposition.negated ? .neutral : entry.polarity, evidence: [proposition.evidence]),
                    to: &positions)
            }
        }
        return positions
    }

    private func object(of proposition: Proposition, _ entry: PositionLexicon.Entry) -> String? {
        for role in entry.object {
            if let found = proposition.arguments.first(where: { $0.role == role }) { return found.evidence.quote }
        }
        return nil
    }

    private func add(_ position: Position, to positions: inout [Position]) {
        let same = positions.firstIndex {
            $0.actor == position.actor && $0.polarity == position.polarity && $0.stance == position.stance
                && $0.object == position.object
        }
        if let same { positions[same].evidence += position.evidence } else { positions.append(position) }
    }
}
