public import ArgumentParser
public import Briefing
import Pipeline
import Records

/// `chancery brief`: articles in, a brief of each story out.
struct BriefCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "brief",
        abstract: "Reads accounts of one or more events and prints what they agree on and where they differ.",
        discussion: """
            A path is a text file, a page, a file of JSON lines, a directory of such, a web address, or - for \
            standard input. Needs no set-up and no database; nothing is fetched but the addresses among the paths. \
            Exit status: 0 done, 1 some input could not be read (the rest was done), 2 wrong usage, 3 the result \
            could not be written.
            """)

    @Argument(help: ArgumentHelp("What to read, in this order.", valueName: "path"))
    var paths: [String]

    @Option(help: "The form of the result.")
    var format: BriefFormat = .text

    @Option(name: .shortAndLong, help: "A file to write to; the standard output by default.")
    var output: String?

    @Flag(help: "Show lesser statements too: small counts, spellings, what many accounts print in passing.")
    var all = false

    @Flag(help: "Say of each claim why it has its status, and of what looks like a conflict why it is none.")
    var explain = false

    @OptionGroup var record: RecordOption
    @OptionGroup var actors: ActorsOption

    @OptionGroup var fetching: FetchOptions

    func run() async throws {
        let pipeline = try StoryPipeline(
            index: actors.index(), intake: fetching.intake(), records: record.files)
        var line = ProgressLine()
        var brief = try await pipeline.brief(of: paths) { progress in
            switch progress {
            case .coded(let inputs, let articles): line.show("\(inputs) inputs read, \(articles) articles coded")
            case .reconciling(let articles): line.show("laying \(articles) articles side by side")
            }
        }
        line.clear()
        brief.showsLesser = all
        for finding in brief.findings { StandardError.write("\(finding.path): \(finding.message)\n") }
        let result = ResultOutput(path: output)
        var text = try format.renderer(colour: result.takesColour).render(brief)
        // The other forms hold the reasons already.
        if explain, format == .text { text += "\n" + BriefExplanation(colour: result.takesColour).render(brief) }
        try result.write(text)
        if brief.findings.contains(where: { $0.severity == .failure }) { throw ExitStatus.unreadableInput.exit }
    }
}

extension BriefFormat: ExpressibleByArgument {}
