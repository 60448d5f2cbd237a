import Foundation
import Pipeline
import Records
import Testing
import Text

/// Every column of every form of coded events, against `Tests/Cases/event-data/columns.tsv`.
@Suite struct EventColumnsTests {
    static let text = "Mr Tileuberdi will be in Berlin in May.\n\nHe said no such attack by the EU had been planned."

    static func evidence(_ words: String) throws -> Evidence {
        let start =
            text.unicodeScalars.count - text[try #require(text.range(of: words)).lowerBound...].unicodeScalars.count
        return Evidence(article: "a1", start: start, end: start + words.unicodeScalars.count, quote: words)
    }

    static func article() throws -> CodedArticle {
        let minister = ActorReference(
            id: "mukhtar-tileuberdi", name: "Mukhtar Tileuberdi", country: "KAZ", kind: .person, code: "KAZGOV")
        let germany = ActorReference(id: "DEU", name: "Germany", country: "DEU", kind: .state, code: "DEU")
        let union = ActorReference(id: "eu", name: "European Union", kind: .organisation, code: "IGOEUREEC")
        let islamists = ActorReference(
            id: "islamic-state", name: "Islamic State", kind: .organisation, code: "IMGMOSISI")
        return CodedArticle(
            article: Article(
                id: "a1", outlet: "Example Post", published: "2023-05-04", url: "https://example.org/1", language: "en",
                text: text),
            dayOfWriting: "2023-05-04",
            sentences: [
                try evidence("Mr Tileuberdi will be in Berlin in May."),
                try evidence("He said no such attack by the EU had been planned."),
            ],
            actors: [
                ActorEntry(
                    id: minister.id, name: minister.name, kind: .person, country: "KAZ", code: "KAZGOV",
                    role: "Foreign Minister of Kazakhstan",
                    surfaces: [ActorSurface(text: "Mr Tileuberdi", evidence: try evidence("Mr Tileuberdi"))]),
                ActorEntry(
                    id: union.id, name: union.name, kind: .organisation, code: "IGOEUREEC",
                    surfaces: [ActorSurface(text: "EU", evidence: try evidence("EU"))]),
            ],
            events: [
                Event(
                    id: "a1-e1", type: "CONSULT", mode: "visit", cameo: "042",
                    date: DateRange(from: "2023-05-03", to: "2023-05-03"), place: "Berlin",
                    location: ActorReference(id: "berlin", name: "Berlin", country: "DEU", kind: .place),
                    actors: [minister], targets: [germany], modality: .planned,
                    evidence: [try evidence("Mr Tileuberdi will be in Berlin")], rule: "visit",
                    contexts: ["diplomatic"], goldstein: 1.9),
                Event(
                    id: "a1-e2", type: "ASSAULT", mode: "suicide-attack", cameo: "1831",
                    date: DateRange(from: "2023-04-01", to: "2023-04-30"), actors: [union], targets: [islamists],
                    modality: .denied, reportedBy: minister,
                    evidence: [try evidence("no such attack by the EU"), try evidence("He said")], rule: "bomb",
                    goldstein: -10),
            ])
    }

    /// The rows of the case file for a form, in order.
    static func cases(_ format: EventTable.Format) throws -> [DataTable.Row] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Cases/event-data/columns.tsv")
        return try DataTable(
            String(contentsOf: file, encoding: .utf8), file: "columns.tsv",
            columns: ["format", "number", "column", "visit", "attack"]
        ).rows.filter { $0["format"] == format.rawValue }
    }

    /// Whether a field reads as its case says; "#" is any whole number.
    static func agrees(_ field: String, _ expected: String) -> Bool {
        expected == "#" ? UInt64(field) != nil : field == expected
    }

    @Test(arguments: [EventTable.Format.gdelt, .polecat, .icews, .csv])
    func everyColumnHoldsWhatItShould(_ format: EventTable.Format) throws {
        let separator: Character = format == .csv ? "," : "\t"
        let table = try EventTable(format: format)
        let cases = try Self.cases(format)
        #expect(cases.map { Int($0["number"]) } == cases.indices.map { $0 + 1 })
        if let heading = table.heading {
            #expect(heading.split(separator: separator).map(String.init) == cases.map { $0["column"] })
        }
        for (line, column) in zip(table.rows(try Self.article()), ["visit", "attack"]) {
            let fields = line.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
            #expect(fields.count == cases.count)
            for (field, row) in zip(fields, cases) {
                #expect(
                    Self.agrees(field, row[column]),
                    "\(format) \(row["number"]) \(row["column"]) of \(column): \(field), expected \(row[column])")
            }
        }
    }

    @Test(arguments: zip([0, 1], ["visit", "attack"]))
    func everyKeyOfARecordHoldsWhatItShould(_ index: Int, _ column: String) throws {
        let line = try EventTable(format: .plover).rows(try Self.article())[index]
        var found: [String: String] = [:]
        Self.flatten(try JSONSerialization.jsonObject(with: Data(line.utf8)), "", into: &found)
        var expected: [String: String] = [:]
        for row in try Self.cases(.plover) where !row[column].isEmpty { expected[row["column"]] = row[column] }
        #expect(found == expected)
    }

    /// Writes the values of nested JSON under their paths, as "actor.0.code".
    static func flatten(_ value: Any, _ path: String, into found: inout [String: String]) {
        switch value {
        case let object as [String: Any]:
            for (key, inner) in object { flatten(inner, path.isEmpty ? key : path + "." + key, into: &found) }
        case let list as [Any]:
            for (place, inner) in list.enumerated() { flatten(inner, "\(path).\(place)", into: &found) }
        case is NSNull: found[path] = "null"
        default: found[path] = "\(value)"
        }
    }
}
