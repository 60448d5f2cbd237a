import Reconciliation
import Records
import Testing

@Suite struct StoryBuilderTests {
    static let articles: [Article] = [
        Article(
            id: "q1", published: "2024-02-01",
            text:
                "An earthquake of magnitude 6.1 shook Selvania on Thursday. Rescue teams in Port Amel searched the rubble for survivors, Mayor Ido Karr said."
        ),
        Article(
            id: "q2", published: "2024-02-02",
            text:
                "Rescue teams went on searching the rubble of Port Amel after the earthquake in Selvania. Mayor Ido Karr spoke of 40 missing."
        ),
        Article(
            id: "q3", published: "2024-02-03",
            text:
                "Selvania buried its dead on Saturday. In Port Amel, Mayor Ido Karr thanked the rescue teams that came after the earthquake."
        ),
        Article(
            id: "t1", published: "2024-02-02",
            text:
                "Trade ministers of Ostria and Belmark signed a fishing treaty in Harn. Ostrian minister Lena Voss called it fair."
        ),
        Article(
            id: "t2", published: "2024-02-03",
            text:
                "The fishing treaty between Ostria and Belmark, signed in Harn by trade minister Lena Voss, sets quotas for herring."
        ),
    ]

    @Test func joinsWhatTellsOfOneHappening() throws {
        let groups = try StoryBuilder().groups(Self.articles).map { $0.map { Self.articles[$0].id } }
        #expect(groups == [["q1", "q2", "q3"], ["t1", "t2"]])
    }

    @Test func anyOrderGivesTheSameStories() throws {
        let builder = try StoryBuilder()
        let expected = Set(builder.groups(Self.articles).map { Set($0.map { Self.articles[$0].id }) })
        let turned = Array(Self.articles.reversed())
        #expect(Set(builder.groups(turned).map { Set($0.map { turned[$0].id }) }) == expected)
    }
}
