/// The kinds of actor.
public enum ActorKind: String, Codable, Hashable, Sendable, CaseIterable {
    case person, state, organisation, format, place
}

/// An actor as other records name it: enough to read the record without looking anything up.
public struct ActorReference: Codable, Hashable, Sendable {
    /// The gazetteer's id, or one made from the name for an actor that the text alone gives.
    public var id: String
    public var name: String
    /// ISO 3166-1 alpha-3 of the state that it belongs to or acts for at that date.
    public var country: String?
    public var kind: ActorKind
    /// CAMEO actor code at that date, such as `KAZGOV`, `USA`, `IGOUNO`.
    public var code: String?

    public init(id: String, name: String, country: String? = nil, kind: ActorKind, code: String? = nil) {
        self.id = id
        self.name = name
        self.country = country
        self.kind = kind
        self.code = code
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(name, forKey: .name)
        try container.encode(country, forKey: .country)
        try container.encode(kind, forKey: .kind)
        try container.encode(code, forKey: .code)
    }
}

/// A printed mention of an actor.
public struct ActorSurface: Codable, Hashable, Sendable {
    public var text: String
    public var evidence: Evidence
    public init(text: String, evidence: Evidence) {
        self.text = text
        self.evidence = evidence
    }
}

/// An actor of a story: who it is, the role that it held on the date, and how it was printed.
public struct ActorEntry: Codable, Hashable, Sendable, Identifiable {
    public var id: String
    public var name: String
    public var kind: ActorKind
    public var country: String?
    public var code: String?
    /// The office held at the article's date, such as "Foreign Minister of Kazakhstan".
    public var role: String?
    public var surfaces: [ActorSurface]

    public init(
        id: String, name: String, kind: ActorKind, country: String? = nil, code: String? = nil,
        role: String? = nil, surfaces: [ActorSurface] = []
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.country = country
        self.code = code
        self.role = role
        self.surfaces = surfaces
    }

    /// The short form that other records carry.
    public var reference: ActorReference {
        ActorReference(id: id, name: name, country: country, kind: kind, code: code)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(name, forKey: .name)
        try container.encode(kind, forKey: .kind)
        try container.encode(country, forKey: .country)
        try container.encode(code, forKey: .code)
        try container.encode(role, forKey: .role)
        try container.encode(surfaces, forKey: .surfaces)
    }
}
