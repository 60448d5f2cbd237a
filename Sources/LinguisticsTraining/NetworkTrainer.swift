package import Linguistics
import Text

/// Trains encoder, tagger and parser together.
public final class NetworkTrainer {
    public struct Settings: Sendable {
        public var width = 128
        public var layers = 3
        public var tagLayer = 2
        public var arcWidth = 64
        public var labelWidth = 64
        public var vocabulary = 16000
        public var neighbours = 8000
        public var dropout: Float = 0.25
        public var headDropout: Float = 0.33
        public var rowDropout: Float = 0.1
        public var rate: Float = 0.0015
        public var batchWords = 250
        public var passes = 14
        public var seed: UInt64 = 1

        public init() {}
    }

    let settings: Settings
    private let classes: WordClasses
    let tagSet: TagSet
    let relations: [Relation]
    var relationNumbers = [Int](repeating: 0, count: 256)
    let features: EncoderFeatures
    let vocabulary: [UInt32]
    let encoder: Encoder
    let tags: DenseLayer
    let arcs: ArcScorer
    private var numbers: [UInt32: Int32] = [:]
    private var unknownRate: [Float] = []
    private var random: SplitMix64
    private let tagLogits = Matrix()
    private let tagGradient = Matrix()
    private let topGradient = Matrix()

    package init(_ treebank: Treebank, classes: WordClasses, settings: Settings) {
        self.settings = settings
        self.classes = classes
        tagSet = treebank.tagSet()
        relations = Set(treebank.relations).sorted { $0.rawValue < $1.rawValue }
        for (i, relation) in relations.enumerated() { relationNumbers[Int(relation.rawValue)] = i }
        let atoms = WordAtoms(treebank.analysis, classes: classes)
        var counts: [UInt32: Int] = [:]
        for word in atoms.lowered { counts[word, default: 0] += 1 }
        let sorted = counts.filter { $0.value > 1 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        vocabulary = sorted.prefix(settings.vocabulary).map(\.key)
        features = EncoderFeatures(
            vocabulary: vocabulary.count, neighbours: min(settings.neighbours, vocabulary.count))
        random = SplitMix64(seed: settings.seed)
        encoder = Encoder(
            rows: features.rows, width: settings.width, layers: settings.layers, dropout: settings.dropout, &random)
        tags = DenseLayer(settings.width, (tagSet.pairs.count + 15) / 16 * 16, &random)
        arcs = ArcScorer(
            width: settings.width, arcWidth: settings.arcWidth, labelWidth: settings.labelWidth,
            relations: relations.count, dropout: settings.headDropout, &random)
        for (i, word) in vocabulary.enumerated() {
            numbers[word] = Int32(i)
            let count = Float(counts[word]!)
            unknownRate.append(max(0.02, 0.5 / (0.5 + count)))
        }
    }

    private var parameters: [Parameter] { encoder.parameters + tags.parameters + arcs.parameters }

    func numbers(_ atoms: WordAtoms) -> [Int32] { atoms.lowered.map { numbers[$0] ?? -1 } }

    /// The rows of some sentences, and where each sentence's words then stand.
    private func rows(
        _ treebank: Treebank, _ atoms: WordAtoms, _ numbers: [Int32], _ chosen: [Int], training: Bool
    ) -> (rows: [Int32], sentences: [Range<Int>]) {
        var rows: [Int32] = []
        var ranges: [Range<Int>] = []
        var buffer = [Int32](repeating: 0, count: EncoderFeatures.perWord)
        var at = 0
        for index in chosen {
            let words = treebank.analysis.sentences[index].words
            for word in words {
                features.extract(atoms, numbers, word: word, sentence: words, into: &buffer)
                if training {
                    let number = numbers[word]
                    if number >= 0, random.unit() < unknownRate[Int(number)] { buffer[0] = 0 }
                    for k in 1..<buffer.count where random.unit() < settings.rowDropout { buffer[k] = -1 }
                }
                rows.append(contentsOf: buffer)
            }
            ranges.append(at..<at + words.count)
            at += words.count
        }
        return (rows, ranges)
    }

    /// Trains and reports; `dev` is measured after every pass.
    public func train(_ treebank: Treebank, dev: [(String, Treebank)], progress: (String) -> Void) {
        let atoms = WordAtoms(treebank.analysis, classes: classes)
        let numbers = numbers(atoms)
        let labels = treebank.labels(in: tagSet)
        var order = Array(treebank.analysis.sentences.indices)
        let batches = max(1, treebank.count / settings.batchWords)
        let total = Float(batches * settings.passes)
        var time = 0
        for pass in 1...max(1, settings.passes) {
            order.shuffle(using: &random)
            var loss: Float = 0
            var tagLoss: Float = 0
            var at = 0
            while at < order.count {
                var chosen: [Int] = []
                var words = 0
                while at < order.count, words < settings.batchWords {
                    chosen.append(order[at])
                    words += treebank.analysis.sentences[order[at]].words.count
                    at += 1
                }
                let (rows, sentences) = rows(treebank, atoms, numbers, chosen, training: true)
                encoder.forward(rows, sentences: sentences, training: true, &random)
                let tagInput = encoder.states(settings.tagLayer)
                tags.forward(tagInput, into: tagLogits)
                var position = 0
                for index in chosen {
                    for word in treebank.analysis.sentences[index].words {
                        tagLoss += crossEntropy(
                            tagLogits.row(position), count: tagSet.pairs.count, padded: tagLogits.columns,
                            right: max(0, labels[word]))
                        position += 1
                    }
                }
                tags.backward(tagInput, tagLogits, into: tagGradient)
                let goldHeads = chosen.map { index in
                    let range = treebank.analysis.sentences[index].words
                    return range.map {
                        treebank.heads[$0] < 0 ? Int32(range.count) : treebank.heads[$0] - Int32(range.lowerBound)
                    }
                }
                let goldLabels = chosen.map { index in
                    treebank.analysis.sentences[index].words.map {
                        relationNumbers[Int(treebank.relations[$0].rawValue)]
                    }
                }
                loss += arcs.train(
                    encoder.states(settings.layers), sentences: sentences, heads: goldHeads, relations: goldLabels,
                    into: topGradient, &random)
                if settings.tagLayer == settings.layers { Encoder.add(tagGradient, to: topGradient) }
                encoder.backward(topGradient, lower: tagGradient, at: settings.tagLayer, sentences: sentences)
                time += 1
                step(words: words, time: time, rate: settings.rate * Self.schedule(Float(time) / total, time))
            }
            progress(
                "pass \(pass): tag loss \(tagLoss / Float(treebank.count)), arc loss \(loss / Float(treebank.count))")
            for (name, bank) in dev { progress("  " + name + " " + measure(bank)) }
        }
    }

    /// Up over the first steps, then down in a straight line.
    private static func schedule(_ done: Float, _ time: Int) -> Float {
        min(1, Float(time) / 200) * max(0.02, 1 - done)
    }

    private func step(words: Int, time: Int, rate: Float) {
        let all = parameters
        var norm: Float = 0
        for parameter in all { norm += parameter.squaredNorm() }
        norm = norm.squareRoot() / Float(words)
        let scale = (norm > 1 ? 1 / norm : 1) / Float(words)
        for parameter in all { parameter.step(rate: rate, scale: scale, time: time) }
    }

    /// UPOS, XPOS, UAS and LAS on gold words, as a line.
    func measure(_ treebank: Treebank) -> String {
        let atoms = WordAtoms(treebank.analysis, classes: classes)
        let numbers = numbers(atoms)
        var upos = 0
        var xpos = 0
        var uas = 0
        var las = 0
        var start = 0
        let count = treebank.analysis.sentences.count
        while start < count {
            let chosen = Array(start..<min(start + 32, count))
            start += 32
            let (rows, sentences) = rows(treebank, atoms, numbers, chosen, training: false)
            encoder.forward(rows, sentences: sentences, training: false, &random)
            tags.forward(encoder.states(settings.tagLayer), into: tagLogits)
            let trees = arcs.predict(encoder.states(settings.layers), sentences: sentences)
            var position = 0
            for (s, index) in chosen.enumerated() {
                let range = treebank.analysis.sentences[index].words
                for (i, word) in range.enumerated() {
                    let row = tagLogits.row(position)
                    position += 1
                    let pair = tagSet.pairs[(0..<tagSet.pairs.count).max { row[$0] < row[$1] }!]
                    if pair.upos == treebank.upos[word] { upos += 1 }
                    if pair.xpos == treebank.xpos[word] { xpos += 1 }
                    let head =
                        trees[s].heads[i] == Int32(range.count) ? -1 : trees[s].heads[i] + Int32(range.lowerBound)
                    if head == treebank.heads[word] {
                        uas += 1
                        if relations[trees[s].relations[i]].main == treebank.relations[word].main { las += 1 }
                    }
                }
            }
        }
        func percent(_ n: Int) -> Float { Float(n * 10000 / max(1, treebank.count)) / 100 }
        return "UPOS \(percent(upos)) XPOS \(percent(xpos)) UAS \(percent(uas)) LAS \(percent(las))"
    }
}
