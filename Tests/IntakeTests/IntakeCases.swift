import Foundation
import Intake
import Records

/// The case files of this area, and what a case may expect of an article.
enum IntakeCases {
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Cases/intake")

    /// The names of the cases in a folder, without extensions, in order.
    static func names(in kind: String) -> [String] {
        let files =
            (try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(kind).path)) ?? []
        return files.filter { $0.hasSuffix(".expected") }.map { String($0.dropLast(9)) }.sorted()
    }

    static func path(_ kind: String, _ file: String) -> String {
        folder.appendingPathComponent(kind).appendingPathComponent(file).path
    }

    /// The items of some bytes.
    static func items(_ bytes: some Sequence<UInt8>, named name: String = "case.txt") throws -> [IntakeItem] {
        Array(try ArticleIntake().items(in: Array(bytes), named: name))
    }

    /// What of a case's expectations an article does not meet, one line each.
    ///
    /// A line is `key: value`; `-` stands for none. `has` and `lacks` speak of the text, `cut` of a
    /// reason, `part KIND` of a part's words; any other key is a field.
    static func unmet(_ article: Article, kind: String, name: String) throws -> [String] {
        let lines = try String(contentsOf: folder.appendingPathComponent("\(kind)/\(name).expected"), encoding: .utf8)
        var unmet: [String] = []
        for line in lines.split(separator: "\n") {
            guard let colon = line.firstRange(of: ": ") else { continue }
            let key = String(line[..<colon.lowerBound])
            let value = String(line[colon.upperBound...])
            let met: Bool
            switch key {
            case "has": met = article.text.contains(value)
            case "lacks": met = !article.text.contains(value)
            case "cut": met = article.cuts.contains { $0.reason.contains(value) }
            case let part where part.hasPrefix("part "):
                let scalars = Array(article.text.unicodeScalars)
                met = article.parts.contains { part in
                    guard key == "part \(part.kind.rawValue)", part.end <= scalars.count else { return false }
                    var words = String.UnicodeScalarView()
                    words.append(contentsOf: scalars[part.start..<part.end])
                    return String(words) == value
                }
            default: met = field(key, article) == value
            }
            if !met { unmet.append("\(name): \(line) (found \(field(key, article)))") }
        }
        return unmet
    }

    private static func field(_ key: String, _ article: Article) -> String {
        switch key {
        case "title": article.title ?? "-"
        case "byline": article.byline ?? "-"
        case "outlet": article.outlet ?? "-"
        case "published": article.published ?? "-"
        case "updated": article.updated ?? "-"
        case "url": article.url ?? "-"
        case "language": article.language ?? "-"
        case "section": article.section ?? "-"
        case "credits": article.credits.isEmpty ? "-" : article.credits.joined(separator: ", ")
        case "dateline": article.dateline.map { [$0.place, $0.date].compactMap { $0 }.joined(separator: ", ") } ?? "-"
        case "id": article.id
        default: "?"
        }
    }
}
