import Text

/// The dependency trees of an analysis, to be walked downwards, with what Universal Dependencies leaves
/// unsaid made explicit: who does a thing and to whom, whatever the grammar of the clause.
///
/// The trees are basic dependencies; this layer adds what the enhanced ones would: shared subjects and
/// objects of conjoined verbs, subjects of controlled infinitives and participles, agents of passives,
/// and antecedents of relative pronouns. It answers by walking from the word asked about upwards, so
/// that nothing is stored twice. Words are indices into `Analysis.words`. Building is O(n).
public struct ClauseGraph: Sendable {
    /// The analysis that it was built from.
    public let analysis: Analysis
    let closed: ClauseWords.Compiled
    private let children: Dependents

    /// Lays out the children of every word. O(n).
    public init(_ analysis: Analysis) {
        self.analysis = analysis
        closed = ClauseWords.standard.compiled(for: analysis.symbols)
        children = Dependents(heads: analysis.words.heads)
    }

    /// The words that depend on a word, in text order.
    public func children(of word: Int) -> ArraySlice<Int32> { children[word] }

    /// The first child with one of some relations.
    public func child(of word: Int, _ relations: Relation...) -> Int? {
        for child in children(of: word) where relations.contains(analysis.words.relations[Int(child)]) {
            return Int(child)
        }
        return nil
    }

    /// The children with one of some relations, in text order.
    public func children(of word: Int, _ relations: Relation...) -> [Int] {
        var found: [Int] = []
        for child in children(of: word) where relations.contains(analysis.words.relations[Int(child)]) {
            found.append(Int(child))
        }
        return found
    }

    /// The head of a word, or `nil` for a root.
    public func head(of word: Int) -> Int? {
        let head = analysis.words.heads[word]
        return head < 0 ? nil : Int(head)
    }

    /// How a word depends on its head.
    public func relation(of word: Int) -> Relation { analysis.words.relations[word] }

    /// Whether `word` is `ancestor` or stands under it. O(depth).
    public func isUnder(_ word: Int, _ ancestor: Int) -> Bool {
        var at = word
        while at != ancestor {
            guard let head = head(of: at) else { return false }
            at = head
        }
        return true
    }

    /// The word followed by the words that are conjoined under it, in text order: for "Oria, Vell and
    /// Anso" the three nouns when asked of the first.
    public func conjuncts(of word: Int) -> [Int] {
        var found = [word]
        var i = 0
        while i < found.count {
            found += children(of: found[i], .conj)
            i += 1
        }
        return found.sorted()
    }

    /// The first conjunct of the coordination that a word stands in.
    public func firstConjunct(of word: Int) -> Int {
        var at = word
        while relation(of: at) == .conj, let head = head(of: at) { at = head }
        return at
    }
}
