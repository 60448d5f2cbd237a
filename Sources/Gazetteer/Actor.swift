public import Records

/// A person, state, organisation, format, region or place that the gazetteer knows.
public struct Actor: Hashable, Sendable {
    /// What sort of thing the actor is, more finely than `ActorKind` tells.
    public enum Sort: String, Hashable, Sendable, CaseIterable {
        case person, state, region, place, city
        // Organisations, by the kinds that `organisations.tsv` documents.
        case igo, ngo, format, court, bank, agency, armed, party, company, media, body, group
    }

    /// ISO 3166-1 alpha-3 for a state; a lower-case slug for everything else.
    public let id: String
    /// The name that a reader is shown.
    public let name: String
    public let sort: Sort
    /// ISO 3166-1 alpha-3 of the state that it belongs to, or `nil`.
    public let country: String?
    /// The CAMEO actor codes that the data gives, each with the days on which it fits.
    public let codes: [Code]
    /// The days on which the actor exists.
    public let period: DatedPeriod

    public init(
        id: String, name: String, sort: Sort, country: String? = nil, codes: [Code] = [],
        period: DatedPeriod = .always
    ) {
        self.id = id
        self.name = name
        self.sort = sort
        self.country = country
        self.codes = codes
        self.period = period
    }

    /// A CAMEO actor code and when it fits: a movement may be rebels first and a government later.
    public struct Code: Hashable, Sendable {
        public let text: String
        public let period: DatedPeriod

        public init(text: String, period: DatedPeriod = .always) {
            self.text = text
            self.period = period
        }
    }

    /// The code that the data gives for a day; without a day, the last one.
    public func code(on day: Int32?) -> String? {
        guard let day else { return codes.last?.text }
        return (codes.first { $0.period.surelyContains(day) } ?? codes.first { $0.period.mayContain(day) })?.text
    }

    /// The kind that records carry.
    public var kind: ActorKind {
        switch sort {
        case .person: .person
        case .state: .state
        case .region, .place, .city: .place
        case .format: .format
        default: .organisation
        }
    }
}
