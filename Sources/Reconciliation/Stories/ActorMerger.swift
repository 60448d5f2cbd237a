internal import Records

/// One entry an actor, with the printed surfaces of all articles.
struct ActorMerger {
    /// Actors in order of how often they are printed, then by name and id.
    func merge(_ coded: [CodedArticle]) -> [ActorEntry] {
        var entries: [ActorEntry] = []
        var index: [String: Int] = [:]
        for article in coded {
            for actor in article.actors {
                if let i = index[actor.id] {
                    entries[i].surfaces.append(contentsOf: actor.surfaces)
                    entries[i].role = entries[i].role ?? actor.role
                    entries[i].country = entries[i].country ?? actor.country
                    entries[i].code = entries[i].code ?? actor.code
                    // The fullest printed form names an actor that only texts know.
                    if actor.name.utf8.count > entries[i].name.utf8.count { entries[i].name = actor.name }
                } else {
                    index[actor.id] = entries.count
                    entries.append(actor)
                }
            }
        }
        return entries.sorted {
            (-$0.surfaces.count, $0.name, $0.id) < (-$1.surfaces.count, $1.name, $1.id)
        }
    }
}
