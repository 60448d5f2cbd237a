public import Coding
public import Intake
public import Records

/// From inputs to coded articles: many at once, in input order.
public struct ArticlePipeline: Sendable {
    /// What one input gave.
    public struct Result: Sendable {
        public var item: IntakeItem
        /// The article with its statements, where the input holds an article.
        public var coded: CodedArticle?
    }

    private let coder: ArticleCoder
    private let width: Int

    /// Makes a pipeline.
    ///
    /// - Parameters:
    ///   - coder: what turns an article into statements.
    ///   - width: how many articles are coded at once; results do not depend on it.
    public init(coder: ArticleCoder, width: Int = ArticlePipeline.processorCount) {
        self.coder = coder
        self.width = width
    }

    /// Codes the articles of some inputs and hands on one result for every input, in input order.
    ///
    /// Inputs are drawn as results are taken, so that memory does not grow with their number.
    public func run(_ items: some Sequence<IntakeItem>, take: (Result) -> Void) async {
        var inputs = items.makeIterator()
        let coder = coder
        await OrderedParallel.run(&inputs, width: width) { item in
            Result(item: item, coded: item.article.map { coder.code($0) })
        } take: {
            take($0)
        }
    }
}
