import Foundation
import Gazetteer
import Linguistics
import Records
import Testing
import Text

/// A date, sentences, a mention in them and what it must lead to.
struct LinkingCase: CustomTestStringConvertible, Sendable {
    var line: Int
    var date: String
    var sentences: String
    var mention: String
    var way: String
    var actors: [String]
    var code: String

    var testDescription: String { "line \(line): \(mention) on \(date)" }

    static let all: [LinkingCase] = (try? read("linking.tsv")) ?? []

    /// The cases of a file.
    static func read(_ file: String) throws -> [LinkingCase] {
        try Cases.table(file).rows.map { row in
            LinkingCase(
                line: row.line, date: row["date"], sentences: row["sentences"], mention: row["mention"],
                way: row["way"], actors: row.list("actors"), code: row["code"])
        }
    }
}

/// The case files of the gazetteer.
enum Cases {
    static func table(_ name: String) throws -> DataTable {
        let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Cases/gazetteer/\(name)")
        return try DataTable(String(contentsOf: url, encoding: .utf8), file: name)
    }
}

@Suite struct ActorLinkerTests {
    static let linker = Result { ActorLinker(index: try ActorIndex.standard()) }
    static let analyzer = Result { try Analyzer() }

    static func link(_ text: String, on date: String?) throws -> (Analysis, LinkedActors) {
        let analysis = try analyzer.get().analyze(SourceText(text))
        let article = Article(id: "a", published: date, text: text)
        return (analysis, try linker.get().link(analysis, article: article))
    }

    /// Links a sentence cut at its blanks, without tags and heads: what names alone must do.
    static func linkUntagged(_ sentence: String, on date: String?) throws -> LinkedActors {
        var lines = ["# text = \(sentence)"]
        let words = sentence.dropLast().split(separator: " ").map(String.init) + [String(sentence.suffix(1))]
        for (i, word) in words.enumerated() {
            let spacing = i + 2 == words.count ? "SpaceAfter=No" : "_"
            lines.append(
                "\(i + 1)\t\(word)\t\(word)\tX\t_\t_\t\(i == 0 ? 0 : 1)\t\(i == 0 ? "root" : "dep")\t_\t\(spacing)")
        }
        let analysis = try Analysis(conllu: lines.joined(separator: "\n") + "\n\n")
        return try linker.get().link(analysis, article: Article(id: "a", published: date, text: sentence))
    }

    @Test func thereAreCases() {
        #expect(LinkingCase.all.count >= 40)
    }

    @Test(arguments: LinkingCase.all)
    func mentionLeadsToActor(_ one: LinkingCase) throws {
        let (analysis, linked) = try Self.link(one.sentences, on: one.date)
        let mention = linked.mentions.last { analysis.text[$0.span] == one.mention }
        #expect(mention?.actors.map(\.id) == one.actors)
        #expect(mention?.way.rawValue == one.way)
        #expect(mention?.actors.first?.code == one.code)
    }

    @Test func whoIsUnknownStaysUnknown() throws {
        let (_, linked) = try Self.link("Officials said that the minister had left. Nobody knew why.", on: "2023-02-28")
        #expect(linked.entries.isEmpty)
    }

    @Test func entriesTellTheRoleAndEachPrintedForm() throws {
        let text = "US Secretary of State Antony Blinken arrived on Tuesday. Blinken left on Wednesday."
        let (_, linked) = try Self.link(text, on: "2023-02-28")
        let entry = try #require(linked.entries.first { $0.id == "antony-blinken" })
        #expect(entry.role == "Secretary of State of the United States")
        #expect(entry.surfaces.map(\.text) == ["US Secretary of State Antony Blinken", "Blinken"])
        #expect(entry.surfaces.allSatisfy { $0.evidence.quote == $0.text })
    }

    @Test(arguments: ["", "…", "\u{0}\u{0}", "’s", "+ + +", "the the the", "President", "of of of Kazakhstan", "five"])
    func strangeTextIsNoTrouble(_ text: String) throws {
        let (analysis, linked) = try Self.link(text, on: nil)
        #expect(linked.mentions.allSatisfy { $0.words.upperBound <= analysis.words.count })
    }

    @Test func theSameTextGivesTheSameResult() throws {
        let text = "The Kazakh foreign minister met officials from Russia, China and the European Union."
        let (_, first) = try Self.link(text, on: "2023-02-28")
        let (_, second) = try Self.link(text, on: "2023-02-28")
        #expect(first.mentions == second.mentions)
        #expect(first.entries == second.entries)
    }
}
