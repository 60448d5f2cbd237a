import Briefing
import Coding
import Gazetteer
import Intake
import Linguistics
import Pipeline
import Reconciliation
import Records
import Text

/// Runs stages by themselves and takes their times.
struct StageTimer {
    var rounds: Int

    /// Times every stage; what a stage needs is made before its clock starts.
    func time(paths: [String], articles: [Article]) throws -> [StageReport.Stage] {
        var stages: [StageReport.Stage] = []
        var intake: ArticleIntake?
        stages.append(try stage("start: word lists of intake") { intake = try ArticleIntake() })
        stages.append(stage("intake, as given") { _ = intake.map { Array($0.items(of: paths)).count } })

        var analyzer: Analyzer?
        stages.append(try stage("start: model") { analyzer = try Analyzer() })
        var analyses: [Analysis] = []
        if let analyzer {
            stages.append(stage("analysis") { analyses = articles.map { analyzer.analyze(SourceText($0.text)) } })
        }

        var coder: ArticleCoder?
        stages.append(try stage("start: all of coding") { coder = try ArticleCoder() })
        var coded: [CodedArticle] = []
        if let coder {
            stages.append(
                stage("coding") { coded = zip(analyses, articles).map { coder.code($0, of: $1) } })
            let sentences = coded.reduce(0) { $0 + $1.sentences.count }
            stages.append(
                stage("raw text to events", sentences: sentences) {
                    for article in articles { _ = coder.code(article) }
                })
        }

        var reconciler: StoryReconciler?
        stages.append(
            try stage("start: reconciliation") { reconciler = try StoryReconciler(record: .standard()) })
        var stories: [Story] = []
        if let reconciler {
            stages.append(stage("reconciliation") { stories = reconciler.reconcile(coded).stories })
        }

        let brief = Brief(articles: articles, stories: stories)
        for format in BriefFormat.allCases {
            stages.append(try stage("rendering: \(format.rawValue)") { _ = try format.renderer().render(brief) })
        }
        return stages
    }

    private func stage(
        _ name: String, sentences: Int? = nil, _ work: () throws -> Void
    ) rethrows -> StageReport.Stage {
        let clock = ContinuousClock()
        var times: [Double] = []
        for _ in 0..<rounds {
            let duration = try clock.measure(work)
            times.append(Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18)
        }
        times.sort()
        return StageReport.Stage(name: name, best: times[0], median: times[times.count / 2], sentences: sentences)
    }
}
