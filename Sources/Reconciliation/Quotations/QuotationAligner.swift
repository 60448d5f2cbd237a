public import Records

/// How two printings of what may be one utterance stand to each other.
public struct QuotationComparison: Sendable, Hashable {
    /// Words that differ on one spot: what the first has and what the second has there.
    public struct Change: Sendable, Hashable {
        /// Why a change matters, or that it does not.
        public enum Kind: String, Sendable, Hashable {
            case negation, modality, number, content, inflection, function
            /// Whether the change can alter what is said.
            public var matters: Bool { self != .inflection && self != .function }
        }
        public var first: [String]
        public var second: [String]
        public var kind: Kind
        /// Word positions (in folded words) of the changed words; empty where a side has none.
        var firstWords: Range<Int>
        var secondWords: Range<Int>
    }

    public var wording: Quotation.Wording
    /// The changes inside the part that both have, in order.
    public var changes: [Change]
    /// How many words that carry content both have.
    public var shared: Int
    /// Whether a change can alter what was said.
    public var matters: Bool { wording == .altered && changes.contains { $0.kind.matters } }
}

/// Lays printings of a quotation beside each other, word by word.
///
/// Case, marks, punctuation and the cut into sentences are ignored. Words missing at an end, or where
/// the printing shows an ellipsis, make it shortened; the same words in another order, reordered;
/// words changed inside the part that both print, altered.
public struct QuotationAligner: Sendable {
    private let kinds: WordKinds
    /// Two texts are printings of one utterance when they share this part of the shorter one's words
    /// that carry content, and this many of them at least.
    private static let sharedPart = 0.6
    private static let sharedLeast = 3
    private static let alikePart = 0.7
    /// An echo has this many words at least.
    private static let echoLeast = 5

    /// Reads the word lists; throws when they are missing.
    public init() throws { kinds = try WordKinds() }

    package init(kinds: WordKinds) { self.kinds = kinds }

    /// A quotation made ready for comparison.
    package struct Printing: Sendable {
        package var text: String
        package var folded: FoldedText
        package var words: [String]
        /// Spelling-neutral stems of `words`.
        package var keys: [String]
        package var content: [Bool]
        package var contentCount: Int
        /// Whether an ellipsis stands after the word.
        package var gapAfter: [Bool]
    }

    package func printing(of text: String) -> Printing {
        let folded = FoldedText(text)
        let words = folded.words
        let bytes = Array(text.utf8)
        let content = words.map { kinds[$0] == .content || kinds[$0] == .number }
        let gaps = words.indices.map { i -> Bool in
            let end = i + 1 < words.count ? Int(folded.starts[i + 1]) : bytes.count
            let between = bytes[Int(folded.stops[i])..<end]
            return String(decoding: between, as: UTF8.self).contains("...") || between.contains(0x5B)
                || String(decoding: between, as: UTF8.self).contains("\u{2026}")
        }
        return Printing(
            text: text, folded: folded, words: words, keys: words.map { stem(kinds.neutral($0)) },
            content: content, contentCount: content.count { $0 }, gapAfter: gaps)
    }

    /// Compares two quoted texts; `nil` when they are not printings of one utterance. O(n · m).
    public func compare(_ first: String, _ second: String) -> QuotationComparison? {
        compare(printing(of: first), printing(of: second))
    }

    /// - Parameter short: whether wordings with too few words of content to be known by are compared by all of
    ///   their words, as when one of them is asked for.
    /// - Parameter oneMouth: whether one speaker says both, so that a run of small words speaks for one utterance too.
    package func compare(
        _ a: Printing, _ b: Printing, short: Bool = false, oneMouth: Bool = false
    ) -> QuotationComparison? {
        guard !a.words.isEmpty, !b.words.isEmpty else { return nil }
        if a.keys == b.keys {
            let same = zip(a.words, b.words).allSatisfy { kinds.neutral($0) == kinds.neutral($1) }
            if same || a.contentCount >= Self.sharedLeast {
                return QuotationComparison(
                    wording: same ? .identical : .altered,
                    changes: same ? [] : inflections(a, b), shared: a.contentCount)
            }
        }
        let bagA = contentKeys(a)
        let bagB = contentKeys(b)
        let shared = Self.common(bagA, bagB)
        let shorter = min(bagA.count, bagB.count)
        let whole = shared == shorter && shorter >= 1
        let isKnown =
            Double(shared) >= Self.sharedPart * Double(shorter)
            && (shared >= Self.sharedLeast || whole && shorter >= 2 && contiguous(a, b)
                || short && shared >= 2 && alike(a, b))
        let isEcho = !isKnown && oneMouth && shared >= 1 && echoes(a, b)
        guard shorter > 0, isKnown || isEcho else { return nil }
        if bagA.count == bagB.count, shared == bagA.count, shared >= 2, bagA != bagB {
            return QuotationComparison(wording: .reordered, changes: [], shared: shared)
        }
        let steps = WordAlignment(a.keys, b.keys).steps
        guard let head = steps.firstIndex(where: \.equal), let tail = steps.lastIndex(where: \.equal) else {
            return nil
        }
        let matched = steps[head...tail].count { $0.equal && a.content[$0.first!] }
        // The last words of an echo are what was changed in it; elsewhere an end may have been left out.
        let end = isEcho && endsReplaced(steps[(tail + 1)...]) ? steps.count - 1 : tail
        let changes = changes(in: steps, head...end, a, b)
        let weighty = changes.filter(\.kind.matters)
        let replaced = weighty.reduce(0) { $0 + max(telling($1.first), telling($1.second)) }
        // Too much changed inside the shared part: other words of the same speech, not a printing of these.
        guard matched >= 2 || isEcho && matched == 1, replaced <= max(1, matched) else {
            return shared == shorter && shorter >= 4
                ? QuotationComparison(wording: .reordered, changes: [], shared: shared) : nil
        }
        if !weighty.isEmpty || changes.contains(where: { $0.kind == .inflection }) {
            return QuotationComparison(wording: .altered, changes: changes, shared: shared)
        }
        let cut = head > 0 || tail < steps.count - 1 || a.words.count != b.words.count
        return QuotationComparison(
            wording: cut ? .shortened : changes.isEmpty ? .identical : .altered, changes: changes, shared: shared)
    }

    private func telling(_ words: [String]) -> Int { words.count { kinds[$0] != .function } }

    private func contentKeys(_ p: Printing) -> [String] {
        p.keys.indices.filter { p.content[$0] }.map { p.keys[$0] }
    }

    /// Whether the shorter printing's words stand in the longer one as one run.
    private func contiguous(_ a: Printing, _ b: Printing) -> Bool {
        let (short, long) = a.keys.count <= b.keys.count ? (a.keys, b.keys) : (b.keys, a.keys)
        guard short.count <= long.count else { return false }
        return (0...(long.count - short.count)).contains { long[$0..<($0 + short.count)].elementsEqual(short) }
    }

    /// Whether two wordings of about one length share most of all their words in order.
    private func alike(_ a: Printing, _ b: Printing) -> Bool {
        let equal = WordAlignment(a.keys, b.keys).steps.count { $0.equal }
        return Double(equal) >= Self.alikePart * Double(max(a.keys.count, b.keys.count))
    }

    /// Whether nearly all words of the shorter wording stand in the longer one in order.
    private func echoes(_ a: Printing, _ b: Printing) -> Bool {
        let shorter = min(a.words.count, b.words.count)
        guard shorter >= Self.echoLeast else { return false }
        let equal = WordAlignment(a.keys, b.keys).steps.count { $0.equal }
        return equal >= Self.echoLeast - 1 && equal * 5 >= shorter * 4
    }

    /// Whether both wordings end in one or two words that the other has not.
    private func endsReplaced(_ rest: ArraySlice<WordAlignment.Step>) -> Bool {
        let first = rest.count { $0.first != nil }
        let second = rest.count { $0.second != nil }
        return (1...2).contains(first) && (1...2).contains(second)
    }

    private static func common(_ a: [String], _ b: [String]) -> Int {
        var counts: [String: Int] = [:]
        for word in a { counts[word, default: 0] += 1 }
        var common = 0
        for word in b where counts[word, default: 0] > 0 {
            counts[word]! -= 1
            common += 1
        }
        return common
    }

    private func inflections(_ a: Printing, _ b: Printing) -> [QuotationComparison.Change] {
        a.words.indices.filter { kinds.neutral(a.words[$0]) != kinds.neutral(b.words[$0]) }.map {
            QuotationComparison.Change(
                first: [a.words[$0]], second: [b.words[$0]], kind: .inflection,
                firstWords: $0..<($0 + 1), secondWords: $0..<($0 + 1))
        }
    }

    /// Runs of unequal steps inside the shared part, each judged; gaps marked by an ellipsis left out.
    private func changes(
        in steps: [WordAlignment.Step], _ range: ClosedRange<Int>, _ a: Printing, _ b: Printing
    ) -> [QuotationComparison.Change] {
        var changes: [QuotationComparison.Change] = []
        var i = range.lowerBound
        while i <= range.upperBound {
            if steps[i].equal {
                i += 1
                continue
            }
            var end = i
            while end <= range.upperBound, !steps[end].equal { end += 1 }
            let before = steps[i - 1]
            let first = steps[i..<end].compactMap(\.first)
            let second = steps[i..<end].compactMap(\.second)
            let marked =
                (first.isEmpty && a.gapAfter[before.first!]) || (second.isEmpty && b.gapAfter[before.second!])
            if !marked {
                let wordsA = first.map { a.words[$0] }
                let wordsB = second.map { b.words[$0] }
                changes.append(
                    QuotationComparison.Change(
                        first: wordsA, second: wordsB, kind: kind(wordsA, wordsB),
                        firstWords: Self.run(first, after: before.first!),
                        secondWords: Self.run(second, after: before.second!)))
            }
            i = end
        }
        return changes
    }

    private static func run(_ words: [Int], after: Int) -> Range<Int> {
        guard let first = words.first, let last = words.last else { return (after + 1)..<(after + 1) }
        return first..<(last + 1)
    }

    private func kind(_ a: [String], _ b: [String]) -> QuotationComparison.Change.Kind {
        func has(_ kind: WordKind) -> Bool { a.contains { kinds[$0] == kind } != b.contains { kinds[$0] == kind } }
        if has(.negation) { return .negation }
        let modalA = a.filter { kinds[$0] == .modal }
        let modalB = b.filter { kinds[$0] == .modal }
        if modalA != modalB { return .modality }
        let numberA = a.filter { kinds[$0] == .number }
        let numberB = b.filter { kinds[$0] == .number }
        if numberA != numberB { return .number }
        return (a + b).contains { kinds[$0] == .content } ? .content : .function
    }
}
