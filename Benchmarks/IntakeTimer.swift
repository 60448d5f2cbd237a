import Foundation
import Intake
import Records

/// Times intake alone, on one core: pages from bytes to articles, and the records of archives.
struct IntakeTimer {
    var rounds: Int

    /// How fast something went.
    struct Rate: Encodable {
        var what: String
        var count: Int
        var perSecond: Double
        var megabytesPerSecond: Double

        /// A row of a Markdown table.
        var row: String { "| \(what) | \(count) | \(Int(perSecond)) | \(Int(megabytesPerSecond)) |" }
        static let heading = "| what | number | a second | MB a second |\n|---|---:|---:|---:|"
    }

    /// Pages in files of a folder, plain or compressed, read into memory before the clock starts.
    func pages(in folder: String) throws -> Rate {
        let intake = try ArticleIntake()
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        let pages = try names.map { [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0))) }
        let bytes = pages.reduce(0) { $0 + $1.count }
        return rate("pages to articles", bytes: bytes) {
            pages.reduce(0) { $0 + Array(intake.items(in: $1, named: "page.html")).count }
        }
    }

    /// The records of an archive, without a look at what they hold.
    func records(in path: String) throws -> Rate {
        let size = (try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
        return try rate("WARC records", bytes: size) { try WARCSurvey.count(in: path).records }
    }

    private func rate(_ what: String, bytes: Int, _ work: () throws -> Int) rethrows -> Rate {
        let clock = ContinuousClock()
        var best = Double.infinity
        var count = 0
        for _ in 0..<rounds {
            let duration = try clock.measure { count = try work() }
            best = min(best, Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18)
        }
        return Rate(
            what: what, count: count, perSecond: Double(count) / best, megabytesPerSecond: Double(bytes) / best / 1e6)
    }
}
