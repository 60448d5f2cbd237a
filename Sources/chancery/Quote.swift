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

    @OptionGroup var asked: AskOptions

    @Option(help: "text, markdown, html or json.")
    var format: PrintingsFormat = .text

    func validate() throws {
        guard words.contains(where: { $0.isLetter || $0.isNumber }) else {
            throw ValidationError("there are no words to look for")
        }
    }

    func run() async throws {
        let pipeline = try ClaimPipeline(index: asked.actors.index())
        let accounts = await pipeline.accounts(of: asked.paths)
        asked.tell(accounts.findings)
        let search = try pipeline.printings(of: words, in: accounts)
        let output = ResultOutput(path: asked.output)
        try output.write(
            PrintingsRenderer(format: format, colour: output.takesColour).render(search, articles: accounts.articles))
        try asked.finish(accounts.findings)
    }
}

extension PrintingsFormat: ExpressibleByArgument {}
