internal import Linguistics
internal import Text

/// What the words between two marks are: speech, a title, a name or a term.
extension QuotationAssembly {
    /// Whether the quoted words read as speech: a sentence, or several words that stop as one does.
    func isSpoken(_ run: QuotedRun) -> Bool {
        let count = run.words.count { !finder.words.isPunctuation($0) }
        guard count >= 3, let first = run.words.first(where: { !finder.words.isPunctuation($0) }) else { return false }
        let opens = finder.words.isCapitalised(first) || analysis.text.utf8[Int(run.inner.start)] == 0x5B
        guard opens, direct.endsPunctuated(run) || run.continues != nil || !run.closed else { return false }
        return !isTitle(run)
    }

    func isCapitalised(_ run: QuotedRun) -> Bool {
        guard let first = run.words.first(where: { !finder.words.isPunctuation($0) }) else { return false }
        return finder.words.isCapitalised(first) || analysis.text.utf8[Int(run.inner.start)] == 0x5B
    }

    /// Whether every word but the small ones has a capital: a title, not speech.
    func isTitle(_ run: QuotedRun) -> Bool {
        guard run.words.count <= 12 else { return false }
        for word in run.words where !finder.words.isPunctuation(word) {
            switch analysis.words.upos[word] {
            case .noun, .propn, .verb, .adj, .adv, .pron:
                if !finder.words.isCapitalised(word) { return false }
            default: break
            }
        }
        return true
    }

    /// Whether the run is led in by a colon or comma.
    func isLed(_ run: QuotedRun) -> Bool {
        var i = Int(run.outer.start) - 1
        let bytes = analysis.text.utf8
        while i >= 0, bytes[i] <= 0x20 || bytes[i] == 0xA0 || bytes[i] == 0xC2 { i -= 1 }
        return i >= 0 && (bytes[i] == 0x3A || bytes[i] == 0x2C)
    }

    /// Whether quoted words inside a reported clause are a name or a term rather than the source's
    /// words: titles, and a single word that modifies the noun after it.
    func isName(_ run: QuotedRun, frame: Int) -> Bool {
        if frames[frame].form == .naming,
            frames[frame].content.contains(where: { $0.upperBound <= run.words.upperBound + 1 })
        {
            return false
        }
        let count = run.words.count { !finder.words.isPunctuation($0) }
        if isTitle(run) { return true }
        guard count == 1, let word = run.words.first(where: { !finder.words.isPunctuation($0) }) else { return false }
        let relation = finder.tree.relation(of: word)
        return relation == .amod || relation == .compound || relation == .nmod
    }
}
