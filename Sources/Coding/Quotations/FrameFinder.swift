internal import Linguistics
internal import Records
internal import Text

/// Finds reporting frames by syntax: cue, source and content from heads and relations.
///
/// The patterns are those of the reporting literature (Pareti 2015, the annotation of PARC 3.0; Krestel
/// et al. 2008): complement clauses of verbs, nouns and adjectives, infinitives, parentheticals,
/// "according to", and verbs whose object is what is judged or named. A class, never changed, that the finders
/// of sources share.
final class FrameFinder {
    let analysis: Analysis
    let tree: ClauseGraph
    let lexicon: CueLexicon
    let words: WordTests

    /// Whether the text has heads at all.
    let isParsed: Bool

    init(_ tree: ClauseGraph, lexicon: CueLexicon) {
        analysis = tree.analysis
        self.tree = tree
        self.lexicon = lexicon
        words = WordTests(tree.analysis, lexicon.closed)
        isParsed = tree.analysis.words.heads.contains { $0 >= 0 }
    }

    /// The frames of the matches in order. O(words · depth).
    func frames(of matches: [CueMatch]) -> [ReportingFrame] {
        var frames: [ReportingFrame] = []
        for match in matches {
            for index in match.cues {
                let cue = lexicon.cues[index]
                let found: ReportingFrame? =
                    switch cue.part {
                    case .verb: verbFrame(match, cue)
                    case .noun: nounFrame(match, cue)
                    case .adjective: adjectiveFrame(match, cue)
                    case .phrase: phraseFrame(match, cue)
                    }
                if let found, !found.content.isEmpty {
                    frames.append(found)
                    break
                }
            }
        }
        return frames
    }

    // MARK: Verbs

    private func verbFrame(_ match: CueMatch, _ cue: Cue) -> ReportingFrame? {
        let verb = match.words.lowerBound
        // "calling out his rival for …" is not "calling for …".
        if let particle = tree.child(of: verb, .compoundPrt), !match.words.contains(particle) { return nil }
        let particle = match.words.count > 1 ? words.form(match.words.upperBound - 1) : nil
        guard let content = verbContent(verb, cue, particle: particle) else { return nil }
        let source = SourceFinder(self).source(ofVerb: verb, content: content.ranges)
        return frame(match, cue, content: content, source: source, head: verb)
    }

    struct Content {
        var ranges: [Range<Int>]
        var head: Int
        var form: ReportingFrame.Form
    }

    private func verbContent(_ verb: Int, _ cue: Cue, particle: String?) -> Content? {
        if cue.complements.contains(.naming), let named = naming(verb) { return named }
        if cue.complements.contains(.asPhrase), let taken = asPhrase(verb) { return taken }
        if cue.complements.contains(.clause) {
            if let clause = tree.child(of: verb, .ccomp), !isInfinitive(clause) || cue.complements.contains(.infinitive)
            {
                return content(under: clause, form: clause < verb ? .parenthetical : .complement)
            }
            // "made it clear that …": the clause hangs on what it is made.
            if let clause = tree.child(of: verb, .xcomp).flatMap({ tree.child(of: $0, .ccomp) }), particle != nil,
                clause > verb, !isInfinitive(clause)
            {
                return content(under: clause, form: .complement)
            }
            if let around = parenthetical(verb) { return around }
        }
        if cue.complements.contains(.object), let act = gerund(under: verb) {
            return content(under: act, form: .complement)
        }
        if cue.complements.contains(.infinitive), cue.cueClass == .demand,
            let asked = tree.child(of: verb, .obj, .iobj), asked > verb, !words.isPronoun(asked),
            let act = tree.child(of: asked, .acl), isInfinitive(act)
        {
            // "asked the rebels to talk", the infinitive hung on the noun.
            return content(under: asked, form: .complement)
        }
        if cue.complements.contains(.infinitive) {
            if let clause = tree.child(of: verb, .xcomp, .ccomp), isInfinitive(clause) {
                // "urged Oria to hold elections": what is demanded is that Oria does.
                let asked = cue.cueClass == .demand ? tree.child(of: verb, .obj, .iobj, .obl) : nil
                if let asked, asked > verb, asked < clause, !words.isPronoun(asked) {
                    let yield = (tree.yield(of: asked) + tree.yield(of: clause))
                        .filter { $0 > verb + (particle == nil ? 0 : 1) }
                    return Content(ranges: tidy(Set(yield).sorted()), head: clause, form: .complement)
                }
                return content(under: clause, form: .complement)
            }
        }
        if !cue.prepositions.isEmpty || particle != nil {
            for child in tree.dependents(of: verb)
            where [.obl, .advcl].contains(tree.relation(of: child)) && child > verb {
                guard let mark = tree.child(of: child, .case, .mark),
                    cue.prepositions.contains(words.form(mark)) || words.form(mark) == particle
                else { continue }
                // "called on the parties to meet": the asked and what is asked.
                var yield = tree.yield(of: child).filter { $0 != mark || particle == nil }
                if let asked = tree.child(of: verb, .xcomp, .advcl), asked > child, isInfinitive(asked) {
                    yield += tree.yield(of: asked)
                }
                return Content(ranges: beforeDash(tidy(Set(yield).sorted())), head: child, form: .object)
            }
        }
        if cue.complements.contains(.object), let object = tree.child(of: verb, .obj), object > verb,
            !words.isPronoun(object)
        {
            return content(under: object, form: .object)
        }
        return nil
    }

    /// "proposed holding a vote", "denied having met them": the act as the content.
    private func gerund(under verb: Int) -> Int? {
        guard let act = tree.child(of: verb, .xcomp, .ccomp), act > verb, analysis.pennTag(act) == .vbg else {
            return nil
        }
        return tree.child(of: verb, .obj) == nil ? act : nil
    }

    /// "called the deal a disgrace": the object and what it is called.
    private func naming(_ verb: Int) -> Content? {
        guard let object = tree.child(of: verb, .obj, .nsubjPass) else { return nil }
        guard let name = tree.child(of: verb, .xcomp), name > verb, !isInfinitive(name) else { return nil }
        let yield = tree.yield(of: name) + (object > verb ? tree.yield(of: object) : [])
        return Content(ranges: tidy(Set(yield).sorted()), head: name, form: .naming)
    }

    /// "described the deal as a step forward": the object and what it is taken as.
    private func asPhrase(_ verb: Int) -> Content? {
        for child in tree.dependents(of: verb) where child > verb {
            guard let mark = tree.child(of: child, .case, .mark), words.form(mark) == "as" else { continue }
            var yield = tree.yield(of: child)
            if let object = tree.child(of: verb, .obj), object > verb { yield += tree.yield(of: object) }
            return Content(ranges: beforeDash(tidy(Set(yield).sorted())), head: child, form: .naming)
        }
        return nil
    }

    /// ", officials said," and ", as the minister put it,": the clause around without the cue's own.
    private func parenthetical(_ verb: Int) -> Content? {
        guard let head = tree.head(of: verb), analysis.words.upos[head] != .punct else { return nil }
        let relation = tree.relation(of: verb)
        let isAs = relation == .advcl && tree.child(of: verb, .mark).map { words.form($0) == "as" } == true
        guard relation == .parataxis || isAs, let subject = tree.child(of: verb, .nsubj),
            !words.closed.relative.contains(words.form(subject))
        else { return nil }
        if relation == .parataxis, tree.child(of: verb, .ccomp, .xcomp, .obj) != nil { return nil }
        return content(under: head, form: .parenthetical, without: [verb])
    }

    private func isInfinitive(_ clause: Int) -> Bool {
        tree.dependents(of: clause).contains { tree.relation(of: $0) == .mark && words.form($0) == "to" }
    }

    // MARK: Nouns, adjectives, phrases

    private func nounFrame(_ match: CueMatch, _ cue: Cue) -> ReportingFrame? {
        let noun = match.words.lowerBound
        for child in tree.dependents(of: noun) where child > noun {
            let relation = tree.relation(of: child)
            let infinitive = isInfinitive(child)
            var form: Bool
            switch relation {
            case .acl, .ccomp, .advcl, .xcomp:
                let that =
                    tree.child(of: child, .mark).map { words.closed.complementizer.contains(words.form($0)) } ?? false
                form = infinitive ? cue.complements.contains(.infinitive) : that && cue.complements.contains(.clause)
            case .nmod:
                form = tree.child(of: child, .case).map { cue.prepositions.contains(words.form($0)) } ?? false
            default: form = false
            }
            if !form, relation == .aclRelcl || relation == .acl, cue.complements.contains(.clause), !infinitive,
                noun + 1 < child, words.form(noun + 1) == "that",
                tree.relation(of: noun + 1) == .mark || !words.closed.handling.contains(words.form(child)),
                tree.children(of: child, .nsubj, .nsubjPass).contains(where: { $0 != noun + 1 })
            {
                // "the warning that the gas would stop came": a clause that the parse took for a relative one.
                form = true
            }
            guard form, let content = content(under: child, form: .noun) else { continue }
            let source = SourceFinder(self).source(ofNoun: noun, content: content.ranges)
            return frame(match, cue, content: content, source: source, head: noun)
        }
        return nil
    }

    private func adjectiveFrame(_ match: CueMatch, _ cue: Cue) -> ReportingFrame? {
        let adjective = match.words.lowerBound
        // "make sure that …", "be ready to …" tell nobody's attitude.
        if adjective > 0, words.closed.making.contains(words.form(adjective - 1)) { return nil }
        for child in tree.dependents(of: adjective) where child > adjective {
            let relation = tree.relation(of: child)
            guard relation == .ccomp || relation == .xcomp || relation == .advcl else { continue }
            let infinitive = isInfinitive(child)
            guard cue.complements.contains(infinitive ? .infinitive : .clause), relation != .advcl || infinitive,
                let content = content(under: child, form: .complement)
            else { continue }
            let source = SourceFinder(self).source(ofVerb: adjective, content: content.ranges, isAdjective: true)
            return frame(match, cue, content: content, source: source, head: adjective)
        }
        return nil
    }

    /// "according to the ministry": the phrase's object is the source, the clause around the content.
    private func phraseFrame(_ match: CueMatch, _ cue: Cue) -> ReportingFrame? {
        let first = match.words.lowerBound
        let last = match.words.upperBound - 1
        let sentence = analysis.sentences[analysis.sentence(ofWord: first)].words
        guard last + 1 < sentence.upperBound else { return nil }
        // The source's head: what the phrase's words hang on, or what hangs on them.
        var source = tree.head(of: first) ?? last + 1
        if source < last { source = tree.head(of: last) ?? last + 1 }
        if source <= last || source >= sentence.upperBound { source = last + 1 }
        let yield = tree.yield(of: source).filter { $0 > last }
        let named = SourceFinder(self).name(headedBy: source, from: yield.isEmpty ? [source] : yield)
        var clause = tree.head(of: source)
        while let at = clause, match.words.contains(at) { clause = tree.head(of: at) }
        let cut = Set(tree.yield(of: source)).union(match.words).union(named.words)
        guard let clause else { return nil }
        let ranges = tidy(tree.yield(of: clause).filter { !cut.contains($0) })
        return ReportingFrame(
            cue: match.words, cueClass: cue.cueClass, form: .phrase, source: named.words, sourceHead: source,
            content: ranges, contentHead: clause)
    }

    // MARK: Content

    private func content(under head: Int, form: ReportingFrame.Form, without excluded: Set<Int> = []) -> Content? {
        var ranges = tidy(tree.yield(of: head, without: excluded))
        if form == .object || form == .naming { ranges = beforeDash(ranges) }
        return ranges.isEmpty ? nil : Content(ranges: ranges, head: head, form: form)
    }

    /// Without what a dash sets apart at the end: an aside of the writer's.
    private func beforeDash(_ ranges: [Range<Int>]) -> [Range<Int>] {
        guard ranges.count == 1, let range = ranges.first else { return ranges }
        let dashes = range.filter { words.isDash($0) }
        guard dashes.count == 1, let dash = dashes.first, dash > range.lowerBound else { return ranges }
        return tidy(Array(range.lowerBound..<dash))
    }

    /// Drops a "that" and punctuation at the edges, and joins ranges that punctuation alone parts.
    func tidy(_ yield: [Int]) -> [Range<Int>] {
        var yield = yield[...]
        while let first = yield.first,
            words.isPunctuation(first)
                || words.form(first) == "that" && yield.count > 1
                    && (analysis.words.upos[first] != .pron && analysis.words.upos[first] != .det
                        || isBeforePlural(first))
        {
            yield = yield.dropFirst()
        }
        while let last = yield.last, words.isPunctuation(last) { yield = yield.dropLast() }
        var ranges: [Range<Int>] = []
        for range in ClauseGraph.ranges(Array(yield)) {
            if let last = ranges.last, (last.upperBound..<range.lowerBound).allSatisfy(words.isQuotationMark) {
                ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
            } else if range.contains(where: { !words.isPunctuation($0) }) {
                ranges.append(range)
            }
        }
        return ranges
    }

    /// "notes that exports have doubled": before a plural "that" is no demonstrative.
    private func isBeforePlural(_ that: Int) -> Bool {
        that + 1 < analysis.words.count && analysis.pennTag(that + 1) == .nns
    }

    private func frame(
        _ match: CueMatch, _ cue: Cue, content: Content, source: SourceFinder.Named?, head: Int
    ) -> ReportingFrame {
        let negated = tree.dependents(of: head).contains {
            tree.relation(of: $0) == .advmod && words.closed.negator.contains(words.form($0))
        }
        return ReportingFrame(
            cue: match.words, cueClass: cue.cueClass, form: content.form, negated: negated,
            source: source?.words, sourceHead: source?.head, content: content.ranges, contentHead: content.head)
    }
}
