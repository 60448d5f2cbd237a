import Records

/// What counts as a political event: one in which somebody takes part who acts in politics.
///
/// The rules' verbs are those of everyday life and of sport as well ("beat", "meet", "charge"). PLOVER and
/// CAMEO code them of actors with a code: states, governments, parties, armed groups, organisations,
/// the press, the people of a country. Of private persons and of places alone they tell no event. What is
/// known by a name of its own, as a treaty is, may be signed with nobody named.
enum EventScope {
    private static let said: Set<String> = ["02", "03", "13"]

    static func isPolitical(_ meaning: EventMeaning, modality: Modality) -> Bool {
        // An appeal, an intention or a threat is somebody's; and one that was not made is none.
        if said.contains(String(meaning.code.prefix(2))), meaning.actors.isEmpty || modality == .denied { return false }
        // What nobody did: "no candidate has praised Arland" tells of none.
        if modality == .denied, meaning.actors.isEmpty { return false }
        // What merely may be, without both its parties, is a turn of speech more often than an event.
        if modality == .possible, meaning.actors.isEmpty || meaning.targets.isEmpty && meaning.actors.count < 2 {
            return false
        }
        if meaning.bare, meaning.actors.isEmpty, meaning.targets.isEmpty { return true }
        // Protest and force are done in places, to places; nothing else is.
        let placesCount = meaning.code >= "14"
        // The verbs of everyday life: of one private person, party or newspaper alone they tell no event.
        if !meaning.alone, meaning.actors.isEmpty || meaning.targets.isEmpty && meaning.actors.count < 2 {
            guard (meaning.actors + meaning.targets).contains(where: isPublic) else { return false }
        }
        return (meaning.actors + meaning.targets).contains { $0.code != nil && (placesCount || $0.kind != .place) }
    }

    /// Whether a party is a state or its government, army or court, an armed group, or a body of states:
    /// not a person, a political party, the press, a firm, or people at large.
    private static func isPublic(_ actor: ActorReference) -> Bool {
        guard let code = actor.code else { return false }
        switch actor.kind {
        case .person: return false
        case .state, .format, .place: return true
        default:
            let isOfStates = code.hasPrefix("IGO") || code.hasPrefix("IMG")
            return isOfStates
                || ["GOV", "MIL", "COP", "LEG", "JUD", "SPY", "REB", "SEP", "INS", "UAF"].contains {
                    code.dropFirst(3).hasPrefix($0)
                }
        }
    }
}
