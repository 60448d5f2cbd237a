internal import Foundation

/// What official documents say: roll-call votes, memberships, offices and treaty dates.
///
/// `RecordLoader` reads it from files; `standard()` gives what comes with the program.
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

    /// In the order in which they were read; one vote that several files hold stands once.
    public private(set) var rollCalls: [RollCall] = []
    public internal(set) var memberships: [RecordedMembership] = []
    public internal(set) var memberLists: [RecordedMemberList] = []
    public internal(set) var tenures: [RecordedTenure] = []
    public internal(set) var treatyActs: [RecordedTreatyAct] = []
    private var places: [String: Int] = [:]
    /// How many votes have each topic word.
    private(set) var topicCounts: [String: Int] = [:]

    /// A record that holds nothing.
    public init() {}

    /// A record of these votes.
    public init(rollCalls: [RollCall]) { for call in rollCalls { add(call) } }

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

    /// Whether it holds anything but votes.
    public var holdsFacts: Bool {
        !memberships.isEmpty || !memberLists.isEmpty || !tenures.isEmpty || !treatyActs.isEmpty
    }

    /// Adds a vote, or the members that an earlier reading of the same vote lacks; what stands first
    /// stays. The same vote has the same resolution, or draft where there is no resolution, and day. O(members).
    public mutating func add(_ call: RollCall) {
        let key = call.key
        guard let place = places[key] else {
            places[key] = rollCalls.count
            rollCalls.append(call)
            for word in call.topicStems { topicCounts[word, default: 0] += 1 }
            return
        }
        rollCalls[place].choices.merge(call.choices) { first, _ in first }
        if rollCalls[place].title == nil { rollCalls[place].title = call.title }
        if rollCalls[place].link == nil { rollCalls[place].link = call.link }
    }

    /// Adds all that another record holds.
    public mutating func add(_ other: OfficialRecord) {
        for call in other.rollCalls { add(call) }
        memberships += other.memberships
        memberLists += other.memberLists
        tenures += other.tenures
        treatyActs += other.treatyActs
    }

    /// Leaves out votes of other days.
    mutating func keepVotes(of days: ClosedRange<String>) {
        let kept = rollCalls.filter { days.contains($0.date) }
        rollCalls = []
        places = [:]
        topicCounts = [:]
        for call in kept { add(call) }
    }
}
