public import Text

extension Analysis {
    /// Reads an analysis from CoNLL-U: the tests of coders write trees by hand in this form.
    ///
    /// The text is put together from each sentence's `# text`, or from the forms and `SpaceAfter=No`
    /// where there is none; `# newpar` and `# newdoc` put a blank line before a sentence, else a blank
    /// joins them. MISC may carry `NER=B-PER` and so on (PER, ORG, LOC, GPE). A missing lemma (`_`)
    /// is the lowered form. Where a line holds no tab, runs of blanks separate the columns; columns
    /// after the relation may be missing. O(n).
    ///
    /// - Parameter symbols: the table to extend, such as an analyzer's, so that compiled rules hold.
    /// - Throws: `ConlluFailure`, which names the line.
    public init(conllu: String, symbols: SymbolTable = SymbolTable()) throws(ConlluFailure) {
        let sentences = try ConlluSentence.read(conllu)
        var builder = ConlluLayout()
        for sentence in sentences { try builder.add(sentence) }
        self.init(text: SourceText(builder.text), symbols: SymbolTable(extending: symbols))
        paragraphs = builder.paragraphs.map { Span($0) }
        var numbers = ["_": 0]
        featureNames = ["_"]
        var first = 0
        for (i, sentence) in sentences.enumerated() {
            for (k, word) in sentence.words.enumerated() {
                let span = builder.wordSpans[first + k]
                words.starts.append(UInt32(span.lowerBound))
                words.ends.append(UInt32(span.upperBound))
                words.forms.append(self.symbols.intern(word.form.lowercased()))
                words.lemmas.append(self.symbols.intern(word.lemma))
                words.upos.append(word.upos)
                words.xpos.append(word.xpos.rawValue)
                let number = numbers[word.features] ?? featureNames.count
                if number == featureNames.count {
                    numbers[word.features] = number
                    featureNames.append(word.features)
                }
                words.features.append(UInt16(truncatingIfNeeded: number))
                words.heads.append(word.head < 0 ? -1 : Int32(first + word.head))
                words.relations.append(word.relation)
                words.tokenLengths.append(0)
            }
            for token in sentence.tokens {
                words.tokenLengths[first + token.words.lowerBound] = UInt8(token.words.count)
            }
            try readEntities(of: sentence, from: first)
            let end = first + sentence.words.count
            self.sentences.append(
                Sentence(
                    span: Span(builder.sentenceSpans[i]), words: first..<end,
                    paragraph: builder.paragraphOfSentence[i]))
            first = end
        }
    }

    private mutating func readEntities(of sentence: ConlluSentence, from first: Int) throws(ConlluFailure) {
        for (k, word) in sentence.words.enumerated() {
            guard let field = word.misc.split(separator: "|").first(where: { $0.hasPrefix("NER=") }) else {
                continue
            }
            let value = field.dropFirst(4)
            if value == "O" { continue }
            guard value.hasPrefix("B-") || value.hasPrefix("I-"),
                let kind = EntityKind(name: value.dropFirst(2))
            else { throw .unknownEntity(line: word.line, value: String(value)) }
            if value.hasPrefix("I-"), k > 0, let last = entities.last, last.endWord == Int32(first + k),
                last.kind == kind
            {
                entities[entities.count - 1].endWord += 1
            } else {
                entities.append(EntityMention(kind: kind, words: first + k..<first + k + 1))
            }
        }
    }
}

extension Analysis.EntityKind {
    /// The three letters of the kind in CoNLL-U's MISC column: PER, ORG, LOC, GPE.
    public var name: String {
        switch self {
        case .person: "PER"
        case .organisation: "ORG"
        case .place: "LOC"
        case .geopolitical: "GPE"
        }
    }

    /// The kind of a three-letter name, or `nil`.
    public init?(name: some StringProtocol) {
        guard let kind = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = kind
    }
}
