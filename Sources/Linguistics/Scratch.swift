/// Memory to compute in that grows and is used again; what it holds is lost when it grows.
final class Scratch<Element: BitwiseCopyable> {
    private(set) var start: UnsafeMutablePointer<Element>
    private var capacity = 16

    init() { start = .allocate(capacity: 16) }

    deinit { start.deallocate() }

    /// Makes room for so many elements.
    func reserve(_ count: Int) {
        guard count > capacity else { return }
        start.deallocate()
        capacity = count + count / 4
        start = .allocate(capacity: capacity)
    }
}
