internal import Linguistics
internal import Records
internal import Text

/// Finds the cue of a quotation in the words before and after its marks.
///
/// Word order decides here rather than heads: quoted sentences are what parsers get wrong most, while
/// the speech tag beside a quotation has few shapes ("…," she said; "…," said X, who …; X told Y: "…").
/// The subject comes from the parse where it lies in the tag, else from the order of words.
struct DirectAttribution {
    let analysis: Analysis
    let tree: ClauseGraph
    let words: WordTests
    let sources: SourceFinder
    let order: OrderedNames
    private let isParsed: Bool
    let runs: [QuotedRun]
    /// Which cue match starts at a word, if any, for verbs.
    private let verbCue: [Int: CueMatch]
    private let phraseCue: [Int: CueMatch]
    private let lexicon: CueLexicon

    init(finder: FrameFinder, runs: [QuotedRun], matches: [CueMatch]) {
        analysis = finder.analysis
        tree = finder.tree
        isParsed = finder.isParsed
        words = finder.words
        lexicon = finder.lexicon
        sources = SourceFinder(finder)
        order = OrderedNames(finder.words)
        self.runs = runs
        var verbCue: [Int: CueMatch] = [:]
        for match in matches where match.cues.contains(where: { finder.lexicon.cues[$0].part == .verb }) {
            verbCue[match.words.lowerBound] = match
        }
        self.verbCue = verbCue
        var phraseCue: [Int: CueMatch] = [:]
        for match in matches where match.cues.contains(where: { finder.lexicon.cues[$0].part == .phrase }) {
            phraseCue[match.words.lowerBound] = match
        }
        self.phraseCue = phraseCue
    }

    /// A cue found beside a quotation.
    struct Found {
        var cue: Range<Int>
        var cueClass: CueClass
        var source: SourceFinder.Named?
        /// Where the words belong to a clause of the cue that the outlet writes: "called the deal “a
        /// disgrace”"; from the cue to the end of the words.
        var clause: Range<Int>?
    }

    private func found(_ verb: Int, _ source: SourceFinder.Named?) -> Found {
        let match = verbCue[verb]
        // Of several senses the one that brings a clause or a quotation ("asked" the question).
        let verbs = match?.cues.filter { lexicon.cues[$0].part == .verb } ?? []
        let cue = verbs.first { !lexicon.cues[$0].complements.isDisjoint(with: [.clause, .quote]) } ?? verbs.first
        return Found(
            cue: match?.words ?? verb..<(verb + 1),
            cueClass: cue.map { lexicon.cues[$0].cueClass } ?? .speech, source: source)
    }

    /// Whether a verb of reporting stands at a word and reports there: no participle before a noun
    /// ("a written statement") or after one ("a man called …").
    private func isCue(_ word: Int) -> Bool {
        guard let match = verbCue[word] else { return false }
        let next = match.words.upperBound
        if next < analysis.words.count, words.form(next) == "to",
            match.cues.allSatisfy({
                lexicon.cues[$0].part != .verb || lexicon.cues[$0].complements == .quote
            })
        {
            // "begins to show": the verb of a phase, not of speech.
            return false
        }
        if analysis.pennTag(word) == .vbn {
            return tree.relation(of: word) != .amod && (!isParsed || tree.child(of: word, .aux, .auxPass) != nil)
        }
        return tree.relation(of: word) != .amod || analysis.words.upos[word] == .propn
    }

    private func cueClass(_ word: Int) -> CueClass? {
        verbCue[word]?.cues.lazy.map { lexicon.cues[$0] }.first { $0.part == .verb }?.cueClass
    }

    // MARK: After the quotation

    /// The speech tag that follows a run: "she said", "said the minister".
    func after(_ run: QuotedRun, limit: Int) -> Found? {
        var zone = afterZone(run, limit: limit)
        while let first = zone.first, words.isPunctuation(first) {
            if ["(", "[", ";", ":"].contains(words.form(first)) { return nil }
            zone = zone.dropFirst()
        }
        guard let first = zone.first else { return nil }
        if let phrase = phraseCue[first] {
            // "…," according to an official.
            guard let name = order.name(from: phrase.words.upperBound, limit: zone.upperBound) else { return nil }
            return Found(cue: phrase.words, cueClass: .speech, source: name)
        }
        let endsOpen = endsWithComma(run)
        let isTag = isCue(first) || endsOpen && verbCue[first] != nil
        guard
            isTag || order.mayStartName(first) || words.isFiniteVerb(first)
                || [.vbn, .vbg].contains(analysis.pennTag(first)),
            !order.isRelative(first)
        else { return nil }
        // Words that stop neither inside nor outside their marks go on in the sentence.
        guard endsPunctuated(run) else { return nil }
        // "said Kuznetsov": the verb first.
        let isName = first + 1 < zone.upperBound && words.isCapitalised(first)
        if isTag && !isName || endsOpen && words.isFiniteVerb(first) && analysis.words.upos[first] == .verb && !isName {
            if words.form(first).hasSuffix("ing") { return nil }
            let next = (verbCue[first]?.words.upperBound ?? first + 1)
            if let subject = subject(of: first, in: next..<zone.upperBound) { return found(first, subject) }
            guard let name = order.name(from: next, limit: zone.upperBound) else { return nil }
            return found(first, name)
        }
        var word = first + 1
        while word < zone.upperBound, word - first < 40 {
            if let after = closing(word, limit: zone.upperBound) {
                word = after
                continue
            }
            if words.isPunctuation(word), [";", ":", ".", "?", "!", "“", "\""].contains(words.form(word)) {
                return nil
            }
            if words.form(word) == ",", word + 1 < zone.upperBound,
                order.isRelative(word + 1) || !order.mayStartVerbPhrase(word + 1)
            {
                // An apposition or relative clause: on to its other comma.
                var next = word + 1
                while next < zone.upperBound, words.form(next) != "," { next += 1 }
                guard next + 1 < zone.upperBound else { return nil }
                word = next + 1
                continue
            }
            let verb = analysis.words.upos[word]
            let ends = endsOpen && verbCue[word] != nil && words.form(word - 1) == ","
            if isCue(word) || ends, !words.form(word).hasSuffix("ing") {
                guard var name = subject(of: word, in: first..<word) ?? order.name(before: word, from: first) else {
                    return nil
                }
                if (first..<word).contains(where: { closing($0, limit: word) != nil }) {
                    // "Rep. Ana Pohl (Greens-North) said": the bracket may have broken the parse.
                    name.words = first..<name.words.upperBound
                    if let open = (first..<name.words.upperBound).first(where: { words.form($0) == "(" }), open > first
                    {
                        name = SourceFinder.Named(words: first..<open, head: open - 1)
                    }
                }
                return found(word, name)
            }
            if verb == .verb, words.isFiniteVerb(word) {
                guard endsOpen, let name = subject(of: word, in: first..<word) else { return nil }
                return found(word, name)
            }
            word += 1
        }
        return nil
    }

    /// The word after a bracket that opens at a word, or `nil` where none does.
    private func closing(_ word: Int, limit: Int) -> Int? {
        guard words.form(word) == "(" else { return nil }
        return (word..<min(word + 10, limit)).first { words.form($0) == ")" }.map { $0 + 1 }
    }

    private func afterZone(_ run: QuotedRun, limit: Int) -> Range<Int> {
        let start = run.words.upperBound
        var first = start
        while first < limit, words.isQuotationMark(first) { first += 1 }
        guard first < limit, run.closed else { return first..<first }
        let last = analysis.sentence(ofWord: run.words.upperBound - 1)
        let next = analysis.sentence(ofWord: first)
        if next != last {
            // A tag may stand in a sentence of its own after "?" or "!", or in lower case.
            guard analysis.sentences[next].paragraph == analysis.sentences[last].paragraph, next == last + 1,
                !words.isCapitalised(first) || endsWithComma(run)
                    || endsWithQuestion(run) && (start..<first).allSatisfy(words.isQuotationMark)
            else { return first..<first }
        }
        var end = analysis.sentences[next].words.upperBound
        // A full stop inside a bracket ends no sentence: "(R-Fla.) said".
        if let open = (first..<end).last(where: { words.form($0) == "(" }), open + 8 >= end,
            !(open..<end).contains(where: { words.form($0) == ")" }), next + 1 < analysis.sentences.count,
            analysis.sentences[next + 1].paragraph == analysis.sentences[next].paragraph
        {
            end = analysis.sentences[next + 1].words.upperBound
        }
        return first..<max(first, min(limit, end))
    }

    func endsWithComma(_ run: QuotedRun) -> Bool {
        if lastByte(run) == 0x2C { return true }
        let next = Int(run.outer.end)
        return next < analysis.text.utf8.count && analysis.text.utf8[next] == 0x2C
    }

    private func endsWithQuestion(_ run: QuotedRun) -> Bool {
        let last = lastByte(run)
        return last == 0x3F || last == 0x21
    }

    /// Whether the quoted words end as a sentence or its part before a tag does.
    func endsPunctuated(_ run: QuotedRun) -> Bool {
        [0x2C, 0x2E, 0x21, 0x3F].contains(lastByte(run)) || endsWithComma(run)
    }

    /// The last byte of the quoted words that is neither blank nor the mark of a quotation in them.
    private func lastByte(_ run: QuotedRun) -> UInt8 {
        let bytes = analysis.text.utf8
        var at = Int(run.inner.end) - 1
        let start = Int(run.inner.start)
        while at > start {
            if bytes[at] <= 0x20 || bytes[at] == 0x27 || bytes[at] == 0x22 {
                at -= 1
            } else if at - 2 > start, bytes[at - 2] == 0xE2, bytes[at - 1] == 0x80, (0x98...0x9F).contains(bytes[at]) {
                at -= 3
            } else {
                break
            }
        }
        return bytes[at]
    }

    /// The name that signs a quotation: "“We will stay.” — Ana Pohl", to the end of its line.
    func signature(of run: QuotedRun, limit: Int) -> Found? {
        guard run.closed else { return nil }
        var word = run.words.upperBound
        while word < limit, words.isQuotationMark(word) { word += 1 }
        guard word + 1 < limit, ["-", "--", "–", "—", "―"].contains(words.form(word)) else { return nil }
        let dash = word
        let paragraph = analysis.sentences[analysis.sentence(ofWord: run.words.lowerBound)].paragraph
        word += 1
        let start = word
        while word < limit, word - start < 8, !words.isPunctuation(word) || words.form(word) == "." && word == start + 1
        {
            guard analysis.sentences[analysis.sentence(ofWord: word)].paragraph == paragraph else { break }
            guard words.isCapitalised(word) || analysis.words.upos[word] == .propn || words.form(word) == "de" else {
                return nil
            }
            word += 1
        }
        guard word > start else { return nil }
        return Found(
            cue: dash..<(dash + 1), cueClass: .speech,
            source: SourceFinder.Named(words: start..<word, head: word - 1))
    }

    // MARK: Before the quotation

    /// The cue that leads in to a run: `X told reporters:`, `she added,`.
    ///
    /// - Parameter floor: the word after the quotation before, which the search does not cross.
    func before(_ run: QuotedRun, floor: Int) -> Found? {
        var end = run.words.lowerBound
        while end > floor, words.isQuotationMark(end - 1) { end -= 1 }
        guard end > 0 else { return nil }
        let sentence = analysis.sentence(ofWord: run.words.lowerBound)
        var start = max(floor, analysis.sentences[sentence].words.lowerBound)
        if start >= end {
            // The quotation opens its sentence: only a colon at the end of the one before leads in.
            guard end > floor, words.form(end - 1) == ":" else { return nil }
            start = max(floor, analysis.sentences[analysis.sentence(ofWord: end - 1)].words.lowerBound)
        }
        guard start < end else { return nil }
        let point = words.form(end - 1)
        let led = point == ":" || point == "," || point == "that"
        var word = end - 1
        if led { word -= 1 }
        while word >= start, words.form(word) == "that" { word -= 1 }
        if led, let phrase = phrase(endingAt: word, from: start) { return phrase }
        if !led, let name = naming(endingAt: word, from: start, of: run) { return name }
        guard led || isCue(word) else { return nil }
        var at = word
        // "she demurred:" — any verb that stands before a colon with its subject.
        if point == ":", !isCue(word), words.isFiniteVerb(word), analysis.words.upos[word] == .verb {
            if let name = source(of: word, from: start, avoiding: run) { return found(word, name) }
        }
        while at >= start, end - at < 40 {
            if isCue(at), analysis.words.upos[at] != .noun {
                let cue = reporting(at, from: start)
                return found(cue, source(of: cue, from: start, avoiding: run))
            }
            if words.isFiniteVerb(at), analysis.words.upos[at] == .verb {
                guard point == ":" else { return nil }
                // "The minister has brought a new message: …": who does it speaks, unless a report governs it.
                if let cue = governing(at, from: start) {
                    return found(cue, source(of: cue, from: start, avoiding: run))
                }
                if let name = source(of: at, from: start, avoiding: run) { return found(at, name) }
                return nil
            }
            if [";", "?", "!"].contains(words.form(at)) { return nil }
            at -= 1
        }
        guard point == ":" else { return nil }
        // "Ana Pohl: …": a name alone.
        if let name = order.name(before: end - 1, from: start), analysis.words.upos[name.head] == .propn,
            name.words.lowerBound == start || words.isPunctuation(name.words.lowerBound - 1)
        {
            return Found(cue: (end - 1)..<end, cueClass: .speech, source: name)
        }
        // "His verdict: …", "The minister was blunt: …".
        if let root = (start..<end).first(where: { tree.head(of: $0) == nil && !words.isPunctuation($0) }) {
            if let name = subject(of: root, in: start..<end) ?? sources.source(ofNoun: root, content: []) {
                return Found(cue: root..<(root + 1), cueClass: .speech, source: name)
            }
        }
        return nil
    }

    /// The cue of reporting that a verb stands under, in the words that lead in.
    private func governing(_ verb: Int, from start: Int) -> Int? {
        var at = verb
        while let head = tree.head(of: at), head >= start, head < verb {
            if isCue(head), analysis.words.upos[head] != .noun { return head }
            at = head
        }
        return nil
    }

    /// "According to Ana Pohl, “…": the phrase that opens the sentence of the words.
    private func phrase(endingAt word: Int, from start: Int) -> Found? {
        guard let first = (start...max(start, word)).first(where: { phraseCue[$0] != nil }),
            let match = phraseCue[first], first - start <= 2, match.words.upperBound <= word,
            let name = order.name(from: match.words.upperBound, limit: word + 1), word - name.words.upperBound < 24,
            !(name.words.upperBound..<(word + 1)).contains(where: { words.isFiniteVerb($0) })
        else { return nil }
        return Found(cue: match.words, cueClass: .speech, source: name)
    }

    /// The cue that reports: of "said he believes", the saying.
    private func reporting(_ cue: Int, from start: Int) -> Int {
        guard let inner = cueClass(cue), [.belief, .knowledge, .feeling].contains(inner) else { return cue }
        var at = cue - 1
        while at >= start, cue - at < 8 {
            if words.isPunctuation(at) { return cue }
            if isCue(at), cueClass(at) == .speech { return at }
            at -= 1
        }
        return cue
    }

    /// "called him “a disgrace”", "declaring it “another good day”": a naming verb, its object, the words.
    private func naming(endingAt word: Int, from start: Int, of run: QuotedRun) -> Found? {
        let several = run.words.count { !words.isPunctuation($0) } >= 3
        var at = word
        while at >= start, word - at < 7 {
            if let match = verbCue[at], match.cues.contains(where: { lexicon.cues[$0].complements.contains(.naming) }) {
                var name = found(at, source(of: at, from: start, avoiding: nil))
                guard name.source != nil, hasObject(at, match.words.upperBound, before: run) else { return nil }
                name.cueClass = .judgement
                name.clause = match.words.upperBound..<run.words.upperBound
                return name
            }
            if several, isCue(at), let match = verbCue[at],
                match.cues.contains(where: { lexicon.cues[$0].complements.contains(.object) })
            {
                // "voiced a commitment “to peace in the region”".
                var name = found(at, source(of: at, from: start, avoiding: nil))
                guard name.source != nil else { return nil }
                name.clause = match.words.upperBound..<run.words.upperBound
                return name
            }
            if words.isPunctuation(at) || [.verb, .aux].contains(analysis.words.upos[at]) { return nil }
            at -= 1
        }
        return nil
    }

    /// Whether a naming verb says what something is called, and not what is called together: "called a
    /// “special meeting”" has nothing but an article between.
    private func hasObject(_ verb: Int, _ next: Int, before run: QuotedRun) -> Bool {
        if tree.child(of: verb, .auxPass) != nil { return true }
        if (next..<run.words.lowerBound).contains(where: {
            switch analysis.words.upos[$0] {
            case .noun, .propn, .pron: true
            default: false
            }
        }) {
            return true
        }
        // "what he called a “breach”": the object stands before.
        var at = verb - 1
        while at >= 0, verb - at < 6, !words.isPunctuation(at) {
            if order.isRelative(at) { return true }
            at -= 1
        }
        return false
    }

    /// The source of a cue verb: its subject by the parse, else the name before it.
    func source(of verb: Int, from start: Int, avoiding run: QuotedRun?) -> SourceFinder.Named? {
        if analysis.pennTag(verb) == .vbg, verb > start,
            words.isPunctuation(verb - 1) || analysis.words.upos[verb - 1] == .cconj,
            let first = (start..<verb).first(where: { isCue($0) && analysis.pennTag($0) != .vbg })
        {
            // "…," she said, adding: a participle shares the source of the sentence's first report.
            if let name = source(of: first, from: start, avoiding: run) { return name }
        }
        if analysis.pennTag(verb) == .vbg, verb > start, [.propn, .pron].contains(analysis.words.upos[verb - 1]),
            let name = order.name(before: verb, from: start)
        {
            // "the film has Ana Pohl asking, …": who stands before the participle asks.
            return name
        }
        if isParsed, let name = sources.source(ofVerb: verb, content: run.map { [$0.words] } ?? []),
            !runs.contains(where: { $0.depth == 0 && $0.words.contains(name.head) })
        {
            return name
        }
        if let name = order.name(before: verb, from: start) { return name }
        // "Said Ana Pohl: …".
        guard let run, let cue = verbCue[verb], cue.words.upperBound < run.words.lowerBound else { return nil }
        return order.name(from: cue.words.upperBound, limit: run.words.lowerBound)
    }

    private func subject(of verb: Int, in zone: Range<Int>) -> SourceFinder.Named? {
        guard isParsed, !zone.isEmpty else { return nil }
        for child in tree.dependents(of: verb)
        where [.nsubj, .nsubjPass, .nsubjOuter].contains(tree.relation(of: child)) && zone.contains(child) {
            guard [.noun, .propn, .pron, .num, .adj, .x].contains(analysis.words.upos[child]) else { continue }
            var name = sources.name(headedBy: child, from: tree.yield(of: child).filter { zone.contains($0) })
            if name.words.lowerBound < zone.lowerBound { name.words = zone.lowerBound..<name.words.upperBound }
            return name
        }
        return nil
    }
}
