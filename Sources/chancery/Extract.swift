import ArgumentParser
import Foundation
import Intake
import Records

/// `chancery extract`: one page or dump to one article.
struct Extract: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows the article in a page, a text dump or any other input: its fields and its text.",
        discussion: "With --format json one article is one object; several are an array, in input order.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case json, text }

    @Argument(help: "Files, directories, web addresses, or - for standard input.")
    var paths: [String]

    @Option(help: "json or text.")
    var format: Format = .text

    @Flag(help: "Say which stage found the text and the fields, and what was cut and why.")
    var explain = false

    @OptionGroup var fetching: FetchOptions

    func run() async throws {
        let intake = try fetching.intake()
        var output = ArticleArray(explain: explain)
        var failed = false
        for item in intake.items(of: paths) {
            for finding in item.findings {
                FileHandle.standardError.write(Data("\(finding.path): \(finding.message)\n".utf8))
                if finding.severity == .failure { failed = true }
            }
            guard let article = item.article else { continue }
            try write(format == .json ? output.add(article) : ArticleText.render(article, explain: explain))
        }
        if format == .json { try write(output.end()) }
        if failed { throw ExitCode(1) }
    }

    private func write(_ text: String) throws {
        if text.isEmpty { return }
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
        } catch {
            throw ExitCode(3)
        }
    }
}

/// Articles as JSON, written as they come: one is an object, several are an array.
///
/// Only the first is held back, until it is known whether another follows.
private struct ArticleArray {
    private let encoder = JSONEncoder()
    private let explain: Bool
    private var first: Article?
    private var isArray = false

    init(explain: Bool) {
        self.explain = explain
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    }

    /// What is to be written when an article comes.
    mutating func add(_ article: Article) throws -> String {
        if isArray { return try ",\n" + element(article) }
        guard let held = first else {
            first = article
            return ""
        }
        isArray = true
        first = nil
        return try "[\n" + element(held) + ",\n" + element(article)
    }

    /// What is to be written behind the last.
    func end() throws -> String {
        if isArray { return "\n]\n" }
        return try first.map { try text($0) + "\n" } ?? ""
    }

    private func element(_ article: Article) throws -> String {
        try "  " + text(article).replacingOccurrences(of: "\n", with: "\n  ")
    }

    private func text(_ article: Article) throws -> String {
        String(decoding: try encoder.encode(ExtractedArticle(article, explain: explain)), as: UTF8.self)
    }
}

/// An article as the command prints it: every field, null where unknown.
private struct ExtractedArticle: Encodable {
    private let article: Article
    private let explain: Bool

    init(_ article: Article, explain: Bool) {
        self.article = article
        self.explain = explain
    }

    private enum Key: String, CodingKey {
        case id, path, title, byline, outlet, published, updated, url, language, section, dateline, credits, text
        case parts, cuts, sources
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(article.id, forKey: .id)
        try container.encode(article.path, forKey: .path)
        try container.encode(article.title, forKey: .title)
        try container.encode(article.byline, forKey: .byline)
        try container.encode(article.outlet, forKey: .outlet)
        try container.encode(article.published, forKey: .published)
        try container.encode(article.updated, forKey: .updated)
        try container.encode(article.url, forKey: .url)
        try container.encode(article.language, forKey: .language)
        try container.encode(article.section, forKey: .section)
        try container.encode(article.dateline, forKey: .dateline)
        try container.encode(article.credits, forKey: .credits)
        try container.encode(article.text, forKey: .text)
        try container.encode(article.parts, forKey: .parts)
        try container.encode(article.cuts, forKey: .cuts)
        try container.encode(article.sources, forKey: .sources)
    }
}

/// An article as lines for the eye.
private enum ArticleText {
    static func render(_ article: Article, explain: Bool) -> String {
        var lines: [String] = []
        func field(_ name: String, _ value: String?) { if let value { lines.append("\(name): \(value)") } }
        field("title", article.title)
        field("byline", article.byline)
        field("outlet", article.outlet)
        field("published", article.published)
        field("updated", article.updated)
        field("url", article.url)
        field("language", article.language)
        field("section", article.section)
        field("dateline", [article.dateline?.place, article.dateline?.date].compactMap { $0 }.joined(separator: ", "))
        field("credits", article.credits.joined(separator: ", "))
        lines.removeAll { $0.hasSuffix(": ") }
        lines += ["", article.text, ""]
        if explain {
            lines += article.sources.map { "\($0.field): from \($0.evidence)" }
            for part in article.parts { lines.append("part \(part.kind.rawValue): \(part.start)-\(part.end)") }
            for cut in article.cuts {
                let place = cut.line.map { "line \($0)" } ?? "cut"
                lines.append("\(place): \(cut.reason): \(cut.text.prefix(70))")
            }
            lines.append("")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
