/// Finds where the dateline ends that a report begins with: "LIMA, March 4 (Andes Wire) -", "NEW DELHI --".
///
/// It is a sentence of its own, as in the treebanks; joined to the first clause, its place would be taken for a
/// subject.
struct DatelineFinder {
    let table: Analysis.Words
    let reader: CharacterReader

    /// More words are no dateline.
    private static let longest = 14
    /// A place without day and agency has so many words at most.
    private static let longestPlace = 3

    /// The word after the dateline's dash, or nil where the paragraph does not begin with one. O(1).
    func end(of words: Range<Int>) -> Int? {
        var capitals = 0
        var numbers = 0
        var isBracketed = false
        var isOpen = false
        for word in words.prefix(Self.longest) {
            let first = reader.character(at: start(word)).kind
            switch first {
            case .upper:
                if isOpen { continue }
                if isShouted(word) { capitals += 1 } else if capitals >= 0, numbers == 0 { capitals = -1 }
                isBracketed = false
            case .digit:
                // A day stands behind a month; a year alone dates no report.
                guard word > words.lowerBound, isOpen || endsWord(word - 1) || isComma(word - 1) else { return nil }
                if !isOpen, Int(table.ends[word]) - start(word) <= 2 { numbers += 1 }
            case .comma, .slash, .period: continue
            case .open:
                guard !isOpen else { return nil }
                isOpen = true
            case .close:
                guard isOpen, word > words.lowerBound + 1 else { return nil }
                isOpen = false
                isBracketed = true
            case .lower:
                guard isParticle(word), word > words.lowerBound else { return nil }
            case .hyphen, .dash:
                guard word > words.lowerBound, word + 1 < words.upperBound, !isOpen else { return nil }
                // "Al-Khor": a hyphen in a name.
                if start(word) == Int(table.ends[word - 1]) { continue }
                guard start(word + 1) > Int(table.ends[word]) else { return nil }
                let isPlace = capitals == word - words.lowerBound && capitals <= Self.longestPlace
                guard isBracketed || numbers > 0 || isPlace else { return nil }
                let next = reader.character(at: start(word + 1)).kind
                return next == .upper && !(isPlace && isShouted(word + 1)) || next == .quote ? word + 1 : nil
            default: return nil
            }
        }
        return nil
    }

    private func start(_ word: Int) -> Int { Int(table.starts[word]) }

    /// Whether a word ends in a letter, a digit or an abbreviation's period.
    private func endsWord(_ word: Int) -> Bool {
        let last = reader.kind(before: Int(table.ends[word]))
        return last.isWord || last == .period
    }

    private func isComma(_ word: Int) -> Bool { reader.character(at: start(word)).kind == .comma }

    /// Two capitals or more and no small letter.
    private func isShouted(_ word: Int) -> Bool {
        let bytes = reader.bytes[start(word)..<Int(table.ends[word])]
        return bytes.count > 1 && !bytes.contains { $0 >= 0x61 && $0 <= 0x7A }
    }

    /// The small words that names of places have: "Rio de Janeiro", "Gulf of Aden"; shorter than four letters.
    private func isParticle(_ word: Int) -> Bool { Int(table.ends[word]) - start(word) < 4 }
}
