import Foundation
public import Linguistics
import Text

/// How much of a treebank's annotation is found from its raw text, as the CoNLL 2018 shared task counts:
/// units are compared by the bytes that they cover, and each figure is the F1 of what the treebank
/// holds and what was given.
public struct RawScores: Sendable {
    /// One column of the table.
    public enum Measure: Int, Sendable, CaseIterable {
        case words, sentences, upos, xpos, features, lemmas, uas, las
    }

    /// How many words the treebank holds.
    public private(set) var goldWords = 0
    private var right = [Int](repeating: 0, count: Measure.allCases.count)
    private var gold = [Int](repeating: 0, count: Measure.allCases.count)
    private var given = [Int](repeating: 0, count: Measure.allCases.count)

    /// Reads a treebank, analyses its text, and counts.
    ///
    /// - Throws: when the treebank cannot be read.
    public init(path: String, analyzer: Analyzer) throws {
        let gold = try Analysis(conllu: String(contentsOfFile: path, encoding: .utf8))
        count(gold, analyzer.analyze(gold.text))
    }

    /// The F1 of one column, from 0 to 1.
    public func f1(_ measure: Measure) -> Double {
        let both = gold[measure.rawValue] + given[measure.rawValue]
        return both == 0 ? 0 : 2 * Double(right[measure.rawValue]) / Double(both)
    }

    private mutating func count(_ gold: Analysis, _ given: Analysis) {
        goldWords = gold.words.count
        for measure in Measure.allCases {
            self.gold[measure.rawValue] = measure == .sentences ? gold.sentences.count : gold.words.count
            self.given[measure.rawValue] = measure == .sentences ? given.sentences.count : given.words.count
        }
        func ends(_ sentence: Analysis.Sentence, _ analysis: Analysis) -> UInt64 {
            let span = analysis.span(ofWords: sentence.words)
            return UInt64(span.start) << 32 | UInt64(span.end)
        }
        let sentences = Set(given.sentences.map { ends($0, given) })
        right[Measure.sentences.rawValue] = gold.sentences.count { sentences.contains(ends($0, gold)) }
        let (wanted, found) = (Self.units(of: gold), Self.units(of: given))
        var places: [Unit: Int] = [:]
        for (word, unit) in found.enumerated() { places[unit] = word }
        for word in 0..<gold.words.count {
            guard let other = places[wanted[word]] else { continue }
            func add(_ measure: Measure, _ holds: Bool) { if holds { right[measure.rawValue] += 1 } }
            add(.words, true)
            add(.upos, gold.words.upos[word] == given.words.upos[other])
            add(.xpos, gold.words.xpos[word] == given.words.xpos[other])
            add(.features, gold.features(word) == given.features(other))
            add(.lemmas, gold.lemma(word) == given.lemma(other))
            let heads = (gold.words.heads[word], given.words.heads[other])
            let isSameHead =
                heads.0 < 0
                ? heads.1 < 0
                : heads.1 >= 0 && wanted[Int(heads.0)] == found[Int(heads.1)]
            add(.uas, isSameHead)
            add(.las, isSameHead && gold.words.relations[word].main == given.words.relations[other].main)
        }
    }

    /// A word as the shared task aligns it: the span of its token, and its number in it.
    private struct Unit: Hashable {
        var token: Span
        var number: Int
    }

    private static func units(of analysis: Analysis) -> [Unit] {
        var units: [Unit] = []
        var token = 0..<0
        for word in 0..<analysis.words.count {
            let length = Int(analysis.words.tokenLengths[word])
            if !token.contains(word) { token = word..<word + max(1, length) }
            units.append(Unit(token: analysis.span(ofWords: token), number: word - token.lowerBound))
        }
        return units
    }

    /// The table's head.
    public static let heading =
        "raw text        words  sentences   UPOS   XPOS  UFeats  lemma    UAS    LAS"

    /// One line of the table, in per cent.
    public func line(_ name: String) -> String {
        let widths = [8, 11, 7, 7, 8, 7, 7, 7]
        let cells = Measure.allCases.map { measure in
            let hundredths = Int((f1(measure) * 10_000).rounded())
            let digits = String(hundredths % 100)
            let text = "\(hundredths / 100).\(digits.count < 2 ? "0" + digits : digits)"
            return String(repeating: " ", count: max(1, widths[measure.rawValue] - text.count)) + text
        }
        return name + String(repeating: " ", count: max(0, 13 - name.count)) + cells.joined()
    }
}
