/// The words that hang on each word, laid out in one array.
package struct Dependents: Sendable {
    @usableFromInline let starts: [Int32]
    @usableFromInline let list: [Int32]

    /// Lays out the dependents of every word; `heads` has -1 for a root. O(words).
    package init(heads: [Int32]) {
        // Two places ahead, so that filling a word's part moves its start to where the next one's is looked for.
        var starts = [Int32](repeating: 0, count: heads.count + 2)
        for head in heads where head >= 0 { starts[Int(head) + 2] += 1 }
        for word in heads.indices { starts[word + 2] += starts[word + 1] }
        var list = [Int32](repeating: 0, count: Int(starts[heads.count + 1]))
        for (word, head) in heads.enumerated() where head >= 0 {
            list[Int(starts[Int(head) + 1])] = Int32(word)
            starts[Int(head) + 1] += 1
        }
        self.starts = starts
        self.list = list
    }

    /// The dependents of a word in text order.
    @inlinable package subscript(word: Int) -> ArraySlice<Int32> { list[Int(starts[word])..<Int(starts[word + 1])] }
}
