/// One line on the standard error stream that tells how far a long run has come.
///
/// It is written only where somebody looks, and only when the run is long enough to wait for.
struct ProgressLine {
    private let clock = ContinuousClock()
    private let start = ContinuousClock.now
    private var last = ContinuousClock.now
    private var isShown = false
    private let isWanted: Bool

    init(isWanted: Bool = StandardError.isTerminal) { self.isWanted = isWanted }

    /// Shows a message in place of the one before, at most five times a second and not in the first second.
    mutating func show(_ message: @autoclosure () -> String) {
        guard isWanted else { return }
        let now = clock.now
        guard now - start > .seconds(1), now - last > .milliseconds(200) else { return }
        last = now
        isShown = true
        StandardError.write("\r\u{1B}[K\(message())")
    }

    /// Takes the line away.
    mutating func clear() {
        if isShown { StandardError.write("\r\u{1B}[K") }
        isShown = false
    }
}
