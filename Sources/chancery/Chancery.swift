import ArgumentParser

/// The command `chancery`: one file a subcommand.
@main
struct Chancery: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chancery",
        abstract: "Reads many accounts of one diplomatic event and says what they agree on and where they differ.",
        subcommands: [
            BriefCommand.self,
            Extract.self,
            Parse.self,
            Code.self,
            Check.self,
            Quote.self,
            Audit.self,
        ])

    /// Runs the command that the arguments name; the exit status is one of `ExitStatus`.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            ExitStatus.leave(after: error, of: Self.self)
        }
    }
}
