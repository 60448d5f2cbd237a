import Briefing
import Foundation
import Intake
import Pipeline
import Records
import Testing

/// The invented stories of `Tests/Cases/stories` against what is planted in them, and the order of their articles.
@Suite struct PlantedStoriesTests {
    /// Planted conflicts that must be found, a story; raised when more are found, never lowered.
    static let floors: [(story: String, found: Int)] = [
        ("p2-veldania-aid-conference", 7), ("p3-sana-ceasefire", 6), ("p4-marevia-election-observers", 6),
        ("p5-veskara-sanctions", 8), ("p6-kolm-border-incident", 7),
        ("p7-pemba-channel", 8), ("p8-andean-rice-duty", 6),
    ]

    private struct Gold: Decodable {
        struct Place: Decodable {
            var doc: String
            var quote: String
        }
        struct Side: Decodable { var evidence: [Place] }
        struct Conflict: Decodable {
            var what: String
            var sides: [Side]
        }
        struct Decoy: Decodable { var sides: [Side] }
        var conflicts: [Conflict]
        var decoys: [Decoy]
    }

    private static let pipeline = Result { try StoryPipeline(width: 1) }

    @Test(arguments: floors.map(\.story)) func plantedConflictsAreFoundAndNoLookAlikeIs(story: String) async throws {
        let folder = PlantedCases.root.appendingPathComponent("Tests/Cases/stories/\(story)")
        let gold = try JSONDecoder().decode(
            Gold.self, from: Data(contentsOf: folder.appendingPathComponent("gold.json")))
        let brief = try await (try Self.pipeline.get()).brief(of: [folder.appendingPathComponent("articles.jsonl").path]
        )
        let conflicts = brief.stories.flatMap(\.claims).filter { $0.status == .conflicting }
        func planted(_ what: String, _ sides: [Side], isConflict: Bool) -> PlantedCases.Case {
            PlantedCases.Case(
                id: story, isConflict: isConflict, what: what, sides: sides.map { $0.map { ($0.doc, $0.quote) } })
        }
        typealias Side = [Gold.Place]
        let real = gold.conflicts.map { planted($0.what, $0.sides.map(\.evidence), isConflict: true) }
        let missed = real.filter { one in !conflicts.contains { PlantedCases.separates($0, one) } }
        let floor = try #require(Self.floors.first { $0.story == story }).found
        #expect(real.count - missed.count >= floor, "missed: \(missed.map(\.what))")
        for claim in conflicts where !real.contains(where: { PlantedCases.separates(claim, $0) }) {
            for decoy in gold.decoys {
                let look = planted("", decoy.sides.map(\.evidence), isConflict: false)
                #expect(!PlantedCases.separates(claim, look), "taken for a conflict: \(claim.statement)")
            }
        }
    }

    /// The same articles in any order give the same brief, to the byte, but for the list of articles itself.
    @Test func anyOrderGivesTheSameStories() async throws {
        let file = PlantedCases.root.appendingPathComponent("Tests/Cases/stories/p3-sana-ceasefire/articles.jsonl")
        let pipeline = try Self.pipeline.get()
        let items = Array(try ArticleIntake().items(of: [file.path]))
        let expected = try await pipeline.brief(of: items).stories
        for order in [[4, 3, 2, 1, 0], [2, 0, 4, 1, 3], [1, 4, 0, 3, 2]] {
            let stories = try await pipeline.brief(of: order.map { items[$0] }).stories
            #expect(stories == expected)
        }
    }
}
