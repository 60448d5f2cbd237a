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
    static func unmet(_ article: Article, kind: String, name: String) throws -> [String] {
        try unmet([IntakeItem(path: name, article: article)], kind: kind, name: name)
    }

    /// The same of all items of an input.
    ///
    /// A line is `key: value`; `-` stands for none. `items` is their number, `item` turns to one of them,
    /// the first at the start. `finding` speaks of the item's findings, `any url` and `any finding` of all
    /// items. What is left speaks of the item's article: `has`, `lacks`, `begins` and `ends` of its text,
    /// `cut` of a reason, `part KIND` of a part's words, `source FIELD` of the evidence for a field; any
    /// other key is a field.
    static func unmet(_ items: [IntakeItem], kind: String, name: String) throws -> [String] {
        let lines = try String(contentsOf: folder.appendingPathComponent("\(kind)/\(name).expected"), encoding: .utf8)
        var unmet: [String] = []
        var at = 0
        for line in lines.split(separator: "\n") {
            guard let colon = line.firstRange(of: ": ") else { continue }
            let key = String(line[..<colon.lowerBound])
            let value = String(line[colon.upperBound...])
            let item = at < items.count ? items[at] : nil
            let isMet: Bool
            switch key {
            case "items": isMet = items.count == Int(value)
            case "item":
                at = (Int(value) ?? 0) - 1
                isMet = items.indices.contains(at)
            case "finding": isMet = item?.findings.contains { $0.message.contains(value) } == true
            case "any finding": isMet = items.contains { $0.findings.contains { $0.message.contains(value) } }
            case "any url": isMet = items.contains { $0.article?.url == value }
            default: isMet = item?.article.map { met($0, key, value) } ?? false
            }
            let found = item?.article.map { field(key, $0) } ?? "no article"
            if !isMet { unmet.append("\(name), item \(at + 1): \(line) (found \(found))") }
        }
        return unmet
    }

    private static func met(_ article: Article, _ key: String, _ value: String) -> Bool {
        switch key {
        case "has": return article.text.contains(value)
        case "lacks": return !article.text.contains(value)
        case "begins": return article.text.hasPrefix(value)
        case "ends": return article.text.hasSuffix(value)
        case "cut": return article.cuts.contains { $0.reason.contains(value) }
        case let source where source.hasPrefix("source "):
            return article.sources.contains { key == "source \($0.field)" && $0.evidence == value }
        case let part where part.hasPrefix("part "):
            let scalars = Array(article.text.unicodeScalars)
            return article.parts.contains { part in
                guard key == "part \(part.kind.rawValue)", part.end <= scalars.count else { return false }
                var words = String.UnicodeScalarView()
                words.append(contentsOf: scalars[part.start..<part.end])
                return String(words) == value
            }
        default: return field(key, article) == value
        }
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
        case "begins": String(article.text.prefix(60))
        case "ends": String(article.text.suffix(60))
        default: "?"
        }
    }
}
