import Foundation
public import Linguistics
import Text

/// How many names of a labelled text are found from its raw text: persons, organisations and places,
/// states among the places, compared by the characters that they cover, white space left out.
public struct NameScores: Sendable {
    public private(set) var right = 0
    public private(set) var gold = 0
    public private(set) var given = 0

    /// Reads a file in IOB2 (number, form, label), analyses its text, and counts.
    ///
    /// - Throws: when the file cannot be read.
    public init(path: String, analyzer: Analyzer) throws {
        var text = ""
        var found: Set<Name> = []
        var at = 0
        var sentence: [(form: Substring, label: Substring)] = []
        var printed: Substring?
        func close() {
            guard !sentence.isEmpty else { return }
            if !text.isEmpty { text += "\n\n" }
            text += printed.map(String.init) ?? sentence.map { String($0.form) }.joined(separator: " ")
            var open: Name?
            for (form, label) in sentence {
                if let name = open, !label.hasPrefix("I-") || label.dropFirst(2) != name.kind {
                    found.insert(name)
                    open = nil
                }
                let length = form.unicodeScalars.count { !$0.properties.isWhitespace }
                if label != "O", open == nil { open = Name(kind: String(label.dropFirst(2)), start: at, end: at) }
                at += length
                open?.end = at
            }
            if let open { found.insert(open) }
            sentence = []
            printed = nil
        }
        let content = try String(contentsOfFile: path, encoding: .utf8)
        for line in content.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("# text") {
                printed = line.drop { $0 != "=" }.dropFirst().drop { $0 == " " }
            } else if line.isEmpty {
                close()
            } else if !line.hasPrefix("#") {
                let fields = line.split(separator: "\t")
                if fields.count > 2 { sentence.append((fields[1], fields[2])) }
            }
        }
        close()
        let wanted = found.filter { ["PER", "ORG", "LOC"].contains($0.kind) }
        let names = Self.names(of: analyzer.analyze(SourceText(text)))
        gold = wanted.count
        given = names.count
        right = wanted.intersection(names).count
    }

    private struct Name: Hashable {
        var kind: String
        var start: Int
        var end: Int
    }

    private static func names(of analysis: Analysis) -> Set<Name> {
        var before = [0]
        for scalar in analysis.text.string.unicodeScalars {
            let counts = scalar.properties.isWhitespace ? 0 : 1
            for _ in 0..<UTF8.width(scalar) - 1 { before.append(before[before.count - 1]) }
            before.append(before[before.count - 1] + counts)
        }
        return Set(
            analysis.entities.map { entity in
                let span = analysis.span(ofWords: entity.words)
                let kind = entity.kind == .geopolitical ? "LOC" : entity.kind.name
                return Name(kind: kind, start: before[Int(span.start)], end: before[Int(span.end)])
            })
    }

    /// One line: precision, recall and F1 in per cent.
    public func line(_ name: String) -> String {
        func percent(_ part: Int, _ whole: Int) -> String {
            let hundredths = whole == 0 ? 0 : (part * 20_000 / whole + 1) / 2
            let digits = String(hundredths % 100)
            return "\(hundredths / 100).\(digits.count < 2 ? "0" + digits : digits)"
        }
        return "\(name) names: precision \(percent(right, given)), recall \(percent(right, gold)), "
            + "F1 \(percent(2 * right, gold + given))"
    }
}
