/// The Penn Treebank's part-of-speech tags as the English Universal Dependencies treebanks use them
/// in their XPOS column (web additions such as `ADD`, `AFX`, `GW`, `HYPH` and `NFP` among them).
///
/// `Analysis.Words.xpos` holds raw values of this type.
public enum PennTag: UInt8, Sendable, CaseIterable {
    case none
    case add, afx, cc, cd, dt, ex, fw, gw, hyph, `in`, jj, jjr, jjs, ls, md, nfp, nn, nnp, nnps, nns
    case pdt, pos, prp, prpPossessive, rb, rbr, rbs, rp, sym, to, uh, vb, vbd, vbg, vbn, vbp, vbz
    case wdt, wp, wpPossessive, wrb
    case dollar, openQuote, closeQuote, openBracket, closeBracket, comma, period, colon

    /// The tag as CoNLL-U writes it; `_` for `none`.
    public var name: String { Self.names[Int(rawValue)] }

    /// The tag of a CoNLL-U name, or `nil`.
    public init?(name: some StringProtocol) {
        guard let index = Self.names.firstIndex(where: { $0 == name }) else { return nil }
        self.init(rawValue: UInt8(index))
    }

    private static let names = [
        "_", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW", "HYPH", "IN", "JJ", "JJR", "JJS", "LS",
        "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP",
        "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "$", "``",
        "''", "-LRB-", "-RRB-", ",", ".", ":",
    ]
}

extension Analysis {
    /// The treebank's tag of a word.
    @inlinable public func pennTag(_ word: Int) -> PennTag { PennTag(rawValue: words.xpos[word]) ?? .none }
}
