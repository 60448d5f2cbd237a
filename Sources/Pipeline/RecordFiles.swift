import Reconciliation
import Records

/// The record that comes with the program and the files that a user adds to it.
struct RecordFiles {
    let paths: [String]
    /// A vote so many days before the earliest article can still be what it is about.
    private static let before = 400

    /// Reads the record; votes far from the articles' dates are passed over, so that memory does not grow
    /// with the file.
    ///
    /// - Parameter days: the articles' ISO 8601 dates; a missing one asks for all votes.
    func read(near days: [String?]) throws -> (record: OfficialRecord, findings: [Finding]) {
        var record = try OfficialRecord.standard()
        guard !paths.isEmpty else { return (record, []) }
        let loader = try RecordLoader()
        var findings: [Finding] = []
        for path in paths {
            let loaded = loader.load(path: path, scope: Self.scope(days))
            record.add(loaded.record)
            findings += loaded.findings
        }
        return (record, findings)
    }

    private static func scope(_ days: [String?]) -> ClosedRange<String>? {
        let known = days.compactMap { $0.map { String($0.prefix(10)) } }
        guard known.count == days.count, let first = known.min(), let last = known.max(),
            let start = CalendarDay(iso: first)
        else { return nil }
        return start.adding(days: -before).iso...last
    }
}
