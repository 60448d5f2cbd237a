internal import Foundation
internal import Text

/// The vote tables of this project's own form: one roll call a file.
///
/// A file is a `DataTable` of the columns `member` (ISO 3166-1 alpha-3) and `vote` (`Y` for, `N`
/// against, `A` abstained, `X` did not vote). Its head carries, beside licence and source,
/// `resolution`, `document` (the record's symbol), `body` (names of the organ, separated by `|`),
/// `date` (ISO 8601) and `topic` (lemmas that a text on this vote will use, separated by `|`), and
/// may carry `title` and `link`.
extension OfficialRecord {
    /// Adds the vote of one file.
    ///
    /// - Throws: `DataTable.Failure` with file and line.
    public mutating func add(_ text: String, file: String) throws {
        let table = try DataTable(text, file: file, columns: ["member", "vote"])
        func head(_ key: String) throws -> String {
            guard let value = table.head[key], !value.isEmpty else {
                throw DataTable.Failure.noHeading(file: file, key: key)
            }
            return value
        }
        func list(_ value: String) -> [String] {
            value.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        var choices: [String: Choice] = [:]
        for row in table.rows {
            guard let choice = Choice(letter: row["vote"]) else {
                throw DataTable.Failure.badValue(
                    file: file, line: row.line, column: "vote", value: row["vote"], expected: "Y, N, A or X")
            }
            choices[row["member"]] = choice
        }
        add(
            RollCall(
                resolution: try head("resolution"), document: try head("document"),
                bodies: list(try head("body")), date: try head("date"), topic: list(try head("topic")),
                choices: choices, title: table.head["title"], link: table.head["link"]))
    }
}

extension OfficialRecord.Choice {
    /// Reads the letter of the United Nations' tables: `Y`, `N`, `A`, and `X` for not voting.
    init?(letter: some StringProtocol) {
        switch letter {
        case "Y": self = .inFavour
        case "N": self = .against
        case "A": self = .abstained
        case "X": self = .absent
        default: return nil
        }
    }
}
