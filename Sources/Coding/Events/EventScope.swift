import Records

/// What counts as a political event: one in which somebody takes part who acts in politics.
///
/// The rules' verbs are those of everyday life and of sport as well ("beat", "meet", "charge"). PLOVER and
/// CAMEO code them of actors with a code: states, governments, parties, armed groups, organisations,
/// the press, the people of a country. Of private persons and of places alone they tell no event.
enum EventScope {
    private static let said: Set<String> = ["02", "03", "13"]

    static func isPolitical(_ meaning: EventMeaning, modality: Modality) -> Bool {
        // An appeal, an intention or a threat is somebody's; and one that was not made is none.
        if said.contains(String(meaning.code.prefix(2))), meaning.actors.isEmpty || modality == .denied { return false }
        // What merely may be, without both its parties, is a turn of speech more often than an event.
        if modality == .possible, meaning.actors.isEmpty || meaning.targets.isEmpty && meaning.actors.count < 2 {
            return false
        }
        // Protest and force are done in places, to places; nothing else is.
        let placesCount = meaning.code >= "14"
        return (meaning.actors + meaning.targets).contains { $0.code != nil && (placesCount || $0.kind != .place) }
    }
}
