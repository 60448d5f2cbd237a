import Text

extension Analysis {
    /// The bytes of a word as it is printed.
    func bytes(ofWord word: Int) -> ArraySlice<UInt8> { text.utf8[span(ofWord: word).range] }

    /// Whether a word begins with a capital of ASCII.
    package func isCapitalised(_ word: Int) -> Bool {
        text.utf8[Int(words.starts[word])] >= 0x41 && text.utf8[Int(words.starts[word])] <= 0x5A
    }

    /// Whether a word is two capitals of ASCII or more and nothing else.
    func isShouted(_ word: Int) -> Bool {
        let bytes = bytes(ofWord: word)
        return bytes.count > 1 && bytes.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
    }
}
