import Foundation

/// A WARC archive of made-up news pages, the same every time, for measuring on any machine.
enum SyntheticArchive {
    /// Writes an archive of at least so many bytes; gives the number of records.
    ///
    /// Each page has the furniture that real ones have, a script, and an article of some 400 words.
    static func write(to path: String, bytes: Int) throws -> Int {
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let file = FileHandle(forWritingAtPath: path)
        else { throw CocoaError(.fileWriteUnknown) }
        defer { try? file.close() }
        var written = 0
        var records = 0
        var chunk: [UInt8] = []
        while written + chunk.count < bytes {
            chunk += Array(record(records).utf8)
            records += 1
            if chunk.count > 4 << 20 {
                try file.write(contentsOf: chunk)
                written += chunk.count
                chunk.removeAll(keepingCapacity: true)
            }
        }
        try file.write(contentsOf: chunk)
        return records
    }

    private static let words = [
        "minister", "harbour", "treaty", "council", "permit", "coast", "agreed", "signed", "vote", "session", "border",
        "trade", "report", "meeting", "delegation", "river", "summit", "talks", "region", "partner",
    ]

    private static func record(_ number: Int) -> String {
        let page = page(number)
        let response =
            "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: \(page.utf8.count)\r\n\r\n\(page)"
        return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:\(number)>\r\n"
            + "WARC-Date: 2022-10-03T08:15:00Z\r\nWARC-Target-URI: https://sund.example/\(number)\r\n"
            + "Content-Type: application/http; msgtype=response\r\nContent-Length: \(response.utf8.count)\r\n\r\n"
            + "\(response)\r\n\r\n"
    }

    private static func page(_ number: Int) -> String {
        var state = UInt64(number) &* 0x9E37_79B9_7F4A_7C15 | 1
        func word() -> String {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return words[Int(state >> 33) % words.count]
        }
        var paragraphs = ""
        for _ in 0..<20 {
            let sentence = (0..<18).map { _ in word() }.joined(separator: " ")
            paragraphs += "<p>The \(sentence) in the autumn of the year.</p>\n"
        }
        let menu = (0..<60).map { "<li class=\"menu-item\"><a href=\"/\($0)\">\(word()) \(word())</a></li>" }.joined()
        let script = String(repeating: "function f(a){return a+1}\n", count: 400)
        return "<!DOCTYPE html><html lang=\"en\"><head><title>The \(word()) of \(word()) \(number) | Sund Post</title>"
            + "<meta property=\"article:published_time\" content=\"2022-10-03T08:15:00Z\"><script>\(script)</script></head>"
            + "<body><nav><ul>\(menu)</ul></nav><article><h1>The \(word()) of \(word()) \(number)</h1>"
            + "<p class=\"byline\">By Orla Fenwick</p>\(paragraphs)</article><footer>© 2022 Sund Post</footer></body></html>"
    }
}
