internal import Linguistics

/// The dependency trees of a text, turned round: from a head to its dependents.
struct ClauseTree {
    private let heads: [Int32]
    private let relations: [Relation]
    private var firstChild: [Int32]
    private var nextSibling: [Int32]
    /// Whether the text has heads at all.
    let isParsed: Bool

    /// Links each word to its dependents in order. O(words).
    init(_ analysis: Analysis) {
        heads = analysis.words.heads
        relations = analysis.words.relations
        firstChild = Array(repeating: -1, count: heads.count)
        nextSibling = Array(repeating: -1, count: heads.count)
        var parsed = false
        for word in heads.indices.reversed() {
            let head = heads[word]
            guard head >= 0, Int(head) < heads.count else { continue }
            parsed = true
            nextSibling[word] = firstChild[Int(head)]
            firstChild[Int(head)] = Int32(word)
        }
        isParsed = parsed
    }

    func head(of word: Int) -> Int? { heads[word] < 0 ? nil : Int(heads[word]) }
    func relation(of word: Int) -> Relation { relations[word] }

    /// The dependents of a word in order.
    func children(of word: Int) -> Children { Children(tree: self, upcoming: firstChild[word]) }

    /// The first dependent with one of these relations.
    func child(of word: Int, _ wanted: Relation...) -> Int? {
        children(of: word).first { wanted.contains(relations[$0]) }
    }

    struct Children: Sequence, IteratorProtocol {
        fileprivate let tree: ClauseTree
        fileprivate var upcoming: Int32
        mutating func next() -> Int? {
            guard upcoming >= 0 else { return nil }
            defer { upcoming = tree.nextSibling[Int(upcoming)] }
            return Int(upcoming)
        }
    }

    /// All words under a word, itself included, in order, leaving out the subtrees of some.
    func yield(of word: Int, without excluded: Set<Int> = []) -> [Int] {
        var words: [Int] = []
        var stack = [word]
        while let top = stack.popLast(), words.count <= heads.count {
            words.append(top)
            for child in children(of: top) where !excluded.contains(child) { stack.append(child) }
        }
        return words.sorted()
    }

    /// Whether a word is another or stands under it. O(depth).
    func isUnder(_ word: Int, _ ancestor: Int) -> Bool {
        var at: Int? = word
        var steps = 0
        while let here = at, steps < 200 {
            if here == ancestor { return true }
            at = head(of: here)
            steps += 1
        }
        return false
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
