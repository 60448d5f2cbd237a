import Foundation
import Intake
import Records
import Testing

/// Fetching what a user names, from a server on this machine.
@Suite struct FetchingTests {
    static let sentence = "The ministers met in Sund on Monday and agreed to meet again before the end of the year."
    static let page = Array("<html><head><title>Met in Sund</title></head><body><p>\(sentence)</p></body></html>".utf8)

    /// The only item of an address.
    static func item(_ url: String, _ policy: FetchPolicy? = nil) throws -> IntakeItem {
        var policy = policy ?? FetchPolicy(totalSeconds: 5)
        policy.allowsPrivateAddresses = true
        let items = Array(try ArticleIntake(fetching: policy).items(of: [url]))
        try #require(items.count == 1)
        return items[0]
    }

    static func server() throws -> LoopbackServer {
        try LoopbackServer { request in
            let html = "Content-Type: text/html"
            switch request.path {
            case "/page", "/2023/lake-treaty.html?from=feed": return LoopbackServer.reply(200, [html], page)
            case "/moved": return LoopbackServer.reply(302, ["Location: /page"])
            case "/circle": return LoopbackServer.reply(301, ["Location: /circle2"])
            case "/circle2": return LoopbackServer.reply(301, ["Location: /circle"])
            case let path where path.hasPrefix("/far"):
                return LoopbackServer.reply(301, ["Location: /far\((Int(path.dropFirst(4)) ?? 0) + 1)"])
            case "/elsewhere": return LoopbackServer.reply(301, ["Location: file:///etc/passwd"])
            case "/slow":
                Thread.sleep(forTimeInterval: 3)
                return LoopbackServer.reply(200, [html], page)
            case "/large":
                return LoopbackServer.reply(200, [html], [UInt8](repeating: 0x61, count: 1 << 20))
            case "/endless":
                return Array("HTTP/1.1 200 x\r\nConnection: close\r\n\r\n".utf8)
                    + [UInt8](repeating: 0x61, count: 1 << 20)
            case "/gzip":
                return LoopbackServer.reply(
                    200, [html, "Content-Encoding: gzip"], ContainerTests.gzip(String(decoding: page, as: UTF8.self)))
            case "/latin":
                var body = Array("<html><body><p>Le comit".utf8)
                body.append(0xE9)
                body += Array(" a d".utf8)
                body.append(0xE9)
                body += Array(
                    "cid de fermer la baie du nord aux filets pendant les mois de mars et de juin.</p></body></html>"
                        .utf8)
                return LoopbackServer.reply(200, ["Content-Type: text/html; charset=iso-8859-1"], body)
            case "/feed":
                if request.fields["if-none-match"] == "\"v1\"" { return LoopbackServer.reply(304, ["ETag: \"v1\""]) }
                let feed =
                    "<rss version=\"2.0\"><channel><title>Sund Post</title><item><title>Met</title>"
                    + "<link>http://127.0.0.1/1</link><description>\(sentence)</description></item></channel></rss>"
                return LoopbackServer.reply(
                    200, ["Content-Type: application/rss+xml", "ETag: \"v1\""], Array(feed.utf8))
            case "/empty": return LoopbackServer.reply(200, [html])
            case "/broken": return LoopbackServer.reply(500)
            case "/robots.txt":
                let rules =
                    "User-agent: *\nDisallow: /private\n\nUser-agent: chancery\nDisallow: /secret/\nAllow: /secret/open\n"
                return LoopbackServer.reply(200, ["Content-Type: text/plain"], Array(rules.utf8))
            case "/secret/open", "/private": return LoopbackServer.reply(200, [html], page)
            default: return LoopbackServer.reply(404, [html], Array("<p>no such page</p>".utf8))
            }
        }
    }

    @Test func aNamedPageIsFetchedAndRead() throws {
        let server = try Self.server()
        let item = try Self.item(server.url("/2023/lake-treaty.html?from=feed"))
        let article = try #require(item.article)
        #expect(article.text == Self.sentence)
        #expect(article.id == "lake-treaty")
        #expect(article.url == server.url("/2023/lake-treaty.html?from=feed"))
        #expect(server.requests.first?.fields["user-agent"] == "Chancery")
    }

    @Test func redirectsAreFollowedAndCounted() throws {
        let server = try Self.server()
        let moved = try Self.item(server.url("/moved"))
        #expect(moved.article?.text == Self.sentence)
        #expect(moved.findings.map(\.message) == ["fetched from \(server.url("/page"))"])
        let circle = try Self.item(server.url("/circle"))
        #expect(circle.article == nil)
        #expect(circle.findings.first?.message.contains("in a circle") == true)
        let far = try Self.item(server.url("/far0"))
        #expect(far.findings.first?.message.contains("more than 5 redirects") == true)
        #expect(server.requests.filter { $0.path.hasPrefix("/far") }.count == 6)
        let elsewhere = try Self.item(server.url("/elsewhere"))
        #expect(elsewhere.findings.first?.message.contains("no web address") == true)
    }

    @Test func whatTakesTooLongOrIsTooLargeIsLeft() throws {
        let server = try Self.server()
        let slow = try Self.item(server.url("/slow"), FetchPolicy(totalSeconds: 0.4))
        #expect(slow.findings.first?.message.contains("no full answer within") == true)
        for path in ["/large", "/endless"] {
            let large = try Self.item(server.url(path), FetchPolicy(totalSeconds: 5, bytes: 1 << 16))
            #expect(large.article == nil)
            #expect(large.findings.first?.message.contains("larger than the 64 KB") == true)
        }
    }

    @Test(arguments: [
        ("/nowhere", "404"), ("/broken", "500"), ("/empty", "with nothing"), ("/secret/plan", "robots.txt"),
    ])
    func whatCannotBeHadIsAFinding(_ path: String, _ words: String) throws {
        let server = try Self.server()
        let item = try Self.item(server.url(path))
        #expect(item.article == nil)
        #expect(item.findings.first?.severity == .failure)
        #expect(item.findings.first?.message.contains(words) == true)
    }

    @Test func robotsRulesOfTheOwnNameStandAboveThoseForAll() throws {
        let server = try Self.server()
        #expect(try Self.item(server.url("/secret/open")).article != nil)
        #expect(try Self.item(server.url("/private")).article != nil)
    }

    @Test func aPrivateAddressIsRefusedUnlessAllowed() throws {
        let server = try Self.server()
        for host in ["127.0.0.1", "localhost"] {
            let items = Array(try ArticleIntake().items(of: ["http://\(host):\(server.port)/page"]))
            #expect(items.first?.article == nil)
            #expect(items.first?.findings.first?.message.contains("no public address") == true)
        }
        #expect(server.requests.isEmpty)
    }

    @Test func compressedAndForeignBytesAreUndone() throws {
        let server = try Self.server()
        #expect(try Self.item(server.url("/gzip")).article?.text == Self.sentence)
        #expect(try Self.item(server.url("/latin")).article?.text.hasPrefix("Le comité a décid") == true)
    }

    @Test func anUnchangedFeedIsNotSentAgainAndNothingInItIsFetched() throws {
        let server = try Self.server()
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cache-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let policy = FetchPolicy(cacheFolder: folder.path, totalSeconds: 5)
        let first = try Self.item(server.url("/feed"), policy)
        let second = try Self.item(server.url("/feed"), policy)
        #expect(first.article?.text == Self.sentence)
        #expect(second.article == first.article)
        #expect(second.findings.map(\.message) == ["unchanged since it was last fetched"])
        #expect(server.requests.map(\.path) == ["/feed", "/feed"])
        #expect(server.requests.last?.fields["if-none-match"] == "\"v1\"")
    }

    @Test func anUnknownServerIsAFinding() throws {
        let closed = try LoopbackServer { _ in [] }
        let item = try Self.item(closed.url("/x"))
        #expect(item.article == nil)
        #expect(item.findings.count == 1)
    }

    @Test(
        arguments: [
            ([127, 0, 0, 1], true), ([10, 1, 2, 3], true), ([172, 31, 0, 1], true), ([172, 32, 0, 1], false),
            ([192, 168, 1, 1], true), ([169, 254, 169, 254], true), ([100, 64, 0, 1], true), ([0, 0, 0, 0], true),
            ([224, 0, 0, 1], true), ([8, 8, 8, 8], false), ([93, 184, 216, 34], false),
            ([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 127, 0, 0, 1], true),
            ([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 8, 8, 8, 8], false),
            ([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], true),
            ([0xFE, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], true),
            ([0xFD, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], true),
            ([0x20, 0x02, 127, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], true),
            ([0x26, 0x06, 0x28, 0, 2, 0x20, 0, 1, 2, 0x48, 0x18, 0x93, 0x25, 0xC8, 0x19, 0x46], false),
        ] as [([UInt8], Bool)])
    func privateAddressesAreKnown(_ bytes: [UInt8], _ isPrivate: Bool) {
        #expect(NetworkAddress(bytes).isPrivate == isPrivate)
    }

    @Test(arguments: [
        ("User-agent: *\nDisallow: /", "/a", false), ("User-agent: *\nDisallow:", "/a", true),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdfs", true),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true), ("User-agent: other\nDisallow: /", "/a", true),
        ("User-agent: x\nUser-agent: Chancery\nDisallow: /z # all\n\nUser-agent: *\nDisallow: /", "/a", true),
        ("Disallow: /\n", "/a", true), ("User-agent: *\nDisallow: /a*b*c*d", "/aXbXcX", true),
    ])
    func robotsRulesAreReadAsTheStandardHasThem(_ text: String, _ path: String, _ allowed: Bool) {
        #expect(RobotsRules(text, agent: "Chancery").allows(path) == allowed)
    }
}
