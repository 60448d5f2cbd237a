import Linguistics

/// Clauses that the parser got wrong in ways that can be told from their surroundings.
extension ClauseReading {
    /// Whether a passive is none: "Beijing offered to mediate" with its verb taken for a participle. A
    /// passive clause that heads its sentence has an auxiliary.
    func isBarePassive(_ frame: PredicateFrame) -> Bool {
        guard frame.passive, frame.subject == nil, frame.object != nil else { return false }
        let relation = analysis.words.relations[frame.word]
        let head = Int(analysis.words.heads[frame.word])
        let onRoot = relation == .acl && head >= 0 && analysis.words.heads[head] < 0
        guard relation == .root || onRoot else { return false }
        return !tree.children(of: frame.word).contains {
            switch analysis.words.relations[Int($0)] {
            case .aux, .auxPass: true
            default: false
            }
        }
    }
}
