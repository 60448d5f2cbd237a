internal import Foundation
internal import Records
internal import Text

/// Roll calls from a table with one row a member and vote, such as the United Nations Digital Library
/// gives for the General Assembly and for the Security Council.
///
/// Columns are known by their names in any order (`record-columns.tsv`); those that are not known are
/// passed over. Rows of one vote may stand apart.
struct VoteTable {
    private enum Column: String, CaseIterable {
        case id, member, name, vote, date, resolution, draft, meeting, title, agenda, subjects, link, permanent, body
    }

    private let names: RecordNames
    private let scope: ClosedRange<String>?
    private var columns: [Int]
    private var calls: [OfficialRecord.RollCall] = []
    private var places: [[UInt8]: Int] = [:]
    private var lastKey: [UInt8] = []
    private var last: Int?
    private var members: [UInt32: String] = [:]
    private var lastDay: (bytes: [UInt8], text: String) = ([], "")
    /// How many rows gave a choice, and how many were left out because of their date.
    private(set) var rows = 0
    private(set) var outside = 0

    /// Reads the head of a table.
    ///
    /// - Parameter scope: the days that are wanted, ISO 8601; votes of other days are passed over.
    /// - Returns: `nil` when the columns are not those of a vote table.
    init?(head: [String], names: RecordNames, scope: ClosedRange<String>?) {
        self.names = names
        self.scope = scope
        let found = head.map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
        columns = Column.allCases.map { column in
            let accepted = names.columns[column.rawValue] ?? []
            return accepted.lazy.compactMap { name in found.firstIndex(of: name) }.first ?? -1
        }
        guard place(.vote) >= 0, place(.member) >= 0 || place(.name) >= 0, place(.date) >= 0,
            place(.resolution) >= 0 || place(.draft) >= 0 || place(.id) >= 0
        else { return nil }
    }

    private func place(_ column: Column) -> Int {
        columns[Column.allCases.firstIndex(of: column) ?? 0]
    }

    /// All votes, in the order in which the table first names them.
    var rollCalls: [OfficialRecord.RollCall] { calls }

    /// Takes a row; gives what is wrong with it, or `nil`.
    mutating func take(_ row: SeparatedRows.Row) -> String? {
        let dateField = row.slice(columns[4])
        guard let day = day(dateField) else {
            return "the date is '\(row.text(columns[4]).prefix(40))', expected YYYY-MM-DD"
        }
        if let scope, !scope.contains(day) {
            outside += 1
            return nil
        }
        guard let choice = names.choice(row.slice(columns[3])) else {
            return "the vote is '\(row.text(columns[3]).prefix(40))', expected Y, N, A or X"
        }
        guard let member = member(row) else { return "the member has neither code nor name" }
        guard let call = call(row, day) else { return "the row names no resolution, draft or vote id" }
        if calls[call].choices.updateValue(choice, forKey: member) == nil { rows += 1 }
        return nil
    }

    /// The vote that a row belongs to.
    private mutating func call(_ row: SeparatedRows.Row, _ day: String) -> Int? {
        var field = row.slice(columns[0])
        if field.isEmpty { field = row.slice(columns[5]) }
        if field.isEmpty { field = row.slice(columns[6]) }
        guard !field.isEmpty else { return nil }
        if let last, lastKey.elementsEqual(field) { return last }
        let key = Array(field)
        lastKey = key
        if let known = places[key] {
            last = known
            return known
        }
        let resolution = row.text(columns[5])
        let draft = row.text(columns[6])
        let meeting = row.text(columns[7])
        let title = row.text(columns[8])
        let words = [title, row.text(columns[9]), row.text(columns[10])].joined(separator: " ")
        var bodies = row.text(columns[13]).split(separator: "|").map(String.init)
        if bodies.isEmpty { bodies = names.bodies(of: [resolution, draft, meeting], isCouncil: columns[12] >= 0) }
        let link = row.text(columns[11])
        calls.append(
            OfficialRecord.RollCall(
                resolution: resolution, document: meeting, bodies: bodies, date: day, topic: names.topic(of: words),
                choices: [:], draft: draft.isEmpty ? nil : draft, title: title.isEmpty ? nil : title,
                link: link.isEmpty ? nil : link))
        places[key] = calls.count - 1
        last = calls.count - 1
        return last
    }

    /// The member's code, or its name where there is none; codes are made into text once each.
    private mutating func member(_ row: SeparatedRows.Row) -> String? {
        let code = row.slice(columns[1])
        if code.count == 3 {
            let packed = code.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            if let known = members[packed] { return known }
            let text = row.text(columns[1]).uppercased()
            members[packed] = text
            return text
        }
        let text = (code.isEmpty ? row.text(columns[2]) : row.text(columns[1])).trimmingCharacters(in: .whitespaces)
        return text.isEmpty ? nil : text
    }

    /// The day at the head of a field, `YYYY-MM-DD`. Rows of one day stand together, so the last one is kept.
    private mutating func day(_ field: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
        guard field.count >= 10 else { return nil }
        if lastDay.bytes.elementsEqual(field.prefix(10)) { return lastDay.text }
        let text = String(decoding: field.prefix(10), as: UTF8.self)
        guard CalendarDay(iso: text) != nil else { return nil }
        lastDay = (Array(field.prefix(10)), text)
        return text
    }
}
