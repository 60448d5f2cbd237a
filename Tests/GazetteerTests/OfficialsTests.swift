import Foundation
import Gazetteer
import Linguistics
import Records
import Testing
import Text

/// Officials at given dates, listed apart from the tables: at least 95 in 100 must come out in the
/// right office of the right state or organisation.
@Suite struct OfficialsTests {
    @Test func officialsAreFoundInTheirOffices() throws {
        let rows = try Cases.table("officials.tsv").rows
        #expect(rows.count >= 300)
        var missed: [String] = []
        for row in rows {
            let linked = try ActorLinkerTests.linkUntagged(
                "Reporters waited for \(row["person"]) on the steps.", on: row["date"])
            let roles = linked.entries.compactMap(\.role)
            if roles != [row["role"]] { missed.append("\(row["date"]) \(row["person"]): \(roles)") }
        }
        #expect(missed.count * 20 <= rows.count, "\(missed.joined(separator: "\n"))")
    }

    /// Names alone, names with titles and bare descriptions, many of them on the days around a change.
    @Test(arguments: [("officials-in-context.tsv", 300), ("officials-further.tsv", 100)])
    func officialsAreFoundInSentences(_ list: String, _ size: Int) throws {
        let index = try ActorLinkerTests.linker.get().index
        let rows = try Cases.table(list).rows
        #expect(rows.count >= size)
        var missed: [String] = []
        for row in rows {
            let text = row["sentences"]
            let (analysis, linked) = try ActorLinkerTests.link(text, on: row["date"])
            let words = try #require(Self.words(of: row["mention"], in: analysis), "line \(row.line)")
            let person = linked.mentions.filter { $0.words.overlaps(words) }
                .max { $0.words.count < $1.words.count }?.actors.first
            if let reason = Self.mismatch(person, row: row, index: index) {
                missed.append("line \(row.line): \(row["date"]) \(row["mention"]): \(reason)")
            }
        }
        #expect(missed.count * 20 <= rows.count, "\(missed.joined(separator: "\n"))")
    }

    private static func words(of mention: String, in analysis: Analysis) -> Range<Int>? {
        let parts = mention.split(separator: " ")
        guard let first = parts.first else { return nil }
        for word in 0..<analysis.words.count where first.hasPrefix(analysis.text[analysis.span(ofWord: word)]) {
            var end = word
            while end < analysis.words.count,
                analysis.text[analysis.span(ofWords: word..<end + 1)].utf8.count <= mention.utf8.count
            {
                end += 1
            }
            if end > word, analysis.text[analysis.span(ofWords: word..<end)] == mention { return word..<end }
        }
        return nil
    }

    /// Why an actor is not the official that a row asks for, or `nil` when it is.
    private static func mismatch(_ found: ActorReference?, row: DataTable.Row, index: ActorIndex) -> String? {
        guard let found else { return "nobody" }
        if row["office"].isEmpty { return plain(found.name).contains(plain(row["name"])) ? nil : found.name }
        guard let actor = index.actor(id: found.id), let day = DatedPeriod.day(row["date"]) else {
            return "\(found.name), of whom the tables hold nothing"
        }
        let office = index.role(id: row["office"])
        let body = index.actor(id: row["of"])
        guard
            index.tenures.contains(where: {
                $0.person == actor && $0.office == office && (row["of"].isEmpty || $0.of == body)
                    && $0.period.mayContain(day)
            })
        else { return "\(found.name) as \(index.roleDescription(ofPerson: actor, on: day) ?? "holder of no office")" }
        guard plain(found.name).contains(plain(row["name"])) else { return found.name }
        return nil
    }

    /// A name without marks on its letters.
    private static func plain(_ name: String) -> String {
        String(
            String.UnicodeScalarView(
                name.decomposedStringWithCanonicalMapping.unicodeScalars.filter { $0.value < 0x300 || $0.value > 0x36F }
            )
        )
    }
}
