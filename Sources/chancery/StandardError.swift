import Foundation

/// The stream for everything that is no result: findings and progress.
enum StandardError {
    /// Writes text as it is; a stream that is closed is no reason to stop.
    static func write(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }

    /// Whether somebody looks at the stream.
    static var isTerminal: Bool { isatty(FileHandle.standardError.fileDescriptor) == 1 }
}
