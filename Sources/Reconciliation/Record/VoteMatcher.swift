internal import Records

/// Decides whether a sentence speaks of a vote that the record holds.
enum VoteMatcher {
    /// A text this many days after a vote can still be about it.
    private static let reach = 120
    private static let topicWords = 2

    /// Body and topic are looked for in the sentence and its neighbours, the date in the sentence;
    /// the publication must not come before the vote.
    static func matches(_ call: OfficialRecord.RollCall, _ pool: StatementPool, _ article: Int, _ sentence: Int) -> Bool
    {
        guard let day = CalendarDay(iso: call.date)?.number else { return false }
        if let published = pool.published[article], published < day || published > day + Self.reach { return false }
        let sentences = pool.coded[article].sentences
        guard sentence >= 0, sentence < sentences.count else { return false }
        let near = max(0, sentence - 2)...min(sentences.count - 1, sentence + 1)
        let text = near.map { sentences[$0].quote }.joined(separator: " ")
        let words = FoldedText(text).words
        let joined: String = " \(words.joined(separator: " ")) "
        let body = call.bodies.contains { name in
            let folded: String = FoldedText(name).words.joined(separator: " ")
            return joined.contains(" \(folded) ")
        }
        let stems = Set(words.map { stem($0) })
        let topic = call.topic.count { stems.contains(stem($0)) }
        var dated: [DaySpan] = []
        for index in pool.ofSentence[article][sentence] {
            for time in pool.statements[index].times where [.day, .week, .month].contains(time.precision) {
                if let range = time.range, let span = DaySpan(from: range.from, to: range.to) { dated.append(span) }
            }
        }
        // A date in the sentence may be that of something else; it speaks against the match only when
        // it is alone and far from the vote.
        if dated.count == 1, dated[0].distance(to: DaySpan(day, day)) > 45, !body { return false }
        if body { return topic >= 1 }
        return topic >= Self.topicWords && joined.contains(" vote")
    }
}
