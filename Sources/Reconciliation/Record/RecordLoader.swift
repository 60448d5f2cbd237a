internal import Foundation
public import Records
internal import Text

/// Reads files of official records, whatever of the known forms they have.
///
/// The form is told by what a file holds: a table with one row a member and vote (comma, semicolon or
/// tab), this project's plain lines, or a vote sheet. What is wrong in a file is a finding that names the
/// line; the rest is read.
public struct RecordLoader: Sendable {
    private let names: RecordNames
    /// At most this many findings name lines of one file; the others are counted.
    private static let findingsShown = 10
    private static let headLimit = 1 << 16

    /// Reads the tables of names; throws when one is missing or malformed.
    public init() throws { names = try RecordNames() }

    /// What a file gave.
    public struct Loaded: Sendable {
        public var record: OfficialRecord
        public var findings: [Finding]
    }

    /// Reads a file.
    ///
    /// - Parameter scope: the days of the votes that are wanted, ISO 8601; `nil` for all. Memory grows with
    ///   the votes that are kept, not with the file. O(bytes).
    public func load(path: String, scope: ClosedRange<String>? = nil) -> Loaded {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            return Self.failed(path, "cannot be opened; check the path and who may read it")
        }
        defer { try? handle.close() }
        do {
            let head = try handle.read(upToCount: Self.headLimit) ?? Data()
            try handle.seek(toOffset: 0)
            return try load(head: head, path: path, scope: scope) { try handle.read(upToCount: $0) }
        } catch let failure as DataTable.Failure {
            return Self.failed(path, "\(failure)")
        } catch {
            return Self.failed(path, "cannot be read: \(error.localizedDescription)")
        }
    }

    /// Reads a record that is in memory already.
    public func load(bytes: [UInt8], path: String, scope: ClosedRange<String>? = nil) -> Loaded {
        var given = 0
        do {
            return try load(head: Data(bytes.prefix(Self.headLimit)), path: path, scope: scope) { count in
                let part = bytes[given..<min(given + count, bytes.count)]
                given += part.count
                return Data(part)
            }
        } catch {
            return Self.failed(path, "\(error)")
        }
    }

    private func load(
        head: Data, path: String, scope: ClosedRange<String>?, read: (Int) throws -> Data?
    ) throws -> Loaded {
        var bytes = head[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        if bytes.allSatisfy({ $0 <= 0x20 }) { return Self.failed(path, "is empty; it holds no record") }
        if bytes.contains(0) { return Self.failed(path, "is no text in UTF-8; a record is a table or plain lines") }
        let text = String(decoding: bytes, as: UTF8.self)
        // A carriage return and a line feed are one character, which a split at line feeds would pass over.
        let lines = text.split(whereSeparator: \.isNewline)
        guard let first = lines.first(where: { !$0.hasPrefix("#") && !$0.allSatisfy(\.isWhitespace) }).map(String.init)
        else { return Self.failed(path, "holds nothing but comments") }
        if RecordLines.knows(first) { return try plain(path, scope, read) }
        if first.hasPrefix("member\tvote") {
            var all = Data()
            while let part = try read(1 << 20), !part.isEmpty { all.append(part) }
            var record = OfficialRecord()
            try record.add(String(decoding: all, as: UTF8.self), file: path)
            return Loaded(record: record, findings: [])
        }
        for separator in [UInt8(0x2C), 0x3B, 0x09] where first.utf8.contains(separator) {
            if VoteTable(head: Self.cut(first, separator), names: names, scope: scope) != nil {
                return try table(path, scope, separator, read)
            }
        }
        return Self.failed(
            path,
            "holds no record that is known: expected a table whose columns name a member, a vote, a date and a "
                + "resolution, or lines that begin with one of "
                + RecordLines.Kind.allCases.map(\.rawValue).joined(separator: ", "))
    }

    /// The fields of a head line; a comma inside quotation marks does not occur in column names.
    private static func cut(_ line: String, _ separator: UInt8) -> [String] {
        line.utf8.split(separator: separator, omittingEmptySubsequences: false)
            .map { String(Substring($0)).trimmingCharacters(in: CharacterSet(charactersIn: "\" ")) }
    }

    private func table(
        _ path: String, _ scope: ClosedRange<String>?, _ separator: UInt8, _ read: (Int) throws -> Data?
    ) throws -> Loaded {
        var table: VoteTable?
        var notes = LineFindings(path: path, shown: Self.findingsShown)
        try SeparatedRows(separator: separator).scan(read: read) { row in
            if table != nil {
                if let problem = table!.take(row) { notes.add(row.line, problem) }
                return .more
            }
            // Comments can stand above the line that names the columns.
            if row.slice(0).first == 0x23 { return .more }
            table = VoteTable(head: row.fields.indices.map { row.text($0) }, names: names, scope: scope)
            return table == nil ? .stop : .more
        } broken: { line in
            notes.add(line, "a quotation mark is opened that is not closed; the line was left out")
        }
        var record = OfficialRecord()
        for call in table?.rollCalls ?? [] where !call.choices.isEmpty { record.add(call) }
        var findings = notes.findings
        if record.rollCalls.isEmpty {
            findings.append(
                Finding(
                    path: path,
                    message: (table?.outside ?? 0) > 0
                        ? "holds no vote near the dates of the articles" : "holds no vote that can be read",
                    severity: (table?.outside ?? 0) > 0 ? .notice : .failure))
        }
        return Loaded(record: record, findings: findings)
    }

    private func plain(
        _ path: String, _ scope: ClosedRange<String>?, _ read: (Int) throws -> Data?
    ) throws -> Loaded {
        var lines = RecordLines(names: names)
        var notes = LineFindings(path: path, shown: Self.findingsShown)
        // A line is a row of one field whose separator does not occur.
        var rest: [UInt8] = []
        var number = 0
        func take(_ bytes: some Sequence<UInt8>) {
            number += 1
            var text = String(decoding: Array(bytes), as: UTF8.self)
            if number == 1, text.hasPrefix("\u{FEFF}") { text.removeFirst() }
            if let problem = lines.take(text) { notes.add(number, problem) }
        }
        while let part = try read(1 << 20), !part.isEmpty {
            rest.append(contentsOf: part)
            var from = 0
            while let end = rest[from...].firstIndex(of: 0x0A) {
                take(rest[from..<end])
                from = end + 1
            }
            rest.removeFirst(from)
        }
        if !rest.isEmpty { take(rest) }
        lines.finish()
        var record = lines.record
        if let scope { record.keepVotes(of: scope) }
        var findings = notes.findings
        if lines.facts == 0 { findings.append(Finding(path: path, message: "holds no record that can be read")) }
        return Loaded(record: record, findings: findings)
    }

    private static func failed(_ path: String, _ message: String) -> Loaded {
        Loaded(record: OfficialRecord(), findings: [Finding(path: path, message: message)])
    }
}

/// Findings of single lines, the first few told and the others counted.
private struct LineFindings {
    let path: String
    let shown: Int
    private var told: [Finding] = []
    private var more = 0

    init(path: String, shown: Int) {
        self.path = path
        self.shown = shown
    }

    mutating func add(_ line: Int, _ message: String) {
        guard told.count < shown else {
            more += 1
            return
        }
        told.append(Finding(path: "\(path):\(line)", message: message, severity: .notice))
    }

    var findings: [Finding] {
        more == 0
            ? told
            : told + [Finding(path: path, message: "\(more) more lines could not be read", severity: .notice)]
    }
}
