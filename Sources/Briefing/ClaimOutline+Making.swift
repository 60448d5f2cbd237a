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
            let reference = isWording ? claim.readings[place == 0 ? 1 : 0].value : nil
            return ReadingOutline(
                number: place + 1, value: markedValues[place],
                statement: Self.sameWords(reading.statement, reading.value) ? [] : markedStatements[place],
                backing: Backing(
                    articles: passages.index.articleCount(reading.evidence), origins: reading.origins),
                passages: passages.passages(reading.evidence, reference: reference))
        }
    }

    /// Marks in each text the words that another text lacks: the first is compared with all others,
    /// every other one with the first.
    private static func mark(_ texts: [String], _ words: [[WordDifference.Word]]) -> [[WordDifference.Word]] {
        var words = words
        for place in texts.indices.dropFirst() {
            let difference = WordDifference(texts[0], texts[place])
            words[place] = difference.second
            for (i, word) in difference.first.enumerated() where word.differs { words[0][i].differs = true }
        }
        return words
    }

    private static func sameWords(_ a: String, _ b: String) -> Bool {
        WordDifference.split(a).map(WordDifference.key) == WordDifference.split(b).map(WordDifference.key)
    }
}
