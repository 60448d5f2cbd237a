import Foundation

/// The bytes of an open file or of standard input, read as they are asked for.
final class FileSource: ByteSource {
    private let descriptor: Int32
    private let owned: Bool

    /// Opens a file.
    ///
    /// - Throws: `IntakeFailure` with the system's reason.
    init(path: String) throws(IntakeFailure) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        owned = true
        guard descriptor >= 0 else { throw IntakeFailure(Self.words(errno)) }
    }

    /// Reads from standard input.
    init(standardInput: Void) {
        descriptor = 0
        owned = false
    }

    deinit { if owned { close(descriptor) } }

    func read(_ count: Int) throws(IntakeFailure) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            var got = -1
            repeat { got = Foundation.read(descriptor, buffer.baseAddress, count) } while got < 0 && errno == EINTR
            if got < 0 { failure = errno }
            filled = max(got, 0)
        }
        if failure != 0 { throw IntakeFailure(Self.words(failure)) }
        return bytes
    }

    private static func words(_ code: Int32) -> String {
        switch code {
        case ENOENT: "no such file or directory; check the path"
        case EACCES: "permission denied; check who may read it"
        default: "cannot be read: " + String(cString: strerror(code))
        }
    }
}
