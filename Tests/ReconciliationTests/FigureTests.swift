import Reconciliation
import Records
import Testing

/// Two accounts with a figure each: what becomes of them.
@Suite struct FigureTests {
    static let land = ActorReference.state("VEL", "Veldania")

    /// Two articles that tell of one act with one figure each, reconciled.
    static func claims(
        _ first: (sentence: String, words: String, value: Double, bound: Figure.Bound),
        _ second: (sentence: String, words: String, value: Double, bound: Figure.Bound),
        predicate: String, counted: String, head: String, kind: Figure.Kind = .count, unit: String? = nil,
        previous: Double? = nil, years: Double? = nil, rate: Bool = false
    ) throws -> [Claim] {
        var articles: [CodedArticle] = []
        for (i, account) in [first, second].enumerated() {
            var article = ArticleBuilder(
                "a\(i)", outlet: "Outlet \(i)", published: "2026-03-0\(5 + i)",
                [account.sentence, "The harbour town of Belmora in Veldania waits for help after the January storm."])
            let last = i == 1
            article.figure(
                account.words, kind, account.value, unit: unit, counted: counted, bound: account.bound,
                role: last && rate ? .rate : nil, years: last ? years : nil, previous: last ? previous : nil)
            article.proposition(
                predicate, in: account.sentence,
                [("subject", "Veldania", [land], nil, nil), ("object", head, [], nil, 0)])
            articles.append(article.coded)
        }
        let reconciler = try StoryReconciler(record: OfficialRecord())
        return reconciler.reconcile(articles).stories.flatMap(\.claims)
            .filter { $0.kind == .count || $0.kind == .money }
    }

    @Test func twoExactNumbersOfOneThingExcludeEachOther() throws {
        let claims = try Self.claims(
            ("Veldania sent 30 relief ships to Belmora.", "30", 30, .exact),
            ("Veldania sent 50 relief vessels to Belmora.", "50", 50, .exact),
            predicate: "send", counted: "relief ship", head: "ship")
        #expect(claims.map(\.status) == [.conflicting])
        #expect(Set(claims[0].readings.map(\.value)) == ["30", "50"])
    }

    @Test func aBoundLeavesRoomForTheNumberAboveIt() throws {
        let claims = try Self.claims(
            ("Veldania sent 41 relief ships to Belmora.", "41", 41, .exact),
            ("Veldania sent more than 40 relief vessels to Belmora.", "more than 40", 40, .over),
            predicate: "send", counted: "relief ship", head: "ship")
        #expect(!claims.contains { $0.status == .conflicting })
    }

    @Test func aChangedNumberIsAnUpdate() throws {
        let claims = try Self.claims(
            ("Veldania sent 200 relief ships to Belmora.", "200", 200, .exact),
            ("Veldania raised the relief ships sent to Belmora from 200 to 240.", "240", 240, .exact),
            predicate: "send", counted: "relief ship", head: "ship", previous: 200)
        #expect(!claims.contains { $0.status == .conflicting })
    }

    @Test func soMuchAYearMakesTheSum() throws {
        let claims = try Self.claims(
            ("Veldania pledged 80 million dollars to Belmora.", "80 million dollars", 80e6, .exact),
            (
                "Veldania pledged 40 million dollars a year for two years to Belmora.", "40 million dollars", 40e6,
                .exact
            ),
            predicate: "pledge", counted: "", head: "dollar", kind: .money, unit: "USD", years: 2, rate: true)
        #expect(!claims.contains { $0.status == .conflicting })
    }

    @Test func twoSumsOfOneGiverExcludeEachOther() throws {
        let claims = try Self.claims(
            ("Veldania pledged 80 million dollars to Belmora.", "80 million dollars", 80e6, .exact),
            ("Veldania pledged 60 million dollars to Belmora.", "60 million dollars", 60e6, .exact),
            predicate: "pledge", counted: "", head: "dollar", kind: .money, unit: "USD")
        #expect(claims.contains { $0.status == .conflicting && $0.kind == .money })
    }
}
