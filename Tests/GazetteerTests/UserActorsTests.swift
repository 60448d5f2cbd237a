import Gazetteer
import Linguistics
import Records
import Testing
import Text

/// Actors that a user adds or overrides, as tables and as dictionaries of other coders.
@Suite struct UserActorsTests {
    private func actors(of text: String, with file: String, on date: String = "2024-05-05") throws -> [ActorReference] {
        var tables = GazetteerTables()
        try tables.add(text: file, file: "mine")
        let linker = ActorLinker(index: try ActorIndex.standard(adding: tables))
        let analysis = try ActorLinkerTests.analyzer.get().analyze(SourceText(text))
        return linker.link(analysis, article: Article(id: "a", published: date, text: text)).mentions.flatMap(\.actors)
    }

    static let dictionary = """
        ; a comment
        ORDER_OF_THE_HERON_  ; an invented body
        +HERON_ORDER_
        \t[ATLREB <150101]
        \t[ATLGOV 20150101-20191231]
        \t[ATLOPP >200101]
        MUTARI_ [KAZBUS/KAZELI]
        """

    @Test(arguments: [("2014-03-01", "ATLREB"), ("2017-03-01", "ATLGOV"), ("2024-03-01", "ATLOPP")])
    func aDictionaryOfPetrarchGivesCodesWithDates(_ date: String, _ code: String) throws {
        let found = try actors(of: "The Heron Order rejected the plan.", with: Self.dictionary, on: date)
        #expect(found.map(\.code) == [code])
        #expect(found.map(\.name) == ["Order Of The Heron"])
    }

    @Test func aDictionaryOfTabariGivesNameAndCodeInOneLine() throws {
        let found = try actors(of: "Officials met Mutari on Monday.", with: Self.dictionary)
        #expect(found.contains { $0.code == "KAZBUS" || $0.code == "KAZELI" })
    }

    @Test func aTableAddsTenures() throws {
        let table =
            "# license: mine\n# source: mine\nof\toffice\tperson\tfrom\tto\nKAZ\tforeign-minister\tZhanel Testova\t2027-01-01\t\n"
        let found = try actors(of: "The Kazakh foreign minister spoke.", with: table, on: "2027-02-01")
        #expect(found.contains { $0.name == "Zhanel Testova" && $0.code == "KAZGOV" })
    }

    @Test func aTableOverridesARowOfTheSameId() throws {
        let table = """
            # license: mine
            # source: mine
            id\tkind\tcode\tcountry\tseat\tfrom\tto\tname\tother\tadjectives
            hamas\t\tPSEGOV\t\t\t\t\t\t\t
            """
        let found = try actors(of: "Hamas rejected the offer.", with: table)
        #expect(found.map(\.code) == ["PSEGOV"])
    }

    @Test(arguments: ["\t[USAGOV]", "OBAMA_ [USAGOV 09]", "+ALONE_", "no table and no dictionary", "{\"id\": \"1\"}"])
    func whatIsNeitherIsRefusedWithItsLine(_ text: String) {
        var tables = GazetteerTables()
        #expect(throws: DataTable.Failure.self) { try tables.add(text: text, file: "mine") }
    }
}
