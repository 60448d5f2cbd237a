import Foundation
import Linguistics

/// Learns which features a form has in its surroundings, by counting.
public struct FeatureTrainer: Sendable {
    /// Surroundings other than a form with its tags are kept only when seen this often.
    public var leastCount = 2

    public init() {}

    /// The section of the model, from treebanks in CoNLL-U.
    public func train(paths: [String]) throws -> [(name: String, bytes: [UInt8])] {
        var names = ["_"]
        var numbers = ["_": 0]
        var counts: [UInt64: [Int: Int]] = [:]
        var wordKeys: [[UInt64]] = []
        for path in paths {
            let gold = try Analysis(conllu: String(contentsOfFile: path, encoding: .utf8))
            let surroundings = FeatureSurroundings(gold)
            for word in 0..<gold.words.count {
                let name = gold.features(word)
                let number = numbers[name] ?? names.count
                if number == names.count {
                    numbers[name] = number
                    names.append(name)
                }
                let keys = (0..<FeatureSurroundings.levels).map { surroundings.key($0, of: word) }
                for key in keys { counts[key, default: [:]][number, default: 0] += 1 }
                wordKeys.append(keys)
            }
        }
        return [("features", section(names, kept(wordKeys, counts)))]
    }

    /// What is worth a slot: a key that says other than the next one that is kept.
    private func kept(_ wordKeys: [[UInt64]], _ counts: [UInt64: [Int: Int]]) -> [UInt64: Int] {
        var kept: [UInt64: Int] = [:]
        for keys in wordKeys {
            var fallback = 0
            for (level, key) in keys.enumerated().reversed() {
                guard let choices = counts[key],
                    level >= 4 || choices.values.reduce(0, +) >= leastCount,
                    let top = choices.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) })
                else { continue }
                if top.key != fallback { kept[key] = top.key }
                fallback = top.key
            }
        }
        return kept
    }

    private func section(_ names: [String], _ kept: [UInt64: Int]) -> [UInt8] {
        var writer = SectionWriter()
        writer.strings(names)
        HashedRules.write(kept, to: &writer)
        return writer.bytes
    }
}
