import Foundation
import FuzzDriver
import Intake
import Records

/// The entry that the package manager links a program with in place of `main`.
@_cdecl("fuzz_intake_main")
public func run(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    fuzz(count, arguments) { bytes, length in
        readInput(Array(UnsafeBufferPointer(start: bytes, count: length)))
        return 0
    }
}

private let intake: ArticleIntake = {
    do {
        // One document is small, so that inputs that swell meet the limit.
        return try ArticleIntake(limits: IntakeLimits(documentBytes: 1 << 20))
    } catch {
        fatalError("the readers cannot be made: \(error)")
    }
}()

/// What an input starts with whatever the fuzzer makes of it, so that the reader named in
/// `CHANCERY_FUZZ_FORM` always gets it; nothing for the form `any`.
private let opening: [UInt8] = {
    let form = ProcessInfo.processInfo.environment["CHANCERY_FUZZ_FORM"] ?? "any"
    switch form {
    case "any": return []
    case "html": return Array("<html>".utf8)
    case "feed": return Array("<?xml version=\"1.0\"?><rss>".utf8)
    case "sitemap": return Array("<?xml version=\"1.0\"?><urlset>".utf8)
    case "warc": return Array("WARC/1.0\r\n".utf8)
    case "gzip": return [0x1F, 0x8B, 8]
    case "zip": return [0x50, 0x4B, 3, 4]
    case "mail": return Array("MIME-Version: 1.0\nContent-Type: ".utf8)
    case "lines": return Array("{\"".utf8)
    case "json": return Array("[{\"".utf8)
    case "text": return Array("Met in Sund\n".utf8)
    default: fatalError("no form of input is named \(form)")
    }
}()

/// One input: read to its end; any broken promise ends the run, and libFuzzer keeps the input.
private func readInput(_ input: [UInt8]) {
    let bytes = input.starts(with: opening) ? input : opening + input
    var ids: Set<String> = []
    for item in intake.items(in: bytes, named: "fuzz") {
        guard let article = item.article else {
            precondition(!item.findings.isEmpty, "an input gave neither an article nor a finding")
            continue
        }
        precondition(ids.insert(article.id).inserted, "two articles have the id \(article.id)")
        let scalars = article.text.unicodeScalars.count
        precondition(scalars > 0, "an article without text")
        for part in article.parts {
            precondition(part.start >= 0 && part.start <= part.end && part.end <= scalars, "a part beyond the text")
        }
    }
}
