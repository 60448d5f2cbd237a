import ArgumentParser
import Foundation
import Gazetteer
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
        let analyzer = try Analyzer(names: ActorIndex.standard().knownNames, features: true)
        var printer = ParsePrinter(format: format)
        var failed = false
        try printer.open()
        for path in TextFiles.expand(paths) {
            do {
                var blocks = try TextBlocks(path: path)
                var scalars = 0
                while true {
                    let batch = try Self.batch(&blocks)
                    if batch.isEmpty { break }
                    for analysis in await Self.analyze(batch, with: analyzer) {
                        try printer.write(analysis, scalarsBefore: scalars)
                        scalars += analysis.text.scalarCount
                    }
                }
            } catch let error as TextFiles.Failure {
                failed = true
                TextFiles.report(error.description)
            }
        }
        try printer.close()
        if failed { throw ExitCode(1) }
    }

    /// As many blocks as there are cores, or what is left.
    private static func batch(_ blocks: inout TextBlocks) throws(TextFiles.Failure) -> [[UInt8]] {
        var batch: [[UInt8]] = []
        while batch.count < ProcessInfo.processInfo.activeProcessorCount, let block = try blocks.next() {
            batch.append(block)
        }
        return batch
    }

    /// Analyses blocks on all cores; the results come in the order of the blocks.
    private static func analyze(_ blocks: [[UInt8]], with analyzer: Analyzer) async -> [Analysis] {
        await withTaskGroup(of: (Int, Analysis).self) { group in
            for (index, block) in blocks.enumerated() {
                group.addTask { (index, analyzer.analyze(SourceText(repairing: block))) }
            }
            var results: [(Int, Analysis)] = []
            for await result in group { results.append(result) }
            return results.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}
