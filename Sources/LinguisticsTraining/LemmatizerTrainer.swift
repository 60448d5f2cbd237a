import Linguistics
import Text

/// Learns the lemmatizer's rules: which change of ending and case turns a form with a tag into its lemma.
public struct LemmatizerTrainer: Sendable {
    /// An ending is kept only when it was seen this often.
    public var leastCount = 2

    public init() {}

    /// The section of the model, from a treebank.
    public func train(_ treebank: Treebank) -> [(name: String, bytes: [UInt8])] {
        let tagSet = treebank.tagSet()
        let labels = treebank.labels(in: tagSet)
        var rules: [LemmaRule] = [LemmaRule(casing: .lowered, dropped: 0, ending: "")]
        var numbers: [LemmaRule: Int] = [rules[0]: 0]
        var counts: [UInt64: [Int: Int]] = [:]
        var wordKeys: [[UInt64]] = []
        // The parts of a word that was torn apart have no lemma, which says nothing of other words.
        for word in 0..<treebank.count
        where labels[word] >= 0 && (treebank.lemmas[word] != "_" || treebank.analysis.form(word) == "_") {
            let printed = treebank.analysis.form(word)
            let lowered = treebank.analysis.symbols[treebank.analysis.words.forms[word]]
            let rule = Self.rule(printed: printed, lowered: lowered, lemma: treebank.lemmas[word])
            let number = numbers[rule] ?? rules.count
            if number == rules.count {
                numbers[rule] = number
                rules.append(rule)
            }
            let pair = tagSet.pairs[labels[word]]
            let keys = Self.keys(printed, lowered, pair)
            for key in keys { counts[key, default: [:]][number, default: 0] += 1 }
            wordKeys.append(keys)
        }
        var best: [UInt64: (rule: Int, count: Int, total: Int)] = [:]
        for (key, choices) in counts {
            let top = choices.max { ($0.value, -$0.key) < ($1.value, -$1.key) }!
            best[key] = (top.key, top.value, choices.values.reduce(0, +))
        }
        // A longer ending is worth a slot only where it says other than the next shorter one; a whole form likewise.
        var kept: [UInt64: Int] = [:]
        for keys in wordKeys {
            var fallback = 0
            for (i, key) in keys.enumerated().reversed() {
                guard let choice = best[key], i == 0 || choice.total >= leastCount || i == keys.count - 1 else {
                    continue
                }
                if choice.rule != fallback || i == keys.count - 1 { kept[key] = choice.rule }
                fallback = choice.rule
            }
        }
        return [("lemmas", Self.section(rules, kept))]
    }

    private static func keys(_ printed: String, _ lowered: String, _ pair: TagSet.Pair) -> [UInt64] {
        let printed = Array(printed.utf8)
        let lowered = Array(lowered.utf8)
        return printed.withUnsafeBufferPointer { printed in
            lowered.withUnsafeBufferPointer { lowered in
                let lengths =
                    [lowered.count + 1]
                    + (0...min(Lemmatizer.longestEnding, lowered.count)).reversed()
                return lengths.map {
                    Lemmatizer.key(printed, lowered, length: $0, upos: pair.upos, xpos: pair.xpos.rawValue)
                }
            }
        }
    }

    /// The rule that turns a form into a lemma with the least change.
    static func rule(printed: String, lowered: String, lemma: String) -> LemmaRule {
        let first = lowered.isEmpty ? lowered : String(printed.prefix(1)) + lowered.dropFirst()
        let bases: [(LemmaRule.Casing, String)] = [(.lowered, lowered), (.asPrinted, printed), (.firstUpper, first)]
        var best: (rule: LemmaRule, cost: Int)?
        for (casing, base) in bases {
            let from = Array(base.unicodeScalars)
            let to = Array(lemma.unicodeScalars)
            var same = 0
            while same < from.count, same < to.count, from[same] == to[same] { same += 1 }
            let dropped = from.count - same
            var ending = String.UnicodeScalarView()
            ending.append(contentsOf: to[same...])
            let cost = dropped + to.count - same
            if best == nil || cost < best!.cost {
                best = (LemmaRule(casing: casing, dropped: min(dropped, 255), ending: String(ending)), cost)
            }
        }
        return best!.rule
    }

    private static func section(_ rules: [LemmaRule], _ kept: [UInt64: Int]) -> [UInt8] {
        var writer = SectionWriter()
        writer.strings(rules.map(\.ending))
        for rule in rules {
            writer.number(Int(rule.casing.rawValue))
            writer.number(rule.dropped)
        }
        HashedRules.write(kept, to: &writer)
        return writer.bytes
    }
}
