internal import Records

/// How many of several a claim speaks of: all of them, none, most, some number, or nobody besides.
struct GroupQuestion {
    /// What is said of how many of them did it.
    enum Quantity: Equatable {
        case all, most
        /// A number between two bounds.
        case count(Double, Double)
    }

    var members: [ActorReference]
    var quantity: Quantity
    /// Whether nobody but these is meant.
    var only: Bool
    /// The size of the group as the claim gives it.
    var size: Int?

    /// All of these.
    init(of members: [ActorReference]) {
        self.members = members
        quantity = .all
        only = false
    }

    /// Reads the group that a clause speaks of; `nil` when it speaks of one actor or none.
    init?(
        _ statement: Statement, pool: StatementPool, words: CheckWords, members expand: (String) -> [ActorReference]
    ) {
        let article = pool.coded[statement.article]
        let proposition = article.propositions[statement.proposition]
        let subject = proposition.arguments.first { $0.role == "subject" } ?? proposition.arguments.first
        let head = FoldedText(subject?.evidence.quote ?? "").words
        only = head.prefix(2).contains { words.has($0, .only) }
        quantity = .all
        if let group = statement.group {
            members = group.members
            if members.isEmpty, let id = group.group { members = expand(id) }
            if members.isEmpty {
                for actor in subject?.actors ?? [] where members.isEmpty { members = expand(actor.id) }
            }
            size = group.count
            if members.isEmpty, statement.agents.count > 1 { members = statement.agents }
            switch group.quantifier {
            case .all, .none, .other: break
            case .most: quantity = .most
            case .some:
                guard
                    let figure = subject?.figure.flatMap({
                        article.figures.indices.contains($0) ? article.figures[$0] : nil
                    })
                else {
                    quantity = .count(1, Double(max(1, members.count)))
                    break
                }
                let range = NumberRange(figure, words: words)
                quantity = .count(
                    figure.bound == .over && !range.holdsItsEnds ? range.low + 1 : range.low,
                    min(
                        figure.bound == .under && !range.holdsItsEnds ? range.high - 1 : range.high,
                        Double(members.count)))
            }
            guard !members.isEmpty else { return nil }
        } else if statement.agents.count > 1 {
            members = statement.agents
        } else if only, statement.agents.count == 1 {
            members = statement.agents
        } else {
            return nil
        }
    }

    /// What the members' answers come to.
    ///
    /// - Parameters:
    ///   - yes, no: how many did it, and how many did not.
    ///   - split: about how many the accounts differ.
    func verdict(yes: Int, no: Int, split: Int) -> CheckResult.Verdict {
        let all = members.count
        let least = Double(yes)
        let greatest = Double(all - no)
        let (low, high): (Double, Double) =
            switch quantity {
            case .all: (Double(all), Double(all))
            case .most: (Double(all / 2 + 1), Double(all))
            case .count(let a, let b): (a, b)
            }
        if least >= low, greatest <= high { return .supported }
        if greatest < low || least > high { return .contradicted }
        return split > 0 ? .mixed : .notFound
    }
}
