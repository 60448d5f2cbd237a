internal import Records

/// What one clause of a claim asks of an account.
struct ClaimQuestion {
    /// The clause, as a statement of the pool.
    var statement: Statement
    /// Those whom the claim has act, one by one where they are asked about one by one.
    var agents: [ActorReference]
    /// Stems of the heads of its subjects that are no actors.
    var subjects: [Int32]
    /// Stems of what is left of the clause when act, actors, places, times and numbers are taken away.
    var terms: [Int32]
    /// Actors besides those who act and places.
    var others: [ActorReference]
    var places: [ActorReference]
    var span: DaySpan?
    var figures: [Figure]
    var denied: Bool
    /// Whether the claim is of something planned or possible.
    var planned: Bool

    init(_ statement: Statement, pool: StatementPool, words: CheckWords) {
        self.statement = statement
        let article = pool.coded[statement.article]
        let proposition = article.propositions[statement.proposition]
        denied = statement.isDenied
        planned = statement.modality == .planned || statement.modality == .possible
        var places: [ActorReference] = []
        var subjects: Set<Int32> = []
        for argument in proposition.arguments {
            if argument.role == "subject", argument.actors.isEmpty, argument.group == nil {
                if let term = pool.number(stem(pool.kinds.neutral(argument.head.lowercased()))) {
                    subjects.insert(term)
                }
            }
            if words.has(argument.role, .place) {
                places += argument.actors.filter { $0.kind == .place || $0.kind == .state }
            }
        }
        places += statement.others.filter { other in
            other.kind == .place && !places.contains { $0.id == other.id }
        }
        // A place as subject acts; it is not where something is.
        places.removeAll { place in statement.agents.contains { $0.id == place.id } }
        self.places = places
        self.subjects = subjects.sorted()
        var acting = statement.agents
        var acted = statement.others.filter { other in !places.contains { $0.id == other.id } }
        // Of a passive without its agent those who are named are acted upon.
        let roles = Set(proposition.arguments.map(\.role))
        if !roles.contains("subject"), roles.contains("object"), statement.group == nil {
            for agent in acting where !acted.contains(where: { StatementMatch.stands($0, for: agent) }) {
                acted.append(agent)
            }
            acting = []
        }
        agents = acting
        // "Azerbaijani forces": their state is no other party.
        others = acted.filter { other in
            other.kind != .state || !acting.contains { $0.id != other.id && Identity.state($0) == other.id }
        }
        span = statement.times.first { $0.anchor == nil && $0.range != nil && $0.precision != .vague }?
            .range.flatMap { DaySpan(from: $0.from, to: $0.to) }
        let sentence = article.sentences.indices.contains(statement.sentence) ? statement.sentence : 0
        let group = Set([statement.group?.count].compactMap { $0.map(Double.init) })
        figures = article.figures.filter {
            $0.sentence == sentence && $0.choice == nil && $0.kind != .duration
                && proposition.evidence.start <= $0.evidence.start && $0.evidence.end <= proposition.evidence.end
                && !($0.value.map(group.contains) ?? false)
        }
        var taken = Set(ClaimQuestion.stems(statement.predicate, pool))
        for actor in article.actors {
            for surface in actor.surfaces where surface.evidence.overlaps(proposition.evidence) {
                taken.formUnion(ClaimQuestion.stems(surface.text, pool))
            }
        }
        for time in statement.times { taken.formUnion(ClaimQuestion.stems(time.evidence.quote, pool)) }
        for figure in figures {
            let counted = Set(ClaimQuestion.stems(figure.counted ?? "", pool))
            taken.formUnion(ClaimQuestion.stems(figure.evidence.quote, pool).filter { !counted.contains($0) })
        }
        taken.formUnion(self.subjects)
        // The printed verb stands outside of its arguments, whatever its form ("met").
        let held = Set(proposition.arguments.flatMap { ClaimQuestion.stems($0.evidence.quote, pool) })
        var asked = held.filter { !taken.contains($0) }
        // Where a thing and nobody acts, a capital is a place and does not stand for its state ("the quake struck
        // Lima"): it must be printed.
        if acting.isEmpty, !self.subjects.isEmpty {
            for argument in proposition.arguments where argument.role != "subject" {
                let states = argument.actors.filter { $0.kind == .state }
                let name = FoldedText(argument.evidence.quote).words
                let isNamed = states.contains { state in
                    let own = FoldedText(state.name).words
                    return name.contains { word in own.contains { $0.prefix(4) == word.prefix(4) } }
                }
                if !states.isEmpty, !isNamed { asked.formUnion(ClaimQuestion.stems(argument.evidence.quote, pool)) }
            }
        }
        terms = asked.sorted()
    }

    /// The numbers of the stems of the words with content, sorted; words that no article holds are left out.
    static func stems(_ text: String, _ pool: StatementPool) -> [Int32] {
        let folded = FoldedText(text)
        var found: Set<Int32> = []
        for i in 0..<folded.count where pool.kinds[folded[i]] == .content && folded.length(i) > 1 {
            if let term = pool.number(stem(pool.kinds.neutral(folded[i]))) { found.insert(term) }
        }
        return found.sorted()
    }
}
