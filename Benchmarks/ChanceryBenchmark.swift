import ArgumentParser
import Briefing
import Foundation
import Intake
import Pipeline

/// The command `chancery-benchmark`: times the stages of a brief, or the linguistic pipeline by itself.
@main
struct ChanceryBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chancery-benchmark",
        abstract: "Times Chancery's stages.",
        subcommands: [StagesBenchmark.self, ParseBenchmark.self], defaultSubcommand: StagesBenchmark.self)
}

/// Times the stages from paths to a brief, one after another on one core.
struct StagesBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stages",
        abstract: "Times every stage from articles to a brief.",
        discussion: """
            Each stage runs by itself on one core, some rounds of it; the best and the median round are \
            shown. With --copies the articles are multiplied under changed names, so that each set of \
            copies is a story of its own: time should grow with the number of articles and no faster.
            """)

    @Argument(help: "Articles, as for chancery brief; none when intake alone is timed.")
    var paths: [String] = []

    @Option(help: "A folder of pages: times them from bytes to articles.")
    var pages: String?

    @Option(help: "A WARC archive, plain or gzip: times going over its records.")
    var warc: String?

    @Option(help: "Writes an archive of made-up pages to the path of --warc first, of so many megabytes.")
    var makeWarc: Int?

    @Option(help: "How often each stage runs.")
    var rounds = 5

    @Option(help: "How many sets of the articles to time.")
    var copies = 1

    @Option(help: "Instead of timing, code so many texts made from the articles by putting them out of order.")
    var fuzz: Int?

    @Option(help: "What the texts of --fuzz depend on beside the articles.")
    var seed: UInt64 = 1

    @Option(help: "Where texts of --fuzz that fail are kept.")
    var kept = "fuzz-cases"

    @Option(help: "A file for the figures as JSON.")
    var json: String?

    func validate() throws {
        guard !paths.isEmpty || pages != nil || warc != nil else {
            throw ValidationError("name articles, or pages, or an archive")
        }
        guard makeWarc == nil || warc != nil else { throw ValidationError("--make-warc needs --warc") }
        guard rounds > 0, copies > 0 else { throw ValidationError("--rounds and --copies start at 1") }
    }

    func run() async throws {
        try timeIntake()
        if !paths.isEmpty { try timeStages() }
    }

    private func timeIntake() throws {
        guard pages != nil || warc != nil else { return }
        let timer = IntakeTimer(rounds: rounds)
        print(IntakeTimer.Rate.heading)
        if let pages { print(try timer.pages(in: pages).row) }
        if let warc {
            if let makeWarc { _ = try SyntheticArchive.write(to: warc, bytes: makeWarc << 20) }
            print(try timer.records(in: warc).row)
        }
    }

    private func timeStages() throws {
        let items = Array(try ArticleIntake().items(of: paths))
        let articles = NameChanging.copies(of: items.compactMap(\.article), count: copies)
        guard !articles.isEmpty else { throw ValidationError("no article could be read") }
        if let fuzz {
            let failed = try CodingFuzz(articles: articles, seed: seed, limit: 5, folder: URL(fileURLWithPath: kept))
                .run(count: fuzz)
            print("\(fuzz) texts coded, \(failed) failed")
            if failed > 0 { throw ExitCode(1) }
            return
        }
        let stages = try StageTimer(rounds: rounds).time(paths: paths, articles: articles)
        let report = StageReport(articles: articles.count, rounds: rounds, stages: stages)
        print(report.table)
        if let json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            try encoder.encode(report).write(to: URL(fileURLWithPath: json))
        }
    }
}
