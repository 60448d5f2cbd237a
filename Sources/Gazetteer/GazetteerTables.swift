public import Text

/// Gazetteer tables of every kind, merged: a later row of the same id overrides an earlier one.
///
/// The columns of a table tell its kind; the file's name means nothing. The form is documented in
/// `Data/README.md`.
public struct GazetteerTables: Sendable {
    /// The kinds of table, told apart by their columns.
    enum Kind: String, CaseIterable {
        case states, places, organisations, memberships, regions, roles, persons, tenures, mandates

        var columns: [String] {
            switch self {
            case .states:
                [
                    "id", "iso2", "cow", "cameo", "kind", "from", "to", "name", "official", "former",
                    "adjectives", "demonyms", "capital", "cities", "seats",
                ]
            case .places: ["id", "country", "kind", "name", "other", "adjectives"]
            case .organisations:
                ["id", "kind", "code", "country", "seat", "from", "to", "name", "other", "adjectives"]
            case .memberships: ["group", "members", "from", "to"]
            case .regions: ["id", "name", "other", "adjectives", "members"]
            case .roles: ["id", "kind", "sector", "title", "words"]
            case .persons: ["name", "other", "country", "sector"]
            case .tenures: ["of", "office", "person", "from", "to"]
            case .mandates: ["of", "office", "person", "from", "to", "for"]
            }
        }
    }

    /// A row with the place that it was read from.
    struct Row: Sendable {
        var file: String
        var line: Int
        /// The columns of the row's kind.
        var columns: [String]
        var fields: [String]
        /// Whether a user gave the row.
        var isPreferred = false

        subscript(column: String) -> String {
            columns.firstIndex(of: column).map { fields[$0] } ?? ""
        }

        /// The values of a list column.
        func list(_ column: String) -> [String] {
            self[column].utf8.split(separator: 0x7C).map { Substring($0).trimmed }.filter { !$0.isEmpty }
        }

        func failure(_ column: String, expected: String) -> DataTable.Failure {
            .badValue(file: file, line: line, column: column, value: self[column], expected: expected)
        }

        /// The period that the columns `from` and `to` give.
        func period() throws(DataTable.Failure) -> DatedPeriod {
            guard let period = DatedPeriod(from: self["from"], to: self["to"]) else {
                throw .badValue(
                    file: file, line: line, column: "from, to", value: self["from"] + " to " + self["to"],
                    expected: "dates like 2019-03-20, 2019-03 or 2019, in order")
            }
            return period
        }
    }

    private(set) var rows: [Kind: [Row]] = [:]
    private var positions: [Kind: [String: Int]] = [:]

    /// Makes a set without tables.
    public init() {}

    /// Adds the rows of a table. O(rows).
    ///
    /// - Throws: `DataTable.Failure` when the columns are those of no kind of table.
    public mutating func add(_ table: DataTable) throws(DataTable.Failure) {
        guard let kind = Kind.allCases.first(where: { $0.columns == table.columns }) else {
            throw .wrongColumns(
                file: table.file,
                expected: Kind.allCases.map { "\($0.rawValue): \($0.columns.joined(separator: " "))" },
                found: table.columns)
        }
        for row in table.rows {
            let made = Row(file: table.file, line: row.line, columns: kind.columns, fields: row.fields)
            guard !row.fields[0].isEmpty else { throw made.failure(table.columns[0], expected: "a value") }
            add(made, kind: kind)
        }
    }

    /// Lays other tables on top of these.
    ///
    /// Their forms are preferred to those of these tables.
    mutating func merge(_ other: GazetteerTables) {
        for kind in Kind.allCases {
            for var row in other.rows[kind] ?? [] {
                row.isPreferred = true
                add(row, kind: kind)
            }
        }
    }

    mutating func add(_ row: Row, kind: Kind) {
        let key = row.fields[0]
        let keyed = kind != .memberships && kind != .tenures && kind != .mandates
        if keyed, let position = positions[kind]?[key] {
            for (i, value) in row.fields.enumerated() where !value.isEmpty {
                rows[kind]?[position].fields[i] = value
            }
            if row.isPreferred { rows[kind]?[position].isPreferred = true }
            return
        }
        if keyed { positions[kind, default: [:]][key] = rows[kind]?.count ?? 0 }
        rows[kind, default: []].append(row)
    }

    /// The tables that come with the package.
    static func standard() throws -> GazetteerTables {
        var tables = GazetteerTables()
        for name in try DataFiles.gazetteerNames() { try tables.add(DataFiles.table(name)) }
        return tables
    }
}

extension Substring {
    /// The text without blanks at its ends.
    var trimmed: String {
        var bytes = utf8
        while bytes.first == 0x20 { bytes.removeFirst() }
        while bytes.last == 0x20 { bytes.removeLast() }
        return String(Substring(bytes))
    }
}
