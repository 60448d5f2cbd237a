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

    @Argument(help: "Articles, as for chancery brief.")
    var paths: [String]

    @Option(help: "How often each stage runs.")
    var rounds = 5

    @Option(help: "How many sets of the articles to time.")
    var copies = 1

    @Option(help: "A file for the figures as JSON.")
    var json: String?

    func validate() throws {
        guard rounds > 0, copies > 0 else { throw ValidationError("--rounds and --copies start at 1") }
    }

    func run() async throws {
        let items = Array(try ArticleIntake().items(of: paths))
        let articles = NameChanging.copies(of: items.compactMap(\.article), count: copies)
        guard !articles.isEmpty else { throw ValidationError("no article could be read") }
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
