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
