import Coding
import Foundation
import Linguistics
import Records
import Testing
import Text

private let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Cases/quotations")

@Suite struct QuotationPairingTests {
    static let rows = try! DataTable(
        String(contentsOf: folder.appendingPathComponent("pairing.tsv"), encoding: .utf8),
        file: "pairing.tsv", columns: ["name", "text", "runs"]
    ).rows.map { ($0["name"], $0["text"], $0["runs"]) }

    @Test(arguments: rows) func pairs(name: String, text: String, expected: String) {
        let blocks = text.split(separator: "¶").map(String.init)
        let source = SourceText(blocks.joined(separator: "\n\n"))
        var paragraphs: [Span] = []
        var offset = 0
        for block in blocks {
            paragraphs.append(Span(offset..<(offset + block.utf8.count)))
            offset += block.utf8.count + 2
        }
        let runs = QuotationPairing.runs(of: source, paragraphs: paragraphs)
        let found = runs.sorted { ($0.depth, $0.inner.start) < ($1.depth, $1.inner.start) }
            .map { String(repeating: ">", count: $0.depth) + source[$0.inner] }
        #expect(found.joined(separator: " | ") == expected, "\(name)")
    }
}

@Suite struct QuotationCoderTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var expected: [String] = []
        var conllu = ""
        var testDescription: String { name }
    }

    static let cases: [Case] = {
        let text = try! String(contentsOf: folder.appendingPathComponent("trees.conllu"), encoding: .utf8)
        var cases: [Case] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("# case = ") {
                cases.append(Case(name: String(line.dropFirst(9))))
            } else if line.hasPrefix("# expect = ") {
                cases[cases.count - 1].expected.append(String(line.dropFirst(11)))
            } else {
                cases[cases.count - 1].conllu += line + "\n"
            }
        }
        return cases
    }()

    @Test(arguments: cases) func codes(_ item: Case) throws {
        let coder = try QuotationCoder()
        let analysis = try Analysis(conllu: item.conllu)
        let article = Article(id: "a", text: analysis.text.string)
        let report = coder.report(analysis, article: article) { _, _ in nil }
        let found = report.quotations.map {
            "\($0.kind.rawValue) | \($0.speakerSurface ?? "") | \($0.cue ?? "") | \($0.text)"
        }
        #expect(found.sorted() == item.expected.sorted())
        for quotation in report.quotations {
            for part in quotation.parts + [quotation.evidence] {
                let scalars = Array(article.text.unicodeScalars)[part.start..<part.end]
                #expect(String(String.UnicodeScalarView(scalars)) == part.quote)
            }
        }
    }

    @Test func nestedFramesKnowTheirOuterFrame() throws {
        let item = try #require(Self.cases.first { $0.name == "nested reporting" })
        let analysis = try Analysis(conllu: item.conllu)
        let report = try QuotationCoder().report(analysis, article: Article(id: "a", text: "")) { _, _ in nil }
        let paid = try #require(analysis.words.forms.indices.first { analysis.form($0) == "paid" })
        let inner = try #require(report.reported.frame(ofWord: paid))
        #expect(inner.cueClass == .denial)
        let outer = try #require(inner.outer)
        #expect(report.reported.frames[outer].cueClass == .speech)
    }

    @Test func attributionsJoinWhatOneCueBrings() throws {
        for (name, kind, text) in [
            ("split by its cue", Quotation.Kind.direct, "We have time, Nobody is in a hurry."),
            ("clause with words quoted in it", .mixed, "the talks had made “modest gains” this spring"),
        ] {
            let item = try #require(Self.cases.first { $0.name == name })
            let analysis = try Analysis(conllu: item.conllu)
            let report = try QuotationCoder().report(analysis, article: Article(id: "a", text: "")) { _, _ in nil }
            let joined = report.quotations.attributions()
            #expect(joined.map(\.kind) == [kind])
            #expect(joined.map(\.text) == [text])
        }
    }
}
