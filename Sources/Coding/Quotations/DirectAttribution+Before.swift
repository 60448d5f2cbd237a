internal import Linguistics
internal import Records
internal import Text

/// What leads in to a quotation: a report with a colon or comma, a phrase, a naming verb, a name alone.
extension DirectAttribution {
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
}
