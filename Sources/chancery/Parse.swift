import ArgumentParser
import Foundation
import Linguistics
import Text

/// `chancery parse`: raw text in, its analysis out.
struct Parse: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Parses raw text: sentences, words, tags, lemmas, dependencies and names.",
        discussion: """
            CoNLL-U is read by other programs; a tree is for people. Texts pass through in blocks that \
            end where a paragraph ends, so that any length fits in constant memory.
            """)

    /// The forms of output.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case conllu, json, tree
    }

    @Argument(help: "A text file, a directory of them, or - for standard input.")
    var paths: [String]

    @Option(help: "The form of the output.")
    var format: Format = .conllu

    func run() async throws {
        let analyzer = try Analyzer()
        var printer = ParsePrinter(format: format)
        var failed = false
        try printer.open()
        for path in TextFiles.expand(paths) {
            do {
                var blocks = try TextBlocks(path: path)
                var scalars = 0
                while let block = try blocks.next() {
                    let text = SourceText(repairing: block)
                    try printer.write(analyzer.analyze(text), scalarsBefore: scalars)
                    scalars += text.scalarCount
                }
            } catch let error as TextFiles.Failure {
                failed = true
                TextFiles.report(error.description)
            }
        }
        try printer.close()
        if failed { throw ExitCode(1) }
    }
}
