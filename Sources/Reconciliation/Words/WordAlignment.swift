/// The cheapest way to turn one sequence of words into another, word by word.
///
/// Global alignment after Needleman and Wunsch (1970) with unit costs; a replaced pair costs 1.5, so
/// that a word that went and another that came on the same spot are shown as one replacement.
/// O(n · m) time and space.
package struct WordAlignment: Sendable {
    /// One step: indices into the first and the second sequence; one of them is `nil` where a word
    /// has no partner.
    package struct Step: Sendable, Hashable {
        package var first: Int?
        package var second: Int?
        package var equal: Bool
    }

    package private(set) var steps: [Step] = []

    package init(_ a: [String], _ b: [String]) {
        let width = b.count + 1
        var cost = [Float](repeating: 0, count: (a.count + 1) * width)
        for j in 0...b.count { cost[j] = Float(j) }
        for i in 0...a.count { cost[i * width] = Float(i) }
        if !a.isEmpty, !b.isEmpty {
            for i in 1...a.count {
                for j in 1...b.count {
                    let replace = cost[(i - 1) * width + j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1.5)
                    cost[i * width + j] = min(
                        replace, cost[(i - 1) * width + j] + 1, cost[i * width + j - 1] + 1)
                }
            }
        }
        var i = a.count
        var j = b.count
        while i > 0 || j > 0 {
            if i > 0, j > 0 {
                let equal = a[i - 1] == b[j - 1]
                if cost[i * width + j] == cost[(i - 1) * width + j - 1] + (equal ? 0 : 1.5) {
                    steps.append(Step(first: i - 1, second: j - 1, equal: equal))
                    i -= 1
                    j -= 1
                    continue
                }
            }
            if i > 0, cost[i * width + j] == cost[(i - 1) * width + j] + 1 {
                steps.append(Step(first: i - 1, second: nil, equal: false))
                i -= 1
            } else {
                steps.append(Step(first: nil, second: j - 1, equal: false))
                j -= 1
            }
        }
        steps.reverse()
    }
}
