import Reconciliation
import Records
import Testing

@Suite struct OriginTests {
    static let wire = [
        "The coast guard of the island stopped nine fishing boats near the reef on Sunday night.",
        "Officials in the capital said that the crews had no licences and would be sent home.",
        "A spokesman for the neighbouring state called the arrests an unfriendly act.",
    ]

    @Test func copiesOfAWireCountOneOrigin() throws {
        let articles = (0..<5).map { i in
            ArticleBuilder("a\(i)", outlet: "Outlet \(i)", published: "2024-05-0\(i + 1)", Self.wire).coded
        }
        let origins = try OriginFinder().find(articles)
        #expect(origins.copies.count == 4)
        #expect(Set(origins.copies.values) == ["a0"])
        #expect(Set(origins.keys.flatMap { $0 }) == ["a0"])
    }

    @Test func aSentenceOfItsOwnIsTheOutletsOwn() throws {
        let own = "Harbour workers told this paper that two of the boats had been seen there for weeks."
        let articles = [
            ArticleBuilder("a", outlet: "First", published: "2024-05-01", Self.wire).coded,
            ArticleBuilder("b", outlet: "Second", published: "2024-05-02", Self.wire + [own]).coded,
        ]
        let origins = try OriginFinder().find(articles)
        #expect(origins.copies == ["b": "a"])
        #expect(origins.keys[1] == ["a", "a", "a", "b"])
    }

    /// Who puts another number or name into a copied sentence says something of its own.
    @Test func aChangedFactIsTheOutletsOwn() throws {
        var changed = Self.wire
        changed[0] = "The coast guard of the island stopped six fishing boats near the reef on Monday night."
        let articles = [
            ArticleBuilder("a", outlet: "First", published: "2024-05-01", Self.wire).coded,
            ArticleBuilder("b", outlet: "Second", published: "2024-05-02", changed).coded,
        ]
        let origins = try OriginFinder().find(articles)
        #expect(origins.keys[1] == ["b", "a", "a"])
    }

    @Test func anArticleSaysWhatItCopiedAndFromWhom() throws {
        let own = "Harbour workers told this paper that two of the boats had been seen there for weeks."
        let articles = [
            ArticleBuilder("a", outlet: "First", published: "2024-05-01", Self.wire).coded,
            ArticleBuilder("b", outlet: "Second", published: "2024-05-02", [own, Self.wire[0], Self.wire[1]]).coded,
        ]
        let origins = try OriginFinder().find(articles)
        let end = articles[1].sentences[2].end
        #expect(
            origins.passages == [
                "b": [Article.Copied(from: "a", start: articles[1].sentences[1].start, end: end)]
            ])
    }

    @Test func theSameQuotationAloneIsNoCopy() throws {
        func article(_ id: String, _ lead: String) -> CodedArticle {
            let quoted = "We have asked for nothing more than the reef that our fathers fished and we will not leave it"
            var article = ArticleBuilder(id, published: "2024-05-01", [lead, "\"\(quoted),\" she said."])
            article.quote(quoted, by: .person("Mara Tol", "AAA"))
            return article.coded
        }
        let origins = try OriginFinder().find([
            article("a", "The minister spoke of the reef before the whole assembly."),
            article("b", "Reporters heard a long speech about fishing in the harbour town."),
        ])
        #expect(origins.copies.isEmpty)
    }

    /// In a copy, a sentence that is all quotation came with the rest.
    @Test func aQuotationInACopyIsNoOriginOfItsOwn() throws {
        let quoted = "We will stay on the reef"
        let articles = ["a", "b"].map { id in
            var article = ArticleBuilder(
                id, published: id == "a" ? "2024-05-01" : "2024-05-02", Self.wire + ["\"\(quoted),\" she said."])
            article.quote(quoted, by: .person("Mara Tol", "AAA"))
            return article.coded
        }
        let origins = try OriginFinder().find(articles)
        #expect(origins.keys[1] == ["a", "a", "a", "a"])
    }

    @Test func outletsThatCreditOneAgencyShareItsOrigin() throws {
        let articles = [
            ArticleBuilder("a", outlet: "First", published: "2024-05-01", credits: ["Reuters"], [Self.wire[0]]).coded,
            ArticleBuilder("b", outlet: "Second", published: "2024-05-01", credits: ["Reuters"], [Self.wire[2]]).coded,
        ]
        let keys = try OriginFinder().find(articles).keys
        #expect(keys[0] == keys[1])
    }
}
