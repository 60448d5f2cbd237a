import Foundation
import Intake
import Records

/// Times intake alone, in processor time of one core: pages from bytes to articles, and the records of archives.
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

    /// Pages in files of a folder, read into memory and decompressed before the clock starts.
    func pages(in folder: String) throws -> Rate {
        let intake = try ArticleIntake()
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        let pages = try names.map { try StoredPage.bytes(of: folder + "/" + $0) }
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

    /// Processor time that this process has used, so that a busy machine does not count.
    private static var processorSeconds: Double {
        var used = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used)
        return Double(used.tv_sec) + Double(used.tv_nsec) / 1e9
    }

    private func rate(_ what: String, bytes: Int, _ work: () throws -> Int) rethrows -> Rate {
        var best = Double.infinity
        var count = 0
        for _ in 0..<rounds {
            let start = Self.processorSeconds
            count = try work()
            best = min(best, Self.processorSeconds - start)
        }
        return Rate(
            what: what, count: count, perSecond: Double(count) / best, megabytesPerSecond: Double(bytes) / best / 1e6)
    }
}
