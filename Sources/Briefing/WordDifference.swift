/// Which words of two texts differ, by the longest common subsequence of their words.
///
/// Words are runs without white space; two are the same when they agree but for case, marks around
/// them and the typography of quotes, apostrophes and dashes. O(n · m) after equal ends are cut off,
/// and texts are compared by at most `limit` words each.
public struct WordDifference: Sendable {
    /// One word of a text and whether the other text lacks it in that place.
    public struct Word: Hashable, Sendable {
        public var text: String
        public var differs: Bool
    }

    public var first: [Word]
    public var second: [Word]

    /// The share of the shorter text's words that the other one has in the same order; 0 without words.
    public let agreement: Double

    /// The share of all words of both texts that they have in common, in the same order (Dice).
    public var likeness: Double {
        let all = first.count + second.count
        return all == 0 ? 0 : Double(first.count { !$0.differs } + second.count { !$0.differs }) / Double(all)
    }

    private static func agreement(_ first: [Word], _ second: [Word]) -> Double {
        let shorter = min(first.count, second.count)
        return shorter == 0 ? 0 : Double(first.count { !$0.differs }) / Double(shorter)
    }

    /// Words beyond this many are taken to be the same; no sentence has so many.
    private static let limit = 600

    /// Compares two texts.
    ///
    /// - Parameter endsMayBeCut: whether words at an end that one text only leaves out are no
    ///   difference, as between printings of one quotation.
    public init(_ first: String, _ second: String, endsMayBeCut: Bool = false) {
        let a = Self.split(first)
        let b = Self.split(second)
        let (keepA, keepB) = Self.common(a.map(Self.key), b.map(Self.key))
        self.first = zip(a, keepA).map { Word(text: $0, differs: !$1) }
        self.second = zip(b, keepB).map { Word(text: $0, differs: !$1) }
        agreement = Self.agreement(self.first, self.second)
        if endsMayBeCut { forgiveShortening() }
    }

    /// Takes the marks off words at an end that the other text leaves out: a text that was shortened
    /// there says nothing else.
    private mutating func forgiveShortening() {
        guard agreement > 0 else { return }
        for isStart in [true, false] {
            let a = isStart ? first.prefix(while: \.differs).count : first.reversed().prefix(while: \.differs).count
            let b = isStart ? second.prefix(while: \.differs).count : second.reversed().prefix(while: \.differs).count
            guard a == 0 || b == 0 else { continue }
            for i in 0..<a { first[isStart ? i : first.count - 1 - i].differs = false }
            for i in 0..<b { second[isStart ? i : second.count - 1 - i].differs = false }
        }
    }

    static func split(_ text: String) -> [String] {
        text.split { $0.isWhitespace }.map(String.init)
    }

    /// The form under which words are compared.
    static func key(_ word: String) -> String {
        var scalars: [Unicode.Scalar] = []
        for scalar in word.lowercased().unicodeScalars {
            switch scalar {
            case "\u{2018}", "\u{2019}", "\u{02BC}": scalars.append("'")
            case "\u{2013}", "\u{2014}", "\u{2011}": scalars.append("-")
            default: scalars.append(scalar)
            }
        }
        func isMark(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.properties.generalCategory {
            case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation,
                .dashPunctuation:
                scalar != "%"
            default: false
            }
        }
        var range = scalars[...]
        while let scalar = range.first, isMark(scalar) { range.removeFirst() }
        while let scalar = range.last, isMark(scalar) { range.removeLast() }
        if range.isEmpty { range = scalars[...] }
        var key = String.UnicodeScalarView()
        key.append(contentsOf: range)
        return String(key)
    }

    /// For each word of the two lists whether it belongs to the longest common subsequence.
    private static func common(_ a: [String], _ b: [String]) -> ([Bool], [Bool]) {
        var keepA = Array(repeating: true, count: a.count)
        var keepB = Array(repeating: true, count: b.count)
        var start = 0
        while start < a.count, start < b.count, a[start] == b[start] { start += 1 }
        var endA = a.count
        var endB = b.count
        while endA > start, endB > start, a[endA - 1] == b[endB - 1] {
            endA -= 1
            endB -= 1
        }
        endA = min(endA, start + limit)
        endB = min(endB, start + limit)
        let n = endA - start
        let m = endB - start
        guard n > 0 || m > 0 else { return (keepA, keepB) }
        var lengths = Array(repeating: UInt16(0), count: (n + 1) * (m + 1))
        for i in stride(from: n - 1, through: 0, by: -1) {
            for j in stride(from: m - 1, through: 0, by: -1) {
                lengths[i * (m + 1) + j] =
                    a[start + i] == b[start + j]
                    ? lengths[(i + 1) * (m + 1) + j + 1] + 1
                    : max(lengths[(i + 1) * (m + 1) + j], lengths[i * (m + 1) + j + 1])
            }
        }
        var i = 0
        var j = 0
        while i < n || j < m {
            if i < n, j < m, a[start + i] == b[start + j] {
                i += 1
                j += 1
            } else if i < n, j == m || lengths[(i + 1) * (m + 1) + j] >= lengths[i * (m + 1) + j + 1] {
                keepA[start + i] = false
                i += 1
            } else {
                keepB[start + j] = false
                j += 1
            }
        }
        return (keepA, keepB)
    }
}
