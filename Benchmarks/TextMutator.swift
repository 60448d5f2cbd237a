import Text

/// Makes texts that no editor would print out of texts that one did.
struct TextMutator {
    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    /// A text with some of its words, marks and breaks put out of order.
    mutating func mutate(_ text: String, with other: String) -> String {
        var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        for _ in 0...random.below(6) { change(&words, other) }
        let mutated = words.joined(separator: random.below(20) == 0 ? "" : " ")
        // Repeated repetitions grow without end; a text that intake would refuse for its size tells nothing.
        return String(mutated.prefix(Self.longest))
    }

    /// Characters of the longest text that is made.
    private static let longest = 200_000

    private mutating func change(_ words: inout [String], _ other: String) {
        guard !words.isEmpty else {
            words = [other]
            return
        }
        let place = random.below(words.count)
        let end = min(words.count, place + 1 + random.below(30))
        switch random.below(16) {
        case 0: words.removeSubrange(place..<end)
        case 1: words.insert(contentsOf: words[place..<end], at: random.below(words.count))
        case 2: words.swapAt(place, random.below(words.count))
        case 3: words[place..<end].shuffle(using: &random)
        case 4: words.insert(contentsOf: repeatElement(words[place], count: random.below(400)), at: place)
        case 5: words[place] = Self.marks[random.below(Self.marks.count)]
        case 6: words[place] += Self.marks[random.below(Self.marks.count)]
        case 7: words[place] = Self.marks[random.below(Self.marks.count)] + words[place]
        case 8: for index in place..<end { words[index] = words[index].uppercased() }
        case 9: for index in place..<end { words[index] = words[index].replacing(".", with: "") }
        case 10: words[place] = String(repeating: words[place], count: 1 + random.below(2000))
        case 11: words.insert(contentsOf: other.split(separator: " ").prefix(60).map(String.init), at: place)
        case 12: for index in words.indices { words[index] = words[index].replacing("\n", with: "") }
        case 13: words.insert("\n\n", at: place)
        case 14:
            let said = Self.frames[random.below(Self.frames.count)]
            words.insert(contentsOf: repeatElement(said, count: 1 + random.below(40)), at: place)
        default: words[place] = String(words[place].unicodeScalars.reversed().map(Character.init))
        }
    }

    /// What has two readings, none, or no end.
    private static let marks = [
        "\"", "“", "”", "'", "’", "(", ")", "[", "—", "–", "…", ";", ":", ",", ".", "!", "?", "\u{0}", "\u{FEFF}",
        "\u{202E}", "\u{200B}", "\u{0301}\u{0301}\u{0301}", "🇰🇿", "👩‍👩‍👧", "ﬁ", "İ", "ß", "٣", "中", "1,000,000,000,000",
        "1e999",
        "$", "%", "31 February", "0000-00-00", "99/99/9999", "<b>", "&amp;", "\t", "\r", "\u{2028}", "U.S.", "No.",
    ]
    private static let frames = [
        "he said", "said that", "according to", ", who said", "agreed to refuse to",
        "the president of the president of",
        "and", "which", "not", "will", "\" he said, \"", "of the", "last week", "France and", "between",
    ]
}
