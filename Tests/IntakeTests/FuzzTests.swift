import Foundation
import Intake
import Records
import Testing
import Text

/// Inputs broken at random, by a generator that gives the same ones every time.
///
/// A few hundred run with the suite. `CHANCERY_FUZZ=100000` in the environment runs so many for each seed;
/// the input that is being read stands in `CHANCERY_FUZZ_FILE`, so that one that ends the process is
/// not lost. What was found is kept under `Tests/Cases/intake/hostile`.
@Suite struct FuzzTests {
    static let seeds: [(name: String, bytes: [UInt8])] = {
        let whole = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + ContainerTests.page
        let archive = ContainerTests.record("response", "https://sund.example/1", whole)
        let feed =
            "<?xml version=\"1.0\"?><rss><channel><title>x</title><item><title>a</title><pubDate>Tue, 03 May 2022 10:30:00 +0200</pubDate><description>&lt;p&gt;\(ContainerTests.text)&lt;/p&gt;</description></item></channel></rss>"
        let line =
            "{\"id\": \"a\", \"text\": \"\(ContainerTests.text)\", \"published\": \"2022-05-03\", \"authors\": [\"A B\"]}\n"
        let mail =
            "From: a@b\nSubject: s\nDate: Tue, 3 May 2022 10:30:00 +0200\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"b\"\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n\(ContainerTests.page)=20\n--b--\n"
        var seeds = [
            ("warc", Array((archive + archive).utf8)), ("gzip", ContainerTests.gzip(archive)),
            ("feed", Array(feed.utf8)), ("lines", Array((line + line).utf8)), ("mail", Array(mail.utf8)),
        ]
        let forms = ["pages": ".html", "dumps": ".txt", "languages": ".html", "forms": ""]
        for (kind, ending) in forms.sorted(by: { $0.key < $1.key }) {
            for name in IntakeCases.names(in: kind) {
                let path = IntakeCases.path(kind, name + ending)
                if let data = FileManager.default.contents(atPath: path) { seeds.append((name, Array(data))) }
            }
        }
        return seeds
    }()

    static let tokens: [[UInt8]] =
        [
            "<", ">", "</", "<!--", "-->", "\"", "'", "&", "&#x110000;", "{", "}", "[", "]", "\\u", "\\ud800", "\u{0}",
            "\u{FEFF}", "\r\n\r\n", "Content-Length: -1", "Content-Length: 99999999999999999999", "99999999",
            "2023-02-30",
            "<script", "<table><tr><td>", "© 2020 ", "By ", "]]>", "=\r\n", "--b", "PK\u{3}\u{4}",
        ].map { Array($0.utf8) } + [
            [0x1F, 0x8B], [0xFF, 0xFE], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
        ]

    static func mutated(_ seed: [UInt8], _ generator: inout SplitMix64) -> [UInt8] {
        var bytes = seed
        for _ in 0...generator.below(6) {
            if bytes.isEmpty { return bytes }
            let at = generator.below(bytes.count)
            switch generator.below(6) {
            case 0: bytes[at] = UInt8(generator.below(256))
            case 1: bytes.insert(contentsOf: tokens[generator.below(tokens.count)], at: at)
            case 2: bytes.removeSubrange(at..<min(bytes.count, at + 1 + generator.below(40)))
            case 3: bytes.removeSubrange(at...)
            case 4:
                let end = min(bytes.count, at + 1 + generator.below(60))
                let piece = Array(bytes[at..<end])
                for _ in 0..<(1 + generator.below(40)) { bytes.insert(contentsOf: piece, at: at) }
            default:
                let from = generator.below(bytes.count)
                let end = min(bytes.count, from + 1 + generator.below(60))
                bytes.insert(contentsOf: Array(bytes[from..<end]), at: at)
            }
        }
        return bytes
    }

    @Test(arguments: seeds.indices)
    func brokenInputEndsWithAnArticleOrAFinding(_ index: Int) throws {
        let environment = ProcessInfo.processInfo.environment
        let rounds = environment["CHANCERY_FUZZ"].flatMap { Int($0) } ?? 6
        let intake = try ArticleIntake()
        var generator = SplitMix64(seed: UInt64(index) &* 7919 &+ 1)
        for _ in 0..<rounds {
            let bytes = Self.mutated(Self.seeds[index].bytes, &generator)
            if let file = environment["CHANCERY_FUZZ_FILE"] { try Data(bytes).write(to: URL(fileURLWithPath: file)) }
            for item in intake.items(in: bytes, named: "fuzz") {
                #expect(item.article != nil || !item.findings.isEmpty, "\(Self.seeds[index].name)")
                guard let article = item.article else { continue }
                let scalars = article.text.unicodeScalars.count
                for part in article.parts {
                    #expect(
                        part.start >= 0 && part.start <= part.end && part.end <= scalars, "\(Self.seeds[index].name)")
                }
            }
        }
    }
}
