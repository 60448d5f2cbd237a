import Foundation
public import Linguistics
import Text

/// Trains the two readings of the entity recognizer: conditional random fields, by stochastic gradients
/// with a step of its own for each weight (AdaGrad: Duchi, Hazan and Singer 2011).
///
/// The second reading learns from what first readings trained on the other documents say, so that it
/// sees mistakes as often as it will in use.
public struct EntityTrainer: Sendable {
    public var seed: UInt64 = 1
    public var passes = 8
    public var folds = 4
    /// The logarithm of the number of rows of hashed features.
    public var rowBits = 17
    /// The step of the gradients.
    public var rate: Float = 0.1
    /// How strongly weights are drawn to nothing.
    public var decay: Float = 1e-4
    /// The share of features that is left out of each example, so that rare ones are not leant on.
    public var dropout: Float = 0.3

    public init() {}

    private struct Example {
        var document: Int
        var features: [UInt32]
        var labels: [UInt8]
    }

    /// The sections of the model.
    public func train(
        _ corpus: EntityCorpus, model: Model, progress: (String) -> Void
    ) throws -> [(name: String, bytes: [UInt8])] {
        let lexicon = try NameLexicon()
        var readings: [(features: EntityFeatures, atoms: WordAtoms, gold: [[UInt8]])] = []
        var missed = 0
        var total = 0
        for document in corpus.documents {
            let analysis = EntityCorpus.analysis(document, model: model)
            let atoms = WordAtoms(analysis, classes: model.classes)
            let features = EntityFeatures(analysis, atoms: atoms, lexicon: lexicon)
            let labels = document.sentences.flatMap { $0.map(\.label) }
            let gold = features.runs.map { run in Self.legal(Array(labels[run.words])) }
            total += labels.count { $0 != 0 }
            missed += labels.count { $0 != 0 } - gold.joined().count { $0 != 0 }
            readings.append((features, atoms, gold))
        }
        progress(
            "entities: \(corpus.documents.count) documents, \(missed) of \(total) words of names are no candidates")
        let examples = readings.indices.flatMap { d in
            readings[d].features.runs.indices.map { r in
                let start = readings[d].features.runs[r].firstFeature
                let count = readings[d].features.runs[r].words.count * EntityFeatures.count
                return Example(
                    document: d, features: Array(readings[d].features.features[start..<start + count]),
                    labels: readings[d].gold[r])
            }
        }
        let parts = corpus.documents.map { fold(of: $0) }
        var once = [[UInt8]](repeating: [], count: examples.count)
        for fold in 0..<folds {
            progress("entities: first reading of part \(fold + 1) of \(folds)")
            let field = fit(examples.filter { parts[$0.document] != fold }, EntityFeatures.count, { _ in })
            for (i, example) in examples.enumerated() where parts[example.document] == fold {
                once[i] = field.decode(example.features, EntityFeatures.count)
            }
        }
        var second: [Example] = []
        var next = 0
        for (d, reading) in readings.enumerated() {
            let labels = Array(once[next..<next + reading.features.runs.count])
            let agreement = EntityAgreement(reading.features.runs, labels: labels, atoms: reading.atoms)
            for (r, run) in reading.features.runs.enumerated() {
                var features: [UInt32] = []
                for index in 0..<run.words.count {
                    let start = run.firstFeature + index * EntityFeatures.count
                    features += reading.features.features[start..<start + EntityFeatures.count]
                    agreement.append(index, of: run, labels: labels[r], atoms: reading.atoms, to: &features)
                }
                second.append(Example(document: d, features: features, labels: reading.gold[r]))
            }
            next += reading.features.runs.count
        }
        let first = fit(examples, EntityFeatures.count) { progress("entities, first reading: \($0)") }
        let last = fit(second, EntityFeatures.count + EntityAgreement.count) {
            progress("entities, second reading: \($0)")
        }
        return [("entities.first", first.section()), ("entities.second", last.section())]
    }

    /// The features of an example without a random share of the templates.
    private func thin(_ features: [UInt32], _ width: Int, _ random: inout SplitMix64) -> ([UInt32], Int) {
        guard dropout > 0 else { return (features, width) }
        let kept = (0..<width).filter { _ in random.unit() >= dropout }
        guard !kept.isEmpty else { return (features, width) }
        var thinned: [UInt32] = []
        thinned.reserveCapacity(features.count)
        for start in stride(from: 0, to: features.count, by: width) {
            for k in kept { thinned.append(features[start + k]) }
        }
        return (thinned, kept.count)
    }

    /// A further word of a name whose first word is no candidate becomes the first.
    private static func legal(_ labels: [UInt8]) -> [UInt8] {
        var labels = labels
        var previous = EntityLabel.outside
        for i in labels.indices {
            if !EntityLabel.follows(labels[i], previous) { labels[i] -= 1 }
            previous = labels[i]
        }
        return labels
    }

    private func fit(_ examples: [Example], _ width: Int, _ progress: (String) -> Void) -> RandomField {
        let field = RandomField(rows: 1 << rowBits, rate: rate, decay: decay)
        var random = SplitMix64(seed: seed)
        var order = Array(examples.indices)
        for pass in 1...passes {
            order.shuffle(using: &random)
            var loss: Float = 0
            for i in order {
                let (kept, keptWidth) = thin(examples[i].features, width, &random)
                loss += field.learn(kept, keptWidth, examples[i].labels)
            }
            if pass > passes / 3 { field.remember() }
            progress("pass \(pass), loss \(loss / Float(max(1, examples.count)))")
        }
        field.average()
        return field
    }

    /// The part of the data that a document falls into, by its words, so that a document given twice
    /// falls into one.
    private func fold(of document: EntityCorpus.Document) -> Int {
        var hash: UInt64 = 0
        for (form, _) in document.sentences.joined().prefix(20) {
            var form = form
            hash = hash &* 31 &+ form.withUTF8 { SymbolTable.hash($0) }
        }
        return Int(hash % UInt64(max(1, folds)))
    }
}
