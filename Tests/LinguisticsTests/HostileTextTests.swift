import Foundation
import Linguistics
import Testing
import Text

/// Texts that nobody writes, and those that fuzzing found: whatever the bytes, the analysis holds together.
struct HostileTextTests {
    static let analyzer = Result { try Analyzer() }

    static let texts: [(name: String, bytes: [UInt8])] = [
        ("nothing", []),
        ("one zero byte", [0]),
        ("zero bytes among words", Array("Oria\0 met \0\0 Vell.\0".utf8)),
        ("byte order marks", [0xEF, 0xBB, 0xBF] + Array("Oria met \u{FEFF}Vell.\u{FEFF}".utf8)),
        ("UTF-16 in disguise", [0xFF, 0xFE, 0x41, 0x00, 0x42, 0x00, 0x0A, 0x00]),
        ("lone surrogates", Array("He said ".utf8) + [0xED, 0xA0, 0x80] + Array(" and ".utf8) + [0xED, 0xB0, 0x80]),
        ("bytes that UTF-8 lacks", [0xC0, 0x80, 0xF5, 0x80, 0x80, 0x80, 0xFE, 0xFF, 0x80, 0xBF]),
        ("a scalar cut short", Array("Vell ".utf8) + [0xF0, 0x9F, 0x98]),
        ("a word of 300,000 letters", [UInt8](repeating: 0x61, count: 300_000)),
        ("a word of 100,000 marks", [UInt8](repeating: 0x2E, count: 100_000)),
        ("a long word with apostrophes", Array(String(repeating: "a'", count: 20_000).utf8)),
        ("a long address", Array(("http://" + String(repeating: "a.b/", count: 20_000)).utf8)),
        ("deep brackets", [UInt8](repeating: 0x28, count: 20_000) + [UInt8](repeating: 0x29, count: 20_000)),
        ("quotation marks only", [UInt8](repeating: 0x22, count: 20_000)),
        ("white space of all kinds", Array("\u{2028}\u{2029}\u{85}\u{A0}\u{3000}\t\r\r\n\u{B}\u{C}".utf8)),
        ("marks that combine with nothing", Array(String(repeating: "\u{301}", count: 5_000).utf8)),
        ("line breaks only", [UInt8](repeating: 0x0A, count: 50_000)),
    ]

    static let found: [(name: String, bytes: [UInt8])] = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Cases/fuzz")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap { name in
            (try? Data(contentsOf: folder.appendingPathComponent(name))).map { (name, Array($0)) }
        }
    }()

    @Test func casesAreRead() { #expect(Self.found.count > 3) }

    @Test(arguments: (texts + found).map(\.name))
    func theAnalysisHoldsTogether(_ name: String) throws {
        let bytes = try #require((Self.texts + Self.found).first { $0.name == name }).bytes
        let analysis = try Self.analyzer.get().analyze(SourceText(repairing: bytes))
        #expect(AnalysisDefects(analysis).all == [])
    }

    @Test("A sentence of 100,000 words")
    func endless() throws {
        let words = ["the", "minister", "and", "Oria", "met", "Vell", "in", "it", ","]
        let text = (0..<100_000).map { words[$0 * 7 % words.count] }.joined(separator: " ")
        let analysis = try Self.analyzer.get().analyze(SourceText(text))
        #expect(analysis.words.count == 100_000)
        #expect(AnalysisDefects(analysis).all == [])
    }
}
