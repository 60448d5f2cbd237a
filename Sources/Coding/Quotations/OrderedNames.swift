internal import Linguistics

/// Reads noun phrases off the order of words and tags alone, for texts or sentences whose parse is
/// missing or does not reach.
struct OrderedNames {
    let words: WordTests
    private var analysis: Analysis { words.analysis }

    init(_ words: WordTests) { self.words = words }

    /// Whether a word opens a relative or adverbial clause by a wh-word.
    func isRelative(_ word: Int) -> Bool {
        switch analysis.pennTag(word) {
        case .wdt, .wp, .wpPossessive, .wrb: true
        default: analysis.words.upos[word] == .pron && words.closed.relative.contains(words.form(word))
        }
    }

    /// Whether a word may open a noun phrase that names a source.
    func mayStartName(_ word: Int) -> Bool {
        switch analysis.words.upos[word] {
        case .det, .pron, .propn, .noun, .num, .adj, .x: true
        case .adv: true
        default: false
        }
    }

    /// Whether a word may follow a subject in its own clause: a verb, auxiliary or adverb.
    func mayStartVerbPhrase(_ word: Int) -> Bool {
        [.verb, .aux, .adv, .x].contains(analysis.words.upos[word]) && !isRelative(word)
    }

    /// The noun phrase that starts at a word, as in "said [the head of the mission] on Monday".
    func name(from start: Int, limit: Int) -> SourceFinder.Named? {
        var at = start
        var head: Int?
        while at < limit, at - start < 16 {
            let tag = analysis.words.upos[at]
            let form = words.form(at)
            if words.isPunctuation(at) {
                guard form == "," || form == "." || form == "-", at > start, form != "," else { break }
                if form == ".", analysis.words.ends[at - 1] != analysis.words.starts[at] { break }
            } else if at == start, tag == .verb, [.vbn, .vbg, .vbd].contains(analysis.pennTag(at)), at + 1 < limit,
                [.noun, .propn, .adj].contains(analysis.words.upos[at + 1])
            {
                // "said retired general …": a participle before its noun.
            } else if [.verb, .aux, .sconj, .cconj].contains(tag), form != "and" {
                break
            } else if tag == .adp, !belongs(at, from: start) {
                break
            } else if tag == .adv || isRelative(at) {
                break
            } else if Self.isNominal(tag) {
                // The first noun phrase's last nominal heads it; what follows "of" does not.
                if head == nil || !(start..<at).contains(where: { analysis.words.upos[$0] == .adp }) { head = at }
            }
            at += 1
        }
        while at > start, words.isPunctuation(at - 1) || analysis.words.upos[at - 1] == .cconj { at -= 1 }
        guard let head, head < at else { return nil }
        return SourceFinder.Named(words: start..<at, head: head)
    }

    /// The noun phrase before a verb, as in "[the minister, who had flown in,] said".
    func name(before verb: Int, from floor: Int) -> SourceFinder.Named? {
        var end = verb
        while end > floor {
            let tag = analysis.words.upos[end - 1]
            guard tag == .aux || tag == .adv || tag == .part else { break }
            end -= 1
        }
        // Over a bracket: "Ana Pohl (Greens) said".
        if end > floor, words.form(end - 1) == ")" {
            var open = end - 2
            while open > floor, words.form(open) != "(" { open -= 1 }
            if open > floor { end = open }
        }
        // Over an apposition or relative clause to the noun that it belongs to.
        if end > floor, words.form(end - 1) == "," {
            var comma = end - 2
            while comma > floor, words.form(comma) != "," { comma -= 1 }
            if comma > floor, words.form(comma) == "," { end = comma } else { end -= 1 }
        }
        var start = end
        var head: Int?
        while start > floor {
            let at = start - 1
            let tag = analysis.words.upos[at]
            let form = words.form(at)
            if words.isPunctuation(at) {
                guard form == "." || form == "-" || form == "’" || form == "'" else { break }
            } else if [.verb, .aux, .sconj, .adv, .cconj].contains(tag) {
                break
            } else if tag == .adp {
                guard belongs(at, from: floor) else { break }
                head = nil
            } else if Self.isNominal(tag), head == nil {
                head = at
            }
            start = at
            if tag == .pron && form != "one" { break }
        }
        while start < end, words.isPunctuation(start) { start += 1 }
        if start == end, end > floor, words.isCapitalised(end - 1), analysis.words.upos[end - 1] == .verb {
            // A name at a sentence's head that the tagger took for a verb.
            return SourceFinder.Named(words: (end - 1)..<end, head: end - 1)
        }
        guard start < end, let head else { return nil }
        return SourceFinder.Named(words: start..<end, head: max(start, head))
    }

    /// Whether a preposition goes with the noun before it: "of" does, others after a common noun
    /// ("a spokesman for the ministry"), not after a name ("Baker on Monday").
    private func belongs(_ preposition: Int, from floor: Int) -> Bool {
        let form = words.form(preposition)
        if form == "of" { return true }
        return words.closed.ofName.contains(form) && preposition > floor
            && analysis.words.upos[preposition - 1] == .noun
    }

    private static func isNominal(_ tag: UniversalTag) -> Bool {
        switch tag {
        case .noun, .propn, .pron, .num, .x, .adj, .det: true
        default: false
        }
    }
}
