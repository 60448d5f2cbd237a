public import Coding
public import Intake
public import Records

/// Codes articles on all cores and gives what is made of them in input order.
///
/// Reading, coding and handing on overlap: an input is drawn while others are being coded, each on the next
/// free core together with the rendering of its result, and only finished bytes are handed on one after the
/// other. Few inputs are held at a time, so that memory stays bounded however long the input is.
public struct CodingQueue: Sendable {
    /// What became of one input.
    public struct Result: Sendable {
        public var item: IntakeItem
        /// The coded article; `nil` where the input could not be read.
        public var coded: CodedArticle?
    }

    private let coder: ArticleCoder
    private let threads: Int

    /// Makes a queue; `threads` of 1 codes one after the other.
    public init(coder: ArticleCoder, threads: Int) {
        self.coder = coder
        self.threads = max(1, threads)
    }

    /// Codes every item and hands on what `render` makes of each, in order.
    ///
    /// - Parameters:
    ///   - render: runs on the core that has coded the item; what it gives must depend on the result alone.
    ///   - deliver: takes the outputs in input order; what it throws ends the run.
    public func run<Output: Sendable>(
        _ items: some Sequence<IntakeItem>, render: @escaping @Sendable (Result) -> Output,
        deliver: (Output) throws -> Void
    ) async throws {
        let failure = Failure()
        var inputs = Inputs(items: items.makeIterator(), failure: failure)
        let coder = coder
        await OrderedParallel.run(&inputs, width: threads) { item in
            render(Result(item: item, coded: item.article.map { coder.code($0) }))
        } take: { output in
            guard failure.error == nil else { return }
            do { try deliver(output) } catch { failure.error = error }
        }
        if let error = failure.error { throw error }
    }

    /// What has ended the run.
    private final class Failure {
        var error: (any Error)?
    }

    /// The items, up to the first failure.
    private struct Inputs<Items: IteratorProtocol<IntakeItem>>: IteratorProtocol {
        var items: Items
        let failure: Failure

        mutating func next() -> IntakeItem? { failure.error == nil ? items.next() : nil }
    }
}
