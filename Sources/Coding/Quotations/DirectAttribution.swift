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
    let isParsed: Bool
    let runs: [QuotedRun]
    /// Which cue match starts at a word, if any, for verbs.
    let verbCue: [Int: CueMatch]
    let phraseCue: [Int: CueMatch]
    let lexicon: CueLexicon

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

    func found(_ verb: Int, _ source: SourceFinder.Named?) -> Found {
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
    func isCue(_ word: Int) -> Bool {
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

    func cueClass(_ word: Int) -> CueClass? {
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
            // A comma closes the words: what can report does, though parsers take it for a participle.
            let ends =
                endsOpen && verbCue[word] != nil
                && (words.form(word - 1) == "," || analysis.pennTag(word) == .vbn && isNominal(word - 1))
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

    private func isNominal(_ word: Int) -> Bool {
        switch analysis.words.upos[word] {
        case .noun, .propn, .pron, .adj: true
        default: false
        }
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

    func subject(of verb: Int, in zone: Range<Int>) -> SourceFinder.Named? {
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
