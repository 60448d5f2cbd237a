public import Linguistics

/// The children and the extents of every word of an analysis, laid out for walking down.
///
/// Children are in text order. An extent is the run from the leftmost to the
/// rightmost descendant; the *phrase* extent of a noun leaves out the clauses that hang on it, so
/// that "Russians who fled when the war began" has the phrase "Russians".
public struct DependencyTree: Sendable {
    private let dependents: Dependents
    private let left: [Int32]
    private let right: [Int32]
    private let phraseLeft: [Int32]
    private let phraseRight: [Int32]
    /// Heads deeper than this are not followed: no sentence of English nests so deep.
    private static let depth = 64

    /// Lays out the tree of an analysis. O(words × depth).
    public init(_ analysis: Analysis) {
        let words = analysis.words
        let count = words.count
        var left = (0..<count).map { Int32($0) }
        var right = left
        var phraseLeft = left
        var phraseRight = left
        for word in 0..<count where words.relations[word] != .punct {
            var node = word
            var inPhrase = true
            for _ in 0..<Self.depth {
                let head = Int(words.heads[node])
                if head < 0 { break }
                if Self.isClause(words.relations[node]) { inPhrase = false }
                left[head] = min(left[head], Int32(word))
                right[head] = max(right[head], Int32(word))
                if inPhrase {
                    phraseLeft[head] = min(phraseLeft[head], Int32(word))
                    phraseRight[head] = max(phraseRight[head], Int32(word))
                }
                node = head
            }
        }
        dependents = Dependents(heads: words.heads)
        self.left = left
        self.right = right
        self.phraseLeft = phraseLeft
        self.phraseRight = phraseRight
    }

    private static func isClause(_ relation: Relation) -> Bool {
        switch relation {
        case .acl, .aclRelcl, .advcl, .advclRelcl, .parataxis, .list, .ccomp, .csubj, .appos, .dep: true
        default: false
        }
    }

    /// The children of a word in text order.
    @inline(__always)
    func children(of word: Int) -> ArraySlice<Int32> { dependents[word] }

    /// All words that hang on a word, itself included, from the leftmost to the rightmost.
    func extent(of word: Int) -> Range<Int> { Int(left[word])..<Int(right[word]) + 1 }

    /// The extent of a noun without the clauses and appositions that hang on it.
    func phrase(of word: Int) -> Range<Int> { Int(phraseLeft[word])..<Int(phraseRight[word]) + 1 }
}
