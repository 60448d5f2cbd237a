/// One pass over a paragraph: finds the chunks between white space and hands each to the rule that
/// fits it.
struct TokenScanner {
    let reader: CharacterReader
    let lists: TokenizerWords
    /// The paragraph's end.
    let end: Int
    var starts: [UInt32] = []
    var ends: [UInt32] = []
    var tokenLengths: [UInt8] = []
    /// Whether a single quotation mark stands open.
    var isQuoteOpen = false
    /// The chunk's end: the next white space.
    var chunkEnd = 0
    /// Room for a lowered word; longer words are in no list.
    private var lowered = [UInt8](repeating: 0, count: 24)

    init(reader: CharacterReader, lists: TokenizerWords, end: Int) {
        self.reader = reader
        self.lists = lists
        self.end = end
    }

    /// Cuts the paragraph from `start` to `end`.
    mutating func scan(from start: Int) {
        var at = start
        while at < end {
            let (kind, length) = reader.character(at: at)
            if kind == .space {
                at += length
                continue
            }
            var plain = true
            var special = false
            var next = at
            while next < end {
                let (kind, length) = reader.character(at: next)
                if kind == .space { break }
                plain = plain && kind.isLetter
                special = special || kind == .at || kind == .slash || kind == .period || kind == .colon
                next += length
            }
            chunkEnd = next
            if plain {
                addWord(at, next)
            } else if !isFace(at) {
                scanChunk(from: at, special: special)
            }
            at = next
        }
    }

    private mutating func scanChunk(from start: Int, special: Bool) {
        var at = start
        if special {
            // Marks may stand around an address: "<anna@example.org>," or "(www.example.org)".
            while at < chunkEnd, !reader.character(at: at).kind.isWord {
                let kind = reader.character(at: at).kind
                guard kind == .open || kind == .quote || kind == .apostrophe || kind == .repeatable else { break }
                at = scanMark(at)
            }
            let length = addressLength(at)
            if length > 0 {
                add(at, at + length)
                at += length
            }
        }
        while at < chunkEnd {
            let (kind, _) = reader.character(at: at)
            if kind.isWord || kind == .mark && at == start {
                at = scanWord(at)
            } else {
                at = scanMark(at)
            }
        }
    }

    /// Adds one word with the marks (combining, joining) that follow it.
    mutating func add(_ start: Int, _ end: Int) {
        guard start < end else { return }
        starts.append(UInt32(truncatingIfNeeded: start))
        ends.append(UInt32(truncatingIfNeeded: end))
        tokenLengths.append(0)
    }

    /// Adds a token of several words that ends at `end`; `cuts` are the words' starts.
    mutating func addToken(_ cuts: [Int], _ end: Int) {
        let first = starts.count
        for (i, cut) in cuts.enumerated() { add(cut, i + 1 < cuts.count ? cuts[i + 1] : end) }
        if starts.count - first > 1 { tokenLengths[first] = UInt8(truncatingIfNeeded: starts.count - first) }
    }

    /// What the lists say of these bytes, ASCII letters lowered.
    mutating func kinds(_ start: Int, _ end: Int) -> TokenizerWords.Kinds {
        guard end > start, end - start <= lowered.count else { return [] }
        lower(start, end)
        return lowered.withUnsafeBufferPointer { lists.kinds(of: UnsafeBufferPointer(rebasing: $0[..<(end - start)])) }
    }

    /// The lengths of a listed contraction's words.
    mutating func listedCuts(_ start: Int, _ end: Int) -> [UInt8]? {
        guard end > start, end - start <= lowered.count else { return nil }
        lower(start, end)
        return lowered.withUnsafeBufferPointer {
            lists.cuts(of: UnsafeBufferPointer(rebasing: $0[..<(end - start)])) { isFollowed(end, by: $0) }
        }
    }

    /// Whether after a word and a blank one of some words comes.
    private func isFollowed(_ wordEnd: Int, by words: Set<UInt32>) -> Bool {
        var at = wordEnd
        while at < end, reader.bytes[at] == 0x20 { at += 1 }
        guard at > wordEnd else { return false }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16) { next in
            var length = 0
            while at + length < end, length < 16, (reader.bytes[at + length] | 0x20) &- 0x61 < 26 {
                next[length] = reader.bytes[at + length] | 0x20
                length += 1
            }
            return lists.isOne(UnsafeBufferPointer(rebasing: next[..<length]), of: words)
        }
    }

    private mutating func lower(_ start: Int, _ end: Int) {
        for i in start..<end {
            let byte = reader.bytes[i]
            lowered[i - start] = byte &- 0x41 < 26 ? byte | 0x20 : byte
        }
    }

    /// Adds a chunk that begins with a listed face, such as ":)", with periods behind it at most.
    private mutating func isFace(_ start: Int) -> Bool {
        let first = reader.character(at: start).kind
        guard first != .upper, first != .lower || chunkEnd - start < 4, chunkEnd - start < 8 else { return false }
        var stop = chunkEnd
        while stop > start, reader.bytes[stop - 1] == UInt8(ascii: ".") { stop -= 1 }
        guard stop - start > 1, stop - start <= 4 else { return false }
        var bytes: [UInt8] = []
        for i in start..<stop { bytes.append(reader.bytes[i]) }
        guard bytes.withUnsafeBufferPointer({ lists.kinds(of: $0).contains(.face) }) else { return false }
        add(start, stop)
        add(stop, chunkEnd)
        return true
    }
}
