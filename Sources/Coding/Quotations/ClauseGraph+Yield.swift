internal import Linguistics

/// What the quotation rules ask of a clause graph beside its own questions: the words under a word as a
/// list, so that some of them can be left out, and runs of neighbours among such words.
extension ClauseGraph {
    /// The dependents of a word in order.
    func dependents(of word: Int) -> LazyMapSequence<ArraySlice<Int32>, Int> {
        children(of: word).lazy.map { Int($0) }
    }

    /// All words under a word, itself included, in order, leaving out the subtrees of some.
    func yield(of word: Int, without excluded: Set<Int> = []) -> [Int] {
        var words: [Int] = []
        var stack = [word]
        while let top = stack.popLast() {
            words.append(top)
            for child in children(of: top) where !excluded.contains(Int(child)) { stack.append(Int(child)) }
        }
        return words.sorted()
    }

    /// Words in order as ranges of neighbours.
    static func ranges(_ words: [Int]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        for word in words {
            if let last = ranges.last, last.upperBound == word {
                ranges[ranges.count - 1] = last.lowerBound..<(word + 1)
            } else {
                ranges.append(word..<(word + 1))
            }
        }
        return ranges
    }
}
