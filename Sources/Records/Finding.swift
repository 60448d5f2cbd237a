/// Something that a user should know of one input: why it could not be read, or what is odd in it.
public struct Finding: Codable, Hashable, Sendable {
    public enum Severity: String, Codable, Hashable, Sendable {
        /// The input could not be read; nothing of it is in the results.
        case failure
        /// The input was read; something in it deserves a look.
        case notice
    }
    public var path: String
    public var message: String
    public var severity: Severity
    public init(path: String, message: String, severity: Severity = .failure) {
        self.path = path
        self.message = message
        self.severity = severity
    }
}
