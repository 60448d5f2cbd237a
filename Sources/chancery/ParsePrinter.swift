import ArgumentParser
import Foundation
import Linguistics
import Text

/// Prints analyses one after another in one of the forms of `chancery parse`.
struct ParsePrinter {
    let format: Parse.Format
    private var conllu = ConlluWriter()
    private var json = AnalysisJSON()
    private let output = FileHandle.standardOutput

    init(format: Parse.Format) { self.format = format }

    /// Prints what stands before all analyses.
    func open() throws {
        if format == .json { try put(Array("{\"sentences\": [".utf8)) }
    }

    /// Prints what stands after all analyses.
    func close() throws {
        if format == .json { try put(Array("\n]}\n".utf8)) }
    }

    /// Prints one analysis; `scalars` Unicode scalars of the input stand before its text.
    mutating func write(_ analysis: Analysis, scalarsBefore scalars: Int) throws {
        switch format {
        case .conllu:
            conllu.write(analysis, scalarsBefore: scalars)
            try put(conllu.take())
        case .tree:
            for i in analysis.sentences.indices {
                try put(Array((TreeWriter().string(analysis, sentence: i) + "\n").utf8))
            }
        case .json:
            var bytes: [UInt8] = []
            json.append(analysis, scalarsBefore: scalars, to: &bytes)
            try put(bytes)
        }
    }

    private func put(_ bytes: [UInt8]) throws {
        do {
            try output.write(contentsOf: Data(bytes))
        } catch {
            throw ExitCode(3)
        }
    }
}
