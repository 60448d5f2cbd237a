public import Linguistics

/// How much of a treebank's annotation a model finds, from gold words and sentences.
public struct Scores: Sendable {
    public private(set) var words = 0
    public private(set) var upos = 0
    public private(set) var xpos = 0
    public private(set) var lemmas = 0
    public private(set) var heads = 0
    /// Heads with the relation right, subtypes left out.
    public private(set) var relations = 0

    /// Annotates the treebank's words and counts.
    public init(_ treebank: Treebank, model: Model) {
        var analysis = treebank.analysis
        model.annotate(&analysis)
        for word in 0..<treebank.count {
            words += 1
            if analysis.words.upos[word] == treebank.upos[word] { upos += 1 }
            if analysis.words.xpos[word] == treebank.xpos[word].rawValue { xpos += 1 }
            if analysis.lemma(word) == treebank.lemmas[word] { lemmas += 1 }
            if analysis.words.heads[word] == treebank.heads[word] {
                heads += 1
                if analysis.words.relations[word].main == treebank.relations[word].main { relations += 1 }
            }
        }
    }

    /// The table's head.
    public static let heading = "             words    UPOS    XPOS   lemma     UAS     LAS"

    /// One line of the table.
    public func line(_ name: String) -> String {
        func percent(_ count: Int) -> String {
            let value = words == 0 ? 0 : (count * 100_000 / words + 5) / 10
            let digits = String(value % 100)
            let text = "\(value / 100).\(digits.count < 2 ? "0" + digits : digits)"
            return String(repeating: " ", count: max(0, 8 - text.count)) + text
        }
        let head = name + String(repeating: " ", count: max(0, 10 - name.count))
        let size = String(words)
        return head + String(repeating: " ", count: max(0, 8 - size.count)) + size
            + [upos, xpos, lemmas, heads, relations].map(percent).joined()
    }
}

extension Relation {
    /// The relation without its subtype, as the CoNLL shared tasks score it.
    var main: Substring { name.prefix { $0 != ":" } }
}
