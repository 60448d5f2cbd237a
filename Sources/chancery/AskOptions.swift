import ArgumentParser
import Briefing
import Pipeline
import Records

/// What the subcommands that put a question to accounts have in common: where to read, where to write, whom
/// to know, and what could not be read.
struct AskOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("What to read.", valueName: "path"))
    var paths: [String]

    @Option(name: .shortAndLong, help: "A file to write to; the standard output by default.")
    var output: String?

    @OptionGroup var actors: ActorsOption

    func validate() throws {
        guard !paths.isEmpty else { throw ValidationError("name at least one path, or - for standard input") }
    }

    /// Tells findings on standard error.
    func tell(_ findings: [Finding]) {
        for finding in findings { StandardError.write("\(finding.path): \(finding.message)\n") }
    }

    /// Ends with the status for input that could not be read, where a finding says so.
    func finish(_ findings: [Finding]) throws {
        if findings.contains(where: { $0.severity == .failure }) { throw ExitStatus.unreadableInput.exit }
    }
}
