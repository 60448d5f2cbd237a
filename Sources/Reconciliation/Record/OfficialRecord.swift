internal import Foundation
internal import Text

/// What official documents say: roll-call votes, read from data files.
///
/// A file is a `DataTable` of the columns `member` (ISO 3166-1 alpha-3) and `vote` (`Y` for, `N`
/// against, `A` abstained, `X` did not vote). Its head carries, beside licence and source,
/// `resolution`, `document` (the record's symbol), `body` (names of the organ, separated by `|`),
/// `date` (ISO 8601) and `topic` (lemmas that a text on this vote will use, separated by `|`).
public struct OfficialRecord: Sendable {
    /// A member's choice in a vote.
    public enum Choice: String, Sendable, Hashable, CaseIterable {
        case inFavour = "for"
        case against, abstained, absent

        /// The choice in the words of a brief.
        public var words: String {
            switch self {
            case .inFavour: "voted for"
            case .against: "voted against"
            case .abstained: "abstained"
            case .absent: "did not vote"
            }
        }
    }

    /// One roll-call vote.
    public struct RollCall: Sendable, Hashable {
        public var resolution: String
        public var document: String
        public var bodies: [String]
        public var date: String
        public var topic: [String]
        public var choices: [String: Choice]

        /// How many members made a choice. O(members).
        public func count(_ choice: Choice) -> Int { choices.values.count { $0 == choice } }
    }

    public private(set) var rollCalls: [RollCall]

    /// A record that holds nothing.
    public init() { rollCalls = [] }

    /// A record of these votes.
    public init(rollCalls: [RollCall]) { self.rollCalls = rollCalls }

    /// Reads the votes that come with the program.
    ///
    /// - Throws: `DataTable.Failure` with file and line, or a file error.
    public static func standard() throws -> OfficialRecord {
        var record = OfficialRecord()
        for name in try DataFiles.names() where name.hasPrefix("votes-") && name.hasSuffix(".tsv") {
            try record.add(DataFiles.text(name), file: name)
        }
        return record
    }

    /// Adds the vote of one file.
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
            let choice: Choice? =
                switch row["vote"] {
                case "Y": .inFavour
                case "N": .against
                case "A": .abstained
                case "X": .absent
                default: nil
                }
            guard let choice else {
                throw DataTable.Failure.badValue(
                    file: file, line: row.line, column: "vote", value: row["vote"], expected: "Y, N, A or X")
            }
            choices[row["member"]] = choice
        }
        rollCalls.append(
            RollCall(
                resolution: try head("resolution"), document: try head("document"),
                bodies: list(try head("body")), date: try head("date"), topic: list(try head("topic")),
                choices: choices))
    }
}
