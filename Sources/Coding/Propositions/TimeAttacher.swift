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
            let target = inside ? reading.frames[frame].governor : frame
            if target >= 0 { times[target].append(mention.expression) }
        }
        for index in reading.frames.indices where times[index].isEmpty {
            let frame = reading.frames[index]
            guard frame.governor >= 0, !times[frame.governor].isEmpty else { continue }
            let governor = reading.frames[frame.governor]
            if frame.kind == .noun, sharesTime(frame, with: governor) { times[index] = times[frame.governor] }
        }
        for index in reading.frames.indices where times[index].isEmpty {
            let frame = reading.frames[index]
            guard frame.governor >= 0, reading.analysis.words.relations[frame.word] == .xcomp else { continue }
            times[index] = times[frame.governor]
        }
        return times
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
