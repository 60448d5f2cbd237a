import Text

/// What the sentence splitter looks at between two words: both neighbours' forms, shapes and what the
/// lists say of them, the space between, open quotations and brackets, and how far the last end lies.
package struct BoundaryFeatures {
    /// How many features a place has.
    package static let count = 34

    /// The feature that every place has.
    package static let constant = feature(200, 0)

    /// What stands in the paragraph up to a place.
    package struct State: Sendable {
        package var isQuoteOpen = false
        package var brackets = 0
        package var wordsSinceEnd = 0
        package init() {}
    }

    private let table: Analysis.Words
    private let words: Range<Int>
    private let reader: CharacterReader
    private let lists: TokenizerWords
    private var hashes: [UInt32] = []
    private var shapes: [UInt32] = []
    private var kinds: [UInt32] = []

    init(_ words: Range<Int>, in table: Analysis.Words, reader: CharacterReader, lists: TokenizerWords) {
        self.table = table
        self.words = words
        self.reader = reader
        self.lists = lists
        var lowered = [UInt8](repeating: 0, count: 32)
        for word in words {
            let start = Int(table.starts[word])
            let end = Int(table.ends[word])
            let length = min(end - start, 32)
            for i in 0..<length {
                let byte = reader.bytes[start + i]
                lowered[i] = byte &- 0x41 < 26 ? byte | 0x20 : byte
            }
            lowered.withUnsafeBufferPointer { buffer in
                let form = UnsafeBufferPointer(rebasing: buffer[..<length])
                hashes.append(WordAtoms.hash(form, from: 0, to: length))
                kinds.append(UInt32(lists.kinds(of: form).rawValue))
            }
            shapes.append(shape(start, end))
        }
    }

    /// First and last kinds of character, case pattern and a measure of length.
    private func shape(_ start: Int, _ end: Int) -> UInt32 {
        let first = reader.character(at: start)
        let last = reader.kind(before: end)
        let second = reader.kind(at: start + first.length, end: end)
        let length = UInt32(min(end - start, 6))
        return UInt32(first.kind.rawValue) | UInt32(second.rawValue) << 5 | UInt32(last.rawValue) << 10 | length << 15
    }

    /// Whether a sentence can end before a word at all: not inside of a token, and not between a word
    /// without punctuation and a small letter.
    package func isCandidate(_ word: Int) -> Bool {
        guard word > words.lowerBound else { return false }
        if table.starts[word] == table.ends[word - 1], isInsideToken(word) { return false }
        let first = reader.character(at: Int(table.starts[word])).kind
        if first != .lower { return true }
        let last = reader.kind(before: Int(table.ends[word - 1]))
        return !last.isWord && last != .comma && last != .hyphen
    }

    /// Whether a place lies between two words with capitals, with one blank and no punctuation: in a name,
    /// it may be, or in a headline.
    func isBetweenCapitals(_ word: Int) -> Bool {
        let before = reader.character(at: Int(table.starts[word - 1])).kind
        let after = reader.character(at: Int(table.starts[word])).kind
        return before == .upper && after == .upper && reader.kind(before: Int(table.ends[word - 1])).isWord
            && space(before: word) == 1
    }

    private func isInsideToken(_ word: Int) -> Bool {
        for back in 1...3 where word - back >= words.lowerBound {
            let length = Int(table.tokenLengths[word - back])
            if length > 0 { return length > back }
        }
        return false
    }

    /// Carries the state over a word.
    package func advance(_ state: inout State, over word: Int) {
        let kind = reader.character(at: Int(table.starts[word]))
        switch kind.kind {
        case .quote: state.isQuoteOpen.toggle()
        case .open: state.brackets += 1
        case .close: state.brackets = max(0, state.brackets - 1)
        default: break
        }
        state.wordsSinceEnd += 1
    }

    /// Puts the features of the place before a word into `features`, which has room for `count`.
    package func fill(_ features: inout [UInt32], before word: Int, _ state: State) {
        func index(_ offset: Int) -> Int? {
            let i = word + offset
            return words.contains(i) ? i - words.lowerBound : nil
        }
        func hash(_ offset: Int) -> UInt32 { index(offset).map { hashes[$0] } ?? 7 }
        func shape(_ offset: Int) -> UInt32 { index(offset).map { shapes[$0] } ?? 7 }
        func kind(_ offset: Int) -> UInt32 { index(offset).map { kinds[$0] } ?? 0 }
        let space = space(before: word)
        let distance = UInt32(
            min(state.wordsSinceEnd, 3) + (state.wordsSinceEnd > 6 ? 1 : 0) + (state.wordsSinceEnd > 15 ? 1 : 0)
                + (state.wordsSinceEnd > 30 ? 1 : 0))
        let left = words.upperBound - word
        let rest = UInt32(min(left, 4) + (left > 10 ? 1 : 0))
        let open: UInt32 = (state.isQuoteOpen ? 1 : 0) | (state.brackets > 0 ? 2 : 0)
        let p = shape(-1)
        let n = shape(0)
        let pp = shape(-2)
        let nn = shape(1)
        features.removeAll(keepingCapacity: true)
        var template: UInt32 = 200
        func put(_ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
            features.append(feature(template, a, b, c))
            template += 1
        }
        put(0)
        put(hash(-1))
        put(hash(0))
        put(hash(-1), hash(0))
        put(hash(-2), hash(-1))
        put(hash(0), hash(1))
        put(p)
        put(n)
        put(p, n)
        put(pp, p, n)
        put(p, n, nn)
        put(pp, p)
        put(n, nn)
        put(hash(-1), n)
        put(p, hash(0))
        put(hash(-2), p, n)
        put(hash(-1), n, space)
        put(kind(-1), n)
        put(kind(-2), p, n)
        put(kind(-1), hash(0))
        put(p, n, space)
        put(space, open)
        put(p, n, open)
        put(p, n, distance)
        put(p, n, rest)
        put(distance, rest)
        put(hash(-1), distance)
        put(hash(0), p, open)
        put(shape(-3), pp, p)
        put(nn, shape(2), n)
        put(hash(-3), hash(-2))
        put(hash(1), p)
        put(distance, hash(0), p)
        put(hash(-1), hash(1))
        precondition(features.count == Self.count, "as many features as said")
    }

    /// What stands between a word and the one before: nothing, a blank, several, a line break.
    private func space(before word: Int) -> UInt32 {
        let start = Int(table.ends[word - 1])
        let end = Int(table.starts[word])
        if start == end { return 0 }
        for i in start..<end where reader.bytes[i] == 0x0A { return 3 }
        return end - start > 1 ? 2 : 1
    }
}
