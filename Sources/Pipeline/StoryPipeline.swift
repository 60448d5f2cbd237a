public import Briefing
import Coding
public import Gazetteer
public import Intake
import Reconciliation
import Records

/// From paths to a brief: intake, coding, reconciliation.
public struct StoryPipeline: Sendable {
    /// How far a run has come.
    public enum Progress: Sendable, Hashable {
        /// So many inputs have been read and coded, and so many of them held an article.
        case coded(inputs: Int, articles: Int)
        /// All is coded; so many articles are being laid side by side.
        case reconciling(articles: Int)
    }

    private let intake: ArticleIntake
    private let articles: ArticlePipeline
    private let index: ActorIndex
    private let records: RecordFiles
    private let width: Int

    /// Puts the stages together with the data that comes with the program.
    ///
    /// - Parameters:
    ///   - width: how many articles are coded, and how many stories told, at once; results do not depend on it.
    ///   - index: the actors to link to; those that come with the program by default.
    ///   - intake: what reads the paths; one with the standard limits by default.
    ///   - records: files of official records to add to those of the package.
    /// - Throws: when a data file or a model is missing or damaged; the error names it.
    public init(
        width: Int = ArticlePipeline.processorCount, index: ActorIndex? = nil, intake: ArticleIntake? = nil,
        records: [String] = []
    ) throws {
        self.intake = try intake ?? ArticleIntake()
        // One index for both, so that a group is expanded to the same members on the same day everywhere.
        let index = try index ?? ActorIndex.standard()
        self.index = index
        articles = ArticlePipeline(coder: try ArticleCoder(index: index), width: width)
        self.width = width
        self.records = RecordFiles(paths: records)
    }

    /// Reads everything that the paths hold and makes one brief of it.
    ///
    /// What cannot be read is a finding of the brief; the rest is done.
    ///
    /// - Throws: when a data file is missing or damaged.
    public func brief(of paths: [String], progress: (Progress) -> Void = { _ in }) async throws -> Brief {
        try await brief(of: intake.items(of: paths), progress: progress)
    }

    /// The stories of some articles, as many at a time as there are cores to use.
    private func reconcile(_ coded: [CodedArticle], by reconciler: StoryReconciler) async -> ReconciledStories {
        let plan = reconciler.plan(coded)
        var groups = plan.groups.makeIterator()
        var told: [StoryReconciler.Told] = []
        await OrderedParallel.run(&groups, width: width) {
            reconciler.tell($0, of: plan)
        } take: {
            told.append($0)
        }
        return reconciler.gather(told, of: plan)
    }

    /// Makes a brief of inputs that have been read already.
    public func brief(
        of items: some Sequence<IntakeItem>, progress: (Progress) -> Void = { _ in }
    ) async throws -> Brief {
        var coded: [CodedArticle] = []
        var findings: [Finding] = []
        var inputs = 0
        await articles.run(items) { result in
            inputs += 1
            findings += result.item.findings
            if let article = result.coded {
                findings += article.findings
                coded.append(article)
            }
            progress(.coded(inputs: inputs, articles: coded.count))
        }
        progress(.reconciling(articles: coded.count))
        let (record, notes) = try records.read(near: coded.map { $0.dayOfWriting ?? $0.article.published })
        findings += notes
        let reconciled = await reconcile(coded, by: try StoryReconciler(index: index, record: record))
        return Brief(
            articles: coded.map {
                Self.article(of: $0, copying: reconciled.origins[$0.article.id], in: reconciled.copied)
            },
            sentences: Dictionary(
                coded.map { ($0.article.id, $0.sentences.map { $0.start..<$0.end }) },
                uniquingKeysWith: { first, _ in first }),
            stories: reconciled.stories,
            lookAlikes: reconciled.stories.flatMap { story in
                (reconciled.nearMisses[story.id] ?? []).map {
                    LookAlike(story: story.id, kind: $0.kind, reason: $0.reason, evidence: [$0.first, $0.second])
                }
            },
            findings: findings)
    }

    private static func article(of coded: CodedArticle, copying origin: String?, in copied: [String: [Article.Copied]])
        -> Article
    {
        var article = coded.article
        article.origin = origin
        article.copied = copied[article.id]
        return article
    }
}
