import Text

/// Finds the mentions of a text: its named entities and groups of them that "and" joins, pronouns (those
/// of the first and second person inside quotations only), and descriptions whose noun is listed ("the
/// foreign minister").
struct MentionFinder {
    let graph: ClauseGraph
    let words: CoreferenceWords
    let lexicon: NameLexicon
    private var analysis: Analysis { graph.analysis }

    init(_ graph: ClauseGraph, words: CoreferenceWords, lexicon: NameLexicon) {
        self.graph = graph
        self.words = words
        self.lexicon = lexicon
    }

    /// All mentions in text order. O(n).
    func mentions() -> [Mention] {
        let quoted = quotedWords()
        var inName = [Bool](repeating: false, count: analysis.words.count)
        var found: [Mention] = []
        for entity in analysis.entities {
            for word in entity.words { inName[word] = true }
            found.append(name(entity, quoted))
        }
        found += groups(found)
        for (index, sentence) in analysis.sentences.enumerated() {
            for word in sentence.words where !inName[word] {
                if let mention = pronoun(word, index, quoted) ?? description(word, index, quoted, inName) {
                    found.append(mention)
                }
            }
        }
        return found.sorted { ($0.words.lowerBound, $1.words.upperBound) < ($1.words.lowerBound, $0.words.upperBound) }
    }

    private func name(_ entity: Analysis.EntityMention, _ quoted: [Bool]) -> Mention {
        var head = entity.words.lowerBound
        while let above = graph.head(of: head), entity.words.contains(above) { head = above }
        let kind: Mention.Kinds
        switch entity.kind {
        case .person: kind = .person
        case .organisation: kind = .organisation
        case .place: kind = .place
        case .geopolitical: kind = [.state, .place]
        }
        var mention = Mention(
            form: .name, words: entity.words, head: head, sentence: analysis.sentence(ofWord: head), kind: kind,
            gender: kind == .person ? .unknown : .neuter, isPlural: false, isQuoted: quoted[head],
            rank: rank(of: head), key: entity.words.map { analysis.words.forms[$0] }, modifiers: [], roles: [],
            count: nil)
        if kind == .person {
            mention.gender = gender(of: entity.words)
            addRoles(&mention)
        }
        return mention
    }

    /// The gender of a person's name: by the title before it, else by a given name before a further word.
    private func gender(of range: Range<Int>) -> CoreferenceWords.Gender {
        for title in [range.lowerBound - 1, range.lowerBound] where title >= 0 {
            if let gender = words.titles[analysis.symbols[analysis.words.forms[title]]] { return gender }
        }
        guard range.count > 1 else { return .unknown }
        let kinds = analysis.symbols.withBytes(of: analysis.words.forms[range.lowerBound]) { lexicon.kinds(of: $0) }
        switch (kinds.contains(.maleName), kinds.contains(.femaleName)) {
        case (true, false): return .male
        case (false, true): return .female
        default: return .unknown
        }
    }

    /// Roles that stand before, after or around a name: "Kazakh Foreign Minister Vell", "Vell, the
    /// minister", "the minister, Vell".
    private func addRoles(_ mention: inout Mention) {
        var holders = graph.children(of: mention.head).map { Int($0) }.filter { child in
            [.compound, .appos, .nmodDesc, .flat, .amod].contains(graph.relation(of: child))
                && !mention.words.contains(child)
        }
        if let above = graph.head(of: mention.head),
            [.appos, .flat, .nmodDesc, .compound].contains(graph.relation(of: mention.head))
        {
            holders.append(above)
        }
        for holder in holders where words.nouns[analysis.lemma(holder).lowercased()]?.kind == .person {
            mention.roles.insert(lowered(holder))
            mention.modifiers.formUnion(modifiers(of: holder, without: mention.words))
        }
        if !mention.roles.isEmpty { mention.modifiers.formUnion(modifiers(of: mention.head, without: mention.words)) }
    }

    private func pronoun(_ word: Int, _ sentence: Int, _ quoted: [Bool]) -> Mention? {
        let tag = analysis.pennTag(word)
        guard tag == .prp || tag == .prpPossessive,
            let pronoun = words.pronouns[analysis.symbols[analysis.words.forms[word]]],
            graph.relation(of: word) != .expl, pronoun.person == 3 || quoted[word]
        else { return nil }
        let kind: Mention.Kinds =
            pronoun.person < 3
            ? .person : pronoun.isPlural ? .any : pronoun.gender == .neuter ? [.organisation, .state, .place] : .person
        return Mention(
            form: .pronoun, words: word..<word + 1, head: word, sentence: sentence, kind: kind, gender: pronoun.gender,
            isPlural: pronoun.isPlural, isQuoted: quoted[word], rank: rank(of: word), key: [], modifiers: [],
            roles: [], count: nil, person: pronoun.person)
    }

    private func description(_ word: Int, _ sentence: Int, _ quoted: [Bool], _ inName: [Bool]) -> Mention? {
        let tag = analysis.pennTag(word)
        guard tag == .nn || tag == .nns || tag == .nnp || tag == .nnps || tag == .jj,
            let noun = words.nouns[analysis.lemma(word).lowercased()],
            tag != .jj || isPairWord(word, noun.kind),
            ![.compound, .flat, .nmodDesc, .fixed].contains(graph.relation(of: word))
        else { return nil }
        // "President Vell": the name speaks for itself.
        if graph.children(of: word, .flat, .compound).contains(where: { inName[$0] && $0 > word }) { return nil }
        let kind: Mention.Kinds
        switch noun.kind {
        case .person: kind = .person
        case .organisation, .anyOrganisation: kind = .organisation
        case .state, .anyState: kind = .state
        case .place: kind = .place
        case .firstOfPair, .secondOfPair: kind = .any
        }
        let number = graph.child(of: word, .nummod) ?? graph.child(of: word, .det)
        return Mention(
            form: .description, words: graph.phrase(of: word), head: word, sentence: sentence, kind: kind,
            gender: noun.gender, isPlural: tag == .nns || tag == .nnps, isQuoted: quoted[word], rank: rank(of: word),
            key: [lowered(word)], modifiers: modifiers(of: word, without: word..<word + 1), roles: [],
            count: number.flatMap(value), saysKindOnly: noun.kind == .anyOrganisation || noun.kind == .anyState)
    }

    /// The number that a word says, in words or digits.
    private func value(of word: Int) -> Int? {
        let form = analysis.symbols[analysis.words.forms[word]]
        return words.numbers[form] ?? Int(form)
    }

    /// Names that "and" joins, as one mention: "Norway, Sweden and Denmark".
    private func groups(_ names: [Mention]) -> [Mention] {
        var ofHead: [Int: Mention] = [:]
        for name in names { ofHead[name.head] = name }
        return names.compactMap { first in
            guard graph.relation(of: first.head) != .conj else { return nil }
            let members = graph.conjuncts(of: first.head)
            let bearers = members.compactMap { ofHead[$0] }
            guard members.count > 1, bearers.count == members.count, let last = bearers.last,
                let joint = members.lazy.compactMap({ graph.child(of: $0, .cc) }).first,
                analysis.symbols[analysis.words.lemmas[joint]] == "and"
            else { return nil }
            let kinds = bearers.reduce(bearers[0].kind) { $0.intersection($1.kind) }
            guard !kinds.isEmpty else { return nil }
            return Mention(
                form: .group, words: first.words.lowerBound..<max(first.words.upperBound, last.words.upperBound),
                head: joint, sentence: first.sentence, kind: kinds, gender: .unknown, isPlural: true,
                isQuoted: first.isQuoted, rank: first.rank, key: [], modifiers: [], roles: [], count: members.count)
        }
    }

    /// Whether "former" or "latter" stands for a noun of its own: "the latter agreed".
    private func isPairWord(_ word: Int, _ kind: CoreferenceWords.NounKind) -> Bool {
        (kind == .firstOfPair || kind == .secondOfPair) && graph.relation(of: word) != .amod
            && graph.child(of: word, .det) != nil
    }

    private func modifiers(of word: Int, without range: Range<Int>) -> Set<Symbol> {
        var found: Set<Symbol> = []
        for child in graph.children(of: word, .amod, .compound, .nmodPoss, .nmod) where !range.contains(child) {
            let tag = analysis.pennTag(child)
            if tag == .prpPossessive { continue }
            found.insert(lowered(child))
            for deeper in graph.children(of: child, .amod, .compound) where !range.contains(deeper) {
                found.insert(lowered(deeper))
            }
        }
        return found
    }

    private func lowered(_ word: Int) -> Symbol {
        let lemma = analysis.words.lemmas[word]
        return analysis.symbols.lookup(analysis.symbols[lemma].lowercased()) ?? analysis.words.forms[word]
    }

    private func rank(of word: Int) -> Int {
        switch graph.relation(of: graph.firstConjunct(of: word)) {
        case .nsubj, .nsubjPass, .nsubjOuter: 0
        case .obj, .iobj, .oblAgent: 1
        default: 2
        }
    }

    /// For each word whether it stands between quotation marks of its paragraph.
    private func quotedWords() -> [Bool] {
        var quoted = [Bool](repeating: false, count: analysis.words.count)
        var isOpen = false
        var paragraph: Int32 = -1
        for sentence in analysis.sentences {
            if sentence.paragraph != paragraph { isOpen = false }
            paragraph = sentence.paragraph
            for word in sentence.words {
                switch analysis.pennTag(word) {
                case .openQuote: isOpen = true
                case .closeQuote: isOpen = false
                default: quoted[word] = isOpen
                }
            }
        }
        return quoted
    }
}
