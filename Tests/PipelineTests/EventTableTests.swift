import Foundation
import Pipeline
import Records
import Testing

/// Events in the forms of other data sets: how many columns, and what stands in which.
@Suite struct EventTableTests {
    static let article: CodedArticle = {
        let text = "Kazakh foreign minister Mukhtar Tileuberdi visited Berlin on 3 May.\n\nIt was, he said, a good day."
        let evidence = Evidence(
            article: "a1", start: 0, end: 66, quote: "Kazakh foreign minister Mukhtar\tTileuberdi …")
        let minister = ActorReference(
            id: "mukhtar-tileuberdi", name: "Mukhtar Tileuberdi", country: "KAZ", kind: .person, code: "KAZGOV")
        let germany = ActorReference(id: "DEU", name: "Germany", country: "DEU", kind: .state, code: "DEU")
        let un = ActorReference(id: "un", name: "United Nations", kind: .organisation, code: "IGOUNO")
        return CodedArticle(
            article: Article(
                id: "a1", outlet: "Example Post", published: "2023-05-04", url: "https://example.org/1", language: "en",
                text: text),
            sentences: [Evidence(article: "a1", start: 0, end: 67, quote: "")],
            actors: [
                ActorEntry(
                    id: "mukhtar-tileuberdi", name: "Mukhtar Tileuberdi", kind: .person, country: "KAZ", code: "KAZGOV",
                    role: "Foreign Minister of Kazakhstan",
                    surfaces: [
                        ActorSurface(
                            text: "Mukhtar Tileuberdi",
                            evidence: Evidence(article: "a1", start: 24, end: 42, quote: "Mukhtar Tileuberdi"))
                    ])
            ],
            events: [
                Event(
                    id: "a1-e1", type: "CONSULT", mode: "visit", cameo: "042",
                    date: DateRange(from: "2023-05-03", to: "2023-05-03"), place: "Berlin",
                    location: ActorReference(id: "berlin", name: "Berlin", country: "DEU", kind: .place),
                    actors: [minister], targets: [germany, un], modality: .planned, evidence: [evidence], rule: "visit",
                    contexts: ["diplomatic"], goldstein: 1.9)
            ])
    }()

    static func rows(_ format: EventTable.Format) throws -> [[String]] {
        let table = try EventTable(format: format)
        return ([table.heading].compactMap { $0 } + table.rows(article)).map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test func gdeltHas61Columns() throws {
        let rows = try Self.rows(.gdelt)
        #expect(rows.map(\.count) == [61, 61])
        let row = try #require(rows.first)
        #expect(UInt64(row[0]) != nil && row[0] != rows[1][0])
        #expect(row[1...4] == ["20230503", "202305", "2023", "2023.3369"])
        #expect(row[5...7] == ["KAZGOV", "MUKHTAR TILEUBERDI", "KAZ"])
        #expect(row[12] == "GOV" && row[13].isEmpty)
        #expect(row[15...17] == ["DEU", "GERMANY", "DEU"])
        #expect(row[25...30] == ["1", "042", "042", "04", "1", "1.9"])
        #expect(row[31...33] == ["1", "1", "1"] && row[34].isEmpty)
        #expect(row[35] == "0" && row[43] == "0")
        #expect(row[51...53] == ["4", "Berlin, Germany", "GM"])
        #expect(row[59...60] == ["20230504000000", "https://example.org/1"])
        // A body of no one country: its kind is a type, its name a known group.
        #expect(rows[1][15] == "IGOUNO" && rows[1][17].isEmpty && rows[1][18] == "UNO" && rows[1][22] == "IGO")
    }

    @Test func polecatHas40ColumnsAndAHeading() throws {
        let rows = try Self.rows(.polecat)
        #expect(rows.map(\.count) == [40, 40, 40])
        let row = Dictionary(uniqueKeysWithValues: zip(rows[0], rows[1]))
        #expect(row["Event Date"] == "2023-05-03" && row["Event Type"] == "CONSULT")
        #expect(row["Event Mode"] == "visit;future" && row["Quad Code"] == "VERBAL COOPERATION")
        #expect(row["Intensity"] == "2.5" && row["Contexts"] == "diplomatic")
        #expect(row["Actor Name"] == "Mukhtar Tileuberdi" && row["Actor Country"] == "KAZ" && row["Actor COW"] == "705")
        #expect(row["Primary Actor Sector"] == "GOV" && row["Actor Title"] == "Foreign Minister of Kazakhstan")
        #expect(row["Actor Name Raw"] == "Mukhtar Tileuberdi")
        #expect(row["Recipient Country"] == "DEU" && row["Recipient COW"] == "255")
        #expect(row["Placename"] == "Berlin" && row["Country"] == "DEU" && row["Raw Placename"] == "Berlin")
        #expect(row["Source"] == "Example Post" && row["Publication Date"] == "2023-05-04")
        #expect(row["Story People"] == "Mukhtar Tileuberdi" && row["Language"] == "en")
    }

    @Test func icewsHas20ColumnsAndNamesForCodes() throws {
        let rows = try Self.rows(.icews)
        #expect(rows.map(\.count) == [20, 20, 20])
        let row = Dictionary(uniqueKeysWithValues: zip(rows[0], rows[1]))
        #expect(row["Source Name"] == "Mukhtar Tileuberdi" && row["Source Sectors"] == "Government")
        #expect(row["Source Country"] == "Kazakhstan" && row["Target Country"] == "Germany")
        #expect(row["Event Text"] == "Make a visit" && row["CAMEO Code"] == "042" && row["Intensity"] == "1.9")
        #expect(row["Story ID"] == "a1" && row["Sentence Number"] == "1" && row["Publisher"] == "Example Post")
        #expect(row["City"] == "Berlin" && row["Country"] == "Germany")
        #expect(
            rows[2][9] == "International governmental organisations,United Nations" || rows[2][9].contains("United"))
    }

    @Test func ploverGivesARecordAnEvent() throws {
        let lines = try EventTable(format: .plover).rows(Self.article)
        #expect(lines.count == 1)
        let object = try JSONSerialization.jsonObject(with: Data(lines[0].utf8))
        let record = try #require(object as? [String: Any])
        #expect(record["event"] as? String == "CONSULT" && record["mode"] as? String == "visit")
        #expect(record["auxiliaryModes"] as? [String] == ["future"])
        let actor = try #require((record["actor"] as? [[String: Any]])?.first)
        #expect(actor["code"] as? String == "KAZ" && actor["sector"] as? String == "GOV")
        let recipients = try #require(record["recipient"] as? [[String: Any]])
        #expect(recipients.map { $0["code"] as? String } == ["DEU", "IGO"])
        #expect((record["eventLoc"] as? [String: Any])?["name"] as? String == "Berlin")
    }

    @Test func csvQuotesWhatMustBeQuoted() throws {
        let table = try EventTable(format: .csv)
        let rows = table.rows(Self.article)
        #expect(rows.count == 2)
        let columns = try #require(table.heading).split(separator: ",").count
        #expect(rows[0].hasSuffix("\"Kazakh foreign minister Mukhtar\tTileuberdi …\""))
        #expect(rows[0].split(separator: ",", omittingEmptySubsequences: false).count == columns)
    }

    @Test func whatHappenedLongBeforeIsHistory() {
        var event = Self.article.events[0]
        event.modality = .denied
        event.date = DateRange(from: "1991-12-01", to: "1991-12-31")
        #expect(event.auxiliaryModes(asOf: "2023-05-04") == [.historical, .negation])
        #expect(event.auxiliaryModes(asOf: nil) == [.negation])
    }
}
