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
            let other = claim.readings[place == 0 ? claim.readings.count - 1 : 0].evidence.first?.quote
            let marking: PassageMaker.Marking =
                !conflicting ? .nothing : isWording ? .against(other ?? "") : .value(markedValues[place])
            let shown = passages.passages(reading.evidence, marking: marking)
            return ReadingOutline(
                number: place + 1, value: markedValues[place],
                statement: isWording || Self.addsNothing(reading, to: shown) ? [] : markedStatements[place],
                backing: Backing(
                    articles: passages.index.articleCount(reading.evidence), origins: reading.origins),
                passages: shown)
        }
    }

    /// What the claim says in one line: its question, and the answer where the question lacks it.
    var line: String {
        guard claim.kind != .quotation, readings.count == 1, let value = claim.readings.first?.value, !value.isEmpty
        else {
            return claim.statement
        }
        let words = Set(WordDifference.split(claim.statement).map(WordDifference.key))
        let isTold = WordDifference.split(value).allSatisfy { words.contains(WordDifference.key($0)) }
        return isTold ? claim.statement : "\(claim.statement): \(value)"
    }

    /// The first sentence of each account that speaks to the claim.
    var firstPassages: [Passage] {
        var seen: Set<Int> = []
        return readings.flatMap(\.passages).filter { passage in
            let isNew = passage.citations.contains { !seen.contains($0.account) }
            seen.formUnion(passage.citations.map(\.account))
            return isNew
        }
    }

    /// Texts less alike than this are not two answers in the same words.
    private static let leastLikeness = 0.4

    /// Marks in each text the words that another text lacks: the first is compared with all others,
    /// every other one with the first.
    private static func mark(_ texts: [String], _ words: [[WordDifference.Word]]) -> [[WordDifference.Word]] {
        var words = words
        for place in texts.indices.dropFirst() {
            let difference = WordDifference(texts[0], texts[place])
            guard difference.likeness >= leastLikeness else { continue }
            words[place] = difference.second
            for (i, word) in difference.first.enumerated() where word.differs { words[0][i].differs = true }
        }
        return words
    }

    /// Whether a reading's sentence only repeats its value, or one of the sentences that are shown.
    private static func addsNothing(_ reading: Reading, to passages: [Passage]) -> Bool {
        let statement = WordDifference.split(reading.statement).map(WordDifference.key)
        let value = WordDifference(reading.value, reading.statement)
        if !value.first.contains(where: \.differs), value.second.filter(\.differs).count <= 3 { return true }
        return passages.contains { passage in
            let cited = passage.runs.filter(\.isCited).map(\.text).joined()
            return [passage.text, cited].contains { WordDifference.split($0).map(WordDifference.key) == statement }
        }
    }
}
