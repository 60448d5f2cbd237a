import ArgumentParser
import Foundation
import Linguistics
import LinguisticsTraining

/// `chancery-train sentences`: treebanks in, the splitter's section of a model file out.
struct TrainSplitter: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sentences",
        abstract: "Trains the sentence splitter and puts it into a model file beside what is there.")

    @Argument(help: "Treebanks in CoNLL-U, sentences in the order of their texts.")
    var treebanks: [String]

    @Option(help: "A model file whose other sections are kept.")
    var keep: String?

    @Option(name: .shortAndLong, help: "Where the model is written, with the new section in place of the old.")
    var output: String

    @Option(help: "The seed of all that is random.")
    var seed: UInt64 = 1

    @Option(help: "Passes over the data.")
    var passes = 12

    @Option(help: "What is added to every place's score: above zero more sentences end.")
    var lean = SplitterTrainer().lean

    func run() throws {
        var trainer = SplitterTrainer()
        trainer.seed = seed
        trainer.passes = passes
        trainer.lean = lean
        var writer = ModelWriter()
        for (name, bytes) in try trainer.train(paths: treebanks, progress: { Report.line($0) }) {
            writer.add(name, bytes)
        }
        if let keep { try writer.addMissing(from: ModelFile(path: keep)) }
        do {
            try Data(writer.bytes()).write(to: URL(fileURLWithPath: output))
        } catch {
            Report.line("\(output): cannot be written: \(error.localizedDescription)")
            throw ExitCode(3)
        }
    }
}
