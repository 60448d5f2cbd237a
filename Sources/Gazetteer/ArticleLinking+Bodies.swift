import Linguistics
import Records
import Text

extension ArticleLinking {
    /// Walks left over modifiers, bodies and their coordination.
    func readLeft(of start: Int, in sentence: Range<Int>, plural: Bool) -> Left {
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
                if let inner = item.roles.first, left.bodies.isEmpty, !possessive, !isCapitalised(word) || skipped == 0
                {
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
            if isJoint(word, in: sentence) {
                word -= 1
                continue
            }
            guard skipped < 6, left.bodies.isEmpty, isModifier(word) else { break }
            if classes.contains(.deputy) { left.deputy = true }
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
    func beforeOuterGroup(_ word: Int, body: Int32, in sentence: Range<Int>, start: inout Int) -> Int {
        guard word >= sentence.lowerBound, itemOfWord[word] >= 0, index.actors[Int(body)].sort == .region else {
            return word
        }
        let outer = items[Int(itemOfWord[word])]
        guard let alias = outer.bodies.first(where: { $0.kind == .adjective }),
            index.actors[Int(alias.target)].sort == .region
        else { return word }
        start = outer.words.lowerBound
        return outer.words.lowerBound - 1
    }

    /// The word before "and" or a comma that may join a further body, or `nil`.
    func beforeCoordination(_ word: Int, in sentence: Range<Int>) -> Int? {
        var word = word
        guard word > sentence.lowerBound, classes(word).contains(.and) || isSign(word, 44) else { return nil }
        word -= 1
        if word > sentence.lowerBound, isSign(word, 44) { word -= 1 }
        if isPossessiveMark(word) || classes(word).contains(.possessive) { word -= 1 }
        guard word >= sentence.lowerBound, itemOfWord[word] >= 0, draftOfWord[word] < 0 else { return nil }
        return items[Int(itemOfWord[word])].bodies.isEmpty ? nil : word
    }

    /// A lone apostrophe, straight or curly.
    func isPossessiveMark(_ word: Int) -> Bool {
        let span = analysis.span(ofWord: word)
        return isSign(word, 39) || (span.count == 3 && analysis.text[span] == "’")
    }

    /// Whether a word may stand between a body and its role.
    func isModifier(_ word: Int) -> Bool {
        let own = classes(word)
        if own.contains(.past) || own.contains(.former) || own.contains(.acting) { return true }
        if own.contains(.article) || own.contains(.and) { return false }
        if own.contains(.portfolio) || own.contains(.rank), itemOfWord[word] < 0 { return true }
        guard hasTags else { return !isCapitalised(word) && own.isEmpty }
        switch analysis.words.upos[word] {
        case .adj, .noun: return true
        case .verb: return analysis.words.relations[word] == .amod
        case .adv:
            return analysis.words.relations[word] == .advmod && word + 1 < analysis.words.count
                && analysis.words.upos[word + 1] == .adj
        case .propn:
            // "Fisheries" in "Norwegian Fisheries Minister".
            return itemOfWord[word] < 0 && !isGiven(word)
                && [.amod, .compound].contains(analysis.words.relations[word])
                && analysis.words.heads[word] > word && Int(analysis.words.heads[word]) < word + 4
        default: return false
        }
    }

    /// The state, organisation or group that an item stands for beside a role.
    func body(of item: Item, possessive: Bool) -> Int32? {
        if let person = item.persons.first ?? (item.shorts.isEmpty || !item.bodies.isEmpty ? nil : shortPerson(item)) {
            let country =
                day.map { index.standing(ofPerson: person, on: $0).country } ?? index.actors[Int(person)].country
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
    func shortPerson(_ item: Item) -> Int32? {
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
            let met =
                statesMet[alias.target] ?? index.country(of: alias.target).flatMap { index.actor(id: $0) }
                .flatMap { statesMet[$0] } ?? 0
            return (inUse ? 0 : 1, isState ? 0 : alias.kind == .capital ? 1 : 2, -met)
        }
        return aliases.min { rank($0) < rank($1) }
    }

    /// Bodies after "of", "for" or, for people without a state before them, "in" and "from".
    func readRight(
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
            if next < sentence.upperBound, classes(next).contains(.possessive) || isPossessiveMark(next) {
                // "the administration of Oria's president" is Oria's.
                guard kind == .government, let head = officeItem(at: next + 1, in: sentence) else { break }
                return (bodies + [body], found + [itemIndex], items[head].words.upperBound)
            }
            bodies.append(body)
            found.append(itemIndex)
            end = next
            word = next
            guard roles[0].alias.plural, word + 1 < sentence.upperBound,
                classes(word).contains(.and) || isSign(word, 44)
            else { break }
            word += 1
            if word < sentence.upperBound, classes(word).contains(.and) { word += 1 }
            while word < sentence.upperBound, classes(word).contains(.article) { word += 1 }
        }
        return bodies.isEmpty ? nil : (bodies, found, end)
    }

    /// The item of an office that one person holds ("president") at a word, or `nil`.
    private func officeItem(at word: Int, in sentence: Range<Int>) -> Int? {
        guard word < sentence.upperBound, itemOfWord[word] >= 0 else { return nil }
        let item = items[Int(itemOfWord[word])]
        guard item.words.lowerBound == word,
            item.roles.contains(where: { index.roles[Int($0.alias.target)].kind == .office && !$0.alias.plural })
        else { return nil }
        return Int(itemOfWord[word])
    }

    /// "to" joins ambassadors to where they are sent, not to whom they serve.
    func isTo(_ word: Int) -> Bool { classes(word).contains(.towards) }
}
