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

    @Argument(help: ArgumentHelp("What to read.", valueName: "path"))
    var paths: [String]

    @Option(help: "text or json.")
    var format: Format = .text

    @Option(name: .shortAndLong, help: "A file to write to; the standard output by default.")
    var output: String?

    @Option(help: ArgumentHelp("The day on which the claim is meant, as YYYY-MM-DD.", valueName: "date"))
    var on: String?

    @Flag(help: "Show each member of a group, and why what comes near is no answer.")
    var explain = false

    @OptionGroup var record: RecordOption
    @OptionGroup var actors: ActorsOption

    func validate() throws {
        guard !paths.isEmpty else { throw ValidationError("name at least one path, or - for standard input") }
        guard claim.contains(where: { !$0.isWhitespace }) else { throw ValidationError("the claim is empty") }
        if let on, !ISODay.isDay(on) { throw ValidationError("--on \(on): expected a day as YYYY-MM-DD") }
    }

    func run() async throws {
        let pipeline = try ClaimPipeline(records: record.files, index: actors.index())
        let accounts = await pipeline.accounts(of: paths)
        let (result, notes) = try pipeline.check(claim, against: accounts, on: on)
        let findings = accounts.findings + notes
        for finding in findings { StandardError.write("\(finding.path): \(finding.message)\n") }
        let output = ResultOutput(path: output)
        switch format {
        case .text:
            try output.write(
                CheckText(colour: output.takesColour, explain: explain).render(result, articles: accounts.articles))
        case .json: try output.write(AnswerJSON.render(result))
        }
        if findings.contains(where: { $0.severity == .failure }) { throw ExitStatus.unreadableInput.exit }
    }
}

/// Days as the command line takes them.
enum ISODay {
    /// Whether a text has the form YYYY-MM-DD.
    static func isDay(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.count) == [4, 2, 2], let month = Int(parts[1]), let day = Int(parts[2]),
            Int(parts[0]) != nil
        else { return false }
        return (1...12).contains(month) && (1...31).contains(day)
    }
}
