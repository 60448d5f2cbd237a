import ArgumentParser

/// The command `chancery`: one file a subcommand.
@main
struct Chancery: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chancery",
        abstract: "Reads many accounts of one diplomatic event and says what they agree on and where they differ.",
        subcommands: [
            Extract.self,
            Parse.self,
        ])
}
