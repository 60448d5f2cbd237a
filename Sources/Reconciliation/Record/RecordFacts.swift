public import Records

/// That a state or organisation belongs to a group over a stretch of days, as a document has it.
public struct RecordedMembership: Sendable, Hashable {
    /// An ISO 3166-1 alpha-3 code, a gazetteer id or a name.
    public var member: String
    /// Names of the group, the first one to be printed.
    public var group: [String]
    /// ISO 8601; `nil` where the stretch is open at that end.
    public var from: String?
    public var to: String?
    public var document: RecordDocument
}

/// That a document lists every member of a group over a stretch of days, so that whom it leaves out is none.
public struct RecordedMemberList: Sendable, Hashable {
    public var group: [String]
    public var from: String?
    public var to: String?
    public var document: RecordDocument
}

/// That a person holds an office over a stretch of days, as a document has it.
public struct RecordedTenure: Sendable, Hashable {
    public var person: String
    /// Titles of the office without its body, the first one to be printed.
    public var office: [String]
    /// The state or organisation: a code, a gazetteer id or names, the first one to be printed.
    public var body: [String]
    public var from: String?
    public var to: String?
    public var document: RecordDocument
}

/// That something happened to a treaty on a day.
public struct RecordedTreatyAct: Sendable, Hashable {
    public enum Act: String, Sendable, Hashable, CaseIterable {
        case signed, ratified
        case inForce = "in-force"

        /// The act as a past verb.
        public var words: String {
            switch self {
            case .signed: "signed"
            case .ratified: "ratified"
            case .inForce: "in force"
            }
        }
    }
    /// Names of the treaty, the first one to be printed.
    public var treaty: [String]
    /// The party: a code, a gazetteer id or a name; `nil` for the treaty itself.
    public var party: String?
    public var act: Act
    /// ISO 8601.
    public var date: String
    public var document: RecordDocument
}
