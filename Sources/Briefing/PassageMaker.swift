import Records

/// Turns evidence into passages: the cited words in their sentence, equal sentences shown once.
struct PassageMaker: Sendable {
    let index: AccountIndex

    /// Texts that share less than this part of their words are not two wordings of one thing; marking
    /// nearly every word would tell a reader nothing.
    static let leastAgreement = 0.5

    /// The place that a piece of evidence points at.
    func citation(_ evidence: Evidence) -> Citation {
        guard let account = index[evidence.article] else {
            return Citation(
                account: 0, name: evidence.article, date: nil, start: evidence.start, end: evidence.end, article: "",
                anchor: "", isCopy: false)
        }
        let sentence = index.sentence(of: evidence, in: account)
        return Citation(
            account: account.number, name: account.name,
            date: account.article.published.map { DateWords.day($0) }, start: evidence.start, end: evidence.end,
            article: account.permalink, anchor: Self.anchor(account, sentence.lowerBound),
            isCopy: account.root != account.article.id)
    }

    /// The address of the sentence of an account that starts at a scalar offset.
    static func anchor(_ account: AccountIndex.Account, _ start: Int) -> String {
        "\(account.permalink)-s\(start)"
    }

    /// The passages of some evidence in the order of the brief's articles; `reference` is a text
    /// against which the cited words are compared and marked.
    func passages(_ evidence: [Evidence], reference: String? = nil) -> [Passage] {
        var passages: [Passage] = []
        var places: [String: Int] = [:]
        let ordered = evidence.sorted {
            (index[$0.article]?.number ?? 0, $0.start, $0.end) < (index[$1.article]?.number ?? 0, $1.start, $1.end)
        }
        for piece in ordered {
            let (before, after) = surroundings(of: piece)
            let key = "\(before)\u{0}\(piece.quote)\u{0}\(after)"
            let citation = citation(piece)
            if let place = places[key] {
                if !passages[place].citations.contains(citation) { passages[place].citations.append(citation) }
                continue
            }
            places[key] = passages.count
            passages.append(
                Passage(
                    before: before, quote: marked(piece.quote, against: reference), after: after,
                    citations: [citation]))
        }
        return passages
    }

    /// The words of the sentence on either side of the evidence, without line breaks.
    private func surroundings(of evidence: Evidence) -> (before: String, after: String) {
        guard let account = index[evidence.article] else { return ("", "") }
        let sentence = index.sentence(of: evidence, in: account)
        return (
            flat(index.words(sentence.lowerBound..<evidence.start, of: account)),
            flat(index.words(evidence.end..<max(evidence.end, sentence.upperBound), of: account))
        )
    }

    private func marked(_ text: String, against reference: String?) -> [WordDifference.Word] {
        guard let reference else { return plain(text) }
        let difference = WordDifference(text, reference)
        return difference.agreement >= Self.leastAgreement ? difference.first : plain(text)
    }

    /// The words of a text with none marked.
    func plain(_ text: String) -> [WordDifference.Word] {
        WordDifference.split(text).map { WordDifference.Word(text: $0, differs: false) }
    }

    private func flat(_ text: String) -> String {
        var result = ""
        var pending = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                pending = true
            } else {
                if pending { result += " " }
                pending = false
                result.unicodeScalars.append(scalar)
            }
        }
        return pending ? result + " " : result
    }
}

extension String {
    /// The text without blanks at its end.
    var trimmed: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
