import Linguistics
import Records
import Text

extension ArticleLinking {
    /// Whom a bare "the government", "the ministry" or "the president" means: that of the one state of
    /// which its paragraph speaks; nobody where it speaks of several.
    ///
    /// Offices are bound within their paragraph only, organs of a state also where the whole article
    /// knows one state.
    func implied(_ item: Item, role: AliasTrie.Entry, in sentence: Range<Int>) -> Target? {
        let last = item.words.upperBound - 1
        let kind = index.roles[Int(role.alias.target)].kind
        guard item.bodies.isEmpty, classes(last).contains(.implied), kind != .members,
            kind != .office || !role.alias.plural,
            isDefinite(item, in: sentence) || role.alias.plural && kind == .person
        else { return nil }
        let next = item.words.upperBound
        if next < sentence.upperBound, !classes(next).isDisjoint(with: [.of, .for, .within]) { return nil }
        guard let state = impliedState(before: item.words.lowerBound, isOffice: kind == .office) else { return nil }
        switch kind {
        case .office: return holder(of: role.alias.target, in: state, plural: false).map { .actor($0) }
        case .government: return .government(state)
        case .body, .person: return .role(body: state, role: role.alias.target, former: false)
        default: return nil
        }
    }

    /// Whether "the" stands before a form, modifiers between.
    private func isDefinite(_ item: Item, in sentence: Range<Int>) -> Bool {
        let before = item.words.lowerBound - 1
        guard before >= sentence.lowerBound else { return false }
        return analysis.text[analysis.span(ofWord: before)].lowercased() == "the"
    }

    /// The one state that the paragraph has spoken of before a word; for an organ also the one state of
    /// the whole article.
    private func impliedState(before word: Int, isOffice: Bool) -> Int32? {
        let start = paragraphStart(of: word)
        var states: Set<Int32> = []
        for item in items where item.words.lowerBound >= start && item.words.upperBound <= word {
            if let state = state(of: item) { states.insert(state) }
        }
        if states.count == 1 { return states.first }
        guard states.isEmpty, !isOffice, statesMet.count == 1 else { return nil }
        return statesMet.keys.first
    }

    /// The state that a form speaks of: its name, people or capital, or whom one of its officials stands for.
    private func state(of item: Item) -> Int32? {
        if !item.persons.isEmpty {
            guard let person = choose(item.persons) else { return nil }
            return index.reference(person, on: day).country.flatMap { index.actor(id: $0) }
        }
        guard let alias = best(item.bodies) else { return nil }
        let actor = index.actors[Int(alias.target)]
        switch actor.sort {
        case .state: return alias.target
        case .city, .place, .body: return actor.country.flatMap { index.actor(id: $0) }
        default: return nil
        }
    }

    /// The first word of the paragraph that holds a word.
    private func paragraphStart(of word: Int) -> Int {
        var sentence = analysis.sentence(ofWord: word)
        let paragraph = analysis.sentences[sentence].paragraph
        while sentence > 0, analysis.sentences[sentence - 1].paragraph == paragraph { sentence -= 1 }
        return analysis.sentences[sentence].words.lowerBound
    }
}
