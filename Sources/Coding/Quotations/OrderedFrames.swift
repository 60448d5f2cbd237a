internal import Linguistics
internal import Records
internal import Text

/// Corrects and completes frames by the order of words: parentheticals, phrases, complements that the
/// parse cut short, and clauses that it missed.
///
/// Speech tags and "according to" phrases bound their content by commas and sentence ends, which are
/// surer than attachment over a whole sentence.
struct OrderedFrames {
    let finder: FrameFinder
    let order: OrderedNames
    let matches: [CueMatch]
    /// Whether a verb cue starts at a word.
    private let isCue: Set<Int>
    private var analysis: Analysis { finder.analysis }
    private var words: WordTests { finder.words }

    init(_ finder: FrameFinder, matches: [CueMatch]) {
        self.finder = finder
        self.matches = matches
        order = OrderedNames(finder.words)
        isCue = Set(
            matches.lazy
                .filter { $0.cues.contains { finder.lexicon.cues[$0].part == .verb } }
                .map(\.words.lowerBound))
    }

    /// The frames given, mended, and those that only order shows, in order of their cue. O(words).
    func completing(_ given: [ReportingFrame]) -> [ReportingFrame] {
        var frames: [ReportingFrame] = []
        var byCue: [Int: ReportingFrame] = [:]
        for frame in given { byCue[frame.cue.lowerBound] = frame }
        for match in matches {
            let known = byCue[match.words.lowerBound]
            let cue = match.cues.map { finder.lexicon.cues[$0] }.first { $0.part == .verb || $0.part == .phrase }
            guard let cue else {
                if let known { frames.append(known) }
                continue
            }
            let sentence = analysis.sentences[analysis.sentence(ofWord: match.words.lowerBound)].words
            var found: ReportingFrame?
            if cue.part == .phrase {
                found = phrase(match, cue, sentence, known: known) ?? known
            } else if let tag = parenthetical(match, cue, sentence) {
                found = tag
            } else if let known {
                found = mended(known, cue, sentence)
            } else {
                found = clause(match, cue, sentence)
            }
            if var found, !found.content.isEmpty {
                if found.source == nil, cue.part == .verb { name(&found, with: frames, in: sentence) }
                share(&found, with: frames, in: sentence)
                frames.append(found)
            }
        }
        return frames.sorted { $0.cue.lowerBound < $1.cue.lowerBound }
    }

    /// The source of a finite cue to which the parse gives none: the name before it, or after a
    /// conjunction ("…, but insisted that …") the source of the report before.
    private func name(_ frame: inout ReportingFrame, with frames: [ReportingFrame], in sentence: Range<Int>) {
        let cue = frame.cue.lowerBound
        guard words.isFiniteVerb(cue) else { return }
        var before = cue - 1
        while before > sentence.lowerBound, analysis.words.upos[before] == .adv || analysis.words.upos[before] == .aux {
            before -= 1
        }
        if before > sentence.lowerBound, analysis.words.upos[before] == .cconj {
            guard
                let last = frames.last(where: {
                    sentence.contains($0.cue.lowerBound) && words.isFiniteVerb($0.cue.lowerBound) && $0.source != nil
                })
            else { return }
            frame.source = last.source
            frame.sourceHead = last.sourceHead
        } else if let name = order.name(before: cue, from: sentence.lowerBound), !frame.covers(name.head) {
            frame.source = name.words
            frame.sourceHead = name.head
        }
    }

    /// A participle after a comma shares the source of the sentence's first report: parsers hang it on
    /// the nearest verb ("He said that she left, adding that …").
    private func share(_ frame: inout ReportingFrame, with frames: [ReportingFrame], in sentence: Range<Int>) {
        let cue = frame.cue.lowerBound
        guard analysis.pennTag(cue) == .vbg, cue > sentence.lowerBound, isComma(cue - 1),
            let first = frames.first(where: {
                sentence.contains($0.cue.lowerBound) && words.isFiniteVerb($0.cue.lowerBound) && $0.source != nil
                    && $0.form != .noun
            })
        else { return }
        frame.source = first.source
        frame.sourceHead = first.sourceHead
    }

    // MARK: Parentheticals

    /// "…, officials said." and "The port, she added, will open": what the commas part is content.
    private func parenthetical(_ match: CueMatch, _ cue: Cue, _ sentence: Range<Int>) -> ReportingFrame? {
        guard cue.complements.contains(.clause),
            [.speech, .belief, .denial, .prediction].contains(cue.cueClass)
        else { return nil }
        let verb = match.words.lowerBound
        var source: SourceFinder.Named?
        var start = verb
        var end = match.words.upperBound
        if let name = order.name(before: verb, from: sentence.lowerBound),
            name.words.lowerBound > sentence.lowerBound + 1,
            isComma(name.words.lowerBound - 1), !order.isRelative(name.words.lowerBound)
        {
            source = name
            start = name.words.lowerBound
        } else if verb > sentence.lowerBound + 1, isComma(verb - 1), words.isFiniteVerb(verb),
            let name = order.name(from: end, limit: sentence.upperBound)
        {
            source = name
            end = name.words.upperBound
        }
        if let agent = finder.tree.child(of: verb, .oblAgent), finder.tree.child(of: verb, .auxPass) != nil {
            // "…, it was announced by the ministry".
            let yield = finder.tree.yield(of: agent)
            source = SourceFinder(finder).name(headedBy: agent, from: yield)
            end = max(end, (yield.last ?? agent) + 1)
        }
        guard let source, let tail = tail(from: end, sentence) else { return nil }
        let comma = start - 1
        // A tag beside quotation marks belongs to the quotation.
        if words.isQuotationMark(comma - 1) || comma > sentence.lowerBound + 1 && words.isQuotationMark(comma - 2) {
            return nil
        }
        var left = sentence.lowerBound..<comma
        if let cut = left.last(where: { [";", ":"].contains(words.form($0)) }) { left = (cut + 1)..<comma }
        guard left.count >= 1 else { return nil }
        var content = Array(left)
        if !left.contains(where: words.isFiniteVerb) {
            guard tail < sentence.upperBound else { return nil }
            content += Array(tail..<sentence.upperBound)
        }
        return frame(match, cue, .parenthetical, source, finder.tidy(content))
    }

    private func isComma(_ word: Int) -> Bool {
        switch words.form(word) {
        case ",", "-", "–", "—", "--": true
        default: false
        }
    }

    /// Where the sentence goes on after a tag; `nil` when the words after the cue are its complement.
    private func tail(from end: Int, _ sentence: Range<Int>) -> Int? {
        guard end < sentence.upperBound else { return sentence.upperBound }
        if words.isPunctuation(end) {
            return words.isQuotationMark(end) || words.form(end) == ":" ? nil : min(end + 1, sentence.upperBound)
        }
        // "…, she said on Monday.": an adverbial up to the sentence's end or a comma.
        switch analysis.words.upos[end] {
        case .adp, .adv, .propn: break
        default: return nil
        }
        var word = end
        while word < sentence.upperBound, word - end < 14 {
            if words.isFiniteVerb(word) || words.isQuotationMark(word) { return nil }
            if words.form(word) == "," { return word + 1 }
            word += 1
        }
        return word == sentence.upperBound ? word : nil
    }

    // MARK: Phrases

    /// "According to X, …" at a clause's start, "…, according to X" after it.
    private func phrase(
        _ match: CueMatch, _ cue: Cue, _ sentence: Range<Int>, known: ReportingFrame?
    ) -> ReportingFrame? {
        let next = match.words.upperBound
        guard var source = order.name(from: next, limit: sentence.upperBound) else { return nil }
        if let parsed = known?.source, parsed.lowerBound == source.words.lowerBound,
            parsed.upperBound > source.words.upperBound,
            !(source.words.upperBound..<parsed.upperBound).contains(where: {
                words.isPunctuation($0) || words.isFiniteVerb($0)
            })
        {
            // "a report by the bank": the parse knows what goes with the name.
            source.words = parsed
        }
        let start = match.words.lowerBound
        let before = (sentence.lowerBound..<start).count { !words.isPunctuation($0) }
        var end = source.words.upperBound
        if before <= 1 {
            // The phrase opens the sentence: its source reaches to the comma.
            if let comma = (end..<sentence.upperBound).first(where: { words.form($0) == "," }), comma - next < 30 {
                end = comma
            }
            let after = finder.tidy(Array(end..<sentence.upperBound))
            source.words = next..<source.words.upperBound
            return frame(match, cue, .phrase, source, after)
        }
        var left = sentence.lowerBound..<start
        if let cut = left.last(where: { [";", ":"].contains(words.form($0)) }) { left = (cut + 1)..<start }
        // Between two commas after a conjunction: "because, according to X, …" has its content after.
        if left.count >= 2, isComma(start - 1),
            [.sconj, .cconj].contains(analysis.words.upos[start - 2]), end < sentence.upperBound, isComma(end)
        {
            return frame(match, cue, .phrase, source, finder.tidy(Array((end + 1)..<sentence.upperBound)))
        }
        if !left.contains(where: words.isFiniteVerb), end + 1 < sentence.upperBound, isComma(end) {
            // "The deal, according to X, was signed": what the commas part is content.
            let rest = Array((end + 1)..<sentence.upperBound)
            return frame(match, cue, .phrase, source, finder.tidy(Array(left)) + finder.tidy(rest))
        }
        return frame(match, cue, .phrase, source, finder.tidy(Array(left)))
    }

    // MARK: Complements

    /// A complement that stops before its clause does: the parse took its subject for the object, or
    /// attached its end elsewhere.
    private func mended(_ known: ReportingFrame, _ cue: Cue, _ sentence: Range<Int>) -> ReportingFrame {
        guard known.form == .complement || known.form == .object, known.content.count == 1,
            let range = known.content.first, range.lowerBound >= known.cue.upperBound
        else { return known }
        var frame = known
        var end = range.upperBound
        if known.form == .object {
            if cue.complements.contains(.clause), let that = clauseMark(in: range) {
                // "told a hall of students that …": the hall is addressed, the clause is said.
                frame.form = .complement
                frame.content = finder.tidy(Array((that + 1)..<max(that + 1, limit(that..<end))))
                return frame
            }
            guard cue.complements.contains(.clause), end < sentence.upperBound, words.isFiniteVerb(end) else {
                frame.content = [range.lowerBound..<objectEnd(range)]
                return frame
            }
            frame.form = .complement
        }
        var next = end
        while next < sentence.upperBound, words.isQuotationMark(next) { next += 1 }
        if next < sentence.upperBound, !words.isPunctuation(next) { end = next }
        if end < sentence.upperBound, !words.isPunctuation(end), analysis.words.upos[end] != .cconj,
            analysis.words.upos[end] != .sconj
        {
            while end < sentence.upperBound, words.form(end) != "," && words.form(end) != ";" { end += 1 }
        }
        if end + 1 < sentence.upperBound, analysis.words.upos[end] == .cconj, isQuoteBefore(end),
            analysis.words.upos[end + 1] == .aux || words.isFiniteVerb(end + 1)
        {
            // "that the dam was “beyond repair” and must be drained": one subject, two predicates.
            end += 1
            while end < sentence.upperBound, words.form(end) != "," && words.form(end) != ";" { end += 1 }
        }
        end = limit(range.lowerBound..<end)
        if isInRelative(frame.cue.lowerBound),
            let comma = (range.lowerBound..<end).first(where: { words.form($0) == "," }), comma > range.lowerBound
        {
            // ", who said the talks had failed, left": the relative clause ends where its comma stands.
            end = comma
        }
        frame.content = finder.tidy(Array(range.lowerBound..<end))
        return frame
    }

    private func isQuoteBefore(_ word: Int) -> Bool { word > 0 && words.isQuotationMark(word - 1) }

    /// Whether a cue stands in a relative clause that commas set apart.
    private func isInRelative(_ cue: Int) -> Bool {
        var at = cue - 1
        while at > 0, cue - at < 5, !words.isPunctuation(at) {
            if order.isRelative(at) { return isComma(at - 1) }
            at -= 1
        }
        return false
    }

    /// The "that" inside an object that opens a reported clause.
    private func clauseMark(in range: Range<Int>) -> Int? {
        range.dropFirst().first { word in
            words.form(word) == "that" && word + 1 < range.upperBound
                && (analysis.words.upos[word] == .sconj || analysis.words.upos[word] == .pron)
                && (word + 2..<max(word + 2, range.upperBound)).contains(where: words.isFiniteVerb)
                && !words.isFiniteVerb(word + 1)
        }
    }

    /// Where an object ends: before a comma that a participle, relative or preposition follows.
    private func objectEnd(_ range: Range<Int>) -> Int {
        for word in range.dropLast() where words.form(word) == "," {
            let next = word + 1
            if order.isRelative(next) || analysis.pennTag(next) == .vbg || analysis.words.upos[next] == .adp {
                return max(word, range.lowerBound + 1)
            }
        }
        return range.upperBound
    }

    /// Where a content ends at the latest: before another report is joined to it ("…, but she urged
    /// …", "…, adding that …").
    private func limit(_ range: Range<Int>) -> Int {
        for word in range where words.form(word) == "," && word + 2 < range.upperBound {
            let next = word + 1
            if isCue.contains(next), analysis.pennTag(next) == .vbg { return word }
            guard analysis.words.upos[next] == .cconj else { continue }
            let zone = (next + 1)..<min(next + 7, range.upperBound)
            if let verb = zone.first(where: { words.isFiniteVerb($0) }), isCue.contains(verb) { return word }
        }
        return range.upperBound
    }

    /// "X said (that) …" where the parse has no complement: to the end of the sentence.
    private func clause(_ match: CueMatch, _ cue: Cue, _ sentence: Range<Int>) -> ReportingFrame? {
        var next = match.words.upperBound
        // "the ruling party": a participle that only describes reports nothing.
        guard finder.tree.relation(of: match.words.lowerBound) != .amod else { return nil }
        guard cue.complements.contains(.clause), next + 1 < sentence.upperBound,
            [.speech, .belief, .denial, .prediction, .knowledge].contains(cue.cueClass)
        else { return nil }
        let near = next..<min(next + 8, sentence.upperBound)
        if let that = near.first(where: {
            words.form($0) == "that"
                && ([.sconj, .x].contains(analysis.words.upos[$0])
                    || $0 > next && $0 + 1 < sentence.upperBound && analysis.words.upos[$0] == .pron
                        && !words.isFiniteVerb($0 + 1))
        }),
            !(next..<that).contains(where: { words.isFiniteVerb($0) || words.isPunctuation($0) })
        {
            next = analysis.words.upos[that] == .pron ? that + 1 : that
        } else {
            switch analysis.words.upos[next] {
            case .det, .pron, .propn, .noun, .num, .adj: break
            default: return nil
            }
            guard cue.cueClass == .speech || cue.cueClass == .belief,
                (next..<sentence.upperBound).dropFirst().contains(where: words.isFiniteVerb)
            else { return nil }
        }
        let verb = match.words.lowerBound
        let named = finder.isParsed ? SourceFinder(finder).source(ofVerb: verb, content: []) : nil
        guard let source = named ?? order.name(before: verb, from: sentence.lowerBound) else { return nil }
        guard !(next..<sentence.upperBound).contains(source.head) else { return nil }
        var end = limit(next..<sentence.upperBound)
        if isInRelative(verb), let comma = (next..<end).first(where: { words.form($0) == "," }), comma > next {
            end = comma
        }
        return frame(match, cue, .complement, source, finder.tidy(Array(next..<end)))
    }

    private func frame(
        _ match: CueMatch, _ cue: Cue, _ form: ReportingFrame.Form, _ source: SourceFinder.Named,
        _ content: [Range<Int>]
    ) -> ReportingFrame? {
        guard !content.isEmpty else { return nil }
        return ReportingFrame(
            cue: match.words, cueClass: cue.cueClass, form: form, source: source.words, sourceHead: source.head,
            content: content)
    }
}
