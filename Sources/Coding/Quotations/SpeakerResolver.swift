internal import Gazetteer
internal import Linguistics
internal import Records
internal import Text

/// Says which actor the words of a source mean.
///
/// A name or office that the linker knows answers first, then the chain of coreference that the
/// source's head stands in. A pronoun in no chain takes the person that the text has just had as a
/// subject, and an office alone ("the foreign minister") the last person named with it.
struct SpeakerResolver {
    let analysis: Analysis
    let actors: LinkedActors
    /// The words inside quotation marks: who is named there has not been made the topic by the outlet.
    let quoted: [Range<Int>]
    private let closed: ClosedWords
    private var chainOfWord: [Int: Int] = [:]

    init(analysis: Analysis, actors: LinkedActors, quoted: [Range<Int>], closed: ClosedWords) {
        self.closed = closed
        self.analysis = analysis
        self.actors = actors
        self.quoted = quoted
        for (index, chain) in analysis.chains.enumerated() {
            for mention in chain.mentions { chainOfWord[Int(mention.head)] = index }
        }
    }

    /// The actor of a source by its head and words. O(mentions) for pronouns and offices.
    func actor(head: Int, words: Range<Int>) -> ActorReference? {
        if isRelative(head) {
            // "the envoy, who said": who stands before it.
            let before = head > 1 && analysis.words.upos[head - 1] == .punct ? head - 2 : head - 1
            return before >= 0 ? linked(before) ?? chained(before) : nil
        }
        if analysis.words.upos[head] == .pron {
            return linked(head) ?? chained(head) ?? (isPersonal(head) ? topic(before: head) : nil)
        }
        if let mention = actors.mention(ofWord: head), let named = namedHolder(of: mention) { return named }
        // A person among the words outranks the state or body that only describes the person.
        let inside = actors.mentions.filter {
            $0.words.lowerBound >= words.lowerBound && $0.words.upperBound <= words.upperBound
        }
        if let person = person(among: inside, head: head) { return person }
        if let found = linked(head) ?? chained(head) ?? holder(head: head, words: words) { return found }
        if words.count <= 4, let office = actors.mention(ofWord: head), office.role != nil, office.actors.isEmpty {
            return topic(before: words.lowerBound)
        }
        if let found = inside.first(where: { $0.words.contains(head) })?.actors.first ?? namesake(of: head) {
            return found
        }
        // "the foreign minister told the crowd": an office alone, of whoever is being spoken of.
        let form = analysis.symbols[analysis.words.forms[head]]
        guard words.count <= 3, words.lowerBound < head, closed.office.contains(form),
            analysis.symbols[analysis.words.forms[words.lowerBound]] == "the",
            actors.mention(ofWord: head)?.actors.isEmpty ?? true
        else { return nil }
        return topic(before: words.lowerBound)
    }

    /// Whom the article itself names with the office that a description gives: its word outranks the list's
    /// holder of that day, whom it never names.
    private func namedHolder(of mention: LinkedMention) -> ActorReference? {
        guard mention.way == .description, let role = mention.role, let listed = mention.actors.first,
            mention.actors.count == 1, listed.kind == .person
        else { return nil }
        var found: ActorReference?
        for other in actors.mentions where other.way == .name && !other.actors.isEmpty {
            let actor = other.actors[0]
            if actor.id == listed.id { return nil }
            guard found == nil, other.role == role, actor.kind == .person, actor.country == listed.country else {
                continue
            }
            found = actor
        }
        return found ?? introduced(before: mention, of: listed.country)
    }

    /// "Not so, says Arland's Ana Pohl. “…,” the foreign minister told the crowd": the person named right before an
    /// office alone, of the same state and of no other office.
    private func introduced(before office: LinkedMention, of country: String?) -> ActorReference? {
        let first = office.words.lowerBound
        guard let country, isArticle(first) || isArticle(first - 1),
            !actors.mentions.contains(where: {
                $0.way == .people && office.words.lowerBound <= $0.words.lowerBound
                    && $0.words.upperBound <= office.words.upperBound
            })
        else { return nil }
        let paragraph = paragraph(office.head)
        for other in actors.mentions.reversed()
        where other.words.upperBound <= office.words.lowerBound && other.way == .name {
            if self.paragraph(other.head) != paragraph { return nil }
            guard let actor = other.actors.first, actor.kind == .person else { continue }
            let known = actors.entries.first { $0.id == actor.id }?.role
            let isOfThatState = actor.country == country || actor.country == nil && owner(of: other) == country
            return isOfThatState && other.role == nil && known == nil ? actor : nil
        }
        return nil
    }

    private func isArticle(_ word: Int) -> Bool { word >= 0 && analysis.lemma(word).lowercased() == "the" }

    /// The state whose name or adjective stands right before a person's name ("Arland's Ana Pohl").
    private func owner(of person: LinkedMention) -> String? {
        var before = person.words.lowerBound - 1
        if before >= 0, analysis.pennTag(before) == .pos { before -= 1 }
        guard before >= 0, let state = actors.mention(ofWord: before), state.words.upperBound >= before + 1 else {
            return nil
        }
        return state.actors.first?.country
    }

    /// The person whose name ends as a name in capitals does: "MR. HALE" in a transcript.
    private func namesake(of head: Int) -> ActorReference? {
        let name = analysis.text[analysis.span(ofWord: head)]
        guard name.count > 1, name == name.uppercased(), name != name.lowercased() else { return nil }
        let form = analysis.words.forms[head]
        for mention in actors.mentions {
            guard let actor = mention.actors.first, mention.actors.count == 1, actor.kind == .person,
                let last = mention.words.last(where: { $0 < analysis.words.count })
            else { continue }
            if analysis.words.forms[last] == form { return actor }
        }
        return nil
    }

    /// The person whom a source names: the one whose name its head stands in, else the last one before a
    /// comma, since whose spokesman somebody is stands before the name ("Reeve spokeswoman Ana Pohl") or
    /// with a possessive ending.
    private func person(among mentions: [LinkedMention], head: Int) -> ActorReference? {
        var found: ActorReference?
        var reach = head
        for mention in mentions {
            guard let actor = mention.actors.first, actor.kind == .person, !actor.id.contains("/") else { continue }
            let next = mention.words.upperBound
            if mention.words.contains(head), analysis.words.upos[head] == .propn { return actor }
            if isPossessive(mention.words.upperBound - 1) || next < analysis.words.count && isPossessive(next) {
                continue
            }
            if found != nil, (reach..<max(reach, mention.words.lowerBound)).contains(where: isComma) { break }
            found = actor
            reach = next
        }
        return found
    }

    private func isPossessive(_ word: Int) -> Bool { analysis.pennTag(word) == .pos }

    private func isComma(_ word: Int) -> Bool { analysis.words.upos[word] == .punct }

    private func isPersonal(_ word: Int) -> Bool {
        closed.personal.contains(analysis.symbols[analysis.words.forms[word]])
    }

    private func isRelative(_ word: Int) -> Bool {
        switch analysis.pennTag(word) {
        case .wp, .wdt: true
        default: false
        }
    }

    private func linked(_ word: Int) -> ActorReference? {
        guard let mention = actors.mention(ofWord: word), mention.way != .people || mention.head == word else {
            return nil
        }
        return mention.actors.first
    }

    private func chained(_ head: Int) -> ActorReference? {
        guard let index = chainOfWord[head] else { return nil }
        let chain = analysis.chains[index]
        let isPlural = analysis.pennTag(head) == .nns
        func linked(_ word: Int) -> ActorReference? {
            // "several delegates said": not the one person that a chain ties them to.
            self.linked(word).flatMap { isPlural && $0.kind == .person ? nil : $0 }
        }
        if chain.mentions.indices.contains(chain.representative),
            let actor = linked(Int(chain.mentions[chain.representative].head))
        {
            return actor
        }
        return chain.mentions.lazy.compactMap { linked(Int($0.head)) }.first
    }

    /// The person whom the outlet last made a subject, in this paragraph or the one before; else the
    /// last one it named there.
    private func topic(before word: Int) -> ActorReference? {
        let paragraph = self.paragraph(word)
        var named: ActorReference?
        for mention in actors.mentions.reversed() where mention.words.upperBound <= word {
            if paragraph - self.paragraph(mention.head) > 1 { break }
            guard let actor = mention.actors.first, mention.actors.count == 1, actor.kind == .person,
                !quoted.contains(where: { $0.contains(mention.head) })
            else { continue }
            switch analysis.words.relations[mention.head] {
            case .nsubj, .nsubjPass, .nsubjOuter: return actor
            default: named = named ?? actor
            }
        }
        return named
    }

    /// The last person named with the office that a source gives without a name.
    private func holder(head: Int, words: Range<Int>) -> ActorReference? {
        guard analysis.words.upos[head] == .noun else { return nil }
        let office = analysis.symbols[analysis.words.forms[head]]
        for mention in actors.mentions.reversed() where mention.words.upperBound <= words.lowerBound {
            guard let actor = mention.actors.first, mention.actors.count == 1, actor.kind == .person else { continue }
            if let role = mention.role, role.lowercased().split(separator: " ").contains(where: { $0 == office }) {
                return actor
            }
        }
        return nil
    }

    private func paragraph(_ word: Int) -> Int {
        Int(analysis.sentences[analysis.sentence(ofWord: word)].paragraph)
    }
}
