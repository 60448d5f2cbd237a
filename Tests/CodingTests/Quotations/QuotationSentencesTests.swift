import Coding
import Foundation
import Records
import Testing
import Text

/// Sentences with the attributions that a careful reader finds in them, coded from raw text with the
/// model that comes with the program.
struct QuotationSentencesTests {
    static let coder = Result { try ArticleCoder() }
    /// The share of the attributions that must come out exactly, two parts of a hundred below what was measured.
    static let floor = 0.93

    /// One expected attribution, its marks in the text read out.
    struct Expected {
        var form: String
        var kind: String
        var attitude: String
        var speaker: String
        var content: [String] = []
        var source: [String] = []
        var cue: [String] = []
    }

    static func cases() throws -> [(text: String, expected: [Expected])] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Cases/quotations/sentences.tsv")
        let table = try DataTable(
            String(contentsOf: file, encoding: .utf8), file: "sentences.tsv",
            columns: ["form", "text", "kind", "attitude", "speaker"])
        var order: [String] = []
        var byText: [String: [Expected]] = [:]
        for row in table.rows {
            var expected = Expected(
                form: row["form"], kind: row["kind"], attitude: row["attitude"], speaker: row["speaker"])
            let text = read(row["text"], into: &expected)
            if byText[text] == nil { order.append(text) }
            byText[text, default: []].append(expected)
        }
        return order.map { ($0, byText[$0] ?? []) }
    }

    /// Takes the marks out of a text and what they hold into the case.
    private static func read(_ marked: String, into expected: inout Expected) -> String {
        var text = ""
        var (content, source, cue) = ("", "", "")
        var (inContent, inSource, inCue) = (false, false, false)
        for character in marked {
            switch character {
            case "{": inContent = true
            case "}": (inContent, content) = (false, content + " ")
            case "<": inSource = true
            case ">": inSource = false
            case "~": (inCue, cue) = (!inCue, cue + " ")
            default:
                let printed = character == "¶" ? "\n\n" : String(character)
                text += printed
                if inContent { content += printed }
                if inSource { source += printed }
                if inCue { cue += printed }
            }
        }
        (expected.content, expected.source, expected.cue) = (words(content), words(source), words(cue))
        return text
    }

    private static func words(_ text: String) -> [String] {
        text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    private static func fits(_ quotation: Quotation, _ expected: Expected) -> Bool {
        quotation.kind.rawValue == expected.kind && quotation.attitude?.rawValue == expected.attitude
            && words(quotation.text) == expected.content && words(quotation.speakerSurface ?? "") == expected.source
            && (expected.cue.isEmpty || words(quotation.cue ?? "") == expected.cue)
            && (expected.speaker == "-" || quotation.speaker?.name == expected.speaker)
    }

    @Test func sentencesGiveTheirAttributions() throws {
        let cases = try Self.cases()
        var count = 0
        var missed: [String] = []
        for (text, expectations) in cases {
            let article = Article(id: "case", published: "2023-03-01", text: text)
            let found = try Self.coder.get().code(article).quotations.attributions()
            for expected in expectations {
                count += 1
                let isRight =
                    expected.kind == "none"
                    ? found.allSatisfy { $0.kind == .indirect } : found.contains { Self.fits($0, expected) }
                guard !isRight else { continue }
                let told = found.map {
                    "\($0.kind) \($0.speakerSurface ?? "-") \($0.cue ?? "-") \($0.attitude?.rawValue ?? "-") \($0.text)"
                }
                missed.append("\(expected.form): \(text): \(told)")
            }
        }
        #expect(count >= 200)
        let share = Double(count - missed.count) / Double(count)
        #expect(share >= Self.floor, "\(missed.count) of \(count):\n\(missed.joined(separator: "\n"))")
    }
}
