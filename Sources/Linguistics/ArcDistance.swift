/// The classes of signed distance between a word and its head that the parser's scores tell apart.
package enum ArcDistance {
    /// How many classes there are, padded to a multiple of 16.
    package static let count = 32
    /// The class of an arc from the root.
    package static let root = 31

    /// The class of an arc between two words of a sentence.
    @inline(__always)
    package static func bucket(word: Int, head: Int) -> Int {
        let d = abs(head - word)
        let size = d <= 7 ? d - 1 : d <= 9 ? 7 : d <= 12 ? 8 : d <= 16 ? 9 : d <= 22 ? 10 : d <= 30 ? 11 : 12
        return head < word ? size : size + 13
    }
}
