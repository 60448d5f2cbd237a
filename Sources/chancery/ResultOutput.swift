import ArgumentParser
import Foundation

/// Where results go: the standard output or a file.
struct ResultOutput {
    /// A path, or `nil` and `-` for the standard output.
    var path: String?

    /// Whether the results go to a terminal that may be given colours (`NO_COLOR` forbids them).
    var takesColour: Bool {
        let environment = ProcessInfo.processInfo.environment
        return isStandard && isatty(FileHandle.standardOutput.fileDescriptor) == 1
            && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }

    private var isStandard: Bool { path == nil || path == "-" }

    /// Writes everything; a file appears whole or not at all.
    ///
    /// - Throws: the status for output that cannot be written, after saying why.
    func write(_ text: String) throws {
        do {
            if let path, !isStandard {
                let file = URL(fileURLWithPath: path)
                // A pipe or device is written to; putting a new file in its place would remove it.
                let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
                let isPlain = type == nil || type == .typeRegular
                try Data(text.utf8).write(to: file, options: isPlain ? .atomic : [])
            } else {
                try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
            }
        } catch {
            let reason = (error as NSError).localizedDescription
                .replacingOccurrences(of: "The operation could not be completed. ", with: "")
            StandardError.write("chancery: cannot write \(path ?? "the standard output"): \(reason)\n")
            throw ExitStatus.cannotWrite.exit
        }
    }
}
