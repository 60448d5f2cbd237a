import Coding
import Foundation
import Gazetteer
import Linguistics
import Records
import Testing
import Text

/// Sentences with expected values, as data under `Tests/Cases/coding`.
@Suite struct QuantityCoderTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var published: String
        var sentence: String
        var expected: [Set<String>]
        var testDescription: String { sentence }
    }

    static func cases(_ name: String, column: String) throws -> [Case] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../Cases/coding/\(name)")
        let table = try DataTable(String(contentsOf: file, encoding: .utf8), file: name)
        return table.rows.map { row in
            let expected = row[column].split(separator: ";").map {
                Set($0.split(separator: " ").joined(separator: " ").split(separator: " ").map(String.init))
            }
            return Case(
                published: table.columns.contains("published") ? row["published"] : "2023-03-08",
                sentence: row["sentence"], expected: row[column] == "none" ? [] : expected)
        }
    }

    static let analyzer = try? Analyzer()
    static let coder = try? QuantityCoder(index: .standard())

    static func code(_ item: Case) throws -> (times: [TimeMention], figures: [FigureMention]) {
        let analyzer = try #require(analyzer)
        let coder = try #require(coder)
        let article = Article(id: "case", published: item.published, text: item.sentence)
        return coder.code(analyzer.analyze(SourceText(item.sentence)), article: article)
    }

    static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }

    static func tokens(_ figure: Figure) -> Set<String> {
        var tokens: Set<String> = [figure.kind.rawValue, figure.bound.rawValue]
        if let value = figure.value { tokens.insert(number(value)) }
        if let low = figure.low, let high = figure.high { tokens.insert(number(low) + ".." + number(high)) }
        if let unit = figure.unit { tokens.insert(unit) }
        if let role = figure.role { tokens.insert(role.rawValue) }
        if let choice = figure.choice { tokens.insert(choice) }
        if let period = figure.period { tokens.insert("per=" + period) }
        if let years = figure.years { tokens.insert("years=" + number(years)) }
        if let previous = figure.previous { tokens.insert("previous=" + number(previous)) }
        if let counted = figure.counted {
            // A phrase of two words is written with the blank that its test case splits at.
            let words = counted.split(separator: " ")
            tokens.insert("counted=" + (words.first ?? ""))
            tokens.formUnion(words.dropFirst().map(String.init))
            tokens.insert("counted=" + (words.last ?? ""))
        } else {
            tokens.insert("counted=-")
        }
        if let fate = figure.fate { tokens.insert(fate.rawValue) }
        if let sum = figure.sum { tokens.insert("sum=" + number(sum)) }
        if let day = figure.asOf { tokens.insert("asof=" + days(day)) }
        for word in (figure.scope ?? "-").split(separator: " ") { tokens.insert("scope:" + word) }
        return tokens
    }

    static func days(_ range: DateRange) -> String {
        range.from == range.to ? range.from : range.from + ".." + range.to
    }

    static func tokens(_ time: TimeExpression) -> Set<String> {
        var tokens: Set<String> = [time.precision.rawValue]
        tokens.insert(time.range.map(days) ?? "open")
        if let order = time.order { tokens.insert(order.rawValue) }
        if let length = time.duration { tokens.insert("for=" + length.replacing("/", with: "..")) }
        if let period = time.period { tokens.insert("every=" + period) }
        if let anchor = time.anchor {
            tokens.formUnion([anchor.order.rawValue, anchor.head])
            if let days = anchor.days { tokens.insert("days=\(days)") }
        }
        return tokens
    }

    static func matches(_ found: [Set<String>], _ expected: [Set<String>]) -> Bool {
        found.count == expected.count && zip(found, expected).allSatisfy { $1.isSubset(of: $0) }
    }

    /// The share of right sentences must not fall below 96 of a hundred, three below what was measured; each wrong one is
    /// named.
    @Test func figures() throws {
        let cases = try Self.cases("figures.tsv", column: "figures")
        var wrong: [String] = []
        for item in cases {
            let found = try Self.code(item).figures.map { Self.tokens($0.figure) }
            if !Self.matches(found, item.expected) { wrong.append("\(item.sentence) -> \(found.map { $0.sorted() })") }
        }
        #expect(Double(wrong.count) <= 0.04 * Double(cases.count), "\(wrong.joined(separator: "\n"))")
    }

    @Test func times() throws {
        let cases = try Self.cases("times.tsv", column: "times")
        var wrong: [String] = []
        for item in cases {
            let found = try Self.code(item).times.map {
                Self.tokens($0.expression).union($0.notice == nil ? [] : ["notice"])
            }
            if !Self.matches(found, item.expected) { wrong.append("\(item.sentence) -> \(found.map { $0.sorted() })") }
        }
        #expect(Double(wrong.count) <= 0.06 * Double(cases.count), "\(wrong.joined(separator: "\n"))")
    }

    /// Evidence reads what its offsets hold, whatever stands around it.
    @Test func evidenceIsVerbatim() throws {
        for name in ["figures.tsv", "times.tsv"] {
            for item in try Self.cases(name, column: String(name.dropLast(4))) {
                let text = SourceText("“Ünïcode” — " + item.sentence)
                let analyzer = try #require(Self.analyzer)
                let article = Article(id: "case", published: item.published, text: text.string)
                let (times, figures) = try #require(Self.coder).code(analyzer.analyze(text), article: article)
                let scalars = Array(text.string.unicodeScalars)
                for evidence in times.map({ $0.expression.evidence }) + figures.map({ $0.figure.evidence }) {
                    var words = String.UnicodeScalarView()
                    words.append(contentsOf: scalars[evidence.start..<evidence.end])
                    #expect(String(words) == evidence.quote)
                }
            }
        }
    }
}
