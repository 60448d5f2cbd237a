/// What the gazetteer knows of a state or territory beyond its names.
public struct StateFacts: Hashable, Sendable {
    /// The standing of a state or territory in the world.
    public enum Standing: String, Hashable, Sendable, CaseIterable {
        case member, observer, territory, entity, former
    }

    /// Index in `ActorIndex.actors`.
    public let actor: Int32
    /// ISO 3166-1 alpha-2, or empty.
    public let iso2: String
    /// Correlates of War number, or `nil`.
    public let cow: Int?
    public let standing: Standing
    /// Official and former names, without their dates.
    public let otherNames: [String]
    /// Adjectives in order of use, the commonest first.
    public let adjectives: [String]
    public let demonyms: [String]
    /// Index of the capital in `ActorIndex.actors`, or `nil`.
    public let capital: Int32?
}
