public import Gazetteer
import Ontologies
public import Records

/// Events in the forms that other programs read: one line an event and pair of parties, or one an event.
///
/// Where a form has a column for something that no text gives (coordinates, a tone), the column is
/// there and empty.
public struct EventTable: Sendable {
    /// The forms, in the order in which they are told to users.
    public enum Format: String, Sendable, CaseIterable {
        /// A heading and a row an event and pair of parties, for a spreadsheet.
        case csv
        /// The 61 columns of GDELT 2.0, tab-separated, without a heading.
        case gdelt
        /// The 40 columns of POLECAT, tab-separated, with a heading.
        case polecat
        /// PLOVER records, a JSON object a line and event, with the manual's 2021 names.
        case plover
        /// The 20 columns of ICEWS, tab-separated, with a heading.
        case icews
    }

    private let format: Format
    let facts: EventFacts

    /// Makes a writer of events.
    ///
    /// - Parameter index: the gazetteer that the actors come from; that of the program by default.
    /// - Throws: when the files of the ontology or the gazetteer are missing or damaged.
    public init(format: Format, index: ActorIndex? = nil) throws {
        self.format = format
        facts = try EventFacts(index: index)
    }

    /// The line of column names, where the format has one.
    public var heading: String? {
        switch format {
        case .csv: Self.csvColumns.joined(separator: ",")
        case .polecat: Self.polecatColumns.joined(separator: "\t")
        case .icews: Self.icewsColumns.joined(separator: "\t")
        case .gdelt, .plover: nil
        }
    }

    /// The lines for the events of an article, without line breaks.
    public func rows(_ coded: CodedArticle) -> [String] {
        let account = EventAccount(coded)
        return coded.events.flatMap { event in
            if format == .plover { return [plover(event, account)] }
            return EventParties.pairs(of: event).map { pair in
                switch format {
                case .csv: Self.csvRow(csv(event, pair, account))
                case .gdelt: Self.tabbed(gdelt(event, pair, account))
                case .polecat: Self.tabbed(polecat(event, pair, account))
                case .icews: Self.tabbed(icews(event, pair, account))
                case .plover: ""
                }
            }
        }
    }

    /// Fields with tabs between them; white space within a field is made a blank.
    private static func tabbed(_ fields: [String]) -> String {
        fields.map { field in
            String(String.UnicodeScalarView(field.unicodeScalars.map { isBreak($0) ? " " : $0 }))
        }
        .joined(separator: "\t")
    }

    /// Fields with commas between them, quoted where they must be (RFC 4180).
    private static func csvRow(_ fields: [String]) -> String {
        fields.map { field in
            guard field.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" || isBreak($0) }) else {
                return field
            }
            return "\"" + field.replacing("\"", with: "\"\"") + "\""
        }
        .joined(separator: ",")
    }

    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}
