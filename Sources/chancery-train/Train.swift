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

    @Option(help: "A treebank to report figures on.")
    var dev: [String] = []

    @Option(help: "The seed of all that is random.")
    var seed: UInt64 = 1

    @Option(help: "Passes over the data for the tagger.")
    var taggerPasses = 8

    @Option(help: "Passes over the data for the parser.")
    var parserPasses = 10

    func run() throws {
        var trainer = ModelTrainer()
        trainer.tagger.seed = seed
        trainer.parser.seed = seed
        trainer.tagger.passes = taggerPasses
        trainer.parser.passes = parserPasses
        let bytes = try trainer.train(Treebank(paths: treebanks)) { Report.line($0) }
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: output))
        } catch {
            Report.line("\(output): cannot be written: \(error.localizedDescription)")
            throw ExitCode(3)
        }
        Report.line("\(output): \(bytes.count) bytes")
        let model = try Model(ModelFile(bytes: bytes, file: output))
        for path in dev {
            Report.line(Scores.heading)
            Report.line(Scores(try Treebank(paths: [path]), model: model).line(Report.shortName(path)))
        }
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
