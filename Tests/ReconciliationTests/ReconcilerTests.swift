import Reconciliation
import Records
import Testing

@Suite struct ReconcilerTests {
    static func article(_ id: String, _ speaker: String, _ words: String, day: String) -> CodedArticle {
        var article = ArticleBuilder(
            id, outlet: "Outlet " + id, published: day,
            [
                "The river treaty between Ostria and Belmark was signed in Harn.",
                "\"\(words),\" said \(speaker) in Harn.",
            ])
        article.quote(words, by: .person(speaker, "OST"))
        return article.coded
    }

    static let articles = [
        article("a", "Lena Voss", "This treaty binds no one who does not keep his word", day: "2024-04-01"),
        article("b", "Lena Voss", "This treaty binds everyone who does not keep his word", day: "2024-04-02"),
        article("c", "Karl Tamm", "This treaty binds no one who does not keep his word", day: "2024-04-03"),
    ]

    @Test func wordsAndMouthsAreHeldAgainstEachOther() throws {
        let claims = try StoryReconciler(record: OfficialRecord()).reconcile(Self.articles).stories.flatMap(\.claims)
        let conflicts = claims.filter { $0.status == .conflicting }
        #expect(Set(conflicts.map(\.kind)) == [.quotation, .attribution])
        let mouths = try #require(conflicts.first { $0.kind == .attribution })
        #expect(Set(mouths.readings.map(\.value)) == ["Lena Voss", "Karl Tamm"])
    }

    @Test func quotationsNameWhatTheyAreAPrintingOf() throws {
        let quotations = try StoryReconciler(record: OfficialRecord()).reconcile(Self.articles).stories.flatMap(
            \.quotations)
        #expect(quotations.filter { $0.variantOf == nil }.count == 1)
        #expect(quotations.contains { $0.wording == .altered })
        #expect(quotations.contains { $0.wording == .identical })
    }

    @Test func anyOrderOfTheArticlesGivesTheSame() throws {
        let reconciler = try StoryReconciler(record: .standard())
        let expected = reconciler.reconcile(Self.articles)
        for order in [[2, 1, 0], [1, 2, 0], [0, 2, 1]] {
            #expect(reconciler.reconcile(order.map { Self.articles[$0] }) == expected)
        }
    }

    @Test func noArticlesGiveNoStories() throws {
        #expect(try StoryReconciler(record: OfficialRecord()).reconcile([]).stories.isEmpty)
    }

    @Test func evidenceStandsInItsArticleWhereItSays() throws {
        let result = try StoryReconciler(record: OfficialRecord()).reconcile(Self.articles)
        for evidence in result.stories.flatMap(\.claims).flatMap(\.readings).flatMap(\.evidence) {
            let text = Array(Self.articles.first { $0.article.id == evidence.article }!.article.text.unicodeScalars)
            var quote = String.UnicodeScalarView()
            quote.append(contentsOf: text[evidence.start..<evidence.end])
            #expect(String(quote) == evidence.quote)
        }
    }
}
