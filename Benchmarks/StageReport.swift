/// Times of all stages, in seconds.
struct StageReport: Encodable {
    /// One stage: its best and its median round.
    struct Stage: Encodable {
        var name: String
        var best: Double
        var median: Double
        /// How many sentences a round goes through, where that is counted.
        var sentences: Int?
    }

    var articles: Int
    var rounds: Int
    var stages: [Stage]

    /// The times in milliseconds as a Markdown table.
    var table: String {
        var lines = [
            "\(articles) articles, \(rounds) rounds, one core", "",
            "| stage | best, ms | median, ms | best, ms an article |", "|---|---:|---:|---:|",
        ]
        for stage in stages {
            lines.append(
                "| \(stage.name) | \(milliseconds(stage.best)) | \(milliseconds(stage.median)) | "
                    + "\(milliseconds(stage.best / Double(articles))) |")
        }
        for stage in stages {
            guard let sentences = stage.sentences, stage.best > 0 else { continue }
            lines += ["", "\(stage.name): \(Int(Double(sentences) / stage.best)) sentences a second"]
        }
        return lines.joined(separator: "\n")
    }

    private func milliseconds(_ seconds: Double) -> String {
        let hundredths = Int((seconds * 100_000).rounded())
        let fraction = hundredths % 100
        return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }
}
