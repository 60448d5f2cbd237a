import Linguistics
import Records
import Text

extension ArticleLinking {
    /// What stands before a role: whose it is, and whether it is held still.
    struct Left {
        var start: Int
        /// Items that name the bodies, in order.
        var items: [Int] = []
        var bodies: [Int32] = []
        var former = false
        /// A role between body and head: "army" in "the Syrian army spokesman".
        var inner: Int32?
    }

    /// Reads all sentences: role phrases first, then what is left of each sentence.
    mutating func readPhrases() {
        for sentence in analysis.sentences {
            var word = sentence.words.lowerBound
            while word < sentence.words.upperBound {
                let item = Int(itemOfWord[word])
                if item >= 0, draftOfWord[word] < 0, items[item].words.lowerBound == word, !items[item].roles.isEmpty {
                    readRole(item, in: sentence.words)
                    word = items[item].words.upperBound
                } else {
                    word += 1
                }
            }
            readRest(of: sentence.words)
        }
    }

    /// Reads the phrase whose head is a role word, if it leads to somebody.
    private mutating func readRole(_ itemIndex: Int, in sentence: Range<Int>) {
        let item = items[itemIndex]
        guard !isPartOfName(item) else { return }
        let left = readLeft(of: item.words.lowerBound, in: sentence, plural: item.roles[0].alias.plural)
        var right = item.words.upperBound
        var bodies = left.bodies
        var bodyItems = left.items
        if let of = readRight(from: right, in: sentence, roles: item.roles), bodies.isEmpty {
            if bodies.isEmpty {
                bodies = of.bodies
                bodyItems = of.items
            }
            right = of.end
        }
        var start = left.start
        let roles = ranked(item, before: &start, in: sentence) ?? item.roles
        guard let entry = pickRole(roles, bodies: bodies) else { return }
        let role = entry.alias.target
        let kind = index.roles[Int(role)].kind
        // "The US military base", "the Syrian army spokesman": the head comes later.
        if kind == .body || kind == .government || kind == .members, right == item.words.upperBound, isModifierOfNext(item) { return }
        if bodies.isEmpty, index.roles[Int(role)].kind != .members, entry.limits.count == 1 {
            bodies = [index.limits[Int(entry.limits.lowerBound)]]
        }
        let inner = left.inner ?? role
        let sectorRole = kind == .person ? inner : role
        let words = start..<right

        // The person named beside the role.
        let offices = bodies.isEmpty ? [(role: role, body: Int32(-1))] : bodies.map { (role: role, body: $0) }
        if !entry.alias.plural, kind == .office || kind == .person || kind == .body, bodies.count < 2,
            let named = readName(beside: words, offices: offices, left: left, role: sectorRole, body: bodies.first, kind: kind, in: sentence)
        {
            add(
                Draft(
                    words: named.words, span: span(of: named.words), way: .name, targets: [named.target],
                    role: kind == .person ? officeTitle(named.target) ?? title(role, of: bodies.first) : title(role, of: bodies.first),
                    office: bodies.first.map { (role, $0) }))
            addBodies(bodyItems, inside: named.words)
            return
        }
        if kind == .members || isGroup(bodies) && (entry.alias.plural || kind == .body)
            || bodies.isEmpty && entry.alias.plural && (kind == .office || kind == .person)
        {
            readMembers(words, head: item.words, role: entry, bodies: bodies, bodyItems: bodyItems, in: sentence)
            return
        }
        let targets = targets(role: role, sectorRole: sectorRole, plural: entry.alias.plural, bodies: bodies, former: left.former, before: words.lowerBound)
        guard !targets.isEmpty else { return }
        add(
            Draft(
                words: words, span: span(of: words), way: .description, targets: targets,
                role: title(role, of: bodies.count == 1 ? bodies[0] : nil), office: bodies.count == 1 ? (role, bodies[0]) : nil))
        addBodies(bodyItems, inside: words)
    }

    /// The reading of "the top US diplomat": the role of the words on both sides of the body.
    private func ranked(_ item: Item, before start: inout Int, in sentence: Range<Int>) -> [AliasTrie.Entry]? {
        let word = start - 1
        guard word >= sentence.lowerBound, start < item.words.lowerBound, itemOfWord[word] < 0, !isCapitalised(word),
            Int(firstAtom[word]) + 1 == Int(firstAtom[word + 1]), atoms.symbols[Int(firstAtom[word])] < NameAtoms.barrier,
            var node = index.trie.step(0, atoms.symbols[Int(firstAtom[word])])
        else { return nil }
        for atom in Int(firstAtom[item.words.lowerBound])..<Int(firstAtom[item.words.upperBound]) {
            guard atoms.symbols[atom] < NameAtoms.barrier, let next = index.trie.step(node, atoms.symbols[atom]) else { return nil }
            node = next
        }
        let entries = index.trie.entries(at: node).filter { $0.alias.kind == .role }
        guard !entries.isEmpty else { return nil }
        start = word
        return Array(entries)
    }

    /// Whether a role word only modifies the noun after it.
    private func isModifierOfNext(_ item: Item) -> Bool {
        let next = item.words.upperBound
        let last = next - 1
        guard next < analysis.words.count else { return false }
        if itemOfWord[next] >= 0, let role = items[Int(itemOfWord[next])].roles.first, items[Int(itemOfWord[next])].bodies.isEmpty,
            !isCapitalised(next)
        {
            let kind = index.roles[Int(role.alias.target)].kind
            if kind == .person || kind == .office || kind == .body { return true }
        }
        guard hasTags, [.compound, .amod].contains(analysis.words.relations[last]) else { return false }
        let head = Int(analysis.words.heads[last])
        return head >= next && head < next + 4 && [.noun, .propn].contains(analysis.words.upos[head]) && !isCapitalised(head)
    }

    /// Whether a role word is a name here: part of a person's name or of a longer capitalised name.
    private func isPartOfName(_ item: Item) -> Bool {
        let word = item.words.lowerBound
        guard isCapitalised(word), item.words.count == 1 else { return false }
        if !item.shorts.isEmpty, word > 0, itemOfWord[word - 1] < 0, isGiven(word - 1) { return true }
        if let entity = entity(at: word), entity.kind == .person, word > Int(entity.firstWord) { return true }
        return false
    }

    /// Whether a capitalised word is a given name that some person of the gazetteer has.
    func isGiven(_ word: Int) -> Bool {
        guard word >= 0, isCapitalised(word), Int(firstAtom[word]) < Int(firstAtom[word + 1]) else { return false }
        return index.givenNames.contains(atoms.symbols[Int(firstAtom[word])])
    }

    /// Walks left over modifiers, bodies and their coordination.
    private func readLeft(of start: Int, in sentence: Range<Int>, plural: Bool) -> Left {
        var left = Left(start: start)
        var word = start - 1
        var skipped = 0
        var possessive = false
        var acrossAnd = false
        while word >= sentence.lowerBound {
            let itemIndex = Int(itemOfWord[word])
            if itemIndex >= 0, draftOfWord[word] < 0 {
                let item = items[itemIndex]
                let isAdjective = item.bodies.contains { $0.kind == .adjective }
                if let body = body(of: item, possessive: possessive) {
                    if skipped > 0 && !isAdjective && !possessive { break }
                    if acrossAnd && !(isAdjective && plural || possessive && plural) { break }
                    left.bodies.insert(body, at: 0)
                    left.items.insert(itemIndex, at: 0)
                    left.start = item.words.lowerBound
                    word = item.words.lowerBound - 1
                    word = beforeOuterGroup(word, body: body, in: sentence, start: &left.start)
                    // "Hungarian and Romanian officials", "Kazakhstan's, Russia's and China's envoys".
                    guard isAdjective || possessive, let next = beforeCoordination(word, in: sentence) else { break }
                    word = next
                    acrossAnd = true
                    skipped = 0
                    continue
                }
                if let inner = item.roles.first, left.bodies.isEmpty, !possessive, !isCapitalised(word) || skipped == 0 {
                    let kind = index.roles[Int(inner.alias.target)].kind
                    if kind == .body || kind == .government {
                        if left.inner == nil { left.inner = inner.alias.target }
                        left.start = item.words.lowerBound
                        word = item.words.lowerBound - 1
                        continue
                    }
                }
                if item.roles.isEmpty || isCapitalised(word) { break }
            }
            if draftOfWord[word] >= 0 { break }
            let classes = classes(word)
            if left.bodies.isEmpty, classes.contains(.possessive) || isPossessiveMark(word) {
                possessive = true
                word -= 1
                continue
            }
            if isSign(word, 45) {
                word -= 1
                continue
            }
            guard skipped < 4, left.bodies.isEmpty, isModifier(word) else { break }
            if classes.contains(.past) || classes.contains(.former) && !classes.contains(.acting) {
                left.former = left.former || classes.contains(.past)
                left.start = word
            }
            skipped += 1
            word -= 1
        }
        return left
    }

    /// Passes over a wider group before a narrower one: "former Soviet Central Asian republics".
    private func beforeOuterGroup(_ word: Int, body: Int32, in sentence: Range<Int>, start: inout Int) -> Int {
        guard word >= sentence.lowerBound, itemOfWord[word] >= 0, index.actors[Int(body)].sort == .region else { return word }
        let outer = items[Int(itemOfWord[word])]
        guard let alias = outer.bodies.first(where: { $0.kind == .adjective }),
            index.actors[Int(alias.target)].sort == .region
        else { return word }
        start = outer.words.lowerBound
        return outer.words.lowerBound - 1
    }

    /// The word before "and" or a comma that may join a further body, or `nil`.
    private func beforeCoordination(_ word: Int, in sentence: Range<Int>) -> Int? {
        var word = word
        guard word > sentence.lowerBound, classes(word).contains(.and) || isSign(word, 44) else { return nil }
        word -= 1
        if word > sentence.lowerBound, isSign(word, 44) { word -= 1 }
        if isPossessiveMark(word) || classes(word).contains(.possessive) { word -= 1 }
        guard word >= sentence.lowerBound, itemOfWord[word] >= 0, draftOfWord[word] < 0 else { return nil }
        return items[Int(itemOfWord[word])].bodies.isEmpty ? nil : word
    }

    /// A lone apostrophe, straight or curly.
    private func isPossessiveMark(_ word: Int) -> Bool {
        let span = analysis.span(ofWord: word)
        return isSign(word, 39) || (span.count == 3 && analysis.text[span] == "’")
    }

    /// Whether a word may stand between a body and its role.
    private func isModifier(_ word: Int) -> Bool {
        let own = classes(word)
        if own.contains(.past) || own.contains(.former) || own.contains(.acting) { return true }
        if own.contains(.article) || own.contains(.and) { return false }
        guard hasTags else { return !isCapitalised(word) && own.isEmpty }
        switch analysis.words.upos[word] {
        case .adj, .noun: return true
        case .verb: return analysis.words.relations[word] == .amod
        case .adv: return analysis.words.relations[word] == .advmod && word + 1 < analysis.words.count
            && analysis.words.upos[word + 1] == .adj
        case .propn: return itemOfWord[word] < 0 && !isGiven(word) && analysis.words.relations[word] == .amod
        default: return false
        }
    }

    /// The state, organisation or group that an item stands for beside a role.
    func body(of item: Item, possessive: Bool) -> Int32? {
        if let person = item.persons.first ?? (item.shorts.isEmpty || !item.bodies.isEmpty ? nil : shortPerson(item)) {
            let country = day.map { index.standing(ofPerson: person, on: $0).country } ?? index.actors[Int(person)].country
            return country.flatMap { index.actor(id: $0) }
        }
        guard let alias = best(item.bodies) else { return nil }
        let actor = index.actors[Int(alias.target)]
        switch actor.sort {
        case .city, .place: return actor.country.flatMap { index.actor(id: $0) }
        default: return alias.target
        }
    }

    /// The person that a surname in front of "administration" or "'s" means.
    private func shortPerson(_ item: Item) -> Int32? {
        let run = NameRun(words: item.words, atoms: item.words.map { folded($0) })
        if case .actor(let person)? = person(run, offices: []) { return person }
        return nil
    }

    /// Of several readings of one form, the one whose state the article speaks of, else the first in use.
    func best(_ aliases: [Alias]) -> Alias? {
        guard aliases.count > 1 else { return aliases.first }
        let rank = { (alias: Alias) -> (Int, Int, Int) in
            let actor = index.actors[Int(alias.target)]
            let inUse = day.map { alias.period.mayContain($0) && actor.period.mayContain($0) } ?? true
            let isState = actor.sort == .state
            let met = statesMet[alias.target] ?? index.country(of: alias.target).flatMap { index.actor(id: $0) }
                .flatMap { statesMet[$0] } ?? 0
            return (inUse ? 0 : 1, isState ? 0 : alias.kind == .capital ? 1 : 2, -met)
        }
        return aliases.min { rank($0) < rank($1) }
    }

    /// Bodies after "of", "for" or, for people without a state before them, "in" and "from".
    private func readRight(
        from start: Int, in sentence: Range<Int>, roles: [AliasTrie.Entry]
    ) -> (bodies: [Int32], items: [Int], end: Int)? {
        var word = start
        guard word + 1 < sentence.upperBound else { return nil }
        let link = classes(word)
        let isOf = link.contains(.of)
        let kind = index.roles[Int(roles[0].alias.target)].kind
        guard isOf || link.contains(.for) && kind == .person && !isTo(word) || link.contains(.within) && kind == .body
        else { return nil }
        word += 1
        while word < sentence.upperBound, classes(word).contains(.article) { word += 1 }
        var bodies: [Int32] = []
        var found: [Int] = []
        var end = start
        while word < sentence.upperBound, itemOfWord[word] >= 0 {
            let itemIndex = Int(itemOfWord[word])
            let item = items[itemIndex]
            guard item.words.lowerBound == word, item.roles.isEmpty || !item.bodies.isEmpty,
                item.persons.isEmpty, !item.bodies.isEmpty, let body = body(of: item, possessive: false),
                !item.bodies.allSatisfy({ $0.kind == .demonym || $0.kind == .adjective })
            else { break }
            let next = item.words.upperBound
            if next < sentence.upperBound, classes(next).contains(.possessive) || isPossessiveMark(next) { break }
            bodies.append(body)
            found.append(itemIndex)
            end = next
            word = next
            guard roles[0].alias.plural, word + 1 < sentence.upperBound, classes(word).contains(.and) || isSign(word, 44)
            else { break }
            word += 1
            if word < sentence.upperBound, classes(word).contains(.and) { word += 1 }
            while word < sentence.upperBound, classes(word).contains(.article) { word += 1 }
        }
        return bodies.isEmpty ? nil : (bodies, found, end)
    }

    /// "to" joins ambassadors to where they are sent, not to whom they serve.
    private func isTo(_ word: Int) -> Bool { classes(word).contains(.towards) }

    /// The title of the office that a person held on the day.
    private func officeTitle(_ target: Target) -> String? {
        guard case .actor(let person) = target, index.actors[Int(person)].sort == .person,
            let tenure = index.standing(ofPerson: person, on: day).tenure
        else { return nil }
        return title(tenure.office, of: tenure.of)
    }

    /// What an office is called in a state: "Secretary of State".
    private func title(_ role: Int32, of body: Int32?) -> String {
        body.flatMap { index.roleTitles[Int(role)][$0] } ?? index.roles[Int(role)].title
    }

    /// The reading of a role word that suits the bodies: one limited to them, else an unlimited one.
    private func pickRole(_ roles: [AliasTrie.Entry], bodies: [Int32]) -> AliasTrie.Entry? {
        let limited = roles.first { entry in
            bodies.contains { body in entry.limits.contains { index.limits[Int($0)] == body } }
        }
        if let limited { return limited }
        if let open = roles.first(where: { $0.limits.isEmpty }) { return open }
        return bodies.isEmpty ? roles.first : nil
    }

    /// The name after a role, or before it and a comma.
    private mutating func readName(
        beside words: Range<Int>, offices: [(role: Int32, body: Int32)], left: Left, role: Int32, body: Int32?,
        kind: Role.Kind, in sentence: Range<Int>
    ) -> (words: Range<Int>, target: Target)? {
        var after = words.upperBound
        let isComma = after < sentence.upperBound && isSign(after, 44)
        if isComma { after += 1 }
        if after < sentence.upperBound, let run = nameRun(at: after, in: sentence) {
            let closes = run.words.upperBound >= sentence.upperBound || isSign(run.words.upperBound, 44)
                || isSign(run.words.upperBound, 46)
            if !isComma || closes && kind != .body {
                if let target = person(run, offices: offices) {
                    if case .actor(let known) = target { meet(person: known) }
                    if isComma { note(target, role: role, body: body); return nil }
                    return (words.lowerBound..<run.words.upperBound, target)
                }
                // Bodies are no persons: "Turkish police Istanbul" names none.
                if kind != .body || isInsidePerson(run.words.lowerBound) || run.words.count > 1 && isGiven(run.words.lowerBound),
                    !isComma || run.words.count > 1
                {
                    let made = makePerson(run, role: role, body: body, former: left.former)
                    if isComma { return nil }
                    return (words.lowerBound..<run.words.upperBound, made)
                }
            }
        }
        // "Mukhtar Tileuberdi, the Kazakh foreign minister".
        var before = words.lowerBound - 1
        while before > sentence.lowerBound, classes(before).contains(.article) { before -= 1 }
        guard before > sentence.lowerBound, isSign(before, 44) else { return nil }
        var start = before
        while start > sentence.lowerBound, isNameWord(start - 1) || isSign(start - 1, 45) { start -= 1 }
        guard start < before, let run = nameRun(at: start, in: start..<before), run.words.count > 1 else { return nil }
        if let target = person(run, offices: offices) {
            if case .actor(let known) = target { meet(person: known) }
            note(target, role: role, body: body)
            return (words, target)
        }
        guard kind != .body else { return nil }
        return (words, makePerson(run, role: role, body: body, former: left.former))
    }

    /// Keeps for a person made from the text what a description beside it tells.
    private mutating func note(_ target: Target, role: Int32, body: Int32?) {
        guard case .local(let local) = target, let body else { return }
        if locals[local].country == nil { locals[local].country = index.country(of: body) }
        if locals[local].code == nil {
            locals[local].code = index.code(of: body, sector: index.roles[Int(role)].sector, on: day)
        }
        if locals[local].role == nil { locals[local].role = index.description(of: role, of: body) }
    }

    /// Whom a role phrase without a name means.
    private func targets(
        role: Int32, sectorRole: Int32, plural: Bool, bodies: [Int32], former: Bool, before word: Int
    ) -> [Target] {
        let kind = index.roles[Int(role)].kind
        if bodies.isEmpty {
            guard kind == .office, !plural else { return [] }
            // "the foreign minister" again: the last holder of that office that the text spoke of.
            return drafts.last { $0.office?.role == role && $0.targets.count == 1 }?.targets ?? []
        }
        return bodies.compactMap { body in
            switch kind {
            case .office where !former:
                if let holder = holder(of: role, in: body, plural: plural) { return .actor(holder) }
                return .role(body: body, role: role, former: false)
            case .person where !former && !plural && index.actors[Int(body)].sort != .state:
                // "The Hezbollah leader": whoever heads the organisation.
                if let head = index.role(id: "head"), index.roles[Int(role)].id == "leader", let holder = holder(of: head, in: body, plural: false) {
                    return .actor(holder)
                }
                return .role(body: body, role: sectorRole, former: former)
            case .government:
                return index.actors[Int(body)].sort == .state ? .government(body) : .actor(body)
            case .members:
                return nil
            case .relation: return nil
            case .counterpart:
                return counterpart(of: body, before: word)
            default:
                return .role(body: body, role: kind == .person ? sectorRole : role, former: former)
            }
        }
    }

    /// The holder of an office on the day; for the head of an organisation, of its first office.
    private func holder(of role: Int32, in body: Int32, plural: Bool) -> Int32? {
        guard let day else { return nil }
        let holders = index.holders(office: role, of: body, on: day)
        if holders.count == 1 { return holders[0] }
        guard holders.isEmpty, !plural, index.roles[Int(role)].id == "head", index.actors[Int(body)].sort != .state else { return nil }
        let current = index.tenures.filter { $0.of == body && $0.period.mayContain(day) }
        guard let first = current.map(\.office).min() else { return nil }
        let heads = index.holders(office: first, of: body, on: day)
        return heads.count == 1 ? heads[0] : nil
    }

    /// "His Kazakh counterpart": the holder there of the office that the last person named holds.
    private func counterpart(of body: Int32, before word: Int) -> Target? {
        guard let day else { return nil }
        for draft in drafts.reversed() where draft.words.upperBound <= word {
            for case .actor(let person) in draft.targets where index.actors[Int(person)].sort == .person {
                guard let tenure = index.standing(ofPerson: person, on: day).tenure, tenure.of != body else { return nil }
                let holders = index.holders(office: tenure.office, of: body, on: day)
                return holders.count == 1 ? .actor(holders[0]) : .role(body: body, role: tenure.office, former: false)
            }
        }
        return nil
    }

    /// Adds the bodies inside a longer mention as mentions of their own.
    mutating func addBodies(_ found: [Int], inside words: Range<Int>) {
        for itemIndex in found {
            let item = items[itemIndex]
            guard item.persons.isEmpty, let alias = best(item.bodies), item.words != words else { continue }
            let isAdjective = alias.kind == .adjective || alias.kind == .demonym
            let body = body(of: item, possessive: false) ?? alias.target
            add(
                Draft(
                    words: item.words, span: item.span, way: isAdjective ? .people : .name,
                    targets: [.actor(body)]))
        }
    }
}
