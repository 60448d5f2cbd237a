import Gazetteer
import Linguistics
import Text

/// Gives a sentence that was left without a finite verb the one that the tagger took for something else.
///
/// A name that the tagger has not seen before ("Chad withdrew its support", "Honduras cut ties with
/// Taiwan") leads it astray: the name becomes a verb or an adverb, the verb a noun or a participle. What
/// the actor list and the rules know settles it: a known actor, or a noun, right before a word that is a
/// past or third-person form of a verb of the rules, with an object behind it. Headlines in participles
/// ("Talks held in Oslo") have no object there and stay as they are.
struct MissedVerbs: Sendable {
    let rules: StatementRules
    let irregular: IrregularVerbs

    /// Mends the sentences of an analysis in place. O(words).
    func mend(_ analysis: inout Analysis, actors: LinkedActors) {
        for index in analysis.sentences.indices {
            let range = analysis.sentences[index].words
            if let verb = reportVerb(range, analysis) {
                let said = clause(behind: verb.word, range, analysis)
                makeRoot(verb, range, &analysis)
                if let said {
                    analysis.words.relations[said] = .ccomp
                    analysis.words.heads[verb.word + 1] = Int32(said)
                    analysis.words.relations[verb.word + 1] = .mark
                }
            } else if !hasFiniteVerb(range, analysis, actors), let verb = missedVerb(range, analysis, actors) {
                makeRoot(verb, range, &analysis)
            }
            for word in range where analysis.words.upos[word] == .verb {
                giveSubject(word, range, &analysis, actors)
            }
        }
    }

    // MARK: finding the verb

    /// A verb found: its word, lemma and whether its form is of the past.
    private struct Verb {
        var word: Int
        var lemma: [UInt8]
        var isPast: Bool
    }

    private func hasFiniteVerb(_ range: Range<Int>, _ analysis: Analysis, _ actors: LinkedActors) -> Bool {
        range.contains { word in
            switch analysis.pennTag(word) {
            case .vbz, .vbp, .md, .vbd:
                switch analysis.words.relations[word] {
                case .amod, .compound, .flat: return false
                default: return actors.mention(ofWord: word) == nil && !isInRelativeClause(word, analysis)
                }
            default: return false
            }
        }
    }

    /// Whether a verb or its auxiliary stands in a relative clause, which is no sentence's own: "Chad withdrew
    /// its troops, which were in Mali".
    private func isInRelativeClause(_ word: Int, _ analysis: Analysis) -> Bool {
        var node = word
        for _ in 0..<4 {
            switch analysis.words.relations[node] {
            case .aclRelcl: return true
            case .aux, .auxPass, .cop, .conj: break
            default: return false
            }
            guard analysis.words.heads[node] >= 0 else { return false }
            node = Int(analysis.words.heads[node])
        }
        return false
    }

    private func missedVerb(_ range: Range<Int>, _ analysis: Analysis, _ actors: LinkedActors) -> Verb? {
        for word in range.dropFirst() where word + 1 < range.upperBound {
            switch analysis.words.upos[word] {
            case .noun, .verb, .adj, .propn: break
            default: continue
            }
            let first = analysis.text.utf8[Int(analysis.words.starts[word])]
            guard first >= UInt8(ascii: "a"), first <= UInt8(ascii: "z"), actors.mention(ofWord: word) == nil,
                let verb = verb(at: word, analysis), let subject = nominal(before: word, range, analysis)
            else { continue }
            let isActor = actors.mention(ofWord: subject)?.actors.isEmpty == false
            guard verb.isPast || isActor,
                takesObject(verb, range, analysis) || isActor && headsObject(verb, range, analysis)
            else { continue }
            return verb
        }
        return nil
    }

    /// The verb of the rules that a form is a past or third-person form of.
    private func verb(at word: Int, _ analysis: Analysis) -> Verb? {
        analysis.symbols.withBytes(of: analysis.words.forms[word]) { form -> Verb? in
            if let lemma = irregular.lemma(of: form) {
                let isKnown = lemma.withUnsafeBufferPointer { isVerb(rules.vocabulary.number(ofBytes: $0)) }
                return isKnown ? Verb(word: word, lemma: lemma, isPast: true) : nil
            }
            for (ending, stemEnding, isPast) in Self.endings
            where form.count > ending.count + 2 && form.suffix(ending.count).elementsEqual(ending) {
                let stem = Array(form.dropLast(ending.count)) + stemEnding
                if stem.withUnsafeBufferPointer({ isVerb(rules.vocabulary.number(ofBytes: $0)) }) {
                    return Verb(word: word, lemma: stem, isPast: isPast)
                }
            }
            return nil
        }
    }

    /// Endings of past and third-person forms, what takes their place in the lemma, and whether they are past.
    private static let endings: [([UInt8], [UInt8], Bool)] = [
        ("ied", "y", true), ("ed", "", true), ("d", "", true), ("ies", "y", false), ("es", "", false),
        ("s", "", false),
    ].map { (Array($0.0.utf8), Array($0.1.utf8), $0.2) }

    private func isVerb(_ number: Int32) -> Bool {
        guard number >= 0 else { return false }
        return !rules.positions.verb(number).isEmpty || rules.commitments.verb(number) != nil
            || rules.relations.entries(number).contains { $0.form == .verb || $0.form == .tie }
            || rules.relations.classes.contains(.having, number)
            || rules.vocabulary.classes(of: number).meets(rules.lexicon.report)
            || rules.book.rules(ofHead: number).contains { rules.book.rules[$0].head == .verb }
    }

    /// "Economists project that exports will grow", "the bank forecast that …": a verb of saying or foretelling that
    /// has the form of a noun heads its sentence, and what is said stands right behind it, with a subject of its own.
    private func reportVerb(_ range: Range<Int>, _ analysis: Analysis) -> Verb? {
        guard let word = range.first(where: { analysis.words.heads[$0] < 0 }), analysis.words.upos[word] == .noun,
            word > range.lowerBound, word + 2 < range.upperBound, analysis.lemma(word + 1) == "that",
            let clause = clause(behind: word, range, analysis), let subject = nominal(before: word, range, analysis),
            Int(analysis.words.heads[subject]) == word
        else { return nil }
        let number = rules.vocabulary.number(of: analysis.words.forms[word], in: analysis.symbols)
        guard number >= 0,
            rules.factuality.cue(.governor, number)?.effect == .predicted
                || rules.vocabulary.classes(of: number).meets(rules.lexicon.report),
            range.contains(where: {
                Int(analysis.words.heads[$0]) == clause && analysis.words.relations[$0] == .nsubj
            })
        else { return nil }
        let lemma = analysis.symbols.withBytes(of: analysis.words.forms[word]) { Array($0) }
        return Verb(word: word, lemma: lemma, isPast: analysis.pennTag(subject) != .nns)
    }

    /// The clause behind a noun that the parser took for a relative one.
    private func clause(behind word: Int, _ range: Range<Int>, _ analysis: Analysis) -> Int? {
        (word + 2..<range.upperBound).first {
            Int(analysis.words.heads[$0]) == word
                && (analysis.words.relations[$0] == .aclRelcl || analysis.words.relations[$0] == .acl)
        }
    }

    /// The noun or name that ends right before a verb, adverbs between left out.
    private func nominal(before verb: Int, _ range: Range<Int>, _ analysis: Analysis) -> Int? {
        var word = verb - 1
        while word >= range.lowerBound, analysis.words.upos[word] == .adv { word -= 1 }
        guard word >= range.lowerBound else { return nil }
        switch analysis.words.upos[word] {
        case .propn: return word
        case .noun: return word
        default:
            // A name that was taken for something else keeps its capital.
            let first = analysis.text.utf8[Int(analysis.words.starts[word])]
            return word == range.lowerBound && first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z")
                && analysis.words.upos[word] != .pron && analysis.words.upos[word] != .det
                && analysis.words.upos[word] != .adp && analysis.words.upos[word] != .sconj ? word : nil
        }
    }

    /// Whether an object or a complement stands right behind a verb.
    private func takesObject(_ verb: Verb, _ range: Range<Int>, _ analysis: Analysis) -> Bool {
        let next = verb.word + 1
        guard next < range.upperBound else { return false }
        switch analysis.words.upos[next] {
        case .det, .propn, .num, .sym: return true
        case .pron: return true
        case .noun, .adj: return verb.isPast
        case .adp: return takes(verb, rules.vocabulary.number(of: analysis.words.forms[next], in: analysis.symbols))
        case .part: return analysis.pennTag(next) == .to
        default: return false
        }
    }

    /// "Arland shares borders with Vell": the noun behind hangs as an object on a form that heads its sentence.
    private func headsObject(_ verb: Verb, _ range: Range<Int>, _ analysis: Analysis) -> Bool {
        let next = verb.word + 1
        guard next < range.upperBound, analysis.words.heads[verb.word] < 0 else { return false }
        return Int(analysis.words.heads[next]) == verb.word && analysis.words.relations[next] == .obj
    }

    /// Whether a preposition brings in what a verb takes a stand towards ("sides with").
    private func takes(_ verb: Verb, _ preposition: Int32) -> Bool {
        let number = verb.lemma.withUnsafeBufferPointer { rules.vocabulary.number(ofBytes: $0) }
        return rules.positions.verb(number).contains { $0.places.contains(.preposition(preposition)) }
    }

    // MARK: mending the tree

    /// Makes a word the finite verb and root of its sentence: what stands before it becomes its subject,
    /// what stands behind it its object and complements.
    private func makeRoot(_ verb: Verb, _ range: Range<Int>, _ analysis: inout Analysis) {
        let word = verb.word
        guard let end = nominal(before: word, range, analysis) else { return }
        var subject = end
        for _ in 0..<8 {
            let head = Int(analysis.words.heads[subject])
            guard head >= range.lowerBound, head < word,
                analysis.words.upos[head] == .noun || analysis.words.upos[head] == .propn
            else { break }
            subject = head
        }
        analysis.words.upos[word] = .verb
        analysis.words.xpos[word] = (verb.isPast ? PennTag.vbd : PennTag.vbz).rawValue
        analysis.words.lemmas[word] = verb.lemma.withUnsafeBufferPointer { analysis.symbols.intern($0) }
        if analysis.words.upos[subject] != .noun, analysis.words.upos[subject] != .propn {
            analysis.words.upos[subject] = .propn
            analysis.words.xpos[subject] = PennTag.nnp.rawValue
        }
        var hasObject = false
        for other in range where other != word && other != subject {
            let head = Int(analysis.words.heads[other])
            let crosses = head < 0 || (head < word) != (other < word) || head == word && other > word
            guard crosses else { continue }
            if other < subject, isPartOfName(other, analysis) {
                analysis.words.heads[other] = Int32(subject)
                continue
            }
            analysis.words.heads[other] = Int32(word)
            analysis.words.relations[other] = relation(of: other, after: other > word, in: range, &hasObject, analysis)
        }
        analysis.words.heads[subject] = Int32(word)
        analysis.words.relations[subject] = .nsubj
        analysis.words.heads[word] = -1
        analysis.words.relations[word] = .root
    }

    private func isPartOfName(_ word: Int, _ analysis: Analysis) -> Bool {
        switch analysis.words.relations[word] {
        case .det, .amod, .compound, .nmodPoss, .flat, .nummod: true
        default: false
        }
    }

    private func relation(
        of word: Int, after: Bool, in range: Range<Int>, _ hasObject: inout Bool, _ analysis: Analysis
    ) -> Relation {
        let tag = analysis.words.upos[word]
        if tag == .punct { return .punct }
        if tag == .adv { return .advmod }
        let openings = (range.lowerBound..<word).filter { Int(analysis.words.heads[$0]) == word }
        if openings.contains(where: { analysis.pennTag($0) == .to && analysis.words.relations[$0] == .mark }) {
            return .xcomp
        }
        if openings.contains(where: { analysis.words.relations[$0] == .mark }) { return tag == .verb ? .ccomp : .advcl }
        if openings.contains(where: { analysis.words.relations[$0] == .case }) || !after { return .obl }
        switch tag {
        case .noun, .propn, .pron, .num, .sym:
            if hasObject { return .obl }
            hasObject = true
            return .obj
        case .verb: return .advcl
        default: return .dep
        }
    }

    // MARK: giving a verb its subject

    /// "Arland backed the text and Vell opposed it": a name joined to the first verb's object, right before a second
    /// verb that has an object and no subject of its own, is the subject of that one.
    private func releaseConjunct(_ name: Int, before verb: Int, _ range: Range<Int>, _ analysis: inout Analysis) -> Bool
    {
        let first = Int(analysis.words.heads[name])
        guard analysis.words.relations[name] == .conj, analysis.words.relations[verb] == .conj, first >= 0,
            first < name,
            analysis.words.relations[first] == .obj, analysis.words.heads[first] == analysis.words.heads[verb],
            analysis.pennTag(verb) == .vbd || analysis.pennTag(verb) == .vbz || analysis.pennTag(verb) == .vbp
        else { return false }
        var takesObject = false
        for other in range where Int(analysis.words.heads[other]) == verb {
            switch analysis.words.relations[other] {
            case .nsubj, .nsubjPass, .auxPass: return false
            case .obj, .ccomp, .xcomp: takesObject = true
            default: break
            }
        }
        guard takesObject else { return false }
        for other in range where Int(analysis.words.heads[other]) == name && analysis.words.relations[other] == .cc {
            analysis.words.heads[other] = Int32(verb)
        }
        analysis.words.heads[name] = Int32(verb)
        analysis.words.relations[name] = .nsubj
        return true
    }

    /// Lets a known actor right before a verb without a subject be its subject, whatever it was called.
    private func giveSubject(
        _ verb: Int, _ range: Range<Int>, _ analysis: inout Analysis, _ actors: LinkedActors
    ) {
        switch analysis.pennTag(verb) {
        case .vbd, .vbz, .vbp, .vbn, .vb: break
        default: return
        }
        var word = verb - 1
        var hasAuxiliary = false
        while word >= range.lowerBound, Int(analysis.words.heads[word]) == verb,
            analysis.words.upos[word] == .adv || analysis.words.upos[word] == .part
                || analysis.words.upos[word] == .aux, actors.mention(ofWord: word) == nil
        {
            if analysis.words.upos[word] == .aux { hasAuxiliary = true }
            word -= 1
        }
        guard word >= range.lowerBound, let mention = actors.mention(ofWord: word),
            mention.words.upperBound == word + 1, !mention.actors.isEmpty
        else { return }
        if releaseConjunct(mention.head, before: verb, range, &analysis) { return }
        var top = mention.head
        if Int(analysis.words.heads[top]) != verb { top = word }
        guard Int(analysis.words.heads[top]) == verb else { return }
        switch analysis.words.relations[top] {
        case .aux, .auxPass, .discourse, .advmod, .mark, .vocative, .dep, .cc: break
        default: return
        }
        for other in range where Int(analysis.words.heads[other]) == verb {
            switch analysis.words.relations[other] {
            case .nsubj, .nsubjPass, .csubj, .csubjPass, .expl: return
            default: break
            }
        }
        let tag = analysis.pennTag(verb)
        // A bare form is finite only behind an auxiliary of its own.
        guard tag != .vb || hasAuxiliary else { return }
        let isPassive = range.contains {
            $0 != top && Int(analysis.words.heads[$0]) == verb && analysis.words.relations[$0] == .auxPass
        }
        analysis.words.relations[top] = isPassive ? .nsubjPass : .nsubj
        analysis.words.upos[top] = .propn
        analysis.words.xpos[top] = PennTag.nnp.rawValue
        if tag == .vbn, !hasAuxiliary { analysis.words.xpos[verb] = PennTag.vbd.rawValue }
    }
}
