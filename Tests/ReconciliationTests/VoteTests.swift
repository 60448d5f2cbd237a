import Reconciliation
import Records
import Testing

@Suite struct VoteTests {
    static let states = [
        ActorReference.state("KAZ", "Kazakhstan"), .state("KGZ", "Kyrgyzstan"), .state("TJK", "Tajikistan"),
        .state("TKM", "Turkmenistan"), .state("UZB", "Uzbekistan"),
    ]

    static func all(_ id: String, _ sentence: String) -> CodedArticle {
        var article = ArticleBuilder(id, outlet: "Outlet " + id, published: "2023-03-01", [sentence])
        article.proposition(
            "abstain", in: sentence,
            [("subject", "state", [], GroupReference(quantifier: .all, group: "C5", count: 5, members: states), nil)])
        return article.coded
    }

    static func one() -> CodedArticle {
        var article = ArticleBuilder(
            "c", outlet: "Third", published: "2023-03-02",
            [
                "Turkmenistan did not vote, while the other four Central Asian states abstained in the General Assembly on Ukraine and the war."
            ])
        article.proposition(
            "vote", in: "Turkmenistan did not vote", negated: true,
            [("subject", "Turkmenistan", [states[3]], nil, nil)])
        article.proposition(
            "abstain", in: "the other four Central Asian states abstained",
            [
                (
                    "subject", "state", [],
                    GroupReference(
                        quantifier: .other, group: "C5", count: 4, members: states.filter { $0.id != "TKM" }), nil
                )
            ])
        return article.coded
    }

    @Test func groupsMeetInExactlyOneMember() throws {
        let reconciler = try StoryReconciler(record: .standard())
        let result = reconciler.reconcile([
            Self.all(
                "a", "All five Central Asian states abstained in the General Assembly vote on the war in Ukraine."),
            Self.all(
                "b", "When the General Assembly voted on Ukraine, the five of Central Asia abstained over the war."),
            Self.one(),
        ])
        let votes = result.stories.flatMap(\.claims).filter { $0.kind == .vote }
        let conflicting = votes.filter { $0.status == .conflicting }
        try #require(conflicting.count == 1)
        #expect(conflicting[0].statement == "How Turkmenistan voted")
        #expect(conflicting[0].readings.map(\.value) == ["abstained", "did not vote"])
        #expect(conflicting[0].record?.verdict == .agrees)
        #expect(conflicting[0].record?.reading == 1)
        #expect(conflicting[0].record?.document == "A/ES-11/PV.19")
        let agreed = try #require(votes.first { $0.status == .corroborated })
        #expect(agreed.statement.contains("Kazakhstan, Kyrgyzstan, Tajikistan and Uzbekistan abstained"))
    }

    @Test func theRecordHoldsTheVoteAsItWas() throws {
        let call = try #require(try OfficialRecord.standard().rollCalls.first { $0.resolution == "A/RES/ES-11/6" })
        #expect(call.choices.count == 193)
        #expect(OfficialRecord.Choice.allCases.map { call.count($0) } == [141, 7, 32, 13])
        #expect(call.choices["TKM"] == .absent)
    }

    @Test func aVoteFileWithAWrongLetterIsRefusedWithItsLine() {
        var record = OfficialRecord()
        let text =
            "# license: x\n# source: x\n# resolution: R\n# document: D\n# body: B\n# date: 2020-01-01\n# topic: t\nmember\tvote\nAAA\tQ\n"
        #expect(throws: (any Error).self) { try record.add(text, file: "votes-x.tsv") }
    }
}
