/// What a word is cut into: contractions, possessives, and numbers with their units.
extension TokenScanner {
    /// Adds a word, cut into the parts that the treebanks give it.
    mutating func addWord(_ start: Int, _ end: Int, mayTakeApostrophe: Bool = false) {
        if end - start < 10, let lengths = listedCuts(start, end) {
            var cuts: [Int] = []
            var at = start
            for length in lengths {
                cuts.append(at)
                at += Int(length)
            }
            addToken(cuts, end)
        } else if reader.character(at: start).kind == .digit, let unit = unitStart(start, end) {
            add(start, unit)
            add(unit, end)
        } else if let clitic = cliticStart(start, end) {
            addToken([start, clitic], end)
        } else {
            add(start, end)
        }
    }

    /// Where "n't", "'s", "'re", "'ve", "'ll", "'d" or "'m" starts in a word, with any apostrophe.
    private func cliticStart(_ start: Int, _ end: Int) -> Int? {
        // The clitic is at most two letters after the last apostrophe.
        var at = end
        var letters = 0
        while at > start, letters < 3 {
            var character = at - 1
            while character > start, reader.bytes[character] & 0xC0 == 0x80 { character -= 1 }
            let kind = reader.character(at: character).kind
            if kind == .apostrophe {
                return clitic(start, character, after: at, end)
            }
            guard kind.isLetter else { return nil }
            letters += 1
            at = character
        }
        return nil
    }

    private func clitic(_ start: Int, _ apostrophe: Int, after letters: Int, _ end: Int) -> Int? {
        guard apostrophe > start else { return nil }
        let first = reader.bytes[letters] | 0x20
        if end - letters == 1 {
            switch first {
            case UInt8(ascii: "s"), UInt8(ascii: "d"), UInt8(ascii: "m"): return apostrophe
            case UInt8(ascii: "t"):
                let n = apostrophe - 1
                guard n > start, reader.bytes[n] | 0x20 == UInt8(ascii: "n") else { return nil }
                return n
            default: return nil
            }
        }
        guard end - letters == 2 else { return nil }
        switch (first, reader.bytes[letters + 1] | 0x20) {
        case (UInt8(ascii: "r"), UInt8(ascii: "e")), (UInt8(ascii: "v"), UInt8(ascii: "e")),
            (UInt8(ascii: "l"), UInt8(ascii: "l")):
            return apostrophe
        default:
            return nil
        }
    }

    /// Where a listed unit starts after digits, such as the "m" of "170m".
    private mutating func unitStart(_ start: Int, _ end: Int) -> Int? {
        var at = start
        while at < end, !reader.character(at: at).kind.isLetter { at += reader.character(at: at).length }
        guard at > start, at < end, reader.bytes[at - 1] & 0xC0 != 0x80,
            reader.character(at: at - 1).kind == .digit
        else { return nil }
        return kinds(at, end).contains(.unit) ? at : nil
    }

    /// Takes the apostrophe of a plural possessive ("states'") into the token that was just added;
    /// gives where to go on.
    mutating func afterApostrophe(_ start: Int, _ end: Int) -> Int {
        guard end < chunkEnd, end > start + 1 else { return end }
        let (kind, length) = reader.character(at: end)
        guard kind == .apostrophe, reader.bytes[end - 1] | 0x20 == UInt8(ascii: "s"), !isQuoteOpen,
            reader.bytes[end] != UInt8(ascii: "`"), tokenLengths[tokenLengths.count - 1] == 0,
            Int(starts[starts.count - 1]) == start
        else { return end }
        let after = reader.kind(at: end + length, end: chunkEnd)
        guard after != .apostrophe, !after.isWord else { return end }
        tokenLengths[tokenLengths.count - 1] = 2
        add(end, end + length)
        return end + length
    }
}
