import ArgumentParser
import Foundation
import Linguistics
import Text

/// `chancery-benchmark parse`: how many words a second one core reads, to each depth of analysis.
struct ParseBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse",
        abstract: "Times the linguistic pipeline on one core, in words a second.",
        discussion: """
            Every depth is timed from bytes: words and sentences; these with tags, lemmas and trees; with \
            names; with chains of mentions. Processor time counts, not the clock, so that other work on the \
            machine disturbs little. The best and the median round are shown.
            """)

    @Argument(help: "Text files, or directories of them.")
    var paths: [String]

    @Option(help: "How often each depth is timed.")
    var rounds = 3

    func run() throws {
        var texts: [SourceText] = []
        for path in try paths.flatMap(Self.files) {
            texts.append(SourceText(repairing: Array(try Data(contentsOf: URL(fileURLWithPath: path)))))
        }
        let began = Self.processorSeconds()
        let analyzer = try Analyzer()
        let loading = Self.processorSeconds() - began
        var words = 0
        print("| to | best, words/s | median, words/s |\n|---|---:|---:|")
        for depth in Analyzer.Depth.allCases {
            var seconds: [Double] = []
            for _ in 0..<max(1, rounds) {
                let start = Self.processorSeconds()
                words = texts.reduce(0) { $0 + analyzer.analyze($1, to: depth).words.count }
                seconds.append(Self.processorSeconds() - start)
            }
            seconds.sort()
            print(
                "| \(depth) | \(Int(Double(words) / seconds[0])) | \(Int(Double(words) / seconds[seconds.count / 2])) |"
            )
        }
        print("\n\(texts.count) texts, \(words) words; the analyzer was ready after \(Int(loading * 1000)) ms.")
    }

    private static func files(at path: String) throws -> [String] {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw ValidationError("\(path) is not there")
        }
        if !isDirectory.boolValue { return [path] }
        let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted().map { path + "/" + $0 }
    }

    /// What this process has used of the processor so far.
    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
