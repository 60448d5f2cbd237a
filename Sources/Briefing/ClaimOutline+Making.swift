import Records

extension ClaimOutline {
    /// Arranges a claim; in a disagreement the words in which the readings differ are marked.
    init(_ claim: Claim, passages: PassageMaker) {
        self.claim = claim
        permalink = Permalink.make("claim", id: claim.id)
        let all = claim.readings.flatMap(\.evidence)
        backing = Backing(articles: passages.index.articleCount(all), origins: claim.origins)
        let conflicting = claim.status == .conflicting && claim.readings.count > 1
        let values = claim.readings.map { passages.plain($0.value) }
        let statements = claim.readings.map { passages.plain($0.statement) }
        let markedValues = conflicting ? Self.mark(claim.readings.map(\.value), values) : values
        let markedStatements = conflicting ? Self.mark(claim.readings.map(\.statement), statements) : statements
        let isWording = claim.kind == .quotation && conflicting
        readings = claim.readings.enumerated().map { place, reading in
            // Wordings are compared as they are printed; what the reading is called may be a part of it.
            let reference = isWording ? claim.readings[place == 0 ? 1 : 0].evidence.first?.quote : nil
            var shown = passages.passages(reading.evidence, reference: reference)
            if !isWording { Self.mark(&shown, where: markedValues[place]) }
            return ReadingOutline(
                number: place + 1, value: markedValues[place],
                statement: Self.addsNothing(reading, to: shown) ? [] : markedStatements[place],
                backing: Backing(
                    articles: passages.index.articleCount(reading.evidence), origins: reading.origins),
                passages: shown)
        }
    }

    /// What the claim says in one line: its question, and the answer where the question lacks it.
    var line: String {
        guard readings.count == 1, let value = claim.readings.first?.value, !value.isEmpty else {
            return claim.statement
        }
        let words = Set(WordDifference.split(claim.statement).map(WordDifference.key))
        let isTold = WordDifference.split(value).allSatisfy { words.contains(WordDifference.key($0)) }
        return isTold ? claim.statement : "\(claim.statement): \(value)"
    }

    /// Marks in each text the words that another text lacks: the first is compared with all others,
    /// every other one with the first.
    private static func mark(_ texts: [String], _ words: [[WordDifference.Word]]) -> [[WordDifference.Word]] {
        var words = words
        for place in texts.indices.dropFirst() {
            let difference = WordDifference(texts[0], texts[place])
            guard difference.agreement >= PassageMaker.leastAgreement else { continue }
            words[place] = difference.second
            for (i, word) in difference.first.enumerated() where word.differs { words[0][i].differs = true }
        }
        return words
    }

    /// Marks the words of a value that differ where they stand in the cited sentences too.
    private static func mark(_ passages: inout [Passage], where value: [WordDifference.Word]) {
        let keys = Set(value.filter(\.differs).map { WordDifference.key($0.text) })
        for place in passages.indices {
            for word in passages[place].quote.indices
            where keys.contains(WordDifference.key(passages[place].quote[word].text)) {
                passages[place].quote[word].differs = true
            }
        }
    }

    /// Whether a reading's sentence only repeats its value, or one of the sentences that are shown.
    private static func addsNothing(_ reading: Reading, to passages: [Passage]) -> Bool {
        let statement = WordDifference.split(reading.statement).map(WordDifference.key)
        let value = WordDifference(reading.value, reading.statement)
        if !value.first.contains(where: \.differs), value.second.filter(\.differs).count <= 3 { return true }
        return passages.contains { passage in
            let quote = passage.quote.map(\.text).joined(separator: " ")
            let sentence = WordDifference.split(passage.before + quote + passage.after).map(WordDifference.key)
            return sentence == statement || WordDifference.split(quote).map(WordDifference.key) == statement
        }
    }
}
