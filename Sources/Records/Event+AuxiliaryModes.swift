extension Event {
    /// The auxiliary modes of the PLOVER manual: how an event stands to the news that tells it.
    public enum AuxiliaryMode: String, Codable, Hashable, Sendable, CaseIterable {
        case historical, future, hypothetical, negation
    }

    /// How many days before its telling an event must have ended to be history and no news.
    private static let newsDays = 90

    /// The auxiliary modes that apply.
    ///
    /// - Parameter day: the day of writing, ISO 8601; without one nothing is told to be historical.
    public func auxiliaryModes(asOf day: String?) -> [AuxiliaryMode] {
        var modes: [AuxiliaryMode] = []
        if let end = date.flatMap({ CalendarDay(iso: $0.to) }), let told = day.flatMap({ CalendarDay(iso: $0) }),
            told.number - end.number > Self.newsDays
        {
            modes.append(.historical)
        }
        switch modality {
        case .planned: modes.append(.future)
        case .possible: modes.append(.hypothetical)
        case .denied: modes.append(.negation)
        case .happened, .ongoing: break
        }
        return modes
    }
}
