import Linguistics
import Records

/// Puts each time of a text on the frames that it is the time of.
///
/// A time belongs to the nearest predicate above its head. From there it passes to the act noun that
/// is the subject of a verb of happening ("the visit took place on …") or the object of a light verb
/// ("held talks on …"), and to later verbs of a coordination that have none of their own.
struct TimeAttacher {
    let reading: ClauseReading
    let vocabulary: RuleVocabulary
    let lexicon: ClauseLexicon

    /// The times of each frame, in text order.
    func attach(_ mentions: [TimeMention]) -> [[TimeExpression]] {
        var times = [[TimeExpression]](repeating: [], count: reading.frames.count)
        for mention in mentions {
            let head = Int(reading.analysis.words.heads[mention.head])
            guard let frame = reading.frame(above: head >= 0 ? head : mention.head) else { continue }
            let inside = mention.words.contains(reading.frames[frame].word)
            let target =
                inside ? reading.frames[frame].governor : relativeClause(before: mention, above: frame) ?? frame
            guard target >= 0 else { continue }
            var expression = mention.expression
            // "during his visit to the fund which was set up in 2022" was not in 2022.
            if expression.anchor != nil, holdsRelativeClause(mention.words) { expression.range = nil }
            times[target].append(expression)
            if let act = actBefore(mention, attached: target) { times[act].append(expression) }
        }
        for index in reading.frames.indices where times[index].isEmpty {
            let frame = reading.frames[index]
            guard frame.governor >= 0, !times[frame.governor].isEmpty else { continue }
            let governor = reading.frames[frame.governor]
            if frame.kind == .noun, sharesTime(frame, with: governor) { times[index] = times[frame.governor] }
        }
        for index in reading.frames.indices where times[index].isEmpty && reading.frames[index].kind == .noun {
            times[index] = timesOfOccurring(reading.frames[index].word, times)
        }
        for index in reading.frames.indices where times[index].isEmpty && reading.frames[index].kind == .noun {
            times[index] = timesOfPurpose(reading.frames[index].word, times)
        }
        for index in reading.frames.indices where times[index].isEmpty {
            let frame = reading.frames[index]
            guard frame.governor >= 0, reading.analysis.words.relations[frame.word] == .xcomp else { continue }
            times[index] = times[frame.governor]
        }
        return times
    }

    /// The act noun that a time stands right behind while the tree gave it to the verb above: in "prices rose
    /// after the withdrawal in 2017" and "following the withdrawal in 2017, they agreed" the year is the
    /// withdrawal's. Only an act that its preposition puts before or around the verb takes it.
    private func actBefore(_ mention: TimeMention, attached target: Int) -> Int? {
        let words = reading.analysis.words
        if let anchor = mention.expression.anchor {
            guard anchor.days == nil, mention.expression.range != nil else { return nil }
            return mention.words.lazy.map { Int(reading.nounOfWord[$0]) }.first {
                $0 >= 0 && $0 != target && isBackground(reading.frames[$0].word)
            }
        }
        var word = mention.words.lowerBound - 1
        while word >= 0, words.upos[word] == .adp { word -= 1 }
        guard word >= 0, reading.analysis.sentence(ofWord: word) == reading.frames[target].sentence else { return nil }
        // "The withdrawal from Arland in 2017": the act stands above the noun before the time.
        for _ in 0..<3 {
            let noun = Int(reading.nounOfWord[word])
            if noun >= 0 { return noun != target && isBackground(word) ? noun : nil }
            guard words.relations[word] == .nmod, words.heads[word] >= 0 else { return nil }
            word = Int(words.heads[word])
        }
        return nil
    }

    /// Whether a preposition such as "after" or "since" brings in a noun.
    private func isBackground(_ noun: Int) -> Bool {
        reading.tree.children(of: noun).contains {
            reading.analysis.words.relations[Int($0)] == .case
                && vocabulary.classes(of: reading.words.forms[Int($0)]).meets(lexicon.background)
        }
    }

    private func holdsRelativeClause(_ words: Range<Int>) -> Bool {
        words.contains { reading.clauseOfWord[$0] >= 0 && reading.analysis.words.relations[$0] == .aclRelcl }
    }

    /// The relative clause that stands between a verb and a time which the tree gave to that verb: the time
    /// is the nearer verb's ("gave money to the fund which it set up last year").
    private func relativeClause(before mention: TimeMention, above frame: Int) -> Int? {
        let outer = reading.frames[frame].word
        var word = mention.words.lowerBound - 1
        while word > outer {
            if reading.analysis.words.upos[word] == .punct { return nil }
            let clause = Int(reading.clauseOfWord[word])
            if clause >= 0, reading.frames[clause].kind == .finite {
                return reading.analysis.words.relations[word] == .aclRelcl ? clause : nil
            }
            word -= 1
        }
        return nil
    }

    /// The times of a clause that says when an act took place: "the invasion that began in 2022". Such a
    /// clause hangs on the act noun or, where the tree errs, on the noun that the act noun governs.
    private func timesOfOccurring(_ noun: Int, _ times: [[TimeExpression]]) -> [TimeExpression] {
        for child in reading.tree.children(of: noun) {
            let child = Int(child)
            switch reading.analysis.words.relations[child] {
            case .acl, .aclRelcl:
                let found = timesOfOccurringClause(child, times)
                if !found.isEmpty { return found }
            case .nmod:
                for grandchild in reading.tree.children(of: child)
                where reading.analysis.words.relations[Int(grandchild)] == .aclRelcl {
                    let found = timesOfOccurringClause(Int(grandchild), times)
                    if !found.isEmpty { return found }
                }
            default: break
            }
        }
        return []
    }

    /// The times of what an act was meant for: "the deployment of troops to quell the riots of January 2022".
    /// The purpose hangs on the act noun or on a noun of its phrase.
    private func timesOfPurpose(_ noun: Int, _ times: [[TimeExpression]], depth: Int = 0) -> [TimeExpression] {
        for child in reading.tree.children(of: noun) {
            let child = Int(child)
            switch reading.analysis.words.relations[child] {
            case .acl:
                let clause = Int(reading.clauseOfWord[child])
                if clause >= 0, reading.frames[clause].kind == .infinitive, !times[clause].isEmpty {
                    return times[clause]
                }
            case .nmod where depth < 2:
                let found = timesOfPurpose(child, times, depth: depth + 1)
                if !found.isEmpty { return found }
            default: break
            }
        }
        return []
    }

    private func timesOfOccurringClause(_ word: Int, _ times: [[TimeExpression]]) -> [TimeExpression] {
        let clause = Int(reading.clauseOfWord[word])
        guard clause >= 0, vocabulary.classes(of: reading.words.lemmas[word]).meets(lexicon.occur) else { return [] }
        return times[clause]
    }

    private func sharesTime(_ frame: PredicateFrame, with governor: PredicateFrame) -> Bool {
        let classes = vocabulary.classes(of: reading.words.lemmas[governor.word])
        switch reading.analysis.words.relations[frame.word] {
        case .nsubj, .nsubjPass: return classes.meets(lexicon.occur) || governor.passive
        case .obj: return classes.meets(lexicon.light)
        default: return false
        }
    }
}
