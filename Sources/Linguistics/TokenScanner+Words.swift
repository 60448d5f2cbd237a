/// Words that begin with a letter or a digit: how far they reach, and what they are cut into.
extension TokenScanner {
    /// Cuts the word that starts at `start` and what clings to it; gives where to go on.
    mutating func scanWord(_ start: Int) -> Int {
        var at = start
        var previous = CharacterClass.space
        while at < chunkEnd {
            let (kind, length) = reader.character(at: at)
            if kind.isWord || kind == .mark || kind == .underscore {
                if kind != .mark { previous = kind }
                at += length
                continue
            }
            let next = reader.kind(at: at + length, end: chunkEnd)
            guard next.isWord, joins(kind, at, previous, next, from: start) else { break }
            previous = kind
            at += length
        }
        if reader.kind(at: at, end: chunkEnd) == .period, at + 1 >= chunkEnd || !nextIsPeriod(at),
            keepsPeriod(start, at)
        {
            at += 1
        }
        addWord(start, at, mayTakeApostrophe: true)
        return afterApostrophe(start, at)
    }

    private func nextIsPeriod(_ at: Int) -> Bool { reader.bytes[at + 1] == UInt8(ascii: ".") }

    /// Whether a mark between two letters or digits stays inside the word.
    private mutating func joins(
        _ kind: CharacterClass, _ at: Int, _ previous: CharacterClass, _ next: CharacterClass, from start: Int
    ) -> Bool {
        switch kind {
        case .apostrophe:
            return next.isLetter || previous == .digit && next == .digit
        case .comma, .colon:
            return previous == .digit && next == .digit
        case .period:
            if previous == .digit && next == .digit { return true }
            return isInitials(start, at) && isSingleLetter(at + 1) || endsInDomain(at + 1) && previous.isWord
        case .slash:
            return previous == .digit && next == .digit
                || at == start + 1 && isSingleLetter(at + 1)
                    && reader.bytes[start] | 0x20 != UInt8(ascii: "a")
        case .hyphen:
            if previous == .digit && next == .digit { return isCode(start) }
            return next.isLetter && kinds(start, at).contains(.hyphenPrefix)
        case .ampersand:
            return previous == .upper && next == .upper
        case .repeatable:
            return reader.bytes[at] == UInt8(ascii: "*") && previous.isLetter && next.isLetter
        default:
            return false
        }
    }

    /// Whether the word so far is single letters with periods: "U.S", "p.m".
    private func isInitials(_ start: Int, _ end: Int) -> Bool {
        var at = start
        var letters = 0
        while at < end {
            let (kind, length) = reader.character(at: at)
            if kind == .period {
                guard letters == 1 else { return false }
                letters = 0
            } else {
                guard kind.isLetter else { return false }
                letters += 1
            }
            at += length
        }
        return letters == 1 || isPhD(start, end)
    }

    private func isPhD(_ start: Int, _ end: Int) -> Bool {
        end - start == 2 && reader.bytes[start] == UInt8(ascii: "P") && reader.bytes[start + 1] == UInt8(ascii: "h")
    }

    private func isSingleLetter(_ at: Int) -> Bool {
        let (kind, length) = reader.character(at: at)
        return kind.isLetter && !reader.kind(at: at + length, end: chunkEnd).isWord
    }

    /// Whether the letters from `start` on end in a listed last part of a host or file name.
    private mutating func endsInDomain(_ start: Int) -> Bool {
        var at = start
        var last = start
        while at < chunkEnd {
            let (kind, length) = reader.character(at: at)
            if kind == .period {
                guard at + 1 < chunkEnd, reader.kind(at: at + 1, end: chunkEnd).isWord else { break }
                last = at + 1
            } else if !(kind.isWord || kind == .hyphen || kind == .underscore) {
                break
            }
            at += length
        }
        if isDottedName(start) { return true }
        guard kinds(last, at).contains(.domain) else { return false }
        // "the end.It was" lacks a blank; a host's last part is all small or all capitals.
        return !(reader.character(at: last).kind == .upper && reader.kind(at: last + 1, end: at) == .lower)
    }

    /// Whether the chunk is three or more runs of small letters with single periods between them, as in
    /// names of newsgroups and packages.
    private func isDottedName(_ inside: Int) -> Bool {
        var at = inside
        while at > 0, reader.bytes[at - 1] > 0x20 { at -= 1 }
        var periods = 0
        var letters = 0
        while at < chunkEnd {
            let byte = reader.bytes[at]
            if byte == UInt8(ascii: "."), letters > 1 {
                periods += 1
                letters = 0
            } else if byte &- 0x61 < 26 || byte == UInt8(ascii: "-") {
                letters += 1
            } else {
                break
            }
            at += 1
        }
        return letters > 0 ? periods > 1 : periods > 2
    }

    /// Whether digits and hyphens from `start` on form a telephone number, a date or another code, and
    /// not a range: three or more groups, or one of three digits before one of four.
    private func isCode(_ start: Int) -> Bool {
        var groups: [Int] = [0]
        var at = start
        while at < chunkEnd {
            let (kind, length) = reader.character(at: at)
            if kind == .digit {
                groups[groups.count - 1] += 1
            } else if kind == .hyphen {
                groups.append(0)
            } else if kind.isLetter || kind == .colon || kind == .slash {
                return groups.count > 3
            } else if kind != .period || reader.kind(at: at + 1, end: chunkEnd) == .digit {
                break
            }
            at += length
        }
        if groups.last == 0 { groups.removeLast() }
        return groups.count > 2 || groups == [3, 4]
    }

    /// Whether the period at `period` belongs to the word before it.
    private mutating func keepsPeriod(_ start: Int, _ period: Int) -> Bool {
        let first = reader.character(at: start)
        let isParagraphEnd = isLastWord(period + 1)
        if first.kind.isLetter, start + first.length == period {
            return first.kind == .upper && (!isParagraphEnd || reader.bytes[start] != UInt8(ascii: "I"))
        }
        let kinds = kinds(start, period + 1)
        if kinds.contains(.final) { return !isParagraphEnd && !nextIsUpper(period + 1) }
        if isInitials(start, period), period - start > 2 { return true }
        guard !kinds.isDisjoint(with: .abbreviations) else { return false }
        if kinds.contains(.number) {
            return reader.kind(at: nextWord(period + 1), end: end) == .digit
        }
        if !kinds.isDisjoint(with: [.title, .calendar, .place, .measure, .running]), isParagraphEnd { return false }
        if !kinds.isDisjoint(with: [.title, .calendar, .place]) { return first.kind == .upper }
        return true
    }

    private func nextWord(_ at: Int) -> Int {
        var at = at
        while at < end {
            let (kind, length) = reader.character(at: at)
            if kind != .space { return at }
            at += length
        }
        return end
    }

    /// Whether nothing but closing marks stands between `at` and the paragraph's end.
    private func isLastWord(_ at: Int) -> Bool {
        var at = at
        while at < end {
            let (kind, length) = reader.character(at: at)
            guard kind == .space || kind == .close || kind == .quote || kind == .apostrophe else { return false }
            at += length
        }
        return true
    }

    private func nextIsUpper(_ at: Int) -> Bool { reader.kind(at: nextWord(at), end: end) == .upper }
}
