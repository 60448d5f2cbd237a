import ArgumentParser
import Foundation

/// What the command tells the shell when it ends.
enum ExitStatus: Int32 {
    case done = 0
    /// Some input could not be read; the rest was done.
    case unreadableInput = 1
    case wrongUsage = 2
    case cannotWrite = 3

    /// The same as an error to throw from `run()`.
    var exit: ExitCode { ExitCode(rawValue) }

    /// Prints what an error has to say and ends the process.
    ///
    /// The argument parser's own status for wrong usage (64) becomes 2, the number that other
    /// programs are promised.
    static func leave(after error: any Error, of command: (some ParsableCommand).Type) -> Never {
        guard command.exitCode(for: error) == .validationFailure else { command.exit(withError: error) }
        StandardError.write(command.fullMessage(for: error) + "\n")
        Foundation.exit(wrongUsage.rawValue)
    }
}
