import ArgumentParser
import Foundation
import Linguistics
import LinguisticsTraining

/// `chancery-train entities`: labelled texts in, the entity sections of a model file out.
struct TrainEntities: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entities",
        abstract: "Trains the entity recognizer and puts it into a model file beside what is there.")

    @Argument(help: "Labelled texts: IOB2, two columns, or CoNLL-U with Entity= in MISC.")
    var corpora: [String]

    @Option(help: "The model whose tagger and parser prepare the texts.")
    var model: String

    @Option(help: "A model file whose other sections are kept.")
    var keep: String?

    @Option(name: .shortAndLong, help: "Where the model is written, with the new sections in place of the old.")
    var output: String

    @Option(help: "The seed of all that is random.")
    var seed: UInt64 = 1

    @Option(help: "Passes over the data.")
    var passes = 8

    @Option(help: "The step of the gradients.")
    var rate: Float = 0.1

    @Option(help: "How strongly weights are drawn to nothing.")
    var decay: Float = 1e-4

    @Option(help: "The share of features left out of each example.")
    var dropout: Float = 0.3

    func run() throws {
        let file = try ModelFile(path: model)
        var corpus = try EntityCorpus()
        for path in corpora { try corpus.add(path: path) }
        var trainer = EntityTrainer()
        trainer.seed = seed
        trainer.passes = passes
        trainer.rate = rate
        trainer.decay = decay
        trainer.dropout = dropout
        let sections = try trainer.train(corpus, model: Model(file)) { Report.line($0) }
        var writer = ModelWriter()
        for (name, bytes) in sections { writer.add(name, bytes) }
        if let keep { try writer.addMissing(from: ModelFile(path: keep)) }
        do {
            try Data(writer.bytes()).write(to: URL(fileURLWithPath: output))
        } catch {
            Report.line("\(output): cannot be written: \(error.localizedDescription)")
            throw ExitCode(3)
        }
    }
}
