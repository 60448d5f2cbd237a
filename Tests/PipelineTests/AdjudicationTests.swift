import Briefing
import Foundation
import Intake
import Pipeline
import Records
import Testing
import Text

/// Small accounts that look as if they clash, and whether they do: a table a kind, a row a case.
@Suite struct AdjudicationTests {
    /// How many cases of each table must come out as the table says: what was measured, less one for noise.
    /// A floor is raised when more are right, never lowered.
    static let floors: [(table: String, right: Int)] = [
        ("numbers", 23), ("times", 23), ("votes", 10), ("membership", 12), ("places", 11), ("quotations", 17),
        ("acts", 18), ("agreements", 17),
    ]

    static let pipeline = Result { try StoryPipeline(width: 1) }

    struct Case {
        var id: String
        var verdict: String
        var articles: [Article]
    }

    @Test(arguments: floors.map(\.table)) func casesComeOutAsTheTableSays(table: String) async throws {
        let cases = try Self.read(table)
        let pipeline = try Self.pipeline.get()
        var wrong: [String] = []
        for one in cases {
            let items = one.articles.map { IntakeItem(path: $0.id, article: $0) }
            let brief = try await pipeline.brief(of: items)
            let claims = brief.stories.flatMap(\.claims)
            let conflicts = claims.filter { $0.status == .conflicting }
            for claim in conflicts { #expect(claim.reason.hasSuffix(".") && claim.readings.count > 1) }
            let told =
                !conflicts.isEmpty ? "conflict" : claims.contains { $0.status == .corroborated } ? "agree" : "none"
            let right = one.verdict == told || one.verdict == (told == "none" ? "apart" : told == "agree" ? "none" : "")
            if !right { wrong.append("\(one.id): \(told) \(conflicts.map(\.statement))") }
        }
        let floor = try #require(Self.floors.first { $0.table == table }).right
        #expect(cases.count >= 12)
        #expect(
            cases.count - wrong.count >= floor, "\(table): \(cases.count - wrong.count) of \(cases.count); \(wrong)")
        if ProcessInfo.processInfo.environment["CHANCERY_SHOW_CASES"] != nil {
            print(table, cases.count - wrong.count, "of", cases.count, wrong.joined(separator: "\n   "))
        }
    }

    @Test func whatLooksLikeAConflictSaysWhyItIsNone() async throws {
        let table = try Self.table("near-misses", columns: ["id", "reason", "first", "second"])
        let pipeline = try Self.pipeline.get()
        for row in table.rows {
            let items = Self.articles(row["id"], ["first", "second"].map { row[$0] }).map {
                IntakeItem(path: $0.id, article: $0)
            }
            let brief = try await pipeline.brief(of: items)
            #expect(!brief.stories.flatMap(\.claims).contains { $0.status == .conflicting }, "\(row["id"])")
            let reasons = brief.lookAlikes.map(\.reason)
            #expect(reasons.contains { $0.contains(row["reason"]) }, "\(row["id"]): \(reasons)")
        }
        #expect(table.rows.count > 8)
    }

    @Test func aPassiveIsAskedForInThePassive() async throws {
        let items = ["Qatar", "Sweden"].enumerated().map { place, host in
            let text =
                "Donors met in Geneva on Thursday to help Veldania. The conference was hosted by Norway and \(host)."
            return IntakeItem(
                path: "\(place)", article: Article(id: "\(place)", outlet: host, published: "2026-03-06", text: text))
        }
        let conflicts = try await Self.pipeline.get().brief(of: items).stories.flatMap(\.claims)
            .filter { $0.status == .conflicting }
        #expect(conflicts.map(\.statement) == ["By whom the conference was hosted"])
    }

    private static func read(_ name: String) throws -> [Case] {
        try table(name, columns: ["id", "verdict", "first", "second", "third"]).rows.map { row in
            let accounts = ["first", "second", "third"].map { row[$0] }.filter { !$0.isEmpty }
            return Case(id: row["id"], verdict: row["verdict"], articles: articles(row["id"], accounts))
        }
    }

    private static func table(_ name: String, columns: [String]) throws -> DataTable {
        let file = PlantedCases.root.appendingPathComponent("Tests/Cases/adjudication/\(name).tsv")
        return try DataTable(String(contentsOf: file, encoding: .utf8), file: "\(name).tsv", columns: columns)
    }

    private static func articles(_ id: String, _ accounts: [String]) -> [Article] {
        accounts.enumerated().map { place, account in
            let parts = account.split(separator: "|", maxSplits: 1)
            return Article(
                id: "\(id)-\(place)", outlet: "Outlet \(place)", published: String(parts[0]), text: String(parts[1]))
        }
    }
}
