import Text

/// Finds where sentences end among the words of a paragraph.
struct SentenceSplitter: Sendable {
    let lists: TokenizerWords

    /// The index of the word after each sentence, in order; the last is the range's end.
    func ends(of words: Range<Int>, in table: Analysis.Words, reader: CharacterReader) -> [Int] {
        var ends: [Int] = []
        var word = words.lowerBound
        while word < words.upperBound {
            if isTerminal(word, table, reader) {
                var next = word + 1
                while next < words.upperBound, closes(next, table, reader) { next += 1 }
                if next < words.upperBound, mayBegin(next, table, reader) {
                    ends.append(next)
                    word = next
                    continue
                }
            }
            word += 1
        }
        if words.lowerBound < words.upperBound { ends.append(words.upperBound) }
        return ends
    }

    private func isTerminal(_ word: Int, _ table: Analysis.Words, _ reader: CharacterReader) -> Bool {
        let start = Int(table.starts[word])
        let kind = reader.character(at: start).kind
        return kind == .period || kind == .terminal || kind == .ellipsis
    }

    private func closes(_ word: Int, _ table: Analysis.Words, _ reader: CharacterReader) -> Bool {
        guard table.starts[word] == table.ends[word - 1] else { return false }
        let kind = reader.character(at: Int(table.starts[word])).kind
        return kind == .close || kind == .quote || kind == .apostrophe
    }

    private func mayBegin(_ word: Int, _ table: Analysis.Words, _ reader: CharacterReader) -> Bool {
        guard table.starts[word] > table.ends[word - 1] else { return false }
        return reader.character(at: Int(table.starts[word])).kind != .lower
    }
}
