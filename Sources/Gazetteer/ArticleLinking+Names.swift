import Linguistics
import Records
import Text

extension ArticleLinking {
    /// A run of words that reads as a person's name.
    struct NameRun {
        var words: Range<Int>
        /// Folded atoms of the whole run.
        var atoms: [String]
    }

    /// Registers every person whose full name stands in the article, so that a surname that comes
    /// before the full name is understood too.
    mutating func readFullNames() {
        let named = items.compactMap { choose($0.persons) }
        for person in named { timesNamed[person, default: 0] += 1 }
        for person in named { meet(person: person) }
        for item in items {
            for alias in item.bodies {
                switch index.actors[Int(alias.target)].sort {
                case .state: statesMet[alias.target, default: 0] += 1
                case .region, .format, .igo: groupsMet.append((item.words.lowerBound, alias.target))
                default: break
                }
            }
        }
    }

    /// Remembers a person under every form that may stand alone.
    mutating func meet(person: Int32) {
        for name in index.personNames[Int(person)] {
            remember(person, as: name.short.joined(separator: " "))
            if let last = name.short.last { remember(person, as: last) }
        }
    }

    /// Of two bearers of a surname the one whom the article names more often in full, or first, is meant by it.
    private mutating func remember(_ person: Int32, as short: String) {
        if case .actor(let other)? = personsMet[short], other != person,
            timesNamed[other, default: 0] >= timesNamed[person, default: 0]
        {
            return
        }
        personsMet[short] = .actor(person)
    }

    /// Of several persons the one in office on the day, else the first.
    func choose(_ persons: [Int32]) -> Int32? {
        guard persons.count > 1, let day else { return persons.first }
        return persons.first { index.standing(ofPerson: $0, on: day).tenure != nil } ?? persons.first
    }

    /// The run of name words that starts at a word, or `nil`.
    ///
    /// Capitalised words that no other form covers and that are tagged as names, with particles and
    /// initials between; words of the gazetteer's persons belong to it.
    func nameRun(at start: Int, in sentence: Range<Int>) -> NameRun? {
        var word = start
        var end = start
        while word < sentence.upperBound {
            if isNameWord(word) {
                word += 1
                end = word
            } else if end > start, word == end, isCapitalised(word), itemOfWord[word] < 0,
                classes(word).contains(.title),
                word + 1 == sentence.upperBound || !isNameWord(word + 1)
            {
                // "John Bishop", but "Angels coach Tony Reagins".
                word += 1
                end = word
            } else if end > start, word - end < 2, isLink(word), word + 1 < sentence.upperBound {
                word += 1
            } else {
                break
            }
        }
        guard end > start else { return nil }
        var names: [String] = []
        for word in start..<end {
            for atom in Int(firstAtom[word])..<Int(firstAtom[word + 1]) where atoms.symbols[atom] != NameAtoms.barrier {
                names.append(foldedAtom(atom))
            }
        }
        return names.isEmpty ? nil : NameRun(words: start..<end, atoms: names)
    }

    /// Whether a word can be part of a person's name.
    func isNameWord(_ word: Int) -> Bool {
        let item = itemOfWord[word]
        // "Ki-moon": the hyphen and what follows it belong to the full name.
        if item >= 0, !items[Int(item)].persons.isEmpty { return true }
        guard isCapitalised(word) else { return false }
        if item >= 0 {
            let item = items[Int(item)]
            if !item.shorts.isEmpty { return isLikelyName(word) && (item.bodies.isEmpty || isInsidePerson(word)) }
            return isInsidePerson(word) && item.roles.isEmpty
        }
        if classes(word).contains(.title) { return false }
        // "Infrastructure" in "Deputy Infrastructure Minister": what an office is for is nobody's first name.
        if classes(word).contains(.portfolio), !isGiven(word - 1),
            entity(at: word).map({ Int($0.firstWord) == word }) ?? true
        {
            return false
        }
        guard hasTags else { return true }
        let tag = analysis.words.upos[word]
        return tag == .propn || isInsidePerson(word)
            || (tag == .x || tag == .noun || tag == .adj) && sentence(of: word).lowerBound != word
                && word > 0 && draftOfWord[word] < 0 && isAfterName(word)
    }

    /// Whether a surname's letters are a name here and no common word: "He", "May", "Will".
    ///
    /// Words that open a sentence are capitalised anyway: there a tag other than a name's is believed,
    /// unless the article has named a person so.
    private func isLikelyName(_ word: Int) -> Bool {
        guard hasTags, !isInsidePerson(word) else { return true }
        // "May 12", "the 2 May talks": with a number beside it, it is a month.
        let whole = self.sentence(of: word)
        if [word - 1, word + 1].contains(where: { whole.contains($0) && analysis.words.upos[$0] == .num }) {
            return false
        }
        switch analysis.words.upos[word] {
        case .propn, .x: return true
        case .noun, .verb, .adj: return whole.lowerBound != word || personsMet[folded(word)] != nil
        default: return false
        }
    }

    /// Whether the word before is a name word tagged as one, so that a mistagged rest still belongs.
    private func isAfterName(_ word: Int) -> Bool {
        word > 0 && itemOfWord[word - 1] < 0 && isCapitalised(word - 1)
            && analysis.words.upos[word - 1] == .propn && !classes(word - 1).contains(.title)
    }

    /// Whether an entity mention of a person covers the word.
    func isInsidePerson(_ word: Int) -> Bool {
        entity(at: word)?.kind == .person
    }

    /// The entity mention that covers a word. O(log n).
    func entity(at word: Int) -> Analysis.EntityMention? {
        var low = 0
        var high = analysis.entities.count
        while low < high {
            let middle = (low + high) / 2
            if analysis.entities[middle].endWord <= word { low = middle + 1 } else { high = middle }
        }
        guard low < analysis.entities.count, analysis.entities[low].firstWord <= word else { return nil }
        return analysis.entities[low]
    }

    /// A particle or hyphen inside a name.
    private func isLink(_ word: Int) -> Bool {
        isSign(word, 45) || (classes(word).contains(.particle) && !isCapitalised(word))
    }

    /// Who a run of name words is, given the office and body that stand beside it.
    ///
    /// - Parameter office: role and bodies of a role phrase that the name is part of.
    func person(_ run: NameRun, offices: [(role: Int32, body: Int32)]) -> Target? {
        if let exact = fullName(run) { return .actor(exact) }
        guard let last = run.atoms.last else { return nil }
        let given = Array(run.atoms.dropLast())

        // A holder of the office beside the name, near the day, under another spelling.
        for office in offices {
            if let holder = holder(office, last: last, given: given) { return .actor(holder) }
        }
        if let met = personsMet[last] ?? personsMet[run.atoms.joined(separator: " ")], agrees(met, given: given) {
            return met
        }
        let candidates = index.symbols.lookup(last).flatMap { index.personsBySurname[$0.index] } ?? []
        return candidate(candidates, last: last, given: given, offices: offices).map { .actor($0) }
    }

    /// The person whose full name the run is.
    private func fullName(_ run: NameRun) -> Int32? {
        for word in run.words where itemOfWord[word] >= 0 {
            let item = items[Int(itemOfWord[word])]
            if !item.persons.isEmpty, item.words.upperBound == run.words.upperBound { return choose(item.persons) }
        }
        return nil
    }

    /// The holder of an office whose name may be spelled so.
    private func holder(_ office: (role: Int32, body: Int32), last: String, given: [String]) -> Int32? {
        var best: Int32?
        for tenure in index.tenures(office: office.role, of: office.body) {
            for name in index.personNames[Int(tenure.person)] {
                let sameLast =
                    name.short.last.map { index.transliteration.similar($0, last) } ?? false
                    || name.short.joined(separator: " ") == last
                guard sameLast else { continue }
                if let mine = given.first, let its = name.given.first, !index.transliteration.similarGiven(its, mine) {
                    continue
                }
                if best == nil || day.map({ tenure.period.mayContain($0) }) ?? false { best = tenure.person }
            }
        }
        return best
    }

    /// Whether a person met earlier can carry these given names.
    private func agrees(_ target: Target, given: [String]) -> Bool {
        guard let first = given.first else { return true }
        switch target {
        case .actor(let person):
            return index.personNames[Int(person)].contains { name in
                guard let its = name.given.first else { return true }
                return index.transliteration.similarGiven(its, first)
            }
        case .local(let local):
            return index.transliteration.similarGiven(
                String(locals[local].name.prefix { $0 != " " }).lowercased(), first)
        default:
            return false
        }
    }

    /// The one bearer of a surname that day and context point at, or `nil`.
    private func candidate(
        _ persons: [Int32], last: String, given: [String], offices: [(role: Int32, body: Int32)]
    ) -> Int32? {
        let fitting = persons.filter { agrees(.actor($0), given: given) }
        guard !fitting.isEmpty else { return nil }
        if !offices.isEmpty {
            let same = fitting.filter { person in
                index.tenures(ofPerson: person).contains { tenure in
                    offices.contains { $0.body == tenure.of || $0.body < 0 && $0.role == tenure.office }
                }
            }
            return pick(same)
        }
        if let first = given.first {
            return pick(
                fitting.filter { person in
                    index.personNames[Int(person)].contains { name in
                        name.given.first.map { index.transliteration.sameGiven($0, first) } ?? false
                    }
                })
        }
        // "May", "Bush" and their like are words or many people's names: alone they prove nothing.
        guard !index.isWordName(last) else { return nil }
        return pick(fitting).flatMap { mayBeBare($0) ? $0 : nil }
    }

    /// Whether a surname alone may mean a person: one in office around the day whose country the text
    /// names, or who leads a state that news names without saying so.
    private func mayBeBare(_ person: Int32) -> Bool {
        guard isNear(person) else { return false }
        let standing = index.standing(ofPerson: person, on: day)
        let country = (standing.country ?? index.actors[Int(person)].country).flatMap { index.actor(id: $0) }
        guard let tenure = standing.tenure else {
            // Who has left office not long ago may be called by surname where the country is named.
            guard let country, statesMet[country] != nil, let day else { return false }
            return index.tenures(ofPerson: person).contains {
                (0..<5_0000).contains(Int(day) - Int($0.period.latestEnd))
            }
        }
        if let country, statesMet[country] != nil { return true }
        guard let country else { return true }
        return index.roles[Int(tenure.office)].sector == "GOV" && index.greatStates(on: day).contains(country)
    }

    /// The one in office on the day; else the only one.
    private func pick(_ persons: [Int32]) -> Int32? {
        if persons.count == 1 { return persons[0] }
        guard let day else { return nil }
        let current = persons.filter { index.standing(ofPerson: $0, on: day).tenure != nil }
        if current.count == 1 { return current[0] }
        let known = current.filter { person in
            index.reference(person, on: day).country.flatMap { index.actor(id: $0) }.map { statesMet[$0] != nil }
                ?? false
        }
        return known.count == 1 ? known[0] : nil
    }

    /// Whether a person was in office within ten years of the day, or the text names its country.
    private func isNear(_ person: Int32) -> Bool {
        let country = index.actors[Int(person)].country.flatMap { index.actor(id: $0) }
        if let country, statesMet[country] != nil { return true }
        guard let day else { return false }
        return index.tenures(ofPerson: person).contains {
            $0.period.mayContain(day) || abs(Int($0.period.latestEnd) - Int(day)) < 20_0000
                || abs(Int($0.period.earliestStart) - Int(day)) < 10_0000
        }
    }

    /// The body in which all bearers of a surname held an office, where there is only one.
    private func commonBody(_ run: NameRun, role: Int32?) -> Int32? {
        guard let role, let last = run.atoms.last, let symbol = index.symbols.lookup(last) else { return nil }
        var body: Int32?
        for person in index.personsBySurname[symbol.index] ?? [] {
            for tenure in index.tenures(ofPerson: person) where tenure.office == role {
                if let body, body != tenure.of { return nil }
                body = tenure.of
            }
        }
        return body
    }

    /// An actor made of a name in the text, with the role and body that stand beside it.
    mutating func makePerson(_ run: NameRun, role: Int32?, body: Int32?, former: Bool) -> Target {
        let name = analysis.text[span(of: run.words)].split(separator: " ").joined(separator: " ")
        let id = index.folding.slug(name)
        let body = body ?? commonBody(run, role: role)
        let country = body.flatMap { index.country(of: $0) }
        let sector = role.map { index.roles[Int($0)].sector } ?? ""
        let code = body.flatMap { index.code(of: $0, sector: former ? "ELI" : sector, on: day) }
        if let known = locals.firstIndex(where: { $0.id == id }) {
            if locals[known].country == nil { locals[known].country = country }
            if locals[known].code == nil { locals[known].code = code }
            return .local(known)
        }
        let title = role.map { role in
            body.map { index.description(of: role, of: $0) } ?? index.roles[Int(role)].title
        }
        locals.append(
            LocalActor(
                id: id, name: name, kind: .person, country: country, code: code,
                role: former ? title.map { "former " + $0 } : title))
        if let last = run.atoms.last {
            // Whom the gazetteer knows is the one whom the news calls by surname.
            if case .actor? = personsMet[last] {} else { personsMet[last] = .local(locals.count - 1) }
        }
        return .local(locals.count - 1)
    }
}
