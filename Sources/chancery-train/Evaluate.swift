import ArgumentParser
import Foundation
import Linguistics
import LinguisticsTraining

/// `chancery-train evaluate`: the usual table of a model on treebanks.
struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measures a model on treebanks in CoNLL-U, from gold words and sentences.")

    @Argument(help: "Treebanks with gold annotation.")
    var treebanks: [String]

    @Option(name: .shortAndLong, help: "The model file; the built-in one if none is named.")
    var model: String?

    func run() throws {
        let model = try model.map { try Model(ModelFile(path: $0)) } ?? Model.standard()
        print(Scores.heading)
        for path in treebanks {
            let treebank = try Treebank(paths: [path])
            let began = ContinuousClock.now
            let scores = Scores(treebank, model: model)
            let elapsed = ContinuousClock.now - began
            let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
            print(scores.line(Report.shortName(path)))
            Report.line("\(Int(Double(scores.words) / seconds)) words a second")
        }
    }
}
