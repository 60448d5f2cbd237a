internal import Records

/// Finds the vote of the record that a text speaks of.
struct VoteMatcher {
    private let record: OfficialRecord
    /// A text this many days after a vote can still be about it.
    private static let reach = 120
    private static let topicWords = 2
    /// A date further than this from the vote speaks against it.
    private static let near = 45

    init(record: OfficialRecord) { self.record = record }

    /// The words of a text, made ready to be held against many votes.
    struct Context {
        var joined: String
        var stems: Set<String>
        /// The symbols that it prints, such as `ES-11/6`.
        var symbols: [String]
        var published: Int?
        /// The days that it names.
        var spans: [DaySpan]

        init(_ text: String, published: Int?, spans: [DaySpan]) {
            let words = FoldedText(text).words
            joined = " \(words.joined(separator: " ")) "
            stems = Set(words.map { stem($0) })
            symbols = text.split { $0 == " " || $0 == "," || $0 == "(" || $0 == ")" || $0 == "\n" || $0 == "." }
                .filter { $0.contains("/") && $0.contains(where: \.isNumber) }.map(String.init)
            self.published = published
            self.spans = spans
        }
    }

    /// Body and topic are looked for in the sentence and its neighbours, the date in the sentence.
    static func context(_ pool: StatementPool, _ article: Int, _ sentence: Int) -> Context? {
        let sentences = pool.coded[article].sentences
        guard sentence >= 0, sentence < sentences.count else { return nil }
        let near = max(0, sentence - 2)...min(sentences.count - 1, sentence + 1)
        var spans: [DaySpan] = []
        for index in pool.ofSentence[article][sentence] {
            for time in pool.statements[index].times where [.day, .week, .month].contains(time.precision) {
                if let range = time.range, let span = DaySpan(from: range.from, to: range.to) { spans.append(span) }
            }
        }
        return Context(
            near.map { sentences[$0].quote }.joined(separator: " "), published: pool.published[article], spans: spans)
    }

    /// The index of the vote that a sentence speaks of; `nil` when none fits, or several fit alike.
    func best(_ pool: StatementPool, _ article: Int, _ sentence: Int) -> Int? {
        Self.context(pool, article, sentence).flatMap { best($0) }
    }

    /// The vote that at least one sentence of every list speaks of; of several the first.
    func common(_ lists: [[(article: Int, sentence: Int)]], _ pool: StatementPool) -> OfficialRecord.RollCall? {
        guard !record.rollCalls.isEmpty else { return nil }
        var shared: Set<Int>?
        for list in lists {
            let found = Set(list.compactMap { best(pool, $0.article, $0.sentence) })
            shared = shared?.intersection(found) ?? found
            if shared?.isEmpty ?? true { return nil }
        }
        return shared?.min().map { record.rollCalls[$0] }
    }

    /// The index of the vote that fits a text best; `nil` when none fits, or several fit alike. O(votes).
    func best(_ context: Context) -> Int? {
        var best: (index: Int, score: Double)?
        var tied = false
        for (i, call) in record.rollCalls.enumerated() {
            guard let score = score(call, context) else { continue }
            if let old = best, score <= old.score {
                if score == old.score { tied = true }
                continue
            }
            best = (i, score)
            tied = false
        }
        return tied ? nil : best?.index
    }

    /// How well a vote fits; `nil` when it does not. Rare topic words weigh more; the publication must
    /// not come before the vote.
    private func score(_ call: OfficialRecord.RollCall, _ context: Context) -> Double? {
        guard let day = call.day else { return nil }
        if context.symbols.contains(where: { Self.names($0, call) }) { return 1000 }
        if let published = context.published, published < day || published > day + Self.reach { return nil }
        let shared = call.topicStems.intersection(context.stems)
        let body = call.bodyWords.contains { context.joined.contains(" \($0) ") }
        // A date in the sentence may be that of something else; it speaks against the vote only when it is
        // alone and far from it.
        let distances = context.spans.map { $0.distance(to: DaySpan(day, day)) }
        if distances.count == 1, distances[0] > Self.near, !body { return nil }
        guard body ? !shared.isEmpty : shared.count >= Self.topicWords && context.joined.contains(" vote") else {
            return nil
        }
        let all = record.rollCalls.count
        let weights = shared.sorted().map { all / max(1, record.topicCounts[$0] ?? 1) }
        var score = weights.reduce(0.0) { $0 + 1 + Double($1.bitWidth - $1.leadingZeroBitCount) }
        if body { score += 1 }
        if distances.contains(0) { score += 3 }
        return score
    }

    /// Whether a printed symbol is that of a vote: the whole of it, or its end from a stroke on.
    private static func names(_ symbol: String, _ call: OfficialRecord.RollCall) -> Bool {
        [call.resolution, call.draft ?? "", call.document].contains { own in
            own == symbol || own.hasSuffix("/" + symbol)
        }
    }
}
