/// An office, a class of people or a body that a text names by its function: foreign minister,
/// officials, troops, parliament.
public struct Role: Hashable, Sendable {
    /// How many people hold the role and whether a date decides who.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// One holder at a time, found through tenures: "foreign minister".
        case office
        /// One person of many, not to be looked up: "official", "spokesman", "soldier".
        case person
        /// Several people or a body that acts as one: "troops", "parliament", "police".
        case body
        /// The government or the state's leadership as a whole: "government", "administration".
        case government
        /// The members of a group as states: "countries", "republics".
        case members
        /// The holder elsewhere of an office that was spoken of: "his Kazakh counterpart".
        case counterpart
        /// Somebody who stands in a relation to the body and is not of it: "US allies".
        case relation
    }

    public let id: String
    /// What a reader is shown, such as "Foreign Minister".
    public let title: String
    public let kind: Kind
    /// The CAMEO role code that follows the state's ("GOV", "MIL", "REB"), or empty.
    public let sector: String

    public init(id: String, title: String, kind: Kind, sector: String) {
        self.id = id
        self.title = title
        self.kind = kind
        self.sector = sector
    }
}
