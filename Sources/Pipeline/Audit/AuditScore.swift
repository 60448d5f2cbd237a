/// What a judge's marks on an audit sheet amount to.
public struct AuditScore: Sendable, Hashable {
    /// What can be wrong with a sheet.
    public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        case noColumn(String)
        case badMark(line: Int, column: String, mark: String)
        case noMarks

        public var description: String {
            switch self {
            case .noColumn(let name): "the sheet has no column '\(name)'; chancery audit --sample writes it"
            case .badMark(let line, let column, let mark):
                "line \(line): \(column) is '\(mark)'; write y or n, or leave it blank"
            case .noMarks: "no row is marked; write y or n into type_right and actors_right"
            }
        }
    }

    /// So many of so many right, with the interval that their share lies in.
    public struct Share: Sendable, Hashable {
        public var right: Int
        public var marked: Int

        /// The share of the right ones.
        public var value: Double { marked == 0 ? 0 : Double(right) / Double(marked) }

        /// The 95 % interval of the share (E. B. Wilson, "Probable inference", 1927).
        public var interval: ClosedRange<Double> {
            guard marked > 0 else { return 0...1 }
            let n = Double(marked)
            let z = 1.959964
            let centre = (value + z * z / (2 * n)) / (1 + z * z / n)
            let half = z / (1 + z * z / n) * (value * (1 - value) / n + z * z / (4 * n * n)).squareRoot()
            return max(0, centre - half)...min(1, centre + half)
        }
    }

    public private(set) var type = Share(right: 0, marked: 0)
    public private(set) var actors = Share(right: 0, marked: 0)
    /// Events with type and parties both right, of those that are marked for both.
    public private(set) var both = Share(right: 0, marked: 0)

    /// Counts the marks of a sheet.
    ///
    /// - Throws: `Failure`, which names the line and the column.
    public init(sheet: String) throws(Failure) {
        var places: (type: Int, actors: Int)?
        var number = 0
        for line in sheet.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            let fields = line.split(separator: 0x09, omittingEmptySubsequences: false).map { field in
                String(Substring(field)).filter { !$0.isWhitespace }
            }
            if fields.allSatisfy(\.isEmpty) || fields[0].hasPrefix("#") { continue }
            guard let columns = places else {
                guard let type = fields.firstIndex(of: AuditSheet.typeMark) else {
                    throw .noColumn(AuditSheet.typeMark)
                }
                guard let actors = fields.firstIndex(of: AuditSheet.actorsMark) else {
                    throw .noColumn(AuditSheet.actorsMark)
                }
                places = (type, actors)
                continue
            }
            let typeMark = try Self.mark(fields, columns.type, line: number, column: AuditSheet.typeMark)
            let actorsMark = try Self.mark(fields, columns.actors, line: number, column: AuditSheet.actorsMark)
            Self.count(typeMark, in: &type)
            Self.count(actorsMark, in: &actors)
            if let typeMark, let actorsMark { Self.count(typeMark && actorsMark, in: &both) }
        }
        guard places != nil else { throw .noColumn(AuditSheet.typeMark) }
        guard type.marked + actors.marked > 0 else { throw .noMarks }
    }

    private static func mark(_ fields: [String], _ place: Int, line: Int, column: String) throws(Failure) -> Bool? {
        guard place < fields.count else { return nil }
        switch fields[place].lowercased() {
        case "": return nil
        case "y", "yes", "1", "+": return true
        case "n", "no", "0", "-": return false
        default: throw .badMark(line: line, column: column, mark: fields[place])
        }
    }

    private static func count(_ mark: Bool?, in share: inout Share) {
        guard let mark else { return }
        share.marked += 1
        if mark { share.right += 1 }
    }

    /// The three precisions, a line each.
    public var report: String {
        [("type", type), ("actors", actors), ("both", both)].map { name, share in
            let interval = share.interval
            return name + String(repeating: " ", count: 8 - name.count) + Self.decimal(share.value) + "  ["
                + Self.decimal(interval.lowerBound) + ", " + Self.decimal(interval.upperBound)
                + "]  \(share.right) of \(share.marked)"
        }
        .joined(separator: "\n")
    }

    /// Three digits behind the point, without a locale.
    private static func decimal(_ value: Double) -> String {
        let thousandths = String(Int((value * 1000).rounded()))
        let padded = String(repeating: "0", count: max(0, 4 - thousandths.count)) + thousandths
        return padded.dropLast(3) + "." + padded.suffix(3)
    }
}
