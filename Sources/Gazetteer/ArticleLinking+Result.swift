import Linguistics
import Records
import Text

extension ArticleLinking {
    /// Gives the mentions that chains of coreference lead from the actors of their fellows.
    mutating func followChains() {
        for chain in analysis.chains {
            var order = chain.mentions.indices.map { $0 }
            if chain.mentions.indices.contains(chain.representative) {
                order.removeAll { $0 == chain.representative }
                order.insert(chain.representative, at: 0)
            }
            var source: Draft?
            for i in order {
                let draft = draftOfWord[Int(chain.mentions[i].head)]
                guard draft >= 0, !drafts[Int(draft)].targets.isEmpty, drafts[Int(draft)].way != .people else {
                    continue
                }
                source = drafts[Int(draft)]
                break
            }
            guard let source else { continue }
            for mention in chain.mentions where draftOfWord[Int(mention.head)] < 0 {
                let head = Int(mention.head)
                let words = mention.words.allSatisfy { draftOfWord[$0] < 0 } ? mention.words : head..<head + 1
                add(
                    Draft(
                        words: words, span: span(of: words), way: .chain, targets: source.targets,
                        role: source.role, group: source.group, office: source.office))
            }
        }
    }

    /// Writes a target out as records carry it.
    func reference(_ target: Target) -> ActorReference {
        switch target {
        case .actor(let actor):
            return index.reference(actor, on: day)
        case .government(let body):
            let actor = index.actors[Int(body)]
            return ActorReference(
                id: actor.id, name: actor.name, country: index.country(of: body), kind: actor.kind,
                code: index.code(of: body, sector: "GOV", on: day))
        case .people(let body):
            let actor = index.actors[Int(body)]
            return ActorReference(
                id: actor.id + "/people", name: "people of " + index.nameWithArticle(body),
                country: index.country(of: body),
                kind: .organisation, code: index.code(of: body, on: day))
        case .role(let body, let role, let former):
            let actor = index.actors[Int(body)]
            let held = index.roles[Int(role)]
            let description = index.collectiveName(of: role, of: body)
            return ActorReference(
                id: actor.id + "/" + (former ? "former-" : "") + held.id,
                name: former ? "former " + description : description, country: index.country(of: body),
                kind: held.kind == .office ? .person : .organisation,
                code: index.code(of: body, sector: former ? "ELI" : held.sector, on: day))
        case .local(let local):
            let local = locals[local]
            return ActorReference(
                id: local.id, name: local.name, country: local.country, kind: local.kind, code: local.code)
        }
    }

    /// The role that an actor's entry tells: of a person the office on the day.
    private func role(_ target: Target) -> String? {
        switch target {
        case .actor(let actor) where index.actors[Int(actor)].sort == .person:
            return day.flatMap { index.roleDescription(ofPerson: actor, on: $0) }
        case .local(let local): return locals[local].role
        case .role(let body, let role, _):
            return index.roles[Int(role)].kind == .office ? index.description(of: role, of: body) : nil
        default: return nil
        }
    }

    /// The mentions in order and the actors with their printed forms.
    func result(article: String) -> LinkedActors {
        var mentions: [LinkedMention] = []
        var entries: [ActorEntry] = []
        var entryOfID: [String: Int] = [:]
        var printed: [Set<String>] = []
        var references: [Target: ActorReference] = [:]
        let order = drafts.indices.sorted {
            let (a, b) = (drafts[$0].words, drafts[$1].words)
            return (a.lowerBound, -a.count, $0) < (b.lowerBound, -b.count, $1)
        }
        for i in order {
            let draft = drafts[i]
            var actors: [ActorReference] = []
            for target in draft.targets {
                let found = references[target] ?? reference(target)
                references[target] = found
                if !actors.contains(found) { actors.append(found) }
                guard draft.way != .chain else { continue }
                let entry = entryOfID[found.id] ?? entries.count
                if entry == entries.count {
                    entryOfID[found.id] = entry
                    entries.append(
                        ActorEntry(
                            id: found.id, name: found.name, kind: found.kind, country: found.country,
                            code: found.code, role: role(target)))
                    printed.append([])
                }
                guard draft.targets.count == 1 else { continue }
                let text = analysis.text[draft.span]
                if printed[entry].insert(text).inserted {
                    entries[entry].surfaces.append(
                        ActorSurface(
                            text: text, evidence: Evidence(article: article, text: analysis.text, span: draft.span)))
                }
            }
            mentions.append(
                LinkedMention(
                    words: draft.words, head: head(of: draft.words), span: draft.span, way: draft.way,
                    actors: actors, role: draft.role, group: draft.group))
        }
        return LinkedActors(mentions: mentions, entries: entries, wordCount: analysis.words.count)
    }
}
