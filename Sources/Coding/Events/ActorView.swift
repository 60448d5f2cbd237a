import Linguistics
import Records

/// Which actors a word stands for: names and descriptions by the linker, pronouns by the chain that
/// they belong to, and noun phrases by what they hold.
struct ActorView: Sendable {
    /// A run of words that the linker has resolved.
    struct Mention: Sendable {
        var words: Range<Int>
        var head: Int
        var actors: [ActorReference]
        var group: GroupReference?

        /// Whether it names a state, or a place of which the state is known.
        var tellsCountry: Bool { actors.contains { $0.country != nil } }
    }

    let analysis: Analysis
    let tree: DependencyTree
    let mentions: [Mention]
    /// Words of bodies of people, whose "of …" and "in …" names whose they are.
    private let isBody: [Bool]
    /// Words of gatherings, which act for those whose "of …" names them: "a conference of Nordic states".
    private let isGathering: [Bool]
    /// The mention that a word heads, or stands in, or -1.
    private var mentionOfWord: [Int32]
    private var headOnly: [Bool]

    /// - Parameters:
    ///   - isBody: for each word whether it names a body of people ("leaders", "troops").
    ///   - isGathering: for each word whether it names a gathering ("conference", "panel").
    init(
        analysis: Analysis, tree: DependencyTree, mentions: [Mention], isBody: [Bool], isGathering: [Bool]
    ) {
        self.analysis = analysis
        self.tree = tree
        self.mentions = mentions
        self.isBody = isBody
        self.isGathering = isGathering
        mentionOfWord = Array(repeating: -1, count: analysis.words.count)
        headOnly = Array(repeating: false, count: analysis.words.count)
        for (index, mention) in mentions.enumerated() {
            // A mention inside another comes later and has its words; the head is the outer one's.
            for word in mention.words { mentionOfWord[word] = Int32(index) }
        }
        for (index, mention) in mentions.enumerated().reversed() {
            mentionOfWord[mention.head] = Int32(index)
            headOnly[mention.head] = true
        }
        resolveChains()
    }

    /// Lets a pronoun or description stand for the named mention of its chain.
    private mutating func resolveChains() {
        for chain in analysis.chains {
            var named = Int32(-1)
            let order = [chain.representative] + Array(chain.mentions.indices)
            for index in order where chain.mentions.indices.contains(index) {
                let mention = mentionOfWord[Int(chain.mentions[index].head)]
                if mention >= 0, !mentions[Int(mention)].actors.isEmpty {
                    named = mention
                    break
                }
            }
            guard named >= 0 else { continue }
            for mention in chain.mentions
            where mentionOfWord[Int(mention.head)] < 0 && !isPlural(Int(mention.head), against: Int(named)) {
                mentionOfWord[Int(mention.head)] = named
                headOnly[Int(mention.head)] = true
            }
        }
    }

    /// "several delegates" and "they" are not the one person that a chain ties them to.
    private func isPlural(_ word: Int, against named: Int) -> Bool {
        guard mentions[named].actors.count == 1, mentions[named].actors[0].kind == .person else { return false }
        return analysis.pennTag(word) == .nns
    }

    /// The actors that a word heads or names, without looking into the phrase.
    func direct(_ word: Int) -> [ActorReference] {
        let index = mentionOfWord[word]
        return index < 0 ? [] : mentions[Int(index)].actors
    }

    /// The group that a word names by a quantifier.
    func group(_ word: Int) -> GroupReference? {
        let index = mentionOfWord[word]
        return index < 0 || !headOnly[word] ? nil : mentions[Int(index)].group
    }

    /// The body that a word names by its own name ("the G7"), which acts as one and not as its members.
    func body(_ word: Int) -> ActorReference? {
        guard let group = group(word), group.count == nil, let own = direct(word).first, own.id == group.group else {
            return nil
        }
        return own
    }

    /// Whether the word names a place only (no actor that can act).
    func isPlace(_ word: Int) -> Bool {
        let actors = direct(word)
        return !actors.isEmpty && actors.allSatisfy { $0.kind == .place }
    }

    /// The actors of a noun phrase: those of its head and of what is coordinated with it, else those
    /// that its modifiers name ("Israeli army bulldozers", "opposition groups in Zimbabwe").
    ///
    /// - Parameter agents: whether only what can act counts: "Arland's tanks", not "Arland's claim".
    func actors(ofPhrase word: Int, agents: Bool = false) -> [ActorReference] {
        var found: [ActorReference] = []
        func add(_ more: [ActorReference]) { for actor in more where !found.contains(actor) { found.append(actor) } }
        if !agents || isAgent(word) { add(actors(ofConjunct: word, depth: 0)) }
        if agents, found.isEmpty, isGathering[word] { add(participants(of: word)) }
        for child in tree.children(of: word)
        where analysis.words.relations[Int(child)] == .conj || isListed(Int(child), behind: word) {
            if analysis.words.upos[Int(child)] != .verb { add(actors(ofPhrase: Int(child), agents: agents)) }
        }
        if let mention = mention(ofWord: word) { add(neighbours(of: mention)) }
        return Self.withoutStates(of: found)
    }

    /// "Mali, Burkina Faso and Niger": a list of names whose second the parser took for an apposition of the first.
    private func isListed(_ second: Int, behind first: Int) -> Bool {
        guard analysis.words.relations[second] == .appos, let one = mention(ofWord: first),
            let other = mention(ofWord: second), one.actors.count == 1, other.actors.count == 1,
            one.actors[0].kind == .state, other.actors[0].kind == .state, one.actors[0].id != other.actors[0].id
        else { return false }
        return tree.children(of: second).contains { third in
            analysis.words.relations[Int(third)] == .conj && !direct(Int(third)).isEmpty
        }
    }

    /// Whether a word names somebody, or a body of people that its modifiers may tell.
    private func isAgent(_ word: Int) -> Bool {
        mentionOfWord[word] >= 0 || isBody[word]
            || tree.children(of: word).allSatisfy { analysis.words.relations[Int($0)] != .nmodPoss }
    }

    /// Leaves out the state and the party that only say whose a person is ("South Korea President …").
    private static func withoutStates(of found: [ActorReference]) -> [ActorReference] {
        guard found.count > 1, found.contains(where: { $0.kind == .person && $0.country != nil }) else { return found }
        let countries = Set(found.filter { $0.kind == .person }.compactMap(\.country))
        return found.filter { actor in
            guard actor.kind == .state, let country = actor.country else { return true }
            return !countries.contains(country)
        }
    }

    /// Those whom the "of …" of a gathering names.
    private func participants(of gathering: Int) -> [ActorReference] {
        for child in tree.children(of: gathering) where analysis.words.relations[Int(child)] == .nmod {
            let isOf = tree.children(of: Int(child)).contains {
                analysis.words.relations[Int($0)] == .case && analysis.lemma(Int($0)) == "of"
            }
            if isOf { return actors(ofPhrase: Int(child)) }
        }
        return []
    }

    private func actors(ofConjunct word: Int, depth: Int) -> [ActorReference] {
        let own = direct(word)
        if !own.isEmpty || depth > 3 { return own }
        // "The Quad, a forum founded in 2007": the forum is the Quad.
        if analysis.words.relations[word] == .appos, analysis.words.heads[word] >= 0 {
            let named = direct(Int(analysis.words.heads[word]))
            if !named.isEmpty { return named }
        }
        var found: [ActorReference] = []
        for pass in 0..<4 {
            if pass >= 2, !isBody[word] { break }
            for child in tree.children(of: word) where rank(Int(child)) == pass {
                for actor in modifierActors(Int(child), depth: depth + 1) where !found.contains(actor) {
                    found.append(actor)
                }
                if !found.isEmpty && pass > 0 { return found }
            }
            // "Republican nominee Jane Doe": the party says what she is.
            if found.contains(where: { $0.kind == .person }) { found.removeAll { $0.kind != .person } }
            if !found.isEmpty { return found }
        }
        return found
    }

    /// Modifiers before the head speak first, then phrases after it.
    private func rank(_ word: Int) -> Int {
        switch analysis.words.relations[word] {
        case .amod, .compound, .flat, .appos, .nmodUnmarked, .nmodDesc: 0
        case .nmodPoss: 1
        case .nmod: 2
        case .acl: 3
        default: -1
        }
    }

    private func modifierActors(_ word: Int, depth: Int) -> [ActorReference] {
        if analysis.words.relations[word] == .acl {
            // "A newspaper based in Beirut", "workers affiliated with the union".
            guard analysis.pennTag(word) == .vbn else { return [] }
            for child in tree.children(of: word) where analysis.words.relations[Int(child)] == .obl {
                let found = actors(ofConjunct: Int(child), depth: depth + 1)
                if !found.isEmpty { return found }
            }
            return []
        }
        var found = actors(ofConjunct: word, depth: depth)
        for child in tree.children(of: word) where analysis.words.relations[Int(child)] == .conj {
            for actor in actors(ofConjunct: Int(child), depth: depth) where !found.contains(actor) {
                found.append(actor)
            }
        }
        return found
    }

    private func mention(ofWord word: Int) -> Mention? {
        let index = mentionOfWord[word]
        return index < 0 || !mentions[Int(index)].words.contains(word) ? nil : mentions[Int(index)]
    }

    /// The actors of mentions that a conjunction ties to one, for coordinations that the tree misses.
    func neighbours(of mention: Mention) -> [ActorReference] {
        var found: [ActorReference] = []
        let before = mention.words.lowerBound - 1
        if before > 0, analysis.words.upos[before] == .cconj, !joinsClauses(before),
            let other = self.mention(endingAt: before - 1)
        {
            found += other.actors
        }
        let after = mention.words.upperBound
        if after + 1 < analysis.words.count, analysis.words.upos[after] == .cconj, !joinsClauses(after),
            let other = self.mention(startingAt: after + 1)
        {
            found += other.actors
        }
        return found
    }

    /// Whether a conjunction joins clauses, each with a subject of its own: "… has not met Arland and Borland
    /// withdrew".
    private func joinsClauses(_ conjunction: Int) -> Bool {
        let second = Int(analysis.words.heads[conjunction])
        guard second > conjunction, analysis.words.upos[second] == .verb || analysis.words.upos[second] == .adj else {
            return false
        }
        return tree.children(of: second).contains {
            Int($0) > conjunction
                && (analysis.words.relations[Int($0)] == .nsubj || analysis.words.relations[Int($0)] == .nsubjPass)
        }
    }

    /// The mention whose last word this is; none for a word outside of the text, such as the one before
    /// its first.
    func mention(endingAt word: Int) -> Mention? {
        guard mentionOfWord.indices.contains(word) else { return nil }
        let index = mentionOfWord[word]
        guard index >= 0, mentions[Int(index)].words.upperBound == word + 1 else { return nil }
        return mentions[Int(index)]
    }

    /// The mention whose first word this is; none for a word outside of the text.
    func mention(startingAt word: Int) -> Mention? {
        guard mentionOfWord.indices.contains(word) else { return nil }
        let index = mentionOfWord[word]
        guard index >= 0, mentions[Int(index)].words.lowerBound == word else { return nil }
        return mentions[Int(index)]
    }

    /// The mentions within a run of words, in text order.
    func mentions(in range: Range<Int>) -> [Mention] {
        var result: [Mention] = []
        var last = Int32(-1)
        for word in range {
            let index = mentionOfWord[word]
            if index >= 0, index != last { result.append(mentions[Int(index)]) }
            last = index
        }
        return result
    }
}
