import Linguistics
import Records
import Text

extension ArticleLinking {
    /// What the words before a group's noun say: how many of whom.
    struct Quantity {
        var start: Int
        var quantifier: GroupReference.Quantifier = .all
        var isExplicit = false
        var count: Int?
        /// "Two of the five": how many there are in all.
        var total: Int?
        var isDefinite = false
    }

    /// Whether one of the bodies is a group whose members are known.
    func isGroup(_ bodies: [Int32]) -> Bool {
        bodies.contains { index.actors[Int($0)].sort == .region || !index.members(of: $0, on: day).isEmpty }
    }

    /// Reads "all five Central Asian republics", "EU foreign ministers", "the two countries".
    mutating func readMembers(
        _ words: Range<Int>, head: Range<Int>, role: AliasTrie.Entry, bodies: [Int32], bodyItems: [Int],
        in sentence: Range<Int>
    ) {
        let quantity = quantity(before: words.lowerBound, in: sentence)
        let whole = quantity.start..<words.upperBound
        let kind = index.roles[Int(role.alias.target)].kind
        let size = quantity.total ?? quantity.count
        // "A member of the union", "one of the country's investors" name no members.
        guard role.alias.plural || kind != .members || quantity.isExplicit && quantity.count == nil && !bodies.isEmpty
        else { return }
        guard bodies.isEmpty || isGroup(bodies) else {
            // "Nigerian states", "the Russian nation": not members of a group.
            if kind == .members { return }
            return
        }
        var group = bodies.first { isGroup([$0]) }
        if kind == .members, !bodies.isEmpty, let listed = listed(after: words.upperBound, in: sentence) {
            // "The former Soviet republics of Kazakhstan, Kyrgyzstan and Tajikistan": the list says which.
            add(
                Draft(
                    words: whole, span: span(of: whole), way: .group, targets: listed.map { .actor($0) },
                    group: GroupReference(
                        quantifier: .all, group: group.map { index.actors[Int($0)].id }, count: quantity.count,
                        members: listed.map { index.reference($0, on: day) })))
            addBodies(bodyItems, inside: whole)
            return
        }
        if let named = group, let size, quantity.quantifier != .other,
            index.members(of: named, on: day).count != size,
            let other = groupInText(size: size, inside: named, before: words.lowerBound)
        {
            group = other
        }
        if bodies.isEmpty {
            guard let size else { return }
            if quantity.quantifier == .other {
                group = groupInText(largerThan: size, before: words.lowerBound, sentence: sentence)
            } else if kind == .members, let found = groupInText(size: size, inside: nil, before: words.lowerBound) {
                group = found
            } else if size <= 3, quantity.isDefinite || quantity.isExplicit {
                let last = lastMentioned(size, like: role, before: words.lowerBound)
                guard last.count == size else { return }
                add(
                    Draft(
                        words: whole, span: span(of: whole), way: .group, targets: last,
                        role: index.roles[Int(role.alias.target)].title,
                        group: GroupReference(
                            quantifier: quantity.quantifier, count: size, members: last.map { reference($0) })))
                return
            }
        }
        guard let group else { return }
        addGroup(
            group, quantity: quantity, words: whole, role: kind == .members ? nil : role.alias.target, in: sentence)
        addBodies(bodyItems, inside: whole)
    }

    /// The states of a list after "of", two at least.
    private func listed(after word: Int, in sentence: Range<Int>) -> [Int32]? {
        guard word + 1 < sentence.upperBound, classes(word).contains(.of) else { return nil }
        var word = word + 1
        var out: [Int32] = []
        while word < sentence.upperBound {
            if classes(word).contains(.article) || classes(word).contains(.and) || isSign(word, 44) {
                word += 1
            } else if itemOfWord[word] >= 0,
                let alias = items[Int(itemOfWord[word])].bodies.first(where: {
                    $0.kind == .name && index.actors[Int($0.target)].sort == .state
                })
            {
                out.append(alias.target)
                word = items[Int(itemOfWord[word])].words.upperBound
            } else {
                break
            }
        }
        return out.count > 1 ? out : nil
    }

    /// Adds a mention of a group or of the members that are left of it.
    private mutating func addGroup(
        _ group: Int32, quantity: Quantity, words: Range<Int>, role: Int32?, in sentence: Range<Int>
    ) {
        var members = index.members(of: group, on: day)
        let size = members.count
        if quantity.quantifier == .other {
            let named = statesNamed(in: sentence, outside: words).filter { members.contains($0) }
            let rest = members.filter { !named.contains($0) }
            if quantity.count == nil || rest.count == quantity.count { members = rest }
        }
        var quantifier = quantity.quantifier
        if quantifier == .all, let count = quantity.count, count < size { quantifier = .some }
        let sector = role.map { index.roles[Int($0)].sector } ?? ""
        let references = members.map { member -> ActorReference in
            var reference = index.reference(member, on: day)
            if !sector.isEmpty, index.actors[Int(member)].sort == .state {
                reference.code = index.code(of: member, sector: sector, on: day)
            }
            return reference
        }
        let expands =
            !members.isEmpty && members.count <= 15 && [.all, .other, .none].contains(quantifier)
            && index.actors[Int(group)].sort != .igo
        add(
            Draft(
                words: words, span: span(of: words), way: .group,
                targets: expands ? members.map { role == nil ? .actor($0) : .government($0) } : [.actor(group)],
                role: role.map { index.roles[Int($0)].title },
                group: GroupReference(
                    quantifier: quantifier, group: index.actors[Int(group)].id, count: quantity.count,
                    members: references.count <= 60 ? references : [])))
    }

    /// Reads the words before a phrase: articles, numerals and "all", "none of", "the other".
    private func quantity(before start: Int, in sentence: Range<Int>) -> Quantity {
        var quantity = Quantity(start: start)
        var word = start - 1
        while word >= sentence.lowerBound, draftOfWord[word] < 0 {
            let kind = classes(word)
            if kind.contains(.count) {
                if quantity.count != nil { quantity.total = quantity.count }
                quantity.count = index.linkingWords.count(of: atoms.symbols[Int(firstAtom[word])])
            } else if kind.contains(.other) {
                quantity.quantifier = .other
                quantity.isExplicit = true
            } else if kind.contains(.none) {
                quantity.quantifier = .none
                quantity.isExplicit = true
            } else if kind.contains(.all) {
                if quantity.quantifier != .other { quantity.quantifier = .all }
                if quantity.count == nil, analysis.form(word).lowercased() == "both" { quantity.count = 2 }
                quantity.isExplicit = true
            } else if kind.contains(.most) {
                quantity.quantifier = .most
                quantity.isExplicit = true
            } else if kind.contains(.some), quantity.quantifier == .all {
                quantity.quantifier = .some
                quantity.isExplicit = true
            } else if kind.contains(.one), kind.contains(.one) {
                quantity.count = 1
            } else if kind.contains(.article) {
                quantity.isDefinite = true
            } else if kind.contains(.of), word > sentence.lowerBound,
                !classes(word - 1).isDisjoint(with: [.all, .none, .most, .some, .count, .one])
            {
                if let count = quantity.count {
                    quantity.total = count
                    quantity.count = nil
                }
                word -= 1
                continue
            } else {
                break
            }
            quantity.start = word
            word -= 1
        }
        if let count = quantity.count, let total = quantity.total, count < total, quantity.quantifier == .all {
            quantity.quantifier = .some
        }
        return quantity
    }

    /// Reads a number that stands for a group without a noun: "all five abstained", "the other four".
    mutating func readNumber(at word: Int, in sentence: Range<Int>) -> Int? {
        if hasTags, [.nummod, .compound, .amod, .det].contains(analysis.words.relations[word]),
            Int(analysis.words.heads[word]) > word + 1,
            ![.verb, .aux].contains(analysis.words.upos[Int(analysis.words.heads[word])])
        {
            return nil
        }
        let next = word + 1
        if next < sentence.upperBound {
            if itemOfWord[next] >= 0, !items[Int(itemOfWord[next])].roles.isEmpty { return nil }
            let isParticiple = folded(next).hasSuffix("ing")
            if hasTags, !isParticiple, [.noun, .num, .sym, .propn, .adj].contains(analysis.words.upos[next]) {
                return nil
            }
        }
        let quantity = quantity(before: next, in: sentence)
        guard quantity.isExplicit || quantity.isDefinite, let size = quantity.total ?? quantity.count,
            size > 2 || quantity.quantifier == .other
        else { return nil }
        let group =
            quantity.quantifier == .other
            ? groupInText(largerThan: size, before: word, sentence: sentence)
            : groupInText(size: size, inside: nil, before: word)
        guard let group else { return nil }
        addGroup(group, quantity: quantity, words: quantity.start..<next, role: nil, in: sentence)
        return next
    }

    /// Reads "the pair" as the last two persons named before it; "the pair of boots" is none.
    mutating func readPair(at word: Int, in sentence: Range<Int>) {
        let before = word - 1
        guard before >= sentence.lowerBound, classes(before).contains(.article),
            word + 1 >= sentence.upperBound || !classes(word + 1).contains(.of), draftOfWord[word] < 0,
            !hasTags || analysis.words.upos[word] == .noun && analysis.words.relations[word] != .compound
        else { return }
        let persons = lastPersons(2, before: before)
        guard persons.count == 2 else { return }
        add(
            Draft(
                words: before..<word + 1, span: span(of: before..<word + 1), way: .group, targets: persons,
                group: GroupReference(quantifier: .all, count: 2, members: persons.map { reference($0) })))
    }

    /// The last so many different persons named before a word, in order of mention.
    private func lastPersons(_ count: Int, before word: Int) -> [Target] {
        var out: [Target] = []
        for draft in drafts.sorted(by: { $0.words.lowerBound > $1.words.lowerBound })
        where draft.words.upperBound <= word && draft.targets.count == 1 {
            let isPerson =
                switch draft.targets[0] {
                case .actor(let actor): index.actors[Int(actor)].sort == .person
                case .local(let local): locals[local].kind == .person
                default: false
                }
            if isPerson, !out.contains(draft.targets[0]) { out.insert(draft.targets[0], at: 0) }
            if out.count == count { break }
        }
        return out
    }

    /// The group of so many members that the text names, nearest before a word, else after it.
    private func groupInText(size: Int, inside: Int32?, before word: Int) -> Int32? {
        let outer = inside.map { index.members(of: $0, on: day) }
        let fits: (Int32) -> Bool = { group in
            let members = index.members(of: group, on: day)
            return members.count == size && (outer.map { $0.isEmpty || members.allSatisfy($0.contains) } ?? true)
        }
        return groupsMet.last { $0.word < word && fits($0.group) }?.group ?? groupsMet.first { fits($0.group) }?.group
    }

    /// The group that has so many members when those named in the sentence are taken out.
    private func groupInText(largerThan size: Int, before word: Int, sentence: Range<Int>) -> Int32? {
        let named = statesNamed(in: sentence, outside: word..<word)
        let fits: (Int32) -> Bool = { group in
            let members = index.members(of: group, on: day)
            return members.count - members.filter(named.contains).count == size && members.count > size
        }
        return groupsMet.last { $0.word < word && fits($0.group) }?.group ?? groupsMet.first { fits($0.group) }?.group
    }

    /// The states that a sentence names outside some words.
    private func statesNamed(in sentence: Range<Int>, outside words: Range<Int>) -> [Int32] {
        var out: [Int32] = []
        for word in sentence where !words.contains(word) && itemOfWord[word] >= 0 {
            for alias in items[Int(itemOfWord[word])].bodies
            where alias.kind == .name && index.actors[Int(alias.target)].sort == .state {
                out.append(alias.target)
            }
        }
        return out
    }

    /// The last so many different actors before a word that a noun can take up: holders for "the two
    /// presidents", states for "the two countries"; in order of mention.
    private func lastMentioned(_ count: Int, like role: AliasTrie.Entry, before word: Int) -> [Target] {
        let kind = index.roles[Int(role.alias.target)].kind
        var out: [Target] = []
        for draft in drafts.sorted(by: { $0.words.lowerBound > $1.words.lowerBound })
        where draft.words.upperBound <= word {
            if draft.way == .place && kind == .members && out.isEmpty { continue }
            for target in draft.targets.reversed() {
                let fitting: Bool
                switch target {
                case .actor(let actor):
                    let isPerson = index.actors[Int(actor)].sort == .person
                    fitting =
                        kind == .members
                        ? index.actors[Int(actor)].sort == .state : isPerson && holds(actor, role.alias.target)
                case .government: fitting = kind == .members || kind == .government
                case .local(let local):
                    fitting =
                        kind != .members && locals[local].kind == .person && draft.office?.role == role.alias.target
                default: fitting = false
                }
                let plain: Target
                if case .government(let state) = target, kind == .members {
                    plain = .actor(state)
                } else {
                    plain = target
                }
                if fitting, !out.contains(plain) { out.insert(plain, at: 0) }
                if out.count == count { return out }
            }
        }
        return out
    }

    /// Whether a person held an office on the day, or any office for a role that is none.
    private func holds(_ person: Int32, _ role: Int32) -> Bool {
        guard index.roles[Int(role)].kind == .office else { return true }
        return index.tenures(ofPerson: person).contains { tenure in
            tenure.office == role && day.map { tenure.period.mayContain($0) } ?? true
        }
    }
}
