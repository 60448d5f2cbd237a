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
        /// Whether the office is a deputy's: "the Polish deputy defence minister".
        var deputy = false
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
    mutating func readRole(_ itemIndex: Int, in sentence: Range<Int>) {
        let item = items[itemIndex]
        guard !isPartOfName(item) else { return }
        let left = readLeft(of: item.words.lowerBound, in: sentence, plural: item.roles[0].alias.plural)
        var right = item.words.upperBound
        var bodies = left.bodies
        var bodyItems = left.items
        let portfolioEnd = hasPortfolio(item) ? afterPortfolio(right, in: sentence) : right
        right = portfolioEnd
        if let of = readRight(from: right, in: sentence, roles: item.roles), bodies.isEmpty {
            bodies = of.bodies
            bodyItems = of.items
            right = of.end
        }
        var start = left.start
        let roles = ranked(item, before: &start, in: sentence) ?? item.roles
        guard let entry = pickRole(roles, bodies: bodies) else { return }
        var role = entry.alias.target
        var kind = index.roles[Int(role)].kind
        if left.deputy, kind == .office, let deputy = index.role(id: "deputy-minister") {
            role = deputy
            kind = .person
        }
        var mandate: Int32?
        if kind == .office, !entry.alias.plural, index.mandatedOffices.contains(role),
            let found = readMandate(from: right, in: sentence)
        {
            mandate = found.body
            right = found.end
            bodyItems.append(found.item)
        }
        // "The US military base", "the Syrian army spokesman": the head comes later.
        if kind == .body || kind == .government || kind == .members, right == item.words.upperBound,
            isModifierOfNext(item)
        {
            return
        }
        if bodies.isEmpty, index.roles[Int(role)].kind != .members, entry.limits.count == 1 {
            bodies = [index.limits[Int(entry.limits.lowerBound)]]
        }
        let inner = left.inner ?? role
        let sectorRole = kind == .person ? inner : role
        let words = start..<right

        // The person named beside the role.
        let offices = bodies.isEmpty ? [(role: role, body: Int32(-1))] : bodies.map { (role: role, body: $0) }
        if !entry.alias.plural, kind == .office || kind == .person || kind == .body, bodies.count < 2,
            let named = readName(
                beside: words, offices: offices, left: left, role: sectorRole, body: bodies.first, kind: kind,
                in: sentence)
        {
            if case .local(let local) = named.target, let body = bodies.first,
                left.deputy || portfolioEnd > item.words.upperBound
            {
                let printed = (left.items.last.map { items[$0].words.upperBound } ?? start)..<portfolioEnd
                locals[local].role = printedRole(printed, of: body)
            }
            add(
                Draft(
                    words: named.words, span: span(of: named.words), way: .name, targets: [named.target],
                    role: kind == .person
                        ? officeTitle(named.target) ?? title(role, of: bodies.first) : title(role, of: bodies.first),
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
        var targets = targets(
            role: role, sectorRole: sectorRole, plural: entry.alias.plural, bodies: bodies, former: left.former,
            mandate: mandate, before: words.lowerBound)
        if targets.isEmpty, bodies.isEmpty, !left.former, let implied = implied(item, role: entry, in: sentence) {
            targets = [implied]
        }
        guard !targets.isEmpty else { return }
        add(
            Draft(
                words: words, span: span(of: words), way: .description, targets: targets,
                role: title(role, of: bodies.count == 1 ? bodies[0] : nil),
                office: bodies.count == 1 ? (role, bodies[0]) : nil))
        addBodies(bodyItems, inside: words)
    }

    /// The reading of "the top US diplomat": the role of the words on both sides of the body.
    func ranked(_ item: Item, before start: inout Int, in sentence: Range<Int>) -> [AliasTrie.Entry]? {
        let word = start - 1
        guard word >= sentence.lowerBound, start < item.words.lowerBound, itemOfWord[word] < 0, !isCapitalised(word),
            Int(firstAtom[word]) + 1 == Int(firstAtom[word + 1]),
            atoms.symbols[Int(firstAtom[word])] < NameAtoms.barrier,
            var node = index.trie.step(0, atoms.symbols[Int(firstAtom[word])])
        else { return nil }
        for atom in Int(firstAtom[item.words.lowerBound])..<Int(firstAtom[item.words.upperBound]) {
            guard atoms.symbols[atom] < NameAtoms.barrier, let next = index.trie.step(node, atoms.symbols[atom]) else {
                return nil
            }
            node = next
        }
        let entries = index.trie.entries(at: node).filter { $0.alias.kind == .role }
        guard !entries.isEmpty else { return nil }
        start = word
        return Array(entries)
    }

    /// Whether a role word only modifies the noun after it.
    func isModifierOfNext(_ item: Item) -> Bool {
        let next = item.words.upperBound
        let last = next - 1
        guard next < analysis.words.count else { return false }
        if itemOfWord[next] >= 0, let role = items[Int(itemOfWord[next])].roles.first,
            items[Int(itemOfWord[next])].bodies.isEmpty,
            !isCapitalised(next)
        {
            let kind = index.roles[Int(role.alias.target)].kind
            if kind == .person || kind == .office || kind == .body { return true }
        }
        guard hasTags, [.compound, .amod].contains(analysis.words.relations[last]) else { return false }
        let head = Int(analysis.words.heads[last])
        return head >= next && head < next + 4 && [.noun, .propn].contains(analysis.words.upos[head])
            && !isCapitalised(head)
    }

    /// Whether a role word is a name here: part of a person's name or of a longer capitalised name.
    func isPartOfName(_ item: Item) -> Bool {
        let word = item.words.lowerBound
        // "head-to-head", "chief-of-mission": a part of a compound is no office.
        if word > 0, isSign(word - 1, 45), item.words.upperBound < analysis.words.count,
            isSign(item.words.upperBound, 45)
        {
            return true
        }
        guard isCapitalised(word), item.words.count == 1 else { return false }
        if isTeam(item) { return true }
        if !item.shorts.isEmpty, word > 0, itemOfWord[word - 1] < 0, isGiven(word - 1) { return true }
        if let entity = entity(at: word), entity.kind == .person, word > Int(entity.firstWord) { return true }
        return false
    }

    /// Whether a capitalised plural behind a town is a team's name and no role: "the Denver Miners".
    func isTeam(_ item: Item) -> Bool {
        let word = item.words.lowerBound
        guard word > 0, itemOfWord[word - 1] >= 0, !item.roles.isEmpty, item.roles.allSatisfy(\.alias.plural) else {
            return false
        }
        let town = items[Int(itemOfWord[word - 1])]
        return !town.bodies.isEmpty
            && town.bodies.allSatisfy { index.actors[Int($0.target)].sort == .city && $0.kind != .adjective }
    }

    /// Whether a capitalised word is a given name that some person of the gazetteer has.
    func isGiven(_ word: Int) -> Bool {
        guard word >= 0, isCapitalised(word), Int(firstAtom[word]) < Int(firstAtom[word + 1]) else { return false }
        return index.givenNames.contains(atoms.symbols[Int(firstAtom[word])])
    }

    /// The title of the office that a person held on the day.
    func officeTitle(_ target: Target) -> String? {
        guard case .actor(let person) = target, index.actors[Int(person)].sort == .person,
            let tenure = index.standing(ofPerson: person, on: day).tenure
        else { return nil }
        return title(tenure.office, of: tenure.of)
    }

    /// What an office is called in a state: "Secretary of State".
    func title(_ role: Int32, of body: Int32?) -> String {
        body.flatMap { index.roleTitles[Int(role)][$0] } ?? index.roles[Int(role)].title
    }

    /// The reading of a role word that suits the bodies: one limited to them, else an unlimited one.
    func pickRole(_ roles: [AliasTrie.Entry], bodies: [Int32]) -> AliasTrie.Entry? {
        let limited = roles.first { entry in
            bodies.contains { body in entry.limits.contains { index.limits[Int($0)] == body } }
        }
        if let limited { return limited }
        if let open = roles.first(where: { $0.limits.isEmpty }) { return open }
        return bodies.isEmpty ? roles.first : nil
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
