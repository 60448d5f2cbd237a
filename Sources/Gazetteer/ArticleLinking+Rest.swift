import Linguistics
import Records
import Text

extension ArticleLinking {
    /// Reads what role phrases have left of a sentence: names of states, places and organisations,
    /// names of persons, numbers that stand for a group.
    mutating func readRest(of sentence: Range<Int>) {
        var word = sentence.lowerBound
        while word < sentence.upperBound {
            if draftOfWord[word] >= 0 {
                word += 1
                continue
            }
            let itemIndex = Int(itemOfWord[word])
            if itemIndex >= 0, items[itemIndex].words.lowerBound == word, !items[itemIndex].bodies.isEmpty,
                !isPersonalName(items[itemIndex]), !isForeignInitials(items[itemIndex])
            {
                if let name = longerName(from: items[itemIndex], in: sentence) {
                    add(Draft(words: name, span: span(of: name), way: .name, targets: [makeBody(name)]))
                    word = name.upperBound
                    continue
                }
                readBody(items[itemIndex], in: sentence)
                word = items[itemIndex].words.upperBound
                continue
            }
            if let run = nameRun(at: word, in: sentence), run.words.allSatisfy({ draftOfWord[$0] < 0 }) {
                readName(run, in: sentence)
                word = run.words.upperBound
                continue
            }
            if classes(word).contains(.count), let end = readNumber(at: word, in: sentence) {
                word = end
                continue
            }
            if classes(word).contains(.pair) { readPair(at: word, in: sentence) }
            word += 1
        }
        readBodiesOfText(in: sentence)
    }

    /// Whether initials are those of a party or firm of a state that the article never names: "the CHP" on a
    /// Californian road is not the Turkish party.
    private func isForeignInitials(_ item: Item) -> Bool {
        guard item.words.count == 1, !item.bodies.isEmpty else { return false }
        let atom = Int(firstAtom[item.words.lowerBound])
        guard atoms.capitals[atom].contains(.all), item.span.count <= 4 else { return false }
        return item.bodies.allSatisfy { alias in
            let actor = index.actors[Int(alias.target)]
            guard [.party, .company, .media, .agency].contains(actor.sort),
                let state = actor.country.flatMap({ index.actor(id: $0) })
            else { return false }
            return statesMet[state] == nil && actor.country != "USA"
        }
    }

    /// Whether a form that names a place is part of a person's name here: "Michael Jordan".
    private func isPersonalName(_ item: Item) -> Bool {
        if !item.persons.isEmpty { return true }
        let word = item.words.lowerBound
        // "Cuban said" where the article has named a Mark Cuban.
        if item.words.count == 1, hasTags, personsMet[folded(word)] != nil, analysis.words.upos[word] == .propn,
            analysis.words.relations[word] != .amod, analysis.words.relations[word] != .compound
        {
            return true
        }
        if let entity = entity(at: word), entity.kind == .person { return entity.words.count > item.words.count }
        guard item.words.count == 1, word > 0, itemOfWord[word - 1] < 0, isGiven(word - 1) else { return false }
        if item.bodies.allSatisfy({ $0.kind != .adjective && $0.kind != .demonym }) { return true }
        // "Mark Cuban said", but "Joan Greek restaurants": an adjective stands before its noun.
        guard hasTags, analysis.words.upos[word] == .propn else { return false }
        let next = word + 1
        return next == analysis.words.count || ![.noun, .propn, .adj].contains(analysis.words.upos[next])
    }

    /// The words of a name that a place only opens: a team, a newspaper, a firm ("Boston Celtics").
    private func longerName(from item: Item, in sentence: Range<Int>) -> Range<Int>? {
        guard hasTags, item.roles.isEmpty, item.persons.isEmpty,
            item.bodies.allSatisfy({ alias in
                let sort = index.actors[Int(alias.target)].sort
                return (sort == .city || sort == .place) && alias.kind != .adjective && alias.kind != .demonym
            })
        else { return nil }
        var end = item.words.upperBound
        while end < sentence.upperBound, analysis.words.upos[end] == .propn, isCapitalised(end), draftOfWord[end] < 0,
            !classes(end).contains(.title),
            itemOfWord[end] < 0 || !items[Int(itemOfWord[end])].shorts.isEmpty || isTeam(items[Int(itemOfWord[end])])
        {
            end += 1
        }
        guard end > item.words.upperBound else { return nil }
        // "Boston Mr. Brown" and "Geneva John Kerry" are no names of one thing: the place hangs on the rest.
        let head = head(of: item.words)
        guard analysis.words.heads[head] >= Int32(item.words.upperBound), analysis.words.heads[head] < Int32(end),
            !isInsidePerson(item.words.upperBound)
        else { return nil }
        return item.words.lowerBound..<end
    }

    /// An actor made of the name of a body in the text, of the state that its words name.
    ///
    /// A place in its name tells where it is and not whose: such a body has no code.
    private mutating func makeBody(_ words: Range<Int>) -> Target {
        let name = analysis.text[span(of: words)].split(separator: " ").joined(separator: " ")
        let id = index.folding.slug(name)
        var country: String?
        var code: String?
        for word in words {
            var targets: [Int32] =
                itemOfWord[word] < 0 ? [] : items[Int(itemOfWord[word])].bodies.prefix(1).map(\.target)
            if draftOfWord[word] >= 0 {
                targets = drafts[Int(draftOfWord[word])].targets.compactMap {
                    if case .actor(let body) = $0 { body } else { nil }
                }
            }
            for body in targets where country == nil {
                country = index.country(of: body)
                let sort = index.actors[Int(body)].sort
                if sort != .city, sort != .place { code = country.map { index.stateCode($0) } }
            }
        }
        let local = locals.firstIndex { $0.id == id } ?? locals.count
        if local == locals.count {
            locals.append(
                LocalActor(id: id, name: name, kind: .organisation, country: country, code: code, role: nil))
        }
        return .local(local)
    }

    /// Reads a form that names a state, a place, an organisation or a group.
    private mutating func readBody(_ item: Item, in sentence: Range<Int>) {
        guard let alias = best(item.bodies) else { return }
        let actor = index.actors[Int(alias.target)]
        var draft = Draft(words: item.words, span: item.span, way: .name, targets: [.actor(alias.target)])
        switch alias.kind {
        case .adjective:
            draft.way = .people
        case .demonym:
            draft.way = .people
            draft.targets = [.people(alias.target)]
        case .seat:
            draft.way = .metonym
            draft.targets = [.government(alias.target)]
        case .capital, .name, .shortName, .role:
            switch actor.sort {
            case .city:
                let state = actor.country.flatMap { index.actor(id: $0) }
                if alias.kind == .capital, let state, !isPlace(item.words, in: sentence) {
                    draft.way = .metonym
                    draft.targets = [.government(state)]
                } else {
                    draft.way = .place
                }
            case .place: draft.way = .place
            case .state, .region: if isAfterLocative(item.words, in: sentence) { draft.way = .place }
            default: break
            }
        }
        if [.region, .format].contains(actor.sort) {
            let members = index.members(of: alias.target, on: day)
            if !members.isEmpty, members.count <= 40 {
                draft.group = GroupReference(
                    quantifier: .all, group: actor.id, count: nil, members: members.map { index.reference($0, on: day) }
                )
            }
        }
        add(draft)
    }

    /// Reads a run of name words: a person of the gazetteer, one met before, or a new one.
    private mutating func readName(_ run: NameRun, in sentence: Range<Int>) {
        if let target = person(run, offices: []) {
            if case .actor(let known) = target { meet(person: known) }
            add(Draft(words: run.words, span: span(of: run.words), way: .name, targets: [target]))
            return
        }
        let first = run.words.lowerBound
        let titled = first > sentence.lowerBound && classes(first - 1).contains(.title)
        let isPerson =
            isInsidePerson(first)
            || isGiven(first) && run.words.count > 1 && run.words.count < 5
                && (analysis.entities.isEmpty || entity(at: first) == nil)
        guard titled || isPerson, run.words.contains(where: { itemOfWord[$0] < 0 }) || isNamesake(run) else { return }
        let made = makePerson(run, role: nil, body: nil, former: false)
        add(Draft(words: run.words, span: span(of: run.words), way: .name, targets: [made]))
    }

    /// Whether a person is named by words that all are known of others: "Jordan Miller", where "Jordan" is a state
    /// and some Miller holds an office.
    private func isNamesake(_ run: NameRun) -> Bool {
        guard run.words.count > 1, let entity = entity(at: run.words.lowerBound), entity.kind == .person,
            entity.words == run.words, let last = run.words.last, itemOfWord[last] >= 0
        else { return false }
        let surname = items[Int(itemOfWord[last])]
        return surname.bodies.isEmpty && surname.roles.isEmpty && !surname.shorts.isEmpty
    }

    /// Makes actors of the organisations that the recogniser found and the gazetteer does not know.
    private mutating func readBodiesOfText(in sentence: Range<Int>) {
        for entity in entities(in: sentence) where entity.kind == .organisation && entity.words.count < 10 {
            let words = entity.words
            guard
                words.allSatisfy({ word in
                    draftOfWord[word] < 0
                        || drafts[Int(draftOfWord[word])].way != .description
                            && drafts[Int(draftOfWord[word])].words.count < words.count
                })
            else { continue }
            guard words.count > 1 || words.contains(where: { draftOfWord[$0] < 0 && isCapitalised($0) }) else {
                continue
            }
            guard !index.folding.slug(analysis.text[span(of: words)]).isEmpty,
                words.contains(where: { draftOfWord[$0] < 0 }), !isPartOfPlace(words), !isClause(words)
            else { continue }
            let body = makeBody(words)
            add(Draft(words: words, span: span(of: words), way: .name, targets: [body]))
        }
    }

    /// Whether words taken for one name are a person, a lower-case word that is no part of any name, and more:
    /// "Smith voiced London's support" with its verb taken for a name.
    private func isClause(_ words: Range<Int>) -> Bool {
        let item = itemOfWord[words.lowerBound]
        guard hasTags, item >= 0 else { return false }
        let first = items[Int(item)]
        let next = first.words.upperBound
        guard !first.persons.isEmpty || !first.shorts.isEmpty, next < words.upperBound, !isCapitalised(next),
            classes(next).isDisjoint(with: [.particle, .of, .and, .possessive])
        else { return false }
        switch analysis.words.upos[next] {
        case .propn, .noun, .verb, .adj: return true
        default: return false
        }
    }

    /// Whether words are a state or place with a quarter of the sky before it: "Western Cambodia".
    private func isPartOfPlace(_ words: Range<Int>) -> Bool {
        guard let last = words.last, draftOfWord[last] >= 0 else { return false }
        let place = drafts[Int(draftOfWord[last])]
        guard case .actor(let body)? = place.targets.first,
            [.state, .place, .city, .region].contains(index.actors[Int(body)].sort)
        else { return false }
        return (words.lowerBound..<place.words.lowerBound).allSatisfy { classes($0).contains(.direction) }
    }

    /// The entity mentions of a sentence.
    private func entities(in sentence: Range<Int>) -> [Analysis.EntityMention] {
        var low = 0
        var high = analysis.entities.count
        while low < high {
            let middle = (low + high) / 2
            if Int(analysis.entities[middle].endWord) <= sentence.lowerBound { low = middle + 1 } else { high = middle }
        }
        var out: [Analysis.EntityMention] = []
        while low < analysis.entities.count, Int(analysis.entities[low].firstWord) < sentence.upperBound {
            out.append(analysis.entities[low])
            low += 1
        }
        return out
    }
}
