public import Text

/// From a text to its `Analysis`: the only entry that the stages downstream use.
///
/// A value that can be shared between threads: it holds the frozen symbol table and the models, and
/// `analyze` changes neither, so that texts analysed in parallel give the same result as one by one.
public struct Analyzer: Sendable {
    /// The frozen symbols that every analysis extends; rules are compiled against them.
    public let symbols: SymbolTable

    /// Makes an analyzer with the words that downstream rules name.
    ///
    /// - Parameter vocabulary: lemmas and lowered forms to give symbols before any text is read.
    public init(vocabulary: some Sequence<String> = EmptyCollection<String>()) {
        var table = SymbolTable()
        for word in vocabulary { _ = table.intern(word) }
        symbols = table
    }

    /// Analyses one text. Never traps, whatever the text holds.
    public func analyze(_ text: SourceText) -> Analysis {
        Analysis(text: text, symbols: SymbolTable(extending: symbols))
    }
}
