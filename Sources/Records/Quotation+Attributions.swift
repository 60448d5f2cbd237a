extension Sequence<Quotation> {
    /// One quotation an attribution: all words that one cue brings of one source.
    ///
    /// Quotations list printed words: each sentence of a quotation that its cue splits stands for
    /// itself, and so do a reported clause and the words quoted in it, since accounts are compared
    /// by them. Attributions join them: sentences with a blank, and a clause with words quoted in it
    /// becomes one of kind `mixed` whose text is the clause and whose parts are the quoted words. In
    /// order of the first of each. O(n).
    public func attributions() -> [Quotation] {
        var place: [String: Int] = [:]
        var groups: [[Quotation]] = []
        for quotation in self {
            let key = quotation.attribution ?? quotation.id
            if let index = place[key] {
                groups[index].append(quotation)
            } else {
                place[key] = groups.count
                groups.append([quotation])
            }
        }
        return groups.map(Self.joined)
    }

    private static func joined(_ group: [Quotation]) -> Quotation {
        var whole = group.first { $0.kind == .indirect } ?? group[0]
        guard group.count > 1 else { return whole }
        let quoted = group.filter { $0.kind != .indirect }
        if whole.kind == .indirect {
            whole.kind = .mixed
        } else {
            whole.text = quoted.map(\.text).joined(separator: " ")
        }
        whole.parts = quoted.flatMap(\.parts)
        return whole
    }
}
