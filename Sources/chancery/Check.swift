import ArgumentParser
import Briefing
import Pipeline
import Records

/// `chancery check`: what the accounts and the record say of a claim.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says of a claim whether accounts and the official record support or contradict it.",
        discussion: """
            The claim is a whole sentence, such as "All five Central Asian states abstained". Groups are expanded at \
            the date of the latest article, or at that of --on. The answer is one of supported, contradicted, mixed, \
            not found and not understood. Exit status: 0 done, whatever the answer; 1 some input could not be read \
            (the rest was done); 2 wrong usage; 3 the result could not be written.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: "The claim, in quotation marks.")
    var claim: String

    @OptionGroup var asked: AskOptions

    @Option(help: "text or json.")
    var format: Format = .text

    @Option(help: ArgumentHelp("The day on which the claim is meant, as YYYY-MM-DD.", valueName: "date"))
    var on: String?

    @Flag(help: "Show each member of a group, and why what comes near is no answer.")
    var explain = false

    @OptionGroup var record: RecordOption

    func validate() throws {
        guard claim.contains(where: { !$0.isWhitespace }) else { throw ValidationError("the claim is empty") }
        if let on, on.utf8.count != 10 || CalendarDay(iso: on) == nil {
            throw ValidationError("--on \(on): expected a day as YYYY-MM-DD")
        }
    }

    func run() async throws {
        let pipeline = try ClaimPipeline(records: record.files, index: asked.actors.index())
        let accounts = await pipeline.accounts(of: asked.paths)
        let (result, notes) = try pipeline.check(claim, against: accounts, on: on)
        let findings = accounts.findings + notes
        asked.tell(findings)
        let output = ResultOutput(path: asked.output)
        switch format {
        case .text:
            try output.write(
                CheckText(colour: output.takesColour, explain: explain).render(result, articles: accounts.articles))
        case .json: try output.write(AnswerJSON.render(result))
        }
        try asked.finish(findings)
    }
}
