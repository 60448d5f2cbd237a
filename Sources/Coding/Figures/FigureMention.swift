public import Records

/// A figure with the words that make it, for the coders that tie figures to predicates.
public struct FigureMention: Sendable, Hashable {
    public var figure: Figure
    /// The words of the number with its sign or unit, as indices into `Analysis.words`.
    public var words: Range<Int>
    /// The word that heads what is counted, or `nil`.
    public var countedHead: Int?
}
