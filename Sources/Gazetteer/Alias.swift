/// A printed form that may name an actor or a role, and what it then stands for.
public struct Alias: Hashable, Sendable {
    /// How a printed form stands to what it names.
    public enum Kind: UInt8, Hashable, Sendable {
        /// A name of the actor, official, short, former or abbreviated.
        case name
        /// "Kazakh": the adjective of a state, an organisation or a region.
        case adjective
        /// "Kazakhs": the people of a state.
        case demonym
        /// A capital, which is a place or stands for its government.
        case capital
        /// A palace or street that stands for a government.
        case seat
        /// The part of a person's name that stands alone, as a rule the surname.
        case shortName
        /// The words of an office or of a class of people.
        case role
    }

    public let kind: Kind
    /// Index into `ActorIndex.actors`, or into `ActorIndex.roles` for `.role`.
    public let target: Int32
    /// The days on which the form was in use; forms out of use still resolve, after those in use.
    public let period: DatedPeriod
    /// Whether the form names several: "foreign ministers".
    public let plural: Bool

    public init(kind: Kind, target: Int32, period: DatedPeriod = .always, plural: Bool = false) {
        self.kind = kind
        self.target = target
        self.period = period
        self.plural = plural
    }
}
