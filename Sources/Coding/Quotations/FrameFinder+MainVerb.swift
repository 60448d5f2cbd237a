internal import Linguistics

/// Sentences whose main verb the parser swallowed into what a noun reports: "The claim that the road was safe proved
/// wrong", read as a noun with all the rest below it.
extension FrameFinder {
    /// A frame with its content cut before the main verb of its sentence, where the noun that speaks heads the
    /// sentence and nothing outside of the content can be that verb.
    func beforeMainVerb(_ frame: ReportingFrame) -> ReportingFrame {
        guard let noun = speaking(frame), tree.head(of: noun) == nil, analysis.words.upos[noun] == .noun,
            let first = frame.content.first?.lowerBound, let last = frame.content.last?.upperBound, first > noun
        else { return frame }
        let sentence = analysis.sentences[analysis.sentence(ofWord: noun)].words
        guard last <= sentence.upperBound, !(sentence.lowerBound..<noun).contains(where: isFinite),
            !(last..<sentence.upperBound).contains(where: isFinite)
        else { return frame }
        let groups = (first..<last).filter(isFinite)
        guard groups.count > 1, let main = groups.last, main > first, opensNothing(main - 1) else { return frame }
        var cut = frame
        cut.content = frame.content.compactMap { range in
            range.lowerBound >= main ? nil : range.lowerBound..<min(range.upperBound, main)
        }
        return cut.content.isEmpty ? frame : cut
    }

    /// The noun that speaks: the cue itself, or what its relative clause hangs on ("a letter that said …").
    private func speaking(_ frame: ReportingFrame) -> Int? {
        guard let cue = frame.cue.first else { return nil }
        if analysis.words.upos[cue] == .noun { return cue }
        switch tree.relation(of: cue) {
        case .acl, .aclRelcl: return tree.head(of: cue)
        default: return nil
        }
    }

    /// Whether a finite verb begins at a word: its auxiliary, or its own form where no auxiliary stands before it.
    private func isFinite(_ word: Int) -> Bool {
        switch analysis.pennTag(word) {
        case .vbd, .vbz, .vbp, .md: return word == 0 || analysis.words.upos[word - 1] != .aux
        case .vbn:
            var before = word - 1
            while before >= 0, analysis.words.upos[before] == .adv { before -= 1 }
            // "had fired first convinced": an auxiliary right before makes a participle, one further off does not.
            return before >= 0 && analysis.words.upos[before] != .aux
                && (analysis.words.upos[before] == .verb || analysis.words.upos[before] == .adj)
        default: return false
        }
    }

    /// Whether a word before a verb neither is its subject nor opens its clause.
    private func opensNothing(_ word: Int) -> Bool {
        switch analysis.words.upos[word] {
        case .pron, .cconj, .sconj, .punct: false
        default: true
        }
    }
}
