import Text

/// Draws dependency trees for people: one word a line, indented under its head, in reading order.
public struct TreeWriter: Sendable {
    public init() {}

    /// The trees of all sentences, each under its text.
    public func string(_ analysis: Analysis) -> String {
        analysis.sentences.indices.map { string(analysis, sentence: $0) }.joined(separator: "\n")
    }

    /// The tree of one sentence under its text.
    ///
    /// A line reads: branches, form, tag, relation, lemma where it differs, entity. O(n) for a
    /// sentence whose heads form a tree.
    public func string(_ analysis: Analysis, sentence index: Int) -> String {
        let sentence = analysis.sentences[index]
        var output = analysis.text[sentence.span].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        output += "\n"
        var children: [Int: [Int]] = [:]
        for word in sentence.words { children[Int(analysis.words.heads[word]), default: []].append(word) }
        let tags = analysis.entityTags()
        var pending: [(word: Int, prefix: String, isLast: Bool, depth: Int)] =
            (children[-1] ?? []).reversed().map { ($0, "", true, 0) }
        while let (word, prefix, isLast, depth) = pending.popLast() {
            let branch = depth == 0 ? "" : isLast ? "└─ " : "├─ "
            output += prefix + branch + line(analysis, word, tags) + "\n"
            let below = depth == 0 ? "" : prefix + (isLast ? "   " : "│  ")
            let under = children[word] ?? []
            for (i, child) in under.enumerated().reversed() {
                pending.append((child, below, i == under.count - 1, depth + 1))
            }
        }
        return output
    }

    private func line(_ analysis: Analysis, _ word: Int, _ tags: [String?]) -> String {
        let form = analysis.form(word)
        let lemma = analysis.lemma(word)
        var line = "\(form)  \(analysis.words.upos[word].name)  \(analysis.words.relations[word].name)"
        if lemma != form { line += "  (\(lemma))" }
        if let tag = tags[word] { line += "  \(tag)" }
        return line
    }
}
