/// The holding of an office by a person over a stretch of days.
public struct Tenure: Hashable, Sendable {
    /// Index of the person in `ActorIndex.actors`.
    public let person: Int32
    /// Index of the office in `ActorIndex.roles`.
    public let office: Int32
    /// Index in `ActorIndex.actors` of the state or organisation in which the office is held.
    public let of: Int32
    /// From the first to the last day in office; on a day of handing over both hold it.
    public let period: DatedPeriod
    /// Index of the state, region or group that an envoy is sent for, where there is one.
    public let mandate: Int32?

    public init(person: Int32, office: Int32, of: Int32, period: DatedPeriod, mandate: Int32? = nil) {
        self.person = person
        self.office = office
        self.of = of
        self.period = period
        self.mandate = mandate
    }
}

/// The belonging of a state or organisation to a group over a stretch of days.
public struct Membership: Hashable, Sendable {
    /// Index of the group in `ActorIndex.actors`.
    public let group: Int32
    /// Index of the member in `ActorIndex.actors`.
    public let member: Int32
    public let period: DatedPeriod

    public init(group: Int32, member: Int32, period: DatedPeriod) {
        self.group = group
        self.member = member
        self.period = period
    }
}
