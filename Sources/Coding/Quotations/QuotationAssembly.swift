internal import Linguistics
internal import Records
internal import Text

/// One attribution: a source, a cue and the quoted runs or the clause that are its content.
struct Attribution {
    enum Form { case direct, mixed, indirect }
    var form: Form
    var cue: Range<Int>?
    var cueClass: CueClass
    var source: SourceFinder.Named?
    /// Quoted runs in order.
    var runs: [Int]
    /// The frame whose content is the clause, for indirect and mixed ones.
    var frame: Int?
    /// Whether a label and a colon bring it, as in a transcript, and no word of saying.
    var isLabelled = false
}

/// Puts runs, speech tags and frames of one text together into attributions.
struct QuotationAssembly {
    let analysis: Analysis
    let finder: FrameFinder
    let direct: DirectAttribution
    let runs: [QuotedRun]
    private(set) var frames: [ReportingFrame]
    private(set) var attributions: [Attribution] = []
    /// The attribution of each run, if it has one.
    private var attributionOfRun: [Int?]

    init(_ analysis: Analysis, finder: FrameFinder, runs: [QuotedRun], matches: [CueMatch], frames: [ReportingFrame]) {
        self.analysis = analysis
        self.finder = finder
        self.runs = runs
        self.frames = frames
        direct = DirectAttribution(finder: finder, runs: runs, matches: matches)
        attributionOfRun = Array(repeating: nil, count: runs.count)
        let outer = runs.indices.filter { runs[$0].depth == 0 && !runs[$0].words.isEmpty }
        for (k, run) in outer.enumerated() {
            let previous = k > 0 ? outer[k - 1] : nil
            let next = k + 1 < outer.count ? outer[k + 1] : nil
            attribute(run, previous: previous, next: next)
        }
        addClauses()
    }

    // MARK: Quoted runs

    private mutating func attribute(_ index: Int, previous: Int?, next: Int?) {
        let run = runs[index]
        if let name = run.label {
            attributionOfRun[index] = attributions.count
            attributions.append(
                Attribution(
                    form: .direct, cue: name.upperBound..<(name.upperBound + 1), cueClass: .speech,
                    source: SourceFinder.Named(words: name, head: name.upperBound - 1), runs: [index],
                    isLabelled: true))
            return
        }
        if let earlier = run.continues, let attribution = attributionOfRun[earlier] {
            join(index, to: attribution)
            if attributions[attribution].source == nil, attributions[attribution].cue == nil {
                // The tag of a quotation over several paragraphs may stand after a later one.
                let limit = next.map { runs[$0].words.lowerBound } ?? analysis.words.count
                if let after = direct.after(run, limit: limit) {
                    attributions[attribution].cue = after.cue
                    attributions[attribution].cueClass = after.cueClass
                    attributions[attribution].source = after.source
                }
            }
            return
        }
        let floor = previous.map { runs[$0].words.upperBound } ?? 0
        let limit = next.map { runs[$0].words.lowerBound } ?? analysis.words.count
        if let signed = direct.signature(of: run, limit: limit) {
            add(index, signed, form: .direct)
            return
        }
        let before = direct.before(run, floor: floor)
        let after = direct.after(run, limit: limit)
        let spoken = isSpoken(run)
        let opening = opens(run)
        if isTitle(run), !opening, !isLed(run) || isWork(before: run), run.words.count <= 12 { return }
        if let after, before == nil || direct.endsWithComma(run) {
            if !opening, !isLed(run) || !isCapitalised(run), let clause = clause(upTo: run, floor: floor) {
                // "He had “made a mistake,” she said": the clause is the content, its end quoted.
                addTag(index, after, clause: clause)
            } else if !opening, !spoken, before == nil, isTitle(run) {
                return
            } else {
                add(index, after, form: spoken || direct.endsWithComma(run) ? .direct : .mixed)
            }
            return
        }
        if let before {
            // "…," she said, "…": the cue was the earlier run's own tag, and the words go on.
            if let previous, let attribution = attributionOfRun[previous],
                let cue = attributions[attribution].cue, cue == before.cue, cue.lowerBound >= floor
            {
                join(index, to: attribution)
                extend(attribution, to: run, after: cue)
            } else if !isCapitalised(run),
                let frame = frames.firstIndex(where: { $0.cue == before.cue && $0.covers(run.words.lowerBound) })
            {
                // "noting that the two, old friends, “have talked for years”": part of the cue's clause.
                if frames[frame].form == .phrase, isWhole(run, of: frames[frame]) {
                    add(index, before, form: .direct)
                } else {
                    addMixed(index, frame: frame)
                }
            } else if !spoken, !isLed(run), let clause = clause(of: before, with: run) {
                addTag(index, before, clause: clause, form: before.cueClass == .judgement ? .naming : .complement)
            } else {
                add(index, before, form: spoken || isLed(run) ? .direct : .mixed)
            }
            return
        }
        if let previous, let attribution = attributionOfRun[previous], let cue = attributions[attribution].cue,
            attributions[attribution].frame != nil, isTail(run, of: previous, after: cue)
        {
            join(index, to: attribution)
            extend(attribution, to: run, after: cue)
            return
        }
        if let frame = frameAround(run), !isName(run, frame: frame) {
            addMixed(index, frame: frame)
            return
        }
        guard spoken else { return }
        carry(index, previous: previous)
    }

    private mutating func add(_ index: Int, _ found: DirectAttribution.Found, form: Attribution.Form) {
        if form == .mixed, let frame = frameAround(runs[index]) {
            addMixed(index, frame: frame)
            return
        }
        attributionOfRun[index] = attributions.count
        attributions.append(
            Attribution(form: form, cue: found.cue, cueClass: found.cueClass, source: found.source, runs: [index]))
    }

    /// A run that ends a clause before a tag: the clause becomes the tag's frame.
    private mutating func addTag(
        _ index: Int, _ found: DirectAttribution.Found, clause: Range<Int>, form: ReportingFrame.Form = .parenthetical
    ) {
        let frame = ReportingFrame(
            cue: found.cue, cueClass: found.cueClass, form: form, source: found.source?.words,
            sourceHead: found.source?.head, content: finder.tidy(Array(clause)))
        if let known = frames.firstIndex(where: { $0.cue.lowerBound == found.cue.lowerBound }) {
            frames[known] = frame
            addMixed(index, frame: known)
        } else {
            frames.append(frame)
            addMixed(index, frame: frames.count - 1)
        }
    }

    /// The clause from its sentence's start, or the quotation before, to a run's end, when words of the
    /// outlet's own stand before the run.
    private func clause(upTo run: QuotedRun, floor: Int) -> Range<Int>? {
        let sentence = analysis.sentences[analysis.sentence(ofWord: run.words.lowerBound)].words
        var start = max(sentence.lowerBound, floor)
        // "The mayor smiled. “We agree,” …": two sentences that were taken for one.
        if start < run.words.lowerBound,
            let end = (start..<run.words.lowerBound).last(where: { [".", "!", "?"].contains(finder.words.form($0)) })
        {
            start = end + 1
        }
        while start < run.words.lowerBound, finder.words.isPunctuation(start) { start += 1 }
        guard run.words.lowerBound - start >= 1, !(start..<run.words.lowerBound).allSatisfy(isJoining) else {
            return nil
        }
        return start..<run.words.upperBound
    }

    private func isJoining(_ word: Int) -> Bool {
        finder.words.isPunctuation(word) || analysis.words.upos[word] == .cconj
    }

    /// The clause of a cue that the outlet writes and words in marks stand in, where the parse gave none:
    /// from the cue to the end of the words, of further words in marks that are listed with them, or of
    /// the sentence where they stand in the middle of a reported clause.
    private func clause(of found: DirectAttribution.Found, with run: QuotedRun) -> Range<Int>? {
        let start = found.clause?.lowerBound ?? found.cue.upperBound
        let sentence = analysis.sentences[analysis.sentence(ofWord: run.words.lowerBound)].words
        guard start <= run.words.lowerBound, sentence.contains(found.cue.lowerBound) else { return nil }
        var end = run.words.upperBound
        for other in runs where other.depth == 0 && other.words.lowerBound >= end {
            let gap = end..<other.words.lowerBound
            guard sentence.contains(other.words.lowerBound), gap.count <= 6,
                gap.allSatisfy({ isJoining($0) || analysis.words.upos[$0] == .det })
            else { break }
            end = other.words.upperBound
        }
        if found.clause == nil, !direct.endsPunctuated(run) {
            while end < sentence.upperBound, ![",", ";", "."].contains(finder.words.form(end)) { end += 1 }
        } else if found.clause == nil {
            return nil
        }
        return start..<end
    }

    /// Whether a run is all that a frame brings.
    private func isWhole(_ run: QuotedRun, of frame: ReportingFrame) -> Bool {
        frame.content.allSatisfy { range in
            range.allSatisfy { run.words.contains($0) || finder.words.isPunctuation($0) }
        }
    }

    /// Whether a run ends the sentence that a tag parts from the quotation before, with no other verb
    /// between: "Oria “has a deal,” she said, and still “wants more.”"
    private func isTail(_ run: QuotedRun, of previous: Int, after cue: Range<Int>) -> Bool {
        let gap = runs[previous].words.upperBound..<run.words.lowerBound
        return gap.contains(cue.lowerBound) && gap.count < 16
            && analysis.sentence(ofWord: cue.lowerBound) == analysis.sentence(ofWord: run.words.lowerBound)
            && !gap.contains { finder.words.isFiniteVerb($0) && !cue.contains($0) }
    }

    /// Words that go on after the tag in the middle of their sentence belong to the tag's clause.
    private mutating func extend(_ attribution: Int, to run: QuotedRun, after cue: Range<Int>) {
        guard let frame = attributions[attribution].frame, frames[frame].form == .parenthetical else { return }
        var start = cue.upperBound
        while start < run.words.lowerBound, !finder.words.isPunctuation(start) { start += 1 }
        guard start < run.words.lowerBound else { return }
        frames[frame].content += finder.tidy(Array(start..<run.words.upperBound))
    }

    /// Whether a work of art or letters stands before a run, whose title it then is.
    private func isWork(before run: QuotedRun) -> Bool {
        var word = run.words.lowerBound - 1
        let floor = max(0, word - 3)
        while word >= floor, finder.words.isPunctuation(word) { word -= 1 }
        return word >= 0 && finder.words.closed.work.contains(finder.words.form(word))
    }

    /// Whether a run opens its sentence.
    private func opens(_ run: QuotedRun) -> Bool {
        let sentence = analysis.sentences[analysis.sentence(ofWord: run.words.lowerBound)].words
        return (sentence.lowerBound..<run.words.lowerBound).allSatisfy(finder.words.isPunctuation)
    }

    private mutating func join(_ index: Int, to attribution: Int) {
        attributionOfRun[index] = attribution
        attributions[attribution].runs.append(index)
    }

    private mutating func addMixed(_ index: Int, frame: Int) {
        if let known = attributions.firstIndex(where: { $0.frame == frame }) {
            join(index, to: known)
            return
        }
        let found = frames[frame]
        attributionOfRun[index] = attributions.count
        attributions.append(
            Attribution(
                form: .mixed, cue: found.cue, cueClass: found.cueClass, source: named(found), runs: [index],
                frame: frame))
    }

    /// A quotation without a cue of its own: its speaker runs on from the words before it.
    private mutating func carry(_ index: Int, previous: Int?) {
        let run = runs[index]
        let previous = runs.indices.last { $0 < index && attributionOfRun[$0] != nil } ?? previous
        let paragraph = self.paragraph(run.words.lowerBound)
        if let previous, let attribution = attributionOfRun[previous] {
            let gap = runs[previous].words.upperBound..<run.words.lowerBound
            let here = self.paragraph(runs[previous].words.lowerBound) == paragraph
            let sentences =
                analysis.sentence(ofWord: run.words.lowerBound)
                - analysis.sentence(ofWord: runs[previous].words.upperBound - 1)
            if here, sentences <= 1 || gap.allSatisfy({ finder.words.isPunctuation($0) }) {
                join(index, to: attribution)
                return
            }
        }
        // A title before a comma is no sentence that somebody goes on to speak.
        guard !direct.endsWithComma(run) else { return }
        // The last source that reported in the paragraph, or in the one before when this one opens it.
        let floor = previous.map { runs[$0].words.upperBound } ?? 0
        let start = run.words.lowerBound
        if let frame = frames.last(where: {
            $0.cue.lowerBound < start && $0.cue.lowerBound >= floor && $0.source != nil
        }),
            paragraph - self.paragraph(frame.cue.lowerBound) <= 1
        {
            attributionOfRun[index] = attributions.count
            attributions.append(
                Attribution(form: .direct, cue: nil, cueClass: frame.cueClass, source: named(frame), runs: [index]))
            return
        }
        var source: SourceFinder.Named?
        var cueClass = CueClass.speech
        if let previous, let attribution = attributionOfRun[previous],
            paragraph - self.paragraph(runs[previous].words.lowerBound) <= 1
        {
            source = attributions[attribution].source
            cueClass = attributions[attribution].cueClass
        }
        // Nobody to speak it: a heading or a cited title, unless it has a paragraph to itself.
        var opening = analysis.sentence(ofWord: run.words.lowerBound)
        while opening > 0, Int(analysis.sentences[opening - 1].paragraph) == paragraph { opening -= 1 }
        let first = analysis.sentences[opening].words.lowerBound
        guard source != nil || (first..<run.words.lowerBound).allSatisfy(finder.words.isPunctuation) else { return }
        attributionOfRun[index] = attributions.count
        attributions.append(Attribution(form: .direct, cue: nil, cueClass: cueClass, source: source, runs: [index]))
    }

    /// The innermost frame whose content holds the run and whose cue stands outside it.
    private func frameAround(_ run: QuotedRun) -> Int? {
        var best: Int?
        for (index, frame) in frames.enumerated() where frame.source != nil || frame.form != .noun {
            guard !run.words.contains(frame.cue.lowerBound), frame.covers(run.words.lowerBound) else { continue }
            if best.map({ frames[$0].contentCount > frame.contentCount }) ?? true { best = index }
        }
        return best
    }

    private func named(_ frame: ReportingFrame) -> SourceFinder.Named? {
        guard let source = frame.source, let head = frame.sourceHead else { return nil }
        return SourceFinder.Named(words: source, head: head)
    }

    private func paragraph(_ word: Int) -> Int {
        Int(analysis.sentences[analysis.sentence(ofWord: word)].paragraph)
    }

    // MARK: Clauses

    /// Adds the frames that no quoted run has taken up.
    private mutating func addClauses() {
        let cues = Set(attributions.filter { $0.form == .direct }.compactMap { $0.cue?.lowerBound })
        for (index, frame) in frames.enumerated() {
            if attributions.contains(where: { $0.frame == index }) { continue }
            if frame.source == nil || isSlight(frame) || isQuoted(frame.cue.lowerBound) { continue }
            if cues.contains(frame.cue.lowerBound) { continue }
            let quoted = frame.content.reduce(0) { sum, range in sum + range.count { isQuoted($0) } }
            if quoted * 10 >= frame.contentCount * 7 { continue }
            attributions.append(
                Attribution(
                    form: .indirect, cue: frame.cue, cueClass: frame.cueClass, source: named(frame), runs: [],
                    frame: index))
        }
    }

    /// Whether a content is too short to say anything: a name or a word ("endorsed her").
    private func isSlight(_ frame: ReportingFrame) -> Bool {
        let count = frame.content.reduce(0) { $0 + $1.count { !finder.words.isPunctuation($0) } }
        // Whom or what a source is for or against may have a single name.
        if frame.form == .object, frame.cueClass == .belief, count >= 1, let head = frame.contentHead {
            return analysis.words.upos[head] == .pron
        }
        return count < (frame.form == .object || frame.form == .naming ? 3 : 2)
    }

    /// Whether a word stands in any quotation that somebody is known to speak.
    func isQuoted(_ word: Int) -> Bool {
        for (index, run) in runs.enumerated() where run.depth == 0 && attributionOfRun[index] != nil {
            if run.words.contains(word) { return true }
        }
        return false
    }
}
