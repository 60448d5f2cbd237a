import Text

/// Finds the names of persons, organisations and places: a linear-chain conditional random field
/// (Lafferty, McCallum and Pereira 2001), read twice, the second time knowing what the first said of each
/// word in the whole text.
public struct EntityRecognizer: Sendable {
    private let first: WeightTable
    private let second: WeightTable
    package let lexicon: NameLexicon

    /// Takes the weights out of a model file.
    public init(_ file: ModelFile) throws {
        first = try WeightTable(file.section("entities.first"))
        second = try WeightTable(file.section("entities.second"))
        lexicon = try NameLexicon()
        for table in [first, second] where table.columns != EntityLabel.columns {
            throw ModelFile.Failure.badSection(
                file: "model", section: "entities",
                reason: "\(table.columns) columns where \(EntityLabel.columns) are expected")
        }
    }

    /// Finds the names in a tagged and parsed text and puts them into `entities`; the atoms hold what the
    /// dictionary says.
    package func recognize(_ analysis: inout Analysis, atoms: WordAtoms) {
        let features = EntityFeatures(analysis, atoms: atoms, lexicon: lexicon)
        let labels = Self.label(features, atoms: atoms, first: first, second: second)
        analysis.entities = Self.mentions(features.runs, labels).flatMap { Self.cut($0, in: analysis) }
        nameStates(&analysis)
    }

    /// Both readings of all runs.
    private static func label(
        _ features: EntityFeatures, atoms: WordAtoms, first: WeightTable, second: WeightTable
    ) -> [[UInt8]] {
        var decoder = EntityDecoder()
        let once = features.runs.map { run in
            features.features.withUnsafeBufferPointer { buffer in
                decoder.decode(run.words.count, first) { index, scores in
                    guard let base = buffer.baseAddress else { return }
                    first.score(
                        base + run.firstFeature + index * EntityFeatures.count, EntityFeatures.count, into: scores)
                }
            }
        }
        let agreement = EntityAgreement(features.runs, labels: once, atoms: atoms)
        var own: [UInt32] = []
        return zip(features.runs, once).map { run, labels in
            decoder.decode(run.words.count, second) { index, scores in
                own.removeAll(keepingCapacity: true)
                let start = run.firstFeature + index * EntityFeatures.count
                own.append(contentsOf: features.features[start..<start + EntityFeatures.count])
                agreement.append(index, of: run, labels: labels, atoms: atoms, to: &own)
                own.withUnsafeBufferPointer { second.score($0.baseAddress!, $0.count, into: scores) }
            }
        }
    }

    /// The names that labels make.
    package static func mentions(_ runs: [EntityFeatures.Run], _ labels: [[UInt8]]) -> [Analysis.EntityMention] {
        var mentions: [Analysis.EntityMention] = []
        for (run, labels) in zip(runs, labels) {
            var open = -1
            for (i, label) in (labels + [EntityLabel.outside]).enumerated() {
                if open >= 0, !EntityLabel.isInside(label) {
                    let words = run.words.lowerBound + open..<run.words.lowerBound + i
                    mentions.append(Analysis.EntityMention(kind: EntityLabel.kind(labels[open]), words: words))
                    open = -1
                }
                if label != EntityLabel.outside, open < 0 { open = i }
            }
        }
        return mentions
    }

    /// Cuts a name at words that no name holds: verbs, adverbs and pronouns in small letters, as in
    /// "Keller told Oria".
    private static func cut(_ mention: Analysis.EntityMention, in analysis: Analysis) -> [Analysis.EntityMention] {
        guard mention.words.contains(where: { isForeign($0, analysis) }) else { return [mention] }
        return mention.words.split(whereSeparator: { isForeign($0, analysis) }).map {
            Analysis.EntityMention(kind: mention.kind, words: $0)
        }
    }

    private static func isForeign(_ word: Int, _ analysis: Analysis) -> Bool {
        let first = analysis.text.utf8[Int(analysis.words.starts[word])]
        guard first >= 0x61, first <= 0x7A else { return false }
        switch analysis.words.upos[word] {
        case .verb, .aux, .adv, .pron, .sconj: return true
        default: return false
        }
    }

    /// Tells states and their cities, which act, from other places, by the lists.
    private func nameStates(_ analysis: inout Analysis) {
        let (words, names) = lexicon.kinds(in: analysis)
        NameAgreement(analysis).settle(&analysis) { !words[$0].isDisjoint(with: [.state, .city]) }
        for i in analysis.entities.indices where analysis.entities[i].kind == .place {
            let range = analysis.entities[i].words
            let kinds = range.count == 1 ? words[range.lowerBound] : names[range.lowerBound]
            if !kinds.isDisjoint(with: [.state, .city]) { analysis.entities[i].kind = .geopolitical }
        }
    }
}

/// Finds the best labels of a run (Viterbi 1967).
struct EntityDecoder {
    private var scores: [Int32] = []
    private var back: [UInt8] = []

    /// The best labels for `count` words; `score` fills in each word's scores.
    mutating func decode(
        _ count: Int, _ table: WeightTable, score: (Int, UnsafeMutablePointer<Int32>) -> Void
    ) -> [UInt8] {
        let columns = EntityLabel.columns
        var transitions = [Int32](repeating: 0, count: columns * columns)
        for previous in 0..<EntityLabel.count {
            var feature = EntityLabel.transition(UInt8(previous))
            transitions.withUnsafeMutableBufferPointer {
                table.score(&feature, 1, into: $0.baseAddress! + previous * columns)
            }
        }
        scores = Array(repeating: 0, count: columns * count)
        back = Array(repeating: 0, count: columns * count)
        scores.withUnsafeMutableBufferPointer { buffer in
            for i in 0..<count { score(i, buffer.baseAddress! + i * columns) }
        }
        for label in 0..<EntityLabel.count {
            scores[label] += EntityLabel.follows(UInt8(label), 0) ? transitions[label] : Int32.min / 4
        }
        for i in 1..<max(count, 1) {
            for label in 0..<EntityLabel.count {
                var best = Int32.min
                var from = 0
                for previous in 0..<EntityLabel.count where EntityLabel.follows(UInt8(label), UInt8(previous)) {
                    let score = scores[(i - 1) * columns + previous] + transitions[previous * columns + label]
                    if score > best { (best, from) = (score, previous) }
                }
                scores[i * columns + label] = max(scores[i * columns + label] + best, Int32.min / 4)
                back[i * columns + label] = UInt8(from)
            }
        }
        var labels = [UInt8](repeating: 0, count: count)
        guard count > 0 else { return labels }
        var best = 0
        for label in 1..<EntityLabel.count
        where scores[(count - 1) * columns + label] > scores[(count - 1) * columns + best] { best = label }
        for i in stride(from: count - 1, through: 0, by: -1) {
            labels[i] = UInt8(best)
            best = Int(back[i * columns + best])
        }
        return labels
    }
}
