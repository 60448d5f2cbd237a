import Text

/// What the entity recognizer looks at in the words of a text.
///
/// Only candidates are looked at: words with a capital letter or tagged as proper names, and what stands
/// between two of them; all others are outside of names by definition. Features are 32-bit hashes of a
/// template's number and what was seen.
package struct EntityFeatures: Sendable {
    /// A run of candidates as it is labelled: consecutive words of one sentence.
    package struct Run: Sendable {
        package var words: Range<Int>
        /// Where its words' features start in `features`.
        package var firstFeature: Int
    }

    /// How many features each word has.
    package static let count = 57
    package private(set) var runs: [Run] = []
    /// `count` features for each word of each run, in order.
    package private(set) var features: [UInt32] = []

    private let words: [NameLexicon.Kinds]
    private let names: [NameLexicon.Kinds]
    private var shapes: [UInt32] = []
    private var isCapital: [Bool] = []

    /// Looks at a whole text, tagged and parsed. O(n).
    package init(_ analysis: borrowing Analysis, atoms: WordAtoms, lexicon: NameLexicon) {
        (words, names) = lexicon.kinds(in: analysis)
        readShapes(analysis)
        for sentence in analysis.sentences {
            var first = sentence.words.lowerBound
            let end = sentence.words.upperBound
            while first < end {
                guard isCandidate(first, analysis) else {
                    first += 1
                    continue
                }
                var last = first + 1
                while last < end,
                    isCandidate(last, analysis)
                        || last + 1 < end && links(last, analysis) && isCandidate(last + 1, analysis)
                {
                    last += 1
                }
                runs.append(Run(words: first..<last, firstFeature: features.count))
                for word in first..<last { append(word, in: sentence.words, run: first..<last, analysis, atoms) }
                first = last
            }
        }
    }

    private mutating func readShapes(_ analysis: borrowing Analysis) {
        shapes.reserveCapacity(analysis.words.count)
        isCapital.reserveCapacity(analysis.words.count)
        analysis.text.utf8.withUnsafeBufferPointer { text in
            for word in 0..<analysis.words.count {
                var hash: UInt32 = 0x811C_9DC5
                var last: UInt8 = 0
                var repeats = 0
                var capital = false
                for i in Int(analysis.words.starts[word])..<Int(analysis.words.ends[word]) {
                    let byte = text[i]
                    let kind: UInt8
                    switch byte {
                    case 0x41...0x5A:
                        kind = 0x58
                        capital = true
                    case 0x61...0x7A: kind = 0x78
                    case 0x30...0x39: kind = 0x64
                    case 0xC3:
                        kind = 0x78
                        capital = capital || i + 1 < text.count && text[i + 1] < 0x9F
                    case 0x80...: kind = 0x78
                    default: kind = byte
                    }
                    repeats = kind == last ? repeats + 1 : 0
                    last = kind
                    if repeats < 2 { hash = (hash ^ UInt32(kind)) &* 0x0100_0193 }
                }
                shapes.append(hash)
                isCapital.append(capital)
            }
        }
    }

    private func isCandidate(_ word: Int, _ analysis: borrowing Analysis) -> Bool {
        if isCapital[word] { return true }
        let tag = PennTag(rawValue: analysis.words.xpos[word]) ?? .none
        if tag == .nnp || tag == .nnps { return true }
        guard tag == .nn || tag == .nns || tag == .jj || tag == .fw || tag == .gw else { return false }
        return !words[word].isDisjoint(with: Self.knownNames) || names[word].contains(.begins)
    }

    /// Words in these lists are candidates without a capital too, where they are tagged as nouns.
    private static let knownNames: NameLexicon.Kinds = [.maleName, .femaleName, .state, .city, .region, .organisation]

    /// Whether a word may stand inside a name between two of its parts.
    private func links(_ word: Int, _ analysis: borrowing Analysis) -> Bool {
        let tag = PennTag(rawValue: analysis.words.xpos[word]) ?? .none
        let length = analysis.words.ends[word] - analysis.words.starts[word]
        return (tag == .in || tag == .cc || tag == .dt || tag == .hyph || tag == .pos || tag == .fw || tag == .nn)
            && length <= 3
    }

    private mutating func append(
        _ word: Int, in sentence: Range<Int>, run: Range<Int>, _ analysis: borrowing Analysis, _ atoms: WordAtoms
    ) {
        let table = analysis.words
        var template: UInt32 = 100
        func at(_ array: [UInt32], _ offset: Int) -> UInt32 {
            let i = word + offset
            return i < sentence.lowerBound ? 1 : i >= sentence.upperBound ? 2 : array[i]
        }
        func tag(_ offset: Int) -> UInt32 {
            let i = word + offset
            return i < sentence.lowerBound ? 255 : i >= sentence.upperBound ? 254 : UInt32(table.xpos[i])
        }
        func kind(_ offset: Int) -> UInt32 {
            let i = word + offset
            return i < sentence.lowerBound || i >= sentence.upperBound ? 0 : UInt32(words[i].rawValue)
        }
        func put(_ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
            features.append(feature(template, a, b, c))
            template += 1
        }
        let w = atoms.lowered[word]
        let before = at(atoms.lowered, -1)
        let after = at(atoms.lowered, 1)
        let s = shapes[word]
        let sBefore = at(shapes, -1)
        let sAfter = at(shapes, 1)
        put(0)
        put(w)
        put(atoms.forms[word])
        put(before)
        put(after)
        put(at(atoms.lowered, -2))
        put(at(atoms.lowered, 2))
        put(before, w)
        put(w, after)
        put(before, after)
        put(at(atoms.lowered, -2), before)
        put(after, at(atoms.lowered, 2))
        put(s)
        put(sBefore, s)
        put(s, sAfter)
        put(sBefore, s, sAfter)
        put(before, s)
        put(s, after)
        for k in 0..<4 { put(atoms.suffixes[word * 4 + k], s) }
        for k in 0..<3 { put(atoms.prefixes[word * 4 + k]) }
        put(tag(0))
        put(tag(-1), tag(0))
        put(tag(0), tag(1))
        put(tag(-1), tag(0), tag(1))
        put(kind(0))
        put(kind(-1), kind(0))
        put(kind(0), kind(1))
        put(kind(-1), kind(0), kind(1))
        put(UInt32(names[word].rawValue), s)
        put(kind(-2), kind(-1), s)
        put(kind(1), kind(2), s)
        // How the word hangs in the tree.
        let head = Int(table.heads[word])
        let relation = UInt32(table.relations[word].rawValue)
        let headWord = head < 0 ? 3 : atoms.lowered[head]
        put(relation, headWord)
        put(relation, head < 0 ? 0 : UInt32(table.xpos[head]), s)
        // The run of capitals that the word stands in, and what stands around it.
        var first = word
        while first > run.lowerBound, isCapital[first - 1] { first -= 1 }
        var last = word
        while last + 1 < run.upperBound, isCapital[last + 1] { last += 1 }
        let length = UInt32(min(last - first, 5))
        let place = UInt32(min(word - first, 3))
        put(length, place, s)
        put(atoms.lowered[first], place == 0 ? 0 : 1)
        put(atoms.lowered[last], last == word ? 0 : 1)
        put(UInt32(words[first].rawValue), place == 0 ? 0 : 1, length)
        put(UInt32(words[last].rawValue), last == word ? 0 : 1, length)
        let previous = first > sentence.lowerBound ? atoms.lowered[first - 1] : 1
        let next = last + 1 < sentence.upperBound ? atoms.lowered[last + 1] : 2
        put(previous, length)
        put(next, length)
        put(previous, next)
        put(next, atoms.lowered[last])
        // What the dictionary says: a word that can be a verb or nothing known heads a sentence more than a name.
        put(UInt32(atoms.kinds[word]), s)
        put(UInt32(atoms.kinds[first]), place == 0 ? 0 : 1, length)
        put(UInt32(atoms.kinds[last]), last == word ? 0 : 1, length)
        // The word that heads the run, from outside: what it does in the clause.
        var top = word
        while table.heads[top] >= 0, Int(table.heads[top]) >= first, Int(table.heads[top]) <= last {
            top = Int(table.heads[top])
        }
        let topHead = Int(table.heads[top])
        put(UInt32(table.relations[top].rawValue), topHead < 0 ? 3 : atoms.lowered[topHead], top == word ? 1 : 0)
        put(UInt32(words[top].rawValue), UInt32(table.relations[top].rawValue), top == word ? 1 : 0)
        put(atoms.lowered[top], top == word ? 1 : 0)
        // Capitals say little at a sentence's start and in headlines.
        let capitals = sentence.prefix(40).count { isCapital[$0] }
        put(word == sentence.lowerBound ? 1 : 0, s, capitals * 2 > min(40, sentence.count) ? 1 : 0)
        put(word == sentence.lowerBound ? 1 : 0, w)
        put(word == sentence.lowerBound ? 1 : 0, tag(0), kind(0))
        put(sentence.count == 1 ? 1 : 0, word - sentence.lowerBound < 2 ? 1 : 0, tag(1))
        precondition(features.count % Self.count == 0, "as many features as said")
    }
}
