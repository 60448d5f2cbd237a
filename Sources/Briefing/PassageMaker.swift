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

    /// What is marked in cited words.
    enum Marking {
        case nothing
        /// The words that this text lacks.
        case against(String)
        /// The marked words of a reading's value, where they stand in the sentence.
        case value([WordDifference.Word])
    }

    /// The passages of some evidence in the order of the brief's articles.
    func passages(_ evidence: [Evidence], marking: Marking = .nothing) -> [Passage] {
        var passages: [Passage] = []
        var places: [String: Int] = [:]
        let ordered = evidence.sorted {
            (index[$0.article]?.number ?? 0, $0.start, $0.end) < (index[$1.article]?.number ?? 0, $1.start, $1.end)
        }
        for piece in ordered {
            let passage = passage(piece, marking: marking)
            // A sentence is shown once, whichever of its words the evidence names.
            if let place = places[passage.text] {
                if !passages[place].citations.contains(where: { $0.anchor == passage.citations[0].anchor }) {
                    passages[place].citations += passage.citations
                }
            } else {
                places[passage.text] = passages.count
                passages.append(passage)
            }
        }
        return passages
    }

    private func passage(_ evidence: Evidence, marking: Marking) -> Passage {
        var before = ""
        var after = ""
        if let account = index[evidence.article] {
            let sentence = index.sentence(of: evidence, in: account)
            before = flat(index.words(sentence.lowerBound..<evidence.start, of: account))
            after = flat(index.words(evidence.end..<max(evidence.end, sentence.upperBound), of: account)).trimmed
        }
        let quote = flat(evidence.quote)
        let words = (before + quote + after).split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let marks =
            switch marking {
            case .nothing: [Bool](repeating: false, count: words.count)
            case .against(let reference):
                Self.marks(of: quote, against: reference, at: before.count { $0 == " " }, of: words.count)
            case .value(let value): Self.marks(of: value, in: words)
            }
        let start = before.unicodeScalars.count
        return Passage(
            runs: Self.runs(words, marks: marks, cited: start..<(start + quote.unicodeScalars.count)),
            citations: [citation(evidence)])
    }

    /// Which words of a sentence are marked when its cited part is compared with another text.
    private static func marks(of quote: String, against reference: String, at first: Int, of count: Int) -> [Bool] {
        var marks = [Bool](repeating: false, count: count)
        let difference = WordDifference(quote, reference, endsMayBeCut: true)
        guard difference.agreement >= leastAgreement else { return marks }
        for (place, word) in difference.first.enumerated() where first + place < count {
            marks[first + place] = word.differs
        }
        return marks
    }

    /// Which words of a sentence are the marked ones of a value: those of the value's own wording where
    /// the sentence has it, else the numbers among them.
    private static func marks(of value: [WordDifference.Word], in words: [String]) -> [Bool] {
        var marks = [Bool](repeating: false, count: words.count)
        let keys = words.map(WordDifference.key)
        let wanted = value.map { WordDifference.key($0.text) }
        guard value.contains(where: \.differs) else { return marks }
        if wanted.count <= keys.count {
            for start in 0...(keys.count - wanted.count) where Array(keys[start..<(start + wanted.count)]) == wanted {
                for (place, word) in value.enumerated() { marks[start + place] = word.differs }
                return marks
            }
        }
        let numbers = Set(
            value.filter(\.differs).map { WordDifference.key($0.text) }.filter { $0.contains(where: \.isNumber) })
        for (place, key) in keys.enumerated() where numbers.contains(key) { marks[place] = true }
        return marks
    }

    /// Joins the words again and cuts them where a mark or the cited part begins or ends.
    private static func runs(_ words: [String], marks: [Bool], cited: Range<Int>) -> [Passage.Run] {
        var runs: [Passage.Run] = []
        var offset = 0
        func add(_ scalar: Unicode.Scalar, differs: Bool) {
            let isCited = cited.contains(offset)
            if runs.last?.isCited != isCited || runs.last?.differs != differs {
                runs.append(Passage.Run(text: "", isCited: isCited, differs: differs))
            }
            runs[runs.count - 1].text.unicodeScalars.append(scalar)
            offset += 1
        }
        for (place, word) in words.enumerated() {
            if place > 0 { add(" ", differs: marks[place] && marks[place - 1]) }
            for scalar in word.unicodeScalars { add(scalar, differs: marks[place]) }
        }
        return runs
    }

    /// A passage of words that stand by themselves.
    func passage(_ words: [WordDifference.Word], _ evidence: Evidence) -> Passage {
        Passage(
            runs: Self.runs(words.map(\.text), marks: words.map(\.differs), cited: 0..<0),
            citations: [citation(evidence)])
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
