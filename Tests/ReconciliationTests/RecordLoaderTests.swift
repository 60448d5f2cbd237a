import Foundation
import Reconciliation
import Records
import Testing

@Suite struct RecordLoaderTests {
    private static let head =
        "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,subjects,vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link"

    private func load(_ text: String, scope: ClosedRange<String>? = nil) throws -> RecordLoader.Loaded {
        try RecordLoader().load(bytes: Array(text.utf8), path: "record", scope: scope)
    }

    private func row(_ member: String, _ vote: String, day: String = "2020-11-04", id: Int = 1) -> String {
        "\(id),\(member),NAME,\(vote),\(day),75,A/RES/75/\(id),A/75/L.\(id),,A/75/PV.\(id),\"Oceans, seas and the \"\"law\"\" :\nresolution\",AGENDA,SEA LAW,,2,1,1,0,4,https://example.org/\(id)"
    }

    @Test func aTableOfTheDigitalLibraryIsRead() throws {
        let text =
            "\u{FEFF}"
            + ([Self.head] + [row("AAA", "Y"), row("BBB", "N"), row("CCC", "A"), row("DDD", "X")])
            .joined(separator: "\r\n")
        let loaded = try load(text)
        #expect(loaded.findings.isEmpty)
        let call = try #require(loaded.record.rollCalls.first)
        #expect(call.resolution == "A/RES/75/1")
        #expect(call.citation.symbol == "A/75/PV.1")
        #expect(call.title == "Oceans, seas and the \"law\" :\nresolution")
        #expect(call.link == "https://example.org/1")
        #expect(call.bodies.contains("General Assembly"))
        #expect(call.choices == ["AAA": .inFavour, "BBB": .against, "CCC": .abstained, "DDD": .absent])
    }

    @Test(arguments: ["\n", "\r\n"]) func linesEndAsFilesEndThem(_ end: String) throws {
        let table =
            ["resolution,date,meeting,member,vote"] + ["AAA", "BBB"].map { "A/RES/75/1,2020-11-04,A/75/PV.1,\($0),Y" }
        let votes = try load(table.joined(separator: end) + end)
        #expect(votes.findings.isEmpty)
        #expect(votes.record.rollCalls.first?.choices == ["AAA": .inFavour, "BBB": .inFavour])
        let plain = [
            "document\tX/1\t2020-11-04\tA title\t", "vote\tX/RES/1\t2020-11-04\tGeneral Assembly\tseas\tOceans",
            "yes\tAAA BBB",
        ]
        let lines = try load(plain.joined(separator: end) + end)
        #expect(lines.findings.isEmpty)
        #expect(lines.record.rollCalls.first?.choices.count == 2)
    }

    @Test func badRowsAreFindingsAndTheRestIsRead() throws {
        let text = [
            Self.head, row("AAA", "Q"), row("BBB", "N", day: "4 Nov"), "rubbish", row("CCC", "A"), "1,\"never closed",
        ].joined(separator: "\n")
        let loaded = try load(text)
        #expect(loaded.record.rollCalls.map(\.choices) == [["CCC": .abstained]])
        #expect(loaded.findings.count == 4)
        #expect(loaded.findings.allSatisfy { $0.severity == .notice })
        #expect(loaded.findings[0].path == "record:2")
        #expect(loaded.findings[0].message.contains("Y, N, A or X"))
    }

    @Test func votesOfOtherDaysAreLeftOut() throws {
        let text = [Self.head, row("AAA", "Y"), row("AAA", "N", day: "2021-03-03", id: 2)].joined(separator: "\n")
        let loaded = try load(text, scope: "2021-01-01"..."2021-12-31")
        #expect(loaded.record.rollCalls.map(\.date) == ["2021-03-03"])
    }

    @Test func manyBadRowsAreCounted() throws {
        let rows = (0..<500).map { _ in row("AAA", "?") }
        let loaded = try load(([Self.head] + rows).joined(separator: "\n"))
        #expect(loaded.findings.count == 12)
        #expect(loaded.findings.contains { $0.message.contains("490 more lines") })
    }

    @Test(arguments: ["", " \n\n", "\u{0}\u{1}binary\u{0}", "once upon a time", "a,b,c\n1,2,3", "# only\n# comments"])
    func whatHoldsNoRecordIsAFailure(_ text: String) throws {
        let loaded = try load(text)
        #expect(loaded.record.rollCalls.isEmpty)
        #expect(loaded.findings.contains { $0.severity == .failure })
    }

    @Test func plainLinesGiveEveryKind() throws {
        let text = """
            # license: facts
            document\tD/1\t2019-05-06\tA title\thttps://example.org
            vote\tA/RES/1\t2019-05-06\tGeneral Assembly\tseas|law
            yes\tAAA BBB
            no\tCCC
            member\tAAA\tThe Club|Club\t2001-01-01\t2010-01-01
            complete\tThe Club
            office\tJane Roe\tPresident\tAAA\t2005-01-01
            treaty\tSea Treaty
            signed\tAAA\t2003-04-05
            in-force\t-\t2004-01-01
            member\tBBB
            office\tJane Roe\tPresident\tAAA\t5 May
            nonsense\tx
            """
        let loaded = try load(text)
        let record = loaded.record
        #expect(record.rollCalls.first?.choices == ["AAA": .inFavour, "BBB": .inFavour, "CCC": .against])
        #expect(record.memberships.map(\.group) == [["The Club", "Club"]])
        #expect(record.memberLists.count == 1)
        #expect(record.tenures.map(\.person) == ["Jane Roe"])
        #expect(record.treatyActs.map(\.act) == [.signed, .inForce])
        #expect(record.treatyActs[1].party == nil)
        #expect(record.treatyActs[0].document.title == "A title")
        #expect(loaded.findings.map(\.path) == ["record:12", "record:13", "record:14"])
    }

    @Test func linesWithoutADocumentAreRefused() throws {
        let loaded = try load("member\tAAA\tClub\n")
        #expect(loaded.record.memberships.isEmpty)
        #expect(loaded.findings.contains { $0.message.contains("document") })
    }
}
