import Records
import Text

extension FigureReader {
    /// Gives each number of a sentence about a vote the choice that it counts.
    ///
    /// The words after a number are asked first ("34 votes for", "five abstaining"), up to the next
    /// comma or number, then those before it ("backed by 141").
    func addChoices(_ drafts: inout [FigureDraft], _ atoms: Atoms, _ sentence: Range<Int>) {
        for k in drafts.indices where drafts[k].choice == nil && drafts[k].unit == nil && !isShare(drafts[k]) {
            let after = choice(atoms, from: drafts[k].number.upperBound, until: sentence.upperBound)
            let before = choiceBefore(atoms, drafts[k].atoms.lowerBound, sentence)
            guard let (choice, range) = after ?? before else { continue }
            // "Twelve of the fifteen members voted for it": the fifteen are those who could.
            let chosen = isWhole(k, of: drafts, atoms) ? k - 1 : k
            guard drafts[chosen].choice == nil else { continue }
            drafts[chosen].choice = choice.rawValue
            drafts[chosen].kind = .votes
            guard chosen == k else { continue }
            drafts[k].atoms =
                min(range.lowerBound, drafts[k].atoms.lowerBound)..<max(range.upperBound, drafts[k].atoms.upperBound)
        }
    }

    /// Whether a number is the whole of which the one before it tells a part: "twelve of the fifteen".
    private func isWhole(_ k: Int, of drafts: [FigureDraft], _ atoms: Atoms) -> Bool {
        guard k > 0, drafts[k - 1].unit == nil, !isShare(drafts[k - 1]) else { return false }
        let between =
            drafts[k - 1].number.upperBound..<max(drafts[k].number.lowerBound, drafts[k - 1].number.upperBound)
        return (1...2).contains(between.count) && atoms.codes[between.lowerBound] == words.of
            && (between.count == 1 || words.definite.contains(atoms.codes[between.lowerBound + 1]))
    }

    private func isShare(_ draft: FigureDraft) -> Bool { draft.kind == .share }

    private func choice(_ atoms: Atoms, from start: Int, until end: Int) -> (FigureLexicon.Choice, Range<Int>)? {
        var j = start
        while j < min(end, start + 5) {
            if atoms.kinds[j] != .word { return nil }
            if let found = lexicon.choices.match(atoms, at: j) {
                // "two bitter weeks for the cabinet": a bare preposition counts votes only right behind their number
                // or their noun.
                let isBare = found.length == 1 && words.bare.contains(atoms.codes[j])
                if isBare, j > start, !words.votes.contains(atoms.codes[j - 1]) { return nil }
                return (found.value, j..<j + found.length)
            }
            if atoms.codes[j] == words.and { return nil }
            j += 1
        }
        return nil
    }

    private func choiceBefore(
        _ atoms: Atoms, _ start: Int, _ sentence: Range<Int>
    ) -> (FigureLexicon.Choice, Range<Int>)? {
        var j = start
        // One word such as "by" may stand between the choice and its number.
        for _ in 0..<2 {
            guard j > sentence.lowerBound else { return nil }
            if let found = lexicon.choices.match(atoms, endingBefore: j), j - found.length >= sentence.lowerBound {
                return (found.value, j - found.length..<j)
            }
            j -= 1
            if atoms.kinds[j] != .word { return nil }
        }
        return nil
    }

    /// Whether an atom is a word for none at all.
    func isNobody(_ atoms: Atoms, _ i: Int) -> Bool {
        atoms.kinds[i] == .word && words.nobody.contains(atoms.codes[i])
    }

    /// The choices that nobody made: "no member voted against", "with none opposed", "no abstentions".
    func nobody(_ atoms: Atoms, _ sentence: Range<Int>) -> [FigureDraft] {
        var drafts: [FigureDraft] = []
        for i in sentence where isNobody(atoms, i) {
            guard let (choice, range) = choice(atoms, from: i + 1, until: sentence.upperBound),
                range.lowerBound - i <= 3, choice != .absent
            else { continue }
            var draft = FigureDraft(
                NumberReading(atoms: i..<i + 1, value: 0, low: 0, high: 0, digits: false, fraction: false))
            draft.kind = .votes
            draft.choice = choice.rawValue
            draft.atoms = i..<range.upperBound
            drafts.append(draft)
        }
        return drafts
    }

    /// The second number of a tally that no number word gives: "by 15 votes to none".
    func zero(_ atoms: Atoms, at i: Int) -> NumberReading? {
        guard i < atoms.count, isNobody(atoms, i) else { return nil }
        return NumberReading(atoms: i..<i + 1, value: 0, low: 0, high: 0, digits: false, fraction: false)
    }

    /// "by a margin of four", "a majority of three": votes, where the sentence tells of a vote.
    func addMargins(_ drafts: inout [FigureDraft], _ atoms: Atoms, _ sentence: Range<Int>) {
        for k in drafts.indices where drafts[k].kind == .count && drafts[k].unit == nil && drafts[k].choice == nil {
            let of = drafts[k].atoms.lowerBound - 1
            guard of > sentence.lowerBound, isOf(atoms, of), atoms.kinds[of - 1] == .word,
                words.margins.contains(atoms.codes[of - 1])
            else { continue }
            drafts[k].kind = .votes
        }
    }
}
