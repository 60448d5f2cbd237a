import ArgumentParser
import Foundation
import Linguistics
import LinguisticsTraining

/// `chancery-train train`: treebanks in, a model file out.
struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Trains a model from treebanks in CoNLL-U.")

    @Argument(help: "Treebanks to learn from.")
    var treebanks: [String]

    @Option(name: .shortAndLong, help: "Where the model is written.")
    var output: String

    @Option(help: "A treebank to report figures on after every pass.")
    var dev: [String] = []

    @Option(help: "The seed of all that is random.")
    var seed: UInt64 = 1

    @Option(help: "Passes over the data.")
    var passes = NetworkTrainer.Settings().passes

    @Option(help: "Numbers in a word's vector.")
    var width = NetworkTrainer.Settings().width

    @Option(help: "Recurrent layers.")
    var layers = NetworkTrainer.Settings().layers

    @Option(help: "The layer that the tagger reads.")
    var tagLayer = NetworkTrainer.Settings().tagLayer

    @Option(help: "Probability with which numbers are dropped in training.")
    var dropout = NetworkTrainer.Settings().dropout

    @Option(help: "The learning rate at its highest.")
    var rate = NetworkTrainer.Settings().rate

    @Option(help: "Words in a step of training.")
    var batch = NetworkTrainer.Settings().batchWords

    func run() throws {
        var trainer = ModelTrainer()
        trainer.network.seed = seed
        trainer.network.passes = passes
        trainer.network.width = width
        trainer.network.layers = layers
        trainer.network.tagLayer = tagLayer
        trainer.network.dropout = dropout
        trainer.network.rate = rate
        trainer.network.batchWords = batch
        let dev = try dev.map { (name: Report.shortName($0), treebank: try Treebank(paths: [$0])) }
        let network = try trainer.train(try Treebank(paths: treebanks), dev: dev) { Report.line($0) }
        var writer = ModelWriter()
        try writer.addMissing(from: ModelFile(bytes: network))
        for (name, bytes) in try FeatureTrainer().train(paths: treebanks) { writer.add(name, bytes) }
        var splitter = SplitterTrainer()
        splitter.seed = seed
        for (name, bytes) in try splitter.train(paths: treebanks, progress: { Report.line($0) }) {
            writer.add(name, bytes)
        }
        let bytes = writer.bytes()
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: output))
        } catch {
            Report.line("\(output): cannot be written: \(error.localizedDescription)")
            throw ExitCode(3)
        }
        Report.line("\(output): \(bytes.count) bytes")
        let model = try Model(ModelFile(bytes: bytes, file: output))
        if !dev.isEmpty { Report.line(Scores.heading) }
        for (name, treebank) in dev { Report.line(Scores(treebank, model: model).line(name)) }
    }
}

/// Lines for people, on standard error.
enum Report {
    static func line(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

    /// The last folder and file of a path, without its suffix.
    static func shortName(_ path: String) -> String {
        let url = URL(fileURLWithPath: path).deletingPathExtension()
        return url.deletingLastPathComponent().lastPathComponent + "/" + url.lastPathComponent
    }
}
