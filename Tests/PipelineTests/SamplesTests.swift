import Briefing
import Pipeline
import Records
import Testing

/// The brief of the package's own samples, against what is planted in them.
@Suite struct SamplesTests {
    /// Planted disagreements that the brief must find; it is raised when more are found, never lowered.
    static let floor = 4

    private static let brief = Task { try await StoryPipeline().brief(of: PlantedCases.paths) }

    @Test func plantedDisagreementsAreFound() async throws {
        let brief = try await Self.brief.value
        let conflicts = brief.stories.flatMap(\.claims).filter { $0.status == .conflicting }
        let planted = try PlantedCases.read().filter(\.isConflict)
        let missed = planted.filter { planted in !conflicts.contains { PlantedCases.separates($0, planted) } }
        #expect(planted.count - missed.count >= Self.floor, "missed: \(missed.map(\.what))")
    }

    @Test func lookAlikesAreNoDisagreements() async throws {
        let brief = try await Self.brief.value
        let cases = try PlantedCases.read()
        for claim in brief.stories.flatMap(\.claims) where claim.status == .conflicting {
            guard !cases.contains(where: { $0.isConflict && PlantedCases.separates(claim, $0) }) else { continue }
            for decoy in cases where !decoy.isConflict {
                #expect(!PlantedCases.separates(claim, decoy), "\(decoy.what): \(claim.statement)")
            }
        }
    }

    @Test func theSamplesAreOneStoryOfFourOrigins() async throws {
        let brief = try await Self.brief.value
        #expect(brief.articles.count == 5)
        #expect(brief.stories.count == 1)
        #expect(brief.stories.first?.origins == 4)
        #expect(brief.articles.last?.origin == brief.articles.first?.id)
        #expect(brief.findings.filter { $0.severity == .failure }.isEmpty)
    }

    @Test func theArticlesAreToldFromThePagesAroundThem() async throws {
        let articles = try await Self.brief.value.articles
        #expect(
            articles.map(\.title) == [
                "Baltic Sea states agree to clear dumped munitions",
                "Our harbour's hidden arsenal is coming up at last", "A cheap plan for an expensive seabed",
                "Munitions plan passes, Riga on the sidelines", "Baltic Sea states to clear dumped munitions",
            ])
        #expect(
            articles.map(\.outlet) == [
                "Amber News Agency", "The Gdansk Courier", "Nordwind Quarterly", "balticledger.test", "Harbour Times",
            ])
        #expect(
            articles.map { $0.published?.prefix(10) } == [
                "2026-03-12", "2026-03-13", "2026-03-17", "2026-03-14", "2026-03-13",
            ])
        for article in articles {
            for words in ["Subscribe", "SUBSCRIBE", "Sign in", "captcha", "cookies", "Leave a reply", "©", "Share"] {
                #expect(!article.text.contains(words), "\(article.id): \(words)")
            }
        }
    }

    @Test func everyQuoteStandsWhereItsOffsetsSay() async throws {
        let brief = try await Self.brief.value
        let index = AccountIndex(brief)
        var seen = 0
        for evidence in brief.evidence {
            let account = try #require(index[evidence.article])
            #expect(index.words(evidence.start..<evidence.end, of: account) == evidence.quote)
            seen += 1
        }
        #expect(seen > 100)
    }

    @Test func oneTaskAndManyGiveTheSameBytes() async throws {
        let one = try await StoryPipeline(width: 1).brief(of: PlantedCases.paths)
        let many = try await StoryPipeline(width: 8).brief(of: PlantedCases.paths)
        for format in BriefFormat.allCases {
            #expect(try format.renderer().render(one) == format.renderer().render(many))
        }
    }
}

extension Brief {
    /// Every piece of evidence in the brief.
    fileprivate var evidence: [Evidence] {
        stories.flatMap { story -> [Evidence] in
            story.claims.flatMap { $0.readings.flatMap(\.evidence) } + story.events.flatMap(\.evidence)
                + story.quotations.map(\.evidence) + story.quotations.flatMap(\.parts)
                + story.figures.map(\.evidence) + story.positions.flatMap(\.evidence)
                + story.actors.flatMap { $0.surfaces.map(\.evidence) }
        } + lookAlikes.flatMap(\.evidence)
    }
}
