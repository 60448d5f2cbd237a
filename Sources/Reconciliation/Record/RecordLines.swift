internal import Foundation
internal import Records

/// This project's plain form of a record: one fact a line, fields separated by tabs, the first field its kind.
///
/// Lines that start with `#` and blank lines are passed over; missing fields at the end of a line count
/// as empty. `Documentation/OfficialRecord.md` lists the kinds.
struct RecordLines {
    /// The kinds of line, with the fewest fields that each needs beside its kind.
    enum Kind: String, CaseIterable {
        case document, vote, yes, no, abstain, absent, member, complete, office, treaty, signed, ratified
        case inForce = "in-force"

        var least: Int {
            switch self {
            case .document, .yes, .no, .abstain, .absent, .treaty, .complete: 1
            case .vote, .signed, .ratified, .inForce, .member: 2
            case .office: 3
            }
        }
    }

    private let names: RecordNames
    private(set) var record = OfficialRecord()
    /// How many lines gave a fact.
    private(set) var facts = 0
    private var document: RecordDocument?
    private var call: OfficialRecord.RollCall?
    private var treaty: [String]?

    init(names: RecordNames) { self.names = names }

    /// Whether a line begins with a kind of this form.
    static func knows(_ line: String) -> Bool {
        Kind(rawValue: line.split(separator: "\t").first.map(String.init) ?? "") != nil && line.contains("\t")
    }

    /// Takes a line; gives what is wrong with it, or `nil`.
    mutating func take(_ line: String) -> String? {
        let line = line.hasSuffix("\r") ? String(line.dropLast()) : line
        if line.hasPrefix("#") || line.allSatisfy({ $0 == " " || $0 == "\t" }) { return nil }
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespaces) }
        guard let kind = Kind(rawValue: fields[0]) else {
            return "'\(fields[0].prefix(40))' is no kind of line; expected one of "
                + Kind.allCases.map(\.rawValue).joined(separator: ", ")
        }
        let rest = Array(fields.dropFirst())
        guard rest.count >= kind.least, rest.prefix(kind.least).allSatisfy({ !$0.isEmpty }) else {
            return
                "\(kind.rawValue) needs \(kind.least) field\(kind.least == 1 ? "" : "s") behind it, separated by tabs"
        }
        func field(_ index: Int) -> String? { index < rest.count && !rest[index].isEmpty ? rest[index] : nil }
        if kind == .document {
            if let date = field(1), let wrong = Self.wrong(date) { return wrong }
            finish()
            document = RecordDocument(symbol: rest[0], date: field(1), title: field(2), link: field(3))
            return nil
        }
        guard let document else { return "no 'document' line stands above it that says where it is from" }
        let problem = take(kind, field, document)
        if problem == nil { facts += 1 }
        return problem
    }

    private mutating func take(_ kind: Kind, _ field: (Int) -> String?, _ document: RecordDocument) -> String? {
        func list(_ index: Int) -> [String] {
            (field(index) ?? "").split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        func dates(_ indices: Int...) -> String? {
            indices.compactMap { field($0).flatMap(Self.wrong) }.first
        }
        switch kind {
        case .document: return nil
        case .vote:
            finish()
            if let wrong = dates(1) { return wrong }
            let title = field(4) ?? document.title
            call = OfficialRecord.RollCall(
                resolution: field(0) ?? "", document: document.symbol,
                bodies: field(2) == nil ? names.bodies(of: [field(0) ?? ""], isCouncil: false) : list(2),
                date: field(1) ?? "", topic: field(3) == nil ? names.topic(of: title ?? "") : list(3), choices: [:],
                title: title, link: document.link)
        case .yes, .no, .abstain, .absent:
            guard call != nil else { return "no 'vote' line stands above it" }
            let choice: OfficialRecord.Choice =
                switch kind {
                case .yes: .inFavour
                case .no: .against
                case .abstain: .abstained
                default: .absent
                }
            for member in (field(0) ?? "").split(whereSeparator: { $0 == " " || $0 == "," }) {
                call?.choices[String(member).uppercased()] = choice
            }
        case .member:
            if let wrong = dates(2, 3) { return wrong }
            record.memberships.append(
                RecordedMembership(
                    member: field(0) ?? "", group: list(1), from: field(2), to: field(3), document: document))
        case .complete:
            if let wrong = dates(1, 2) { return wrong }
            record.memberLists.append(
                RecordedMemberList(group: list(0), from: field(1), to: field(2), document: document))
        case .office:
            if let wrong = dates(3, 4) { return wrong }
            record.tenures.append(
                RecordedTenure(
                    person: field(0) ?? "", office: list(1), body: list(2), from: field(3), to: field(4),
                    document: document))
        case .treaty: treaty = list(0)
        case .signed, .ratified, .inForce:
            guard let treaty else { return "no 'treaty' line stands above it" }
            if let wrong = dates(1) { return wrong }
            guard let act = RecordedTreatyAct.Act(rawValue: kind.rawValue) else { return nil }
            record.treatyActs.append(
                RecordedTreatyAct(
                    treaty: treaty, party: field(0) == "-" ? nil : field(0), act: act, date: field(1) ?? "",
                    document: document))
        }
        return nil
    }

    /// Takes over the vote whose members have been read; to be called at the end of the input.
    mutating func finish() {
        if let call, !call.choices.isEmpty { record.add(call) }
        call = nil
    }

    private static func wrong(_ date: String) -> String? {
        CalendarDay(iso: date) == nil || date.utf8.count != 10
            ? "'\(date.prefix(40))' is no date, expected YYYY-MM-DD" : nil
    }
}
