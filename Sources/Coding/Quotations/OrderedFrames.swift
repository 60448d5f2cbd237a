internal import Linguistics

/// Adds frames that word order shows where the parse gave none: "…, X said", "said that …" and
/// "according to X, …" in sentences whose heads are missing or wrong.
struct OrderedFrames {
    let finder: FrameFinder
    let order: OrderedNames
    private var analysis: Analysis { finder.analysis }
    private var words: WordTests { finder.words }

    init(_ finder: FrameFinder) {
        self.finder = finder
        order = OrderedNames(finder.words)
    }

    /// The frames given and those that only order shows, in order of their cue.
    func completing(_ frames: [ReportingFrame], matches: [CueMatch]) -> [ReportingFrame] {
        var frames = frames
        let known = Set(frames.map(\.cue.lowerBound))
        for match in matches where !known.contains(match.words.lowerBound) {
            guard let cue = match.cues.map({ finder.lexicon.cues[$0] }).first(where: { $0.part == .verb || $0.part == .phrase })
            else { continue }
            let sentence = analysis.sentences[analysis.sentence(ofWord: match.words.lowerBound)].words
            let found = cue.part == .phrase ? phrase(match, cue, sentence) : clause(match, cue, sentence)
            if let found, !found.content.isEmpty { frames.append(found) }
        }
        return frames.sorted { $0.cue.lowerBound < $1.cue.lowerBound }
    }

    /// "X said that …": from the conjunction to the end of the sentence.
    private func clause(_ match: CueMatch, _ cue: Cue, _ sentence: Range<Int>) -> ReportingFrame? {
        let next = match.words.upperBound
        guard cue.complements.contains(.clause), next + 1 < sentence.upperBound, words.form(next) == "that" else { return nil }
        guard let source = order.name(before: match.words.lowerBound, from: sentence.lowerBound) else { return nil }
        let content = finder.tidy(Array(next..<sentence.upperBound))
        return ReportingFrame(
            cue: match.words, cueClass: cue.cueClass, form: .complement, source: source.words,
            sourceHead: source.head, content: content)
    }

    /// "According to X, …" at a sentence's start, "…, according to X" at its end.
    private func phrase(_ match: CueMatch, _ cue: Cue, _ sentence: Range<Int>) -> ReportingFrame? {
        guard let source = order.name(from: match.words.upperBound, limit: sentence.upperBound) else { return nil }
        let before = Array(sentence.lowerBound..<match.words.lowerBound)
        let after = Array(source.words.upperBound..<sentence.upperBound)
        let content = finder.tidy(before.count > 1 ? before : after)
        return ReportingFrame(
            cue: match.words, cueClass: cue.cueClass, form: .phrase, source: source.words,
            sourceHead: source.head, content: content)
    }
}
