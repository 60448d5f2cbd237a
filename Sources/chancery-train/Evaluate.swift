import ArgumentParser
import Foundation
import Linguistics
import LinguisticsTraining

/// `chancery-train evaluate`: the usual table of a model on treebanks.
struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measures a model on treebanks in CoNLL-U and on names in IOB2.",
        discussion: """
            Treebanks are measured from their raw text, as the CoNLL 2018 shared task counts, and from gold \
            words and sentences. Files that end in .iob2 are measured for names, from their raw text.
            """)

    @Argument(help: "Treebanks or labelled names with gold annotation.")
    var treebanks: [String]

    @Option(name: .shortAndLong, help: "The model file; the built-in one if none is named.")
    var model: String?

    func run() throws {
        let model = try model.map { try Model(ModelFile(path: $0)) } ?? Model.standard()
        let analyzer = try Analyzer(model: model, features: true)
        for path in treebanks where path.hasSuffix(".iob2") {
            print(try NameScores(path: path, analyzer: analyzer).line(Report.shortName(path)))
        }
        let trees = treebanks.filter { !$0.hasSuffix(".iob2") }
        if trees.isEmpty { return }
        print(RawScores.heading)
        for path in trees { print(try RawScores(path: path, analyzer: analyzer).line(Report.shortName(path))) }
        print(Scores.heading)
        for path in trees {
            print(Scores(try Treebank(paths: [path]), model: model).line(Report.shortName(path)))
        }
    }
}
