import ArgumentParser
import Coding
import Foundation
import Intake
import Pipeline
import Records

/// `chancery audit`: a sample of coded events for a judge, and the precision that the judge's marks give.
struct Audit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Draws coded events for a judge to mark, or counts the marks.",
        discussion: """
            First: chancery audit --sample 50 --seed 1 PATH... > sheet.tsv
            The sheet has a row an event. Write y or n into type_right and actors_right; a blank is not counted.
            Then: chancery audit --judged sheet.tsv
            It prints the precision of the type, of the actors and of both, each with its 95 % interval.
            """)

    @Argument(help: "Files, directories, or - for standard input.")
    var paths: [String] = []

    @Option(help: "How many events to draw.")
    var sample = 50

    @Option(help: "What the draw depends on: the same seed and input give the same sheet.")
    var seed: UInt64 = 1

    @Option(help: "A sheet with a judge's marks to count.")
    var judged: String?

    @Flag(help: "Leave the sentences out, for a sheet that is kept where the articles may not be.")
    var withoutWords = false

    @Option(help: "A file for the sheet or the figures.")
    var output: String?

    @OptionGroup var actors: ActorsOption

    func validate() throws {
        guard sample > 0 else { throw ValidationError("--sample starts at 1") }
        guard judged != nil || !paths.isEmpty else {
            throw ValidationError("give articles to draw from, or a marked sheet with --judged")
        }
        guard judged == nil || paths.isEmpty else { throw ValidationError("--judged takes no articles") }
    }

    func run() async throws {
        if let judged {
            guard let sheet = try? String(contentsOfFile: judged, encoding: .utf8) else {
                throw ValidationError("\(judged): cannot be read as UTF-8 text")
            }
            do {
                try ResultOutput(path: output).write(AuditScore(sheet: sheet).report + "\n")
            } catch let failure as AuditScore.Failure {
                throw ValidationError("\(judged): \(failure)")
            }
            return
        }
        var sheet = AuditSheet(size: sample, seed: seed)
        var failed = false
        let queue = CodingQueue(
            coder: try ArticleCoder(index: actors.index()), threads: ProcessInfo.processInfo.activeProcessorCount)
        try await queue.run(try ArticleIntake().items(of: paths)) {
            $0
        } deliver: { result in
            for finding in result.item.findings {
                StandardError.write("\(finding.path): \(finding.message)\n")
                if finding.severity == .failure { failed = true }
            }
            if let coded = result.coded { sheet.offer(coded) }
        }
        StandardError.write("\(min(sample, sheet.offered)) of \(sheet.offered) events\n")
        try ResultOutput(path: output).write(sheet.table(words: !withoutWords))
        if failed { throw ExitStatus.unreadableInput.exit }
    }
}
