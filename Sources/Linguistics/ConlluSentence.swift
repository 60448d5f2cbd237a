/// One sentence of a CoNLL-U text as its lines give it, before it is laid over a `SourceText`.
///
/// The reader accepts blanks for tabs where a line holds no tab, and leaves out empty nodes
/// (`8.1`). Columns after the relation may be missing.
package struct ConlluSentence: Sendable {
    package struct Word: Sendable {
        package var form: String
        package var lemma: String
        package var upos: UniversalTag
        package var xpos: PennTag
        package var features: String
        /// The head counted from 0 in the sentence, or -1.
        package var head: Int
        package var relation: Relation
        package var misc: String
        package var line: Int
    }

    /// A multiword token: the printed form and the words (from 0) that it holds.
    package struct Token: Sendable {
        package var form: String
        package var words: Range<Int>
        package var spaceAfter: Bool
        package var line: Int
    }

    package var line = 0
    package var text: String?
    package var startsParagraph = false
    package var startsDocument = false
    package var words: [Word] = []
    /// Multiword tokens in order.
    package var tokens: [Token] = []

    /// Reads all sentences of a text in CoNLL-U. O(n).
    package static func read(_ text: String) throws(ConlluFailure) -> [ConlluSentence] {
        var sentences: [ConlluSentence] = []
        var current = ConlluSentence()
        var number = 0
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" }) {
            number += 1
            if line.allSatisfy({ $0 == " " || $0 == "\t" }) {
                if !current.words.isEmpty {
                    try current.check()
                    sentences.append(current)
                    current = ConlluSentence()
                }
            } else if line.hasPrefix("#") {
                current.readComment(line)
            } else {
                if current.words.isEmpty && current.tokens.isEmpty { current.line = number }
                try current.readWord(line, number)
            }
        }
        if !current.words.isEmpty {
            try current.check()
            sentences.append(current)
        }
        return sentences
    }

    private mutating func readComment(_ line: Substring) {
        let body = line.dropFirst().drop { $0 == " " }
        if body.hasPrefix("newpar") {
            startsParagraph = true
        } else if body.hasPrefix("newdoc") {
            startsDocument = true
        } else if body.hasPrefix("text =") || body.hasPrefix("text=") {
            text = String(body.drop { $0 != "=" }.dropFirst().drop { $0 == " " })
        }
    }

    private mutating func readWord(_ line: Substring, _ number: Int) throws(ConlluFailure) {
        let fields: [Substring] =
            line.contains("\t")
            ? line.split(separator: "\t", omittingEmptySubsequences: false)
            : line.split(separator: " ")
        guard fields.count >= 2 else { throw .tooFewColumns(line: number, found: fields.count) }
        let id = fields[0]
        if id.contains(".") { return }
        let misc = fields.count > 9 ? String(fields[9]) : "_"
        if let dash = id.firstIndex(of: "-") {
            guard let first = Int(id[..<dash]), let last = Int(id[id.index(after: dash)...]),
                first == words.count + 1, last > first, last - first < 255
            else { throw .badIdentifier(line: number, value: String(id)) }
            tokens.append(
                Token(
                    form: String(fields[1]), words: first - 1..<last,
                    spaceAfter: !misc.contains("SpaceAfter=No"), line: number))
            return
        }
        guard fields.count >= 8 else { throw .tooFewColumns(line: number, found: fields.count) }
        guard Int(id) == words.count + 1 else { throw .badIdentifier(line: number, value: String(id)) }
        guard let upos = fields[3] == "_" ? .x : UniversalTag(name: fields[3]) else {
            throw .unknownTag(line: number, value: String(fields[3]))
        }
        guard let head = fields[6] == "_" ? 0 : Int(fields[6]), head >= 0 else {
            throw .badHead(line: number, value: String(fields[6]))
        }
        guard let relation = fields[7] == "_" ? .dep : Relation(name: fields[7]) else {
            throw .unknownRelation(line: number, value: String(fields[7]))
        }
        let form = String(fields[1])
        words.append(
            Word(
                form: form, lemma: fields[2] == "_" && form != "_" ? form.lowercased() : String(fields[2]),
                upos: upos, xpos: PennTag(name: fields[4]) ?? .none, features: String(fields[5]),
                head: head - 1, relation: relation, misc: misc, line: number))
    }

    private func check() throws(ConlluFailure) {
        for word in words where word.head >= words.count || word.head == words.count {
            throw .badHead(line: word.line, value: String(word.head + 1))
        }
        if let last = tokens.last, last.words.upperBound > words.count {
            throw .badIdentifier(line: last.line, value: "\(last.words.lowerBound + 1)-\(last.words.upperBound)")
        }
        let roots = words.count { $0.head < 0 }
        guard roots == 1 else { throw .roots(line: line, count: roots) }
        for word in words {
            var steps = 0
            var at = word.head
            while at >= 0 {
                at = words[at].head
                steps += 1
                if steps > words.count { throw .cycle(line: line) }
            }
        }
    }
}
