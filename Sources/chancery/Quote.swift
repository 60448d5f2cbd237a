public import ArgumentParser
public import Briefing
import Pipeline
import Records

/// `chancery quote`: who printed some words, how, and where the wording differs.
struct Quote: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows all printings of a quotation, with the words marked in which they differ.",
        discussion: """
            Case, marks and punctuation are ignored; "..." and "[...]" stand for words that were left out. Where no \
            account prints the words, the nearest that accounts print are shown and said to be such. Exit status: 0 \
            done, whether or not anything was found; 1 some input could not be read (the rest was done); 2 wrong \
            usage; 3 the result could not be written.
            """)

    @Argument(help: "The words, in quotation marks.")
    var words: String

    @Argument(help: ArgumentHelp("What to read.", valueName: "path"))
    var paths: [String]

    @Option(help: "text, markdown, html or json.")
    var format: PrintingsFormat = .text

    @Option(name: .shortAndLong, help: "A file to write to; the standard output by default.")
    var output: String?

    @OptionGroup var actors: ActorsOption

    func validate() throws {
        guard !paths.isEmpty else { throw ValidationError("name at least one path, or - for standard input") }
        guard words.contains(where: { $0.isLetter || $0.isNumber }) else {
            throw ValidationError("there are no words to look for")
        }
    }

    func run() async throws {
        let pipeline = try ClaimPipeline(index: actors.index())
        let accounts = await pipeline.accounts(of: paths)
        for finding in accounts.findings { StandardError.write("\(finding.path): \(finding.message)\n") }
        let search = try pipeline.printings(of: words, in: accounts)
        let output = ResultOutput(path: output)
        try output.write(
            PrintingsRenderer(format: format, colour: output.takesColour).render(search, articles: accounts.articles))
        if accounts.findings.contains(where: { $0.severity == .failure }) { throw ExitStatus.unreadableInput.exit }
    }
}

extension PrintingsFormat: ExpressibleByArgument {}
