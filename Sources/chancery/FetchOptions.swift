import ArgumentParser
import Intake

/// What the commands that read articles let a user say of fetching web addresses.
struct FetchOptions: ParsableArguments {
    @Flag(help: "Let web addresses lead to this machine and to private networks.")
    var allowPrivateAddresses = false

    @Option(
        help: ArgumentHelp(
            "A folder that keeps what is fetched, so that an unchanged feed is not sent again.", valueName: "folder"))
    var cache: String?

    /// The intake that reads as the user wants.
    func intake() throws -> ArticleIntake {
        try ArticleIntake(fetching: FetchPolicy(allowsPrivateAddresses: allowPrivateAddresses, cacheFolder: cache))
    }
}
