import Text

/// An actor dictionary as the event coders TABARI and PETRARCH read them.
///
/// An entry starts with a name in capitals, `_` between its words and at its end; further names follow
/// on lines that start with `+`, codes stand in brackets on the same or on later lines, with dates
/// where they hold for a time only: `[USAGOV 090120-170120]`, `[USAELI >170120]`, `[USAELI <090120]`.
/// `;` and `#` start comments. (P. Schrodt, TABARI manual, "Actors file"; PETRARCH documentation,
/// "Actor dictionaries".)
struct ActorDictionary {
    struct Code: Hashable {
        var text: String
        /// ISO 8601 dates; empty for open ends.
        var from: String
        var to: String
    }

    struct Entry {
        var file: String
        var line: Int
        /// Names as a reader writes them, the first one first.
        var names: [String]
        var codes: [Code]
    }

    private(set) var entries: [Entry] = []

    init(_ text: String, file: String) throws(DataTable.Failure) {
        var number = 0
        for raw in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            var line = Substring(raw.prefix { $0 != 0x3B && $0 != 0x23 && $0 != 0x0D })
            while let first = line.utf8.first, first == 0x09 || first == 0x20 { line = line.dropFirst() }
            line = Substring(line.trimmed)
            guard !line.isEmpty else { continue }
            let open = line.utf8.firstIndex(of: 0x5B)
            let name = Self.name(line[..<(open ?? line.endIndex)])
            if line.utf8.first == 0x2B || open == line.startIndex {
                guard !entries.isEmpty else {
                    throw .badValue(
                        file: file, line: number, column: "name", value: String(line),
                        expected: "an actor's name before its synonyms and codes")
                }
                if !name.isEmpty { entries[entries.count - 1].names.append(name) }
            } else {
                guard !name.isEmpty else {
                    throw .badValue(
                        file: file, line: number, column: "name", value: String(line),
                        expected: "a name such as BARACK_OBAMA_ or the columns of a gazetteer table")
                }
                entries.append(Entry(file: file, line: number, names: [name], codes: []))
            }
            guard let open else { continue }
            for part in line[open...].utf8.split(separator: 0x5B) {
                let inner = Substring(part.prefix { $0 != 0x5D })
                entries[entries.count - 1].codes += try Self.codes(inner, file: file, line: number)
            }
        }
        for entry in entries where entry.codes.isEmpty {
            throw .badValue(
                file: file, line: entry.line, column: "code", value: entry.names[0],
                expected: "a code in brackets, such as [USAGOV], or the columns of a gazetteer table")
        }
    }

    /// `+BARACK_OBAMA_` as `Barack Obama`; short words in capitals stay as they are.
    private static func name(_ text: Substring) -> String {
        text.utf8.split { $0 == 0x5F || $0 == 0x20 || $0 == 0x09 || $0 == 0x2B }.map { part in
            let word = String(Substring(part))
            guard word.utf8.count > 3 || word.utf8.contains(where: { [0x41, 0x45, 0x49, 0x4F, 0x55].contains($0) })
            else {
                return word
            }
            return word.prefix(1) + word.dropFirst().lowercased()
        }.joined(separator: " ")
    }

    /// One bracket: codes that `/` parts, and a date or a range of dates.
    private static func codes(_ text: Substring, file: String, line: Int) throws(DataTable.Failure) -> [Code] {
        let parts = text.split(separator: " ")
        guard let first = parts.first else { return [] }
        var from = ""
        var to = ""
        if parts.count > 1 {
            let range = parts[1...].joined()
            let ends = range.drop { $0 == "<" || $0 == ">" }.split(separator: "-").map { date($0) }
            guard !ends.isEmpty, ends.allSatisfy({ $0 != nil }) else {
                throw .badValue(
                    file: file, line: line, column: "code", value: String(text),
                    expected: "dates like 090120 or 20090120, '<' before, '>' after, '-' between")
            }
            if range.hasPrefix("<") {
                to = ends[0] ?? ""
            } else {
                from = ends[0] ?? ""
                if ends.count > 1 { to = ends[1] ?? "" }
            }
        }
        return first.split(separator: "/").map { Code(text: String($0), from: from, to: to) }
    }

    /// `090120` or `20090120` as `2009-01-20`; two figures of a year from 30 on belong to the 1900s.
    private static func date(_ text: Substring) -> String? {
        guard text.allSatisfy(\.isNumber) else { return nil }
        var digits = String(text)
        if digits.count == 6 { digits = (digits >= "30" ? "19" : "20") + digits }
        guard digits.count == 8 else { return nil }
        let month = digits.dropFirst(4).prefix(2)
        let day = digits.suffix(2)
        return "\(digits.prefix(4))-\(month)-\(day)"
    }
}
