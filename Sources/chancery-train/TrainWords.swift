import ArgumentParser
import Foundation
import Linguistics
import LinguisticsTraining

/// `chancery-train words`: treebanks in, what is learned of words by counting out: lemmas and features.
struct TrainWords: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "words",
        abstract: "Learns lemmas and features of words and puts them into a model file beside what is there.")

    @Argument(help: "Treebanks in CoNLL-U.")
    var treebanks: [String]

    @Option(help: "A model file whose other sections are kept; may be given again to put files together.")
    var keep: [String] = []

    @Option(name: .shortAndLong, help: "Where the model is written, with the new sections in place of the old.")
    var output: String

    func run() throws {
        var writer = ModelWriter()
        for (name, bytes) in LemmatizerTrainer().train(try Treebank(paths: treebanks)) { writer.add(name, bytes) }
        for (name, bytes) in try FeatureTrainer().train(paths: treebanks) { writer.add(name, bytes) }
        for file in keep { try writer.addMissing(from: ModelFile(path: file)) }
        do {
            try Data(writer.bytes()).write(to: URL(fileURLWithPath: output))
        } catch {
            Report.line("\(output): cannot be written: \(error.localizedDescription)")
            throw ExitCode(3)
        }
    }
}
