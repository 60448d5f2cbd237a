import Linguistics
import Records

/// When an event took place: by its own time, by that of the clause that it is part of, or by where
/// the story stands.
struct DateReading {
    let reading: ClauseReading
    let times: [[TimeExpression]]
    let window: DateRange?
    /// For each sentence the day that the story has reached.
    let story: [DateRange?]
    /// Whether somebody is reported to say a word.
    let isReported: (Int) -> Bool
    /// Whether a conjunction tells a reason or a concession and no time.
    let isConcessive: (Int) -> Bool
    /// Whether an adjective says that an act lies a short time back.
    let isRecentWord: (Int) -> Bool

    /// The event's days, or `nil` where the text leaves them open.
    ///
    /// - Parameter declared: whether the event is a declared intention, which is told on the day of its declaring.
    func date(of index: Int, modality: Modality, declared: Bool = false) -> DateRange? {
        if let own = told(index, modality) { return own }
        let frame = reading.frames[index]
        if frame.kind == .noun, modality == .happened, isRecent(frame.word) { return recently }
        // "the anniversary of the invasion came on Tuesday" dates the anniversary, not the invasion.
        if frame.kind == .noun, !isMain(frame) { return nil }
        if frame.governor >= 0, frame.kind != .finite, let outer = told(frame.governor, modality) {
            return outer
        }
        if isDoneToArgument(frame), modality == .happened { return date(of: frame.governor, modality: modality) }
        guard modality == .happened || modality == .ongoing || declared && modality == .planned, !isBackground(frame),
            !isBefore(frame)
        else { return nil }
        return story[frame.sentence] ?? window
    }

    /// Whether a noun's act is called recent.
    private func isRecent(_ noun: Int) -> Bool {
        reading.tree.children(of: noun).contains {
            reading.analysis.words.relations[Int($0)] == .amod && isRecentWord(Int($0))
        }
    }

    /// What is called recent happened within the month before its telling.
    private var recently: DateRange? {
        guard let window, let last = CalendarDay(iso: window.to) else { return nil }
        return DateRange(from: last.adding(days: -30).iso, to: window.to)
    }

    /// The first time told at a frame; what has happened did not happen after the day of printing.
    private func told(_ frame: Int, _ modality: Modality) -> DateRange? {
        times[frame].compactMap(\.range).first { range in
            guard modality == .happened, let window else { return true }
            return range.from <= window.to
        }
    }

    /// Whether a participle tells what was done to bring about what its clause is told of: "accepted a truce
    /// brokered by Oria".
    private func isDoneToArgument(_ frame: PredicateFrame) -> Bool {
        frame.kind == .participle && frame.governor >= 0
            && reading.analysis.words.relations[frame.word] == .acl && reading.analysis.pennTag(frame.word) == .vbn
    }

    /// Whether an act noun is told as news itself, as the subject or object of its sentence's verb.
    private func isMain(_ frame: PredicateFrame) -> Bool {
        switch reading.analysis.words.relations[frame.word] {
        case .nsubj, .nsubjPass, .obj, .root: true
        default: false
        }
    }

    /// Whether the outlet tells, in the past perfect, of what lies before its story. In reported words the
    /// same tense tells of the story itself.
    private func isBefore(_ frame: PredicateFrame) -> Bool {
        guard !isReported(frame.word), frame.report < 0 else { return false }
        return reading.tree.children(of: frame.word).contains {
            reading.analysis.words.relations[Int($0)] == .aux && reading.analysis.pennTag(Int($0)) == .vbd
                && reading.analysis.lemma(Int($0)) == "have"
        }
    }

    /// Whether a clause stands apart from the story's own time: "since …", "who …", "when …" and their like
    /// tell what lies before or around it.
    private func isBackground(_ frame: PredicateFrame) -> Bool {
        if tellsNow(frame) { return false }
        var word = frame.word
        while true {
            switch reading.analysis.words.relations[word] {
            case .advcl: if !isConcession(word) { return true }
            case .acl, .aclRelcl, .advclRelcl: return true
            case .root: return false
            default: break
            }
            let head = Int(reading.analysis.words.heads[word])
            guard head >= 0 else { return false }
            word = head
        }
    }

    /// Whether a relative clause tells in the present tense what a party of its own does: "the charge, which
    /// Arland denies".
    private func tellsNow(_ frame: PredicateFrame) -> Bool {
        let tag = reading.analysis.pennTag(frame.word)
        return (tag == .vbz || tag == .vbp) && reading.analysis.words.relations[frame.word] == .aclRelcl
            && frame.arguments.contains { $0.role == .subject && !$0.inherited }
    }

    /// "although …" and "because …" tell no time, so that their clause is of its sentence's.
    private func isConcession(_ word: Int) -> Bool {
        reading.tree.children(of: word).contains {
            reading.analysis.words.relations[Int($0)] == .mark && isConcessive(Int($0))
        }
    }

    /// The day that the story has reached at each sentence: the last day told in the same paragraph,
    /// and, where the day of writing is not known, the first day told in the article.
    static func story(_ reading: ClauseReading, times: [TimeMention], dated: Bool) -> [DateRange?] {
        let sentences = reading.analysis.sentences
        var days: [DateRange?] = Array(repeating: nil, count: sentences.count)
        var first: DateRange?
        for mention in times {
            guard let range = mention.expression.range, range.from == range.to, mention.expression.anchor == nil,
                mention.expression.precision == .day
            else { continue }
            let sentence = reading.analysis.sentence(ofWord: mention.words.lowerBound)
            if days[sentence] == nil { days[sentence] = range }
            if first == nil { first = range }
        }
        for index in sentences.indices.dropFirst()
        where days[index] == nil && sentences[index].paragraph == sentences[index - 1].paragraph {
            days[index] = days[index - 1]
        }
        if !dated { for index in days.indices where days[index] == nil { days[index] = first } }
        return days
    }
}
