public import Coding
import Dispatch
public import Intake
public import Records
import Synchronization

/// Codes articles on all cores and gives the results in input order.
///
/// Inputs are taken in batches, so that memory stays bounded however long the input is; within a
/// batch every core takes the next input that nobody has.
public struct CodingQueue: Sendable {
    /// What became of one input.
    public struct Result: Sendable {
        public var item: IntakeItem
        /// The coded article; `nil` where the input could not be read.
        public var coded: CodedArticle?
    }

    private let coder: ArticleCoder
    private let threads: Int
    /// Inputs a batch: enough to keep the cores busy, few enough to hold.
    private static let batch = 256

    /// Makes a queue; `threads` of 1 codes one after the other.
    public init(coder: ArticleCoder, threads: Int) {
        self.coder = coder
        self.threads = max(1, threads)
    }

    /// Codes every item and hands the results on in order.
    public func run(_ items: some Sequence<IntakeItem>, deliver: (Result) throws -> Void) rethrows {
        var pending: [IntakeItem] = []
        pending.reserveCapacity(Self.batch)
        for item in items {
            pending.append(item)
            if pending.count == Self.batch {
                for result in code(pending) { try deliver(result) }
                pending.removeAll(keepingCapacity: true)
            }
        }
        for result in code(pending) { try deliver(result) }
    }

    private func code(_ items: [IntakeItem]) -> [Result] {
        let workers = min(threads, items.count)
        if workers < 2 { return items.map(result) }
        let next = Atomic<Int>(0)
        let shelf = Mutex<[Result?]>(Array(repeating: nil, count: items.count))
        DispatchQueue.concurrentPerform(iterations: workers) { _ in
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < items.count else { return }
                let done = result(items[index])
                shelf.withLock { $0[index] = done }
            }
        }
        return shelf.withLock { $0.compactMap { $0 } }
    }

    private func result(_ item: IntakeItem) -> Result {
        Result(item: item, coded: item.article.map(coder.code))
    }
}
