internal import Records
internal import Text

/// The statements of all articles of one story with the words and weights needed to compare them.
struct StatementPool: Sendable {
    let coded: [CodedArticle]
    /// Origin keys by article and sentence.
    let originKeys: [[String]]
    let published: [Int?]
    private(set) var statements: [Statement] = []
    /// The statements of each article's sentences.
    private(set) var ofSentence: [[[Int]]] = []
    /// Content stems of each article's sentences, sorted.
    private(set) var sentenceTerms: [[[Int32]]] = []
    /// How telling a term is: the logarithm of how many sentences there are to how many hold it.
    private(set) var weights: [Double] = []
    private var numbers: [String: Int32] = [:]
    private var generic: Set<Int32> = []
    /// Stems of the names of actors.
    private var names: Set<Int32> = []
    /// Stems of all words of printed names, places among them.
    private var printedNames: Set<Int32> = []
    /// Stems of words that name acts.
    private var actStems: Set<Int32> = []
    /// How many sentences a story is taken to have at least.
    private static let fewestSentences = 40
    let concepts: ConceptTable
    let kinds: WordKinds
    var happenings: HappeningTable { concepts.happenings }
    private let members: @Sendable (String, String) -> [ActorReference]

    init(
        _ coded: [CodedArticle], originKeys: [[String]], concepts: ConceptTable, kinds: WordKinds,
        members: @escaping @Sendable (String, String) -> [ActorReference] = { _, _ in [] }
    ) {
        self.coded = coded
        self.originKeys = originKeys
        self.concepts = concepts
        self.kinds = kinds
        self.members = members
        published = coded.map { $0.dayOfWriting.flatMap { CalendarDay(iso: $0)?.number } }
        var counts: [Int] = []
        var total = 0
        for article in coded {
            var rows: [[Int32]] = []
            for sentence in article.sentences {
                let terms = self.terms(of: sentence.quote)
                for term in terms {
                    while counts.count <= Int(term) { counts.append(0) }
                    counts[Int(term)] += 1
                }
                rows.append(terms)
                total += 1
            }
            sentenceTerms.append(rows)
        }
        for a in coded.indices {
            var rows = [[Int]](repeating: [], count: coded[a].sentences.count)
            let before = heads(coded[a])
            for p in coded[a].propositions.indices {
                let statement = self.statement(a, p, headsBefore: before)
                if statement.sentence >= 0, statement.sentence < rows.count {
                    rows[statement.sentence].append(statements.count)
                }
                statements.append(statement)
            }
            ofSentence.append(rows)
        }
        generic = Set(kinds.generic.compactMap { numbers[stem($0)] })
        actStems = Set(concepts.actWords.compactMap { numbers[stem(kinds.neutral($0))] })
        for actor in coded.flatMap(\.actors) where actor.kind != .place {
            names.formUnion(FoldedText(actor.name).words.compactMap { numbers[stem(kinds.neutral($0))] })
        }
        for surface in coded.flatMap(\.actors).flatMap(\.surfaces) {
            let folded = FoldedText(surface.evidence.quote)
            for i in 0..<folded.count where folded.capitals[i] {
                if let number = numbers[stem(kinds.neutral(folded[i]))] { printedNames.insert(number) }
            }
        }
        while counts.count < numbers.count { counts.append(0) }
        // In two short items every shared word would look common: a story counts as one of some length.
        let sentences = Double(max(total, Self.fewestSentences) + 1)
        weights = counts.map { Self.log(sentences / Double($0 + 1)) + 0.3 }
    }

    /// The origin behind a sentence of an article.
    func origin(_ article: Int, _ sentence: Int) -> String {
        let keys = originKeys[article]
        return sentence >= 0 && sentence < keys.count ? keys[sentence] : keys.first ?? coded[article].article.id
    }

    /// Whether a counted noun says nothing of those whom it counts.
    func isGeneric(_ head: Int32) -> Bool { generic.contains(head) }

    /// Whether a stem is that of a word for an act.
    func isActStem(_ stem: Int32) -> Bool { actStems.contains(stem) }

    /// Whether a stem is part of an actor's name.
    func isName(_ stem: Int32) -> Bool { names.contains(stem) }

    /// Whether a stem is part of a printed name, of a place too.
    func isPrintedName(_ stem: Int32) -> Bool { printedNames.contains(stem) }

    /// The number of a stem; `nil` when no article holds it.
    func number(_ stem: String) -> Int32? { numbers[stem] }

    /// The sum of the weights of the terms that both lists hold. Both are sorted.
    func sharedWeight(_ a: [Int32], _ b: [Int32]) -> Double {
        var sum = 0.0
        var i = 0
        var j = 0
        while i < a.count, j < b.count {
            if a[i] == b[j] {
                sum += weights[Int(a[i])]
                i += 1
                j += 1
            } else if a[i] < b[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return sum
    }

    func weight(_ terms: [Int32]) -> Double { terms.reduce(0) { $0 + weights[Int($1)] } }

    /// Content stems of some words, numbered, sorted, each once.
    mutating func terms(of text: String) -> [Int32] {
        var found: Set<Int32> = []
        let folded = FoldedText(text)
        for i in 0..<folded.count {
            let word = folded[i]
            guard kinds[word] == .content, word.utf8.count > 1 else { continue }
            found.insert(intern(stem(kinds.neutral(word))))
        }
        return found.sorted()
    }

    private mutating func intern(_ stem: String) -> Int32 {
        if let number = numbers[stem] { return number }
        let number = Int32(numbers.count)
        numbers[stem] = number
        return number
    }

    /// The stems that head subjects and objects, and acts in other places, by the sentence after the one in which they stand.
    private func heads(_ article: CodedArticle) -> [Int: [String]] {
        var found: [Int: [String]] = [:]
        for proposition in article.propositions {
            if concepts.isAct(proposition.predicate) {
                found[proposition.sentence + 1, default: []].append(proposition.predicate.lowercased())
            }
            for argument in proposition.arguments {
                let head = argument.head.lowercased()
                // A pronoun stands for who acts and for what is done; of all else only for an act ("at a conference …
                // It was held").
                guard argument.role == "subject" || argument.role == "object" || concepts.isAct(head) else { continue }
                guard kinds[head] == .content, !kinds.isPronoun(head) else { continue }
                found[proposition.sentence + 1, default: []].append(head)
            }
        }
        return found
    }

    private mutating func statement(_ a: Int, _ p: Int, headsBefore: [Int: [String]]) -> Statement {
        let article = coded[a]
        let proposition = article.propositions[p]
        var agents: [ActorReference] = []
        var others: [ActorReference] = []
        var heads: [String] = []
        // What a pronoun can stand for helps a verb to its meaning ("it was held").
        var stood: [String] = []
        var stoodByThing = false
        var objects: Set<Int32> = []
        var subjects: Set<Int32> = []
        var backed: Set<Int32> = []
        var group: GroupReference?
        var listed: [ActorReference] = []
        let subjectless = !proposition.arguments.contains { $0.role == "subject" }
        let words = FoldedText(proposition.evidence.quote).words
        let predicate = proposition.predicate.lowercased()
        let verb = predicate.split(separator: " ").first.map(String.init) ?? predicate
        let place = self.place(of: verb, in: words)
        let passive = place.map { isPassive($0, words) } ?? false
        for argument in proposition.arguments {
            let head = argument.head.lowercased()
            heads.append(head)
            if argument.actors.isEmpty, argument.role == "subject" || argument.role == "object", kinds.isPronoun(head) {
                stoodByThing = stoodByThing || kinds.isIn(.neuter, head)
                for head in headsBefore[proposition.sentence] ?? [] {
                    backed.insert(intern(stem(kinds.neutral(head))))
                    stood.append(head)
                }
            }
            var actors = argument.actors
            var named = argument.group
            if let reference = named, reference.members.isEmpty, let id = reference.group {
                let day = String((article.article.published ?? "").prefix(10))
                let all = members(id, day)
                // Some of a group cannot be told by name; the others are found by whoever knows the one.
                if reference.quantifier == .all || reference.quantifier == .none { named?.members = all }
            }
            if let reference = named {
                for member in reference.members where !actors.contains(where: { $0.id == member.id }) {
                    actors.append(member)
                }
            }
            if argument.role == "subject" {
                // In "the truce, which Oria mediated, was signed" nobody is told to have signed.
                if actors.isEmpty, !passive { actors = mentioned(in: argument.evidence, of: a) }
                agents.append(contentsOf: actors)
                group = group ?? named
                if actors.isEmpty, kinds[head] == .content, !kinds.isPronoun(head) {
                    subjects.insert(intern(stem(kinds.neutral(head))))
                }
            } else {
                others.append(contentsOf: actors.filter { actor in !others.contains { $0.id == actor.id } })
                objects.insert(intern(stem(kinds.neutral(head))))
            }
        }
        // A particle that the parse left out still stands behind the verb.
        if let place, place + 1 < words.count { heads.append(words[place + 1]) }
        var concepts = self.concepts.concepts(ofVerb: verb, heads: heads)
        if concepts.isEmpty, let place { concepts = self.concepts.concepts(ofVerb: words[place], heads: heads) }
        // "The conference is over. It was held in May": what is held tells the act.
        let meant = self.concepts.concepts(ofVerb: verb, heads: stood)
        if concepts.isEmpty || stoodByThing && meant != self.concepts.concepts(ofVerb: verb, heads: []) {
            concepts = meant
        }
        let nominal = isNominal(predicate, words, place) || isPossessed(predicate, proposition.evidence.quote)
        if nominal { concepts = [] }
        let verbal = !nominal && !concepts.isEmpty
        let nouns = heads.flatMap { self.concepts.concepts(ofNoun: $0) }
        if concepts.isEmpty { concepts = self.concepts.concepts(ofNoun: predicate) }
        let money = proposition.arguments.contains { argument in
            argument.figure.map { $0 < article.figures.count && article.figures[$0].kind == .money } ?? false
        }
        if money { objects.insert(intern("money")) }
        for actor in mentioned(in: proposition.evidence, of: a)
        where !agents.contains(where: { $0.id == actor.id }) && !others.contains(where: { $0.id == actor.id }) {
            if !passive, let place, precedes(actor, of: a, proposition.evidence, words: place) {
                if subjectless {
                    agents.append(actor)
                    continue
                }
                // "Three ministers, those of Oria, Belmar and Sund, signed": the names of the unnamed subject.
                if agents.isEmpty, !stands(actor, of: a, in: proposition.arguments) { listed.append(actor) }
            }
            others.append(actor)
        }
        if group?.members.isEmpty ?? agents.isEmpty {
            listed += agents + self.listed(behind: proposition, of: a)
            others.removeAll { other in listed.contains { $0.id == other.id } }
        }
        // A noun that names no act is not what its own noun names ("the anniversary of the war" is no war).
        let bare = proposition.arguments.contains {
            ($0.role == "subject" || $0.role == "object") && $0.evidence.quote.hasPrefix("of ")
        }
        if concepts.isEmpty, nominal || !bare { concepts = nouns }
        if isStay(proposition, agents), let visit = self.concepts.concept("visit") { concepts = [visit] }
        let evidence = Self.readable(proposition.evidence, in: article, proposition.sentence)
        return Statement(
            article: a, proposition: p, sentence: proposition.sentence,
            origin: origin(a, proposition.sentence), predicate: verb, concepts: concepts, nominal: nominal,
            verbal: verbal,
            nounConcepts: nouns, negated: proposition.negated, modality: proposition.modality,
            reportedBy: proposition.reportedBy, agents: agents, others: others, group: group, listed: listed,
            times: times(a, p), figures: proposition.arguments.compactMap(\.figure),
            terms: terms(of: proposition.evidence.quote), objects: objects.sorted(),
            subjects: subjects.sorted(), backed: backed.sorted(), evidence: evidence)
    }

    /// Whether a participle at this place belongs to a passive, an adverb before it left out.
    private func isPassive(_ place: Int, _ words: [String]) -> Bool {
        guard place > 0, words[place].hasSuffix("ed") || words[place].hasSuffix("en") || words[place].hasSuffix("t")
        else { return false }
        return kinds.isIn(.passive, words[place - 1])
            || place > 1 && words[place - 1].hasSuffix("ly") && kinds.isIn(.passive, words[place - 2])
    }

    /// Where the predicate stands among the words of its clause.
    private func place(of verb: String, in words: [String]) -> Int? {
        if let place = words.firstIndex(where: { $0 == verb || stem($0) == stem(verb) }) { return place }
        let head = verb.prefix(3)
        return words.firstIndex { $0.hasPrefix(head) && $0.count <= verb.count + 3 }
    }

    /// Whether a predicate is a noun here: words that only nouns follow stand before it.
    private func isNominal(_ predicate: String, _ words: [String], _ place: Int?) -> Bool {
        guard !concepts.concepts(ofNoun: predicate).isEmpty else { return false }
        if predicate.hasSuffix("ing"), concepts.concepts(ofVerb: predicate, heads: []).isEmpty { return true }
        guard let place, place > 0 else { return words.count < 3 }
        if words[place].hasSuffix("ed"), !predicate.hasSuffix("ed") { return false }
        return words[max(0, place - 3)..<place].contains { kinds.isDeterminer($0) }
            || words[place - 1].hasSuffix("s") && words.count < 8
    }

    /// Whether a predicate that can be a noun stands behind a possessive ("yesterday's aid conference").
    private func isPossessed(_ predicate: String, _ clause: String) -> Bool {
        guard !concepts.concepts(ofNoun: predicate).isEmpty else { return false }
        let words = clause.lowercased().split(separator: " ")
        guard let place = words.firstIndex(where: { $0.hasPrefix(predicate) }),
            !words[place].hasSuffix("ed") || predicate.hasSuffix("ed")
        else { return false }
        return words[max(0, place - 3)..<place].contains { word in
            ["'s", "\u{2019}s", "s'", "s\u{2019}"].contains { word.hasSuffix($0) }
        }
    }

    /// The times of a clause: its own, and those inside it that only a noun of it was given.
    private func times(_ a: Int, _ p: Int) -> [TimeExpression] {
        let proposition = coded[a].propositions[p]
        // What tells when other things were is no time of its own ("when the boats collided").
        var times = proposition.times.filter { $0.evidence != proposition.evidence }
        for other in coded[a].propositions where other.sentence == proposition.sentence {
            for time in other.times where !times.contains(where: { $0.evidence == time.evidence }) {
                guard proposition.evidence.start <= time.evidence.start, time.evidence.end <= proposition.evidence.end
                else { continue }
                // A smaller clause with arguments of its own that holds the time keeps it.
                let closer = coded[a].propositions.contains { third in
                    third.sentence == proposition.sentence && third.times.contains { $0.evidence == time.evidence }
                        && third.arguments.count > 1
                }
                if !closer { times.append(time) }
            }
        }
        if times.isEmpty, let told = whenever(a, proposition) { times.append(told) }
        // The day inside "before the deal was signed on 16 May" is the deal's.
        let anchors = times.filter { $0.anchor != nil }.map(\.evidence)
        times.removeAll { time in
            anchors.contains { $0.start < time.evidence.start && time.evidence.end <= $0.end }
        }
        return times + anchored(proposition, besides: times)
    }

    /// The day of the clause that a clause with "when" goes with ("two drowned on Tuesday when the boats collided").
    private func whenever(_ a: Int, _ proposition: Proposition) -> TimeExpression? {
        guard proposition.evidence.quote.lowercased().hasPrefix("when ") else { return nil }
        let ahead = coded[a].propositions.filter { other in
            other.sentence == proposition.sentence && other.evidence.start < proposition.evidence.start
        }.flatMap(\.times).filter {
            $0.anchor == nil && $0.precision == .day && $0.order == nil && $0.evidence.end <= proposition.evidence.start
        }
        // The day that stands closest before the clause.
        return ahead.max { $0.evidence.end < $1.evidence.end }.flatMap {
            proposition.evidence.start - $0.evidence.end <= 2 ? $0 : nil
        }
    }

    /// Times told by an act in a phrase ("hours after the shooting") that coding left an argument.
    private func anchored(_ proposition: Proposition, besides times: [TimeExpression]) -> [TimeExpression] {
        proposition.arguments.compactMap { argument in
            let head = argument.head.lowercased()
            guard let order = TimeExpression.Anchor.Order(rawValue: argument.role), order != .on,
                argument.figure == nil,
                concepts.isAct(head) || head.hasSuffix("ing"),
                !times.contains(where: { $0.anchor != nil })
            else { return nil }
            return TimeExpression(
                range: nil, precision: .vague, relative: true,
                anchor: .init(
                    order: order, event: argument.evidence.quote, head: head, actors: argument.actors.map(\.id)),
                evidence: argument.evidence)
        }
    }

    /// The clause, or its sentence when the clause has fewer than four words, or a window of the
    /// clause when it is longer than a reader's eye takes in.
    static func readable(_ clause: Evidence, in article: CodedArticle, _ sentence: Int) -> Evidence {
        let words = clause.quote.split(separator: " ").count
        if words >= 4 || sentence < 0 || sentence >= article.sentences.count { return clause.window(around: clause) }
        return article.sentences[sentence].window(around: clause)
    }

    private static func log(_ x: Double) -> Double {
        // Natural logarithm through the binary exponent and a series: no C library, the same everywhere.
        var y = (x.significand - 1) / (x.significand + 1)
        let square = y * y
        var sum = 0.0
        for k in 0..<12 {
            sum += y / Double(2 * k + 1)
            y *= square
        }
        return 2 * sum + Double(x.exponent) * 0.693_147_180_559_945_3
    }
}
