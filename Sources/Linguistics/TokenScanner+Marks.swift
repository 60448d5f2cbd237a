/// Marks: everything that is neither letter nor digit, and the addresses that hold marks.
extension TokenScanner {
    /// Adds the mark at `start` and gives where to go on.
    mutating func scanMark(_ start: Int) -> Int {
        let (kind, length) = reader.character(at: start)
        var at = start + length
        switch kind {
        case .period:
            if reader.kind(at: at, end: chunkEnd) == .digit, starts.isEmpty || Int(ends[ends.count - 1]) != start {
                return decimal(start)
            }
            at = run(at, where: { $0 == .period })
        case .terminal:
            at = run(at, where: { $0 == .terminal })
        case .hyphen, .dash:
            at = run(at, where: { $0 == kind })
        case .underscore, .repeatable, .ellipsis:
            let byte = reader.bytes[start]
            if byte < 0x80 {
                while at < chunkEnd, reader.bytes[at] == byte { at += 1 }
            } else {
                at = run(at, where: { $0 == kind })
            }
        case .apostrophe:
            return apostrophe(start, at)
        case .currency:
            while at < chunkEnd, reader.bytes[at] == reader.bytes[start], length == 1 { at += 1 }
        default:
            break
        }
        at = run(at, where: { $0 == .mark })
        add(start, at)
        return at
    }

    private func run(_ start: Int, where holds: (CharacterClass) -> Bool) -> Int {
        var at = start
        while at < chunkEnd {
            let (kind, length) = reader.character(at: at)
            guard holds(kind) else { break }
            at += length
        }
        return at
    }

    /// ".5" is one word.
    private mutating func decimal(_ start: Int) -> Int {
        let at = run(start + 1, where: { $0 == .digit })
        add(start, at)
        return at
    }

    /// An apostrophe that no word has taken: a quotation mark, doubled or single, or the start of a
    /// clitic that stands alone ("it 's", "'90s").
    private mutating func apostrophe(_ start: Int, _ next: Int) -> Int {
        let isDoubled = reader.kind(at: next, end: chunkEnd) == .apostrophe
        if isDoubled {
            let end = next + reader.character(at: next).length
            add(start, end)
            return end
        }
        let beginsChunk = starts.isEmpty || Int(ends[ends.count - 1]) != start
        let letters = run(next, where: { $0.isWord })
        if beginsChunk, letters == chunkEnd || !reader.character(at: letters).kind.isWord, isClitic(next, letters) {
            add(start, letters)
            return letters
        }
        add(start, next)
        isQuoteOpen = letters > next && (beginsChunk || !isQuoteOpen)
        return next
    }

    /// Whether the letters after an apostrophe make a clitic or a year: "s", "ll", "em", "90s".
    private func isClitic(_ start: Int, _ end: Int) -> Bool {
        let length = end - start
        guard length > 0, length < 4 else { return false }
        let first = reader.bytes[start]
        if first &- 0x30 < 10 {
            return length >= 2 && reader.bytes[start + 1] &- 0x30 < 10
                && (length == 2 || reader.bytes[start + 2] == UInt8(ascii: "s"))
        }
        if length == 1 { return first == 0x73 || first == 0x6D || first == 0x64 }
        guard length == 2 else { return false }
        switch (first, reader.bytes[start + 1]) {
        case (0x6C, 0x6C), (0x72, 0x65), (0x76, 0x65), (0x65, 0x6D): return true
        default: return false
        }
    }

    /// The length of the address, host or path that starts at `start`, or 0.
    ///
    /// It runs to the chunk's end without the punctuation and closing marks that end a phrase.
    mutating func addressLength(_ start: Int) -> Int {
        var at = start
        var atSign = -1
        var isAddress = false
        while at < chunkEnd {
            let (kind, length) = reader.character(at: at)
            if kind == .at, at > start { atSign = at }
            if kind == .colon, at + 2 < chunkEnd, reader.bytes[at + 1] == 0x2F, reader.bytes[at + 2] == 0x2F, at > start
            {
                isAddress = true
            }
            if kind == .quote || kind == .space || reader.bytes[at] == 0x3C || reader.bytes[at] == 0x3E { break }
            at += length
        }
        var end = at
        if !isAddress {
            isAddress = hasPrefix("www.", start) || atSign > 0 && atSign + 1 < end && isPlainName(start, atSign)
        }
        guard isAddress else { return 0 }
        var depth = 0
        for i in start..<end {
            let byte = reader.bytes[i]
            if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") { depth += 1 }
            if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") { depth -= 1 }
        }
        while end > start {
            var last = end - 1
            while last > start, reader.bytes[last] & 0xC0 == 0x80 { last -= 1 }
            switch reader.character(at: last).kind {
            case .period, .comma, .semicolon, .colon, .terminal, .apostrophe, .ellipsis: break
            case .close:
                guard depth < 0 else { return end - start }
                depth += 1
            default: return end - start
            }
            end = last
        }
        return 0
    }

    private func hasPrefix(_ prefix: StaticString, _ start: Int) -> Bool {
        guard start + prefix.utf8CodeUnitCount < chunkEnd else { return false }
        for i in 0..<prefix.utf8CodeUnitCount where reader.bytes[start + i] | 0x20 != prefix.utf8Start[i] | 0x20 {
            return false
        }
        return true
    }

    private func isPlainName(_ start: Int, _ end: Int) -> Bool {
        for i in start..<end {
            let kind = reader.character(at: i).kind
            guard
                kind.isWord || kind == .period || kind == .hyphen || kind == .underscore
                    || reader.bytes[i] & 0xC0 == 0x80
            else { return false }
        }
        return true
    }
}
