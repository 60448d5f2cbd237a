import Coding
public import Gazetteer
public import Intake
import Reconciliation
public import Records

/// Questions put to a pile of articles: whether a claim holds, and who printed some words.
public struct ClaimPipeline: Sendable {
    private let intake: ArticleIntake
    private let coder: ArticleCoder
    private let index: ActorIndex
    private let width: Int
    private let records: [String]

    /// A pile of articles that has been read and coded, ready for questions.
    public struct Accounts: Sendable {
        /// In input order.
        public var articles: [Article]
        /// What went wrong with an input, or deserves a look.
        public var findings: [Finding]
        let coded: [CodedArticle]
    }

    /// Puts the stages together with the data that comes with the program.
    ///
    /// - Parameters:
    ///   - records: files of official records to add to those of the package.
    ///   - width: how many articles are coded at once; results do not depend on it.
    ///   - index: the actors to link to; those that come with the program by default.
    /// - Throws: when a data file or a model is missing or damaged; the error names it.
    public init(
        records: [String] = [], width: Int = ArticlePipeline.processorCount, index: ActorIndex? = nil
    ) throws {
        intake = try ArticleIntake()
        self.index = try index ?? ActorIndex.standard()
        coder = try ArticleCoder(index: self.index)
        self.width = width
        self.records = records
    }

    /// Reads and codes all that the paths hold.
    public func accounts(of paths: [String]) async -> Accounts { await accounts(of: intake.items(of: paths)) }

    /// Codes inputs that have been read already.
    public func accounts(of items: some Sequence<IntakeItem>) async -> Accounts {
        var coded: [CodedArticle] = []
        var findings: [Finding] = []
        await ArticlePipeline(coder: coder, width: width).run(items) { result in
            findings += result.item.findings
            if let article = result.coded {
                findings += article.findings
                coded.append(article)
            }
        }
        return Accounts(articles: coded.map(\.article), findings: findings, coded: coded)
    }

    /// Checks a claim against accounts and record.
    ///
    /// - Parameters:
    ///   - claim: one or more sentences.
    ///   - day: the ISO 8601 day on which the claim is meant; that of the latest article by default.
    /// - Throws: when a data file is missing or damaged.
    public func check(
        _ claim: String, against accounts: Accounts, on day: String? = nil
    ) throws -> (result: CheckResult, findings: [Finding]) {
        let days = accounts.coded.map { $0.dayOfWriting ?? $0.article.published }
        let latest = days.compactMap { $0.map { String($0.prefix(10)) } }.max()
        var text = claim.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        // A sentence without its point is read as one.
        if let last = text.unicodeScalars.last, last.properties.isAlphabetic || last.properties.numericType != nil {
            text += "."
        }
        var asked = coder.code(Article(id: "claim", published: day ?? latest, text: text))
        asked.article.text = claim
        let told = asked.propositions.flatMap(\.times).compactMap { $0.range?.from }
        let (record, findings) = try RecordFiles(paths: records).read(near: days + told.map { $0 as String? })
        let checker = try ClaimChecker(index: index, record: record)
        return (checker.check(asked, against: accounts.coded), findings)
    }

    /// Finds all printings of some words.
    ///
    /// - Throws: when a data file is missing or damaged.
    public func printings(of words: String, in accounts: Accounts) throws -> QuotationSearch {
        try PrintingFinder().find(words, in: accounts.coded)
    }
}
