/// The line-based form in which Chancery keeps its word lists, rules and facts.
///
/// A data file is UTF-8 text. Lines that start with `#` are comments; the head of the file holds
/// comments of the form `# key: value`, of which `license` and `source` are required. The first
/// line that is no comment names the columns, separated by tabs; every further line that is not
/// blank is a row of as many fields, separated by tabs, in that order. A field may be empty. Several
/// values in one field are separated by `|`, several words by a blank. Reading is O(n).
public struct DataTable: Sendable {
    /// One row: its fields in column order and the line it stands on, counted from 1.
    public struct Row: Sendable {
        public let line: Int
        public let fields: [String]
        fileprivate let columns: [String: Int]

        /// The field of a column; traps when the file has no such column.
        public subscript(column: String) -> String {
            guard let index = columns[column] else { preconditionFailure("no column \(column)") }
            return fields[index]
        }

        /// The values of a column that holds several, separated by `|`; blanks around them go.
        public func list(_ column: String) -> [String] {
            self[column].utf8.split(separator: 0x7C).map { DataTable.trim(Substring($0)) }.filter { !$0.isEmpty }
        }
    }

    /// What is wrong with a data file, and where.
    public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        case noHeading(file: String, key: String)
        case noColumns(file: String)
        case wrongColumns(file: String, expected: [String], found: [String])
        case wrongFieldCount(file: String, line: Int, expected: Int, found: Int)
        case badValue(file: String, line: Int, column: String, value: String, expected: String)

        public var description: String {
            switch self {
            case .noHeading(let file, let key):
                "\(file): the head has no line '# \(key): …'"
            case .noColumns(let file):
                "\(file): no line names the columns"
            case .wrongColumns(let file, let expected, let found):
                "\(file): the columns are \(found), expected \(expected)"
            case .wrongFieldCount(let file, let line, let expected, let found):
                "\(file):\(line): \(found) fields where \(expected) are expected (fields are separated by tabs)"
            case .badValue(let file, let line, let column, let value, let expected):
                "\(file):\(line): \(column) is '\(value)', expected \(expected)"
            }
        }
    }

    /// The file's name, for messages.
    public let file: String
    /// The `# key: value` lines of the head.
    public let head: [String: String]
    /// The column names in order.
    public let columns: [String]
    /// The rows in file order.
    public let rows: [Row]

    /// Reads a table and checks its head and its columns.
    ///
    /// - Parameter expected: the column names in order; `nil` accepts any.
    /// - Throws: `Failure`, which names the file and the line.
    public init(_ text: String, file: String, columns expected: [String]? = nil) throws(Failure) {
        var head: [String: String] = [:]
        var columns: [String] = []
        var index: [String: Int] = [:]
        var rows: [Row] = []
        var number = 0
        // Lines and fields are cut by bytes: cutting by characters is a tenth as fast.
        for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            let line = Substring(line.last == 0x0D ? line.dropLast() : line)
            if line.utf8.first == 0x23 {
                if columns.isEmpty, let colon = line.utf8.firstIndex(of: 0x3A) {
                    let key = Self.trim(line[line.index(after: line.startIndex)..<colon])
                    if head[key] == nil { head[key] = Self.trim(line[line.index(after: colon)...]) }
                }
                continue
            }
            if Self.trim(line).isEmpty { continue }
            let fields = line.utf8.split(separator: 0x09, omittingEmptySubsequences: false)
                .map { Self.trim(Substring($0)) }
            if columns.isEmpty {
                columns = fields
                for (i, column) in columns.enumerated() { index[column] = i }
                continue
            }
            guard fields.count == columns.count else {
                throw .wrongFieldCount(file: file, line: number, expected: columns.count, found: fields.count)
            }
            rows.append(Row(line: number, fields: fields, columns: index))
        }
        for key in ["license", "source"] where head[key] == nil {
            throw .noHeading(file: file, key: key)
        }
        guard !columns.isEmpty else { throw .noColumns(file: file) }
        if let expected, expected != columns {
            throw .wrongColumns(file: file, expected: expected, found: columns)
        }
        self.file = file
        self.head = head
        self.columns = columns
        self.rows = rows
    }

    static func trim(_ text: Substring) -> String {
        var bytes = text.utf8
        while bytes.first == 0x20 { bytes.removeFirst() }
        while bytes.last == 0x20 { bytes.removeLast() }
        return String(Substring(bytes))
    }
}
