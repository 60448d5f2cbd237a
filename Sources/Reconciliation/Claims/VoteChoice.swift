internal import Records

/// Reads the choice that a statement gives its subject.
enum VoteChoice {
    static func read(_ statement: Statement, _ pool: StatementPool) -> OfficialRecord.Choice? {
        let proposition = pool.coded[statement.article].propositions[statement.proposition]
        let arguments = proposition.arguments
        func has(_ role: String, _ heads: Set<String>) -> Bool {
            arguments.contains { $0.role == role && heads.contains($0.head.lowercased()) }
        }
        let abstention = arguments.contains { $0.role != "subject" && $0.head.lowercased() == "abstention" }
        if let told = idiom(statement, pool) { return told }
        switch statement.predicate {
        case "abstain": return statement.negated ? nil : .abstained
        case "abstention": return statement.negated ? nil : .abstained
        case "be" where !statement.negated && (abstention || amongAbstentions(statement, pool)): return .abstained
        case "vote":
            // "did not vote for it" leaves open what else was done.
            let told =
                arguments.contains { $0.role == "for" || $0.role == "against" } || has("in", ["favour", "favor"])
                || arguments.contains { $0.role == "adverbial" && ["for", "against"].contains($0.head.lowercased()) }
            if statement.isDenied { return told ? nil : .absent }
            if statement.modality == .planned || statement.modality == .possible { return nil }
            if has("in", ["favour", "favor"]) || arguments.contains(where: { $0.role == "for" })
                || has("object", ["yes"])
            {
                return .inFavour
            }
            if arguments.contains(where: { $0.role == "against" }) || has("object", ["no"]) { return .against }
            return nil
        case "take" where statement.negated && has("object", ["part"]) && mentionsVote(arguments): return .absent
        case "participate" where statement.negated && mentionsVote(arguments): return .absent
        default: return nil
        }
    }

    /// The choice told by a verb with what follows it ("raised their hands for it", "voted against").
    private static func idiom(_ statement: Statement, _ pool: StatementPool) -> OfficialRecord.Choice? {
        guard pool.concepts.ballots.knows(statement.predicate), !statement.isDenied, statement.isFact,
            !statement.nominal
        else { return nil }
        let clause = FoldedText(pool.coded[statement.article].propositions[statement.proposition].evidence.quote).words
        let verb = stem(statement.predicate)
        guard
            let place = clause.firstIndex(where: {
                stem($0) == verb || $0.hasPrefix(verb.prefix(3)) && $0.utf8.count <= verb.utf8.count + 3
                    || statement.predicate == "be" && pool.kinds.isIn(.passive, $0)
            })
        else { return nil }
        let sentence = FoldedText(pool.coded[statement.article].sentences[statement.sentence].quote).words
        return pool.concepts.ballots.choice(verb: statement.predicate, at: place, in: clause, beside: sentence)
    }

    /// "Among the abstentions were …": the parse may hang the phrase elsewhere.
    private static func amongAbstentions(_ statement: Statement, _ pool: StatementPool) -> Bool {
        let words = FoldedText(pool.coded[statement.article].sentences[statement.sentence].quote).words
        guard let among = words.firstIndex(of: "among") else { return false }
        return words[among...].prefix(6).contains { $0 == "abstentions" || $0 == "abstainers" }
    }

    private static func mentionsVote(_ arguments: [Proposition.Argument]) -> Bool {
        arguments.contains { ["vote", "voting", "ballot"].contains($0.head.lowercased()) }
    }
}
