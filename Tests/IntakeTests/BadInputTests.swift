import Foundation
import Intake
import Records
import Testing

/// Input of every bad kind: a finding each, and the rest is read.
@Suite struct BadInputTests {
    static let sentence = "The ministers met in Sund on Monday and agreed to meet again before the end of the year."

    /// A folder with some of each, removed with the value.
    final class Folder {
        let url: URL
        init(_ files: [(String, [UInt8])]) throws {
            url = FileManager.default.temporaryDirectory.appendingPathComponent("intake-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            for (name, bytes) in files {
                let file = url.appendingPathComponent(name)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(bytes).write(to: file)
            }
        }
        deinit { try? FileManager.default.removeItem(at: url) }
    }

    @Test func aFolderWithSomeOfEachGivesAnItemForEach() throws {
        var utf16: [UInt8] = [0xFF, 0xFE]
        for unit in Self.sentence.utf16 { utf16 += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        var latin = Array("The caf".utf8)
        latin.append(0xE9)
        latin += Array(" in Sund was closed on Monday, and so was the harbour office.".utf8)
        let binary: [UInt8] = [0, 1, 2, 3, 0, 255, 254, 7, 0, 0, 9]
        let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0]
        let files: [(String, [UInt8])] = [
            ("a-empty.txt", []), ("b-binary.bin", binary), ("c-latin.txt", latin), ("d-utf16.txt", utf16),
            ("e-picture.png", picture), ("f/good.txt", Array(Self.sentence.utf8)),
            ("g-blank.txt", Array("\n \n\t\n".utf8)),
        ]
        let folder = try Folder(files)
        let items = Array(try ArticleIntake().items(of: [folder.url.path]))
        #expect(
            items.map { $0.path.split(separator: "/").last.map(String.init) } == [
                "a-empty.txt", "b-binary.bin", "c-latin.txt", "d-utf16.txt", "e-picture.png", "good.txt", "g-blank.txt",
            ])
        #expect(items.map { $0.article != nil } == [false, false, true, true, false, true, false])
        #expect(items[0].findings.first?.message == "the file is empty")
        #expect(items[1].findings.first?.message.contains("binary") == true)
        #expect(items[2].article?.text.contains("The café in Sund") == true)
        #expect(items[2].findings.first?.severity == .notice)
        #expect(items[3].article?.text == Self.sentence)
        #expect(items[4].findings.first?.message.contains("PNG") == true)
        #expect(items[5].article?.text == Self.sentence)
        for item in items where item.article == nil {
            #expect(item.findings.contains { $0.severity == Finding.Severity.failure })
        }
    }

    @Test func aMissingPathDoesNotEndTheRun() throws {
        let folder = try Folder([("good.txt", Array(Self.sentence.utf8))])
        let items = Array(try ArticleIntake().items(of: ["/no/such/file", folder.url.path]))
        #expect(items.count == 2)
        #expect(items[0].findings.first?.message.contains("no such file") == true)
        #expect(items[1].article != nil)
    }

    @Test func aDocumentThatIsTooLargeIsAFinding() throws {
        let intake = try ArticleIntake(limits: .init(documentBytes: 1 << 20))
        let large = [UInt8](repeating: UInt8(ascii: "a"), count: 3 << 20)
        let folder = try Folder([("large.txt", large), ("z.txt", Array(Self.sentence.utf8))])
        let items = Array(intake.items(of: [folder.url.path]))
        #expect(items[0].article == nil)
        #expect(items[0].findings.first?.message.contains("larger than the 1 MB") == true)
        #expect(items[1].article != nil)
    }

    @Test func equalIdsAreToldApart() throws {
        let folder = try Folder([("a/x.txt", Array(Self.sentence.utf8)), ("b/x.txt", Array(Self.sentence.utf8))])
        #expect(Array(try ArticleIntake().items(of: [folder.url.path])).compactMap(\.article?.id) == ["x", "x-2"])
    }

    static let hostile: [(name: String, bytes: [UInt8])] = {
        func text(_ text: String) -> [UInt8] { Array(text.utf8) }
        var entities = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\">"
        for (name, before) in [("b", "a"), ("c", "b"), ("d", "c"), ("e", "d"), ("f", "e")] {
            entities += "<!ENTITY \(name) \"" + String(repeating: "&\(before);", count: 10) + "\">"
        }
        entities += "]><rss><channel><item><title>x</title><description>&f;&f;</description></item></channel></rss>"
        let attributes =
            "<html><p " + String(repeating: "a=1 ", count: 100_000) + ">The ministers met in Sund and agreed."
        var million = text("<html><body><p ")
        for i in 0..<1_000_000 { million += Array("a\(i)=1 ".utf8) }
        million += text(">The ministers met in Sund and agreed on it.</p>")
        let nested = String(repeating: "{\"a\":[", count: 50_000)
        let graph =
            "<html><script type=\"application/ld+json\">\(nested)</script><p>The ministers met in Sund and agreed."
        let folders = String(repeating: "<item>", count: 50_000)
        let references = String(repeating: "&#x41;&amp;&lt;&bogus;&#9999999999;", count: 60_000)
        let quoted = String(repeating: "=?utf-8?B?w7w=?= ", count: 20_000)
        var zip = text("PK\u{3}\u{4}")
        zip += [UInt8](repeating: 0xFF, count: 40)
        let deep = String(repeating: "<div class=\"widget card\">", count: 40_000)
        let cells = String(repeating: "<td itemprop=\"author\"><span class=\"byline date\">", count: 40_000)
        let metas = String(repeating: "<meta name=\"author\" content=\"Ann Lee\">", count: 40_000)
        return [
            ("deep names", text("<html><body>\(deep)The ministers met in Sund and agreed on it.")),
            ("cells", text("<html><body><table><tr>\(cells)The ministers met in Sund.")),
            ("metas", text("<html><head>\(metas)</head><body><p>The ministers met in Sund and agreed on it.</p>")),
            ("million attributes", million), ("deep graph", text(graph)),
            ("deep feed", text("<?xml version=\"1.0\"?><rss><channel>\(folders)x")),
            ("references", text("<html><body><p>\(references)</p>")),
            ("encoded words", text("From: \(quoted)\nSubject: \(quoted)\nDate: x\n\nThe ministers met in Sund.")),
            ("comment in data", text("<html><script type=\"application/ld+json\">{/* \(nested)")),
            ("open quotes", text("<html>" + String(repeating: "<a b=\"", count: 100_000))),
            ("open comments", text("<html>" + String(repeating: "<!-- <p> ", count: 100_000))),
            ("open scripts", text("<html>" + String(repeating: "<script>", count: 100_000))),
            ("long line", text("{\"text\": \"") + [UInt8](repeating: UInt8(ascii: "a"), count: 9 << 20)),
            ("many keys", text("{" + String(repeating: "\"a\":1,", count: 100_000) + "\"text\": \"x\"}")),
            (
                "chunks",
                text(
                    "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 100\r\n\r\nHTTP/1.1 200\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFF\r\n<html>"
                )
            ),
            ("brackets", [UInt8](repeating: UInt8(ascii: "<"), count: 100_000)),
            ("depth", text(String(repeating: "<div>", count: 60_000))),
            ("attributes", text(attributes)),
            ("arrays", text(String(repeating: "[", count: 100_000))),
            ("line of arrays", text("{\"text\": " + String(repeating: "[", count: 100_000))),
            ("entities", text(entities)),
            ("gzip", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3]),
            ("zip", zip),
            ("warc", text("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999\r\n\r\nHTTP/1.1 200")),
        ]
    }()

    /// Bombs and what fuzzing found, kept as files.
    @Test func keptHostileFilesAreFindings() throws {
        let folder = IntakeCases.folder.appendingPathComponent("hostile").path
        let items = Array(try ArticleIntake().items(of: [folder]))
        #expect(items.count >= 2)
        for item in items { #expect(item.article == nil && !item.findings.isEmpty, "\(item.path)") }
    }

    /// What fuzzing found, kept as files whatever comes of them.
    @Test(.timeLimit(.minutes(1)))
    func whatFuzzingFoundIsRead() throws {
        let items = Array(try ArticleIntake().items(of: [IntakeCases.folder.appendingPathComponent("found").path]))
        #expect(!items.isEmpty)
        for item in items { #expect(item.article != nil || !item.findings.isEmpty, "\(item.path)") }
    }

    @Test(.timeLimit(.minutes(1)), arguments: hostile.indices)
    func hostileInputEnds(_ index: Int) throws {
        let items = try IntakeCases.items(Self.hostile[index].bytes)
        #expect(items.count <= 2)
        for item in items { #expect(item.article != nil || !item.findings.isEmpty, "\(Self.hostile[index].name)") }
        for item in items { #expect((item.article?.text.utf8.count ?? 0) < 1 << 20, "\(Self.hostile[index].name)") }
    }
}
