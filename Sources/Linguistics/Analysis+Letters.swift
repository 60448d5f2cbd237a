import Text

extension Analysis {
    /// The bytes of a word as it is printed.
    func bytes(ofWord word: Int) -> ArraySlice<UInt8> { text.utf8[span(ofWord: word).range] }

    /// Whether a word is two capitals of ASCII or more and nothing else.
    func isShouted(_ word: Int) -> Bool {
        let bytes = bytes(ofWord: word)
        return bytes.count > 1 && bytes.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
    }
}
