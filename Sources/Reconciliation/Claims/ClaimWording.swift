internal import Records
internal import Text

/// The words in which claims are asked and told: plain sentences and noun phrases made of the accounts' own
/// words, never a clause torn out of its sentence.
struct ClaimWording {
    let pool: StatementPool
    /// A title is cut after this many words.
    private static let longest = 26
    private static let longestPhrase = 8

    // MARK: Sentences

    /// What a statement says, as a sentence: its clause where that can stand alone, else the whole sentence.
    func sentence(_ statement: Statement) -> String {
        let told = named(plain(statement), statement)
        return told.prefix(1).uppercased() + told.dropFirst()
    }

    /// The words of a noun for an act with what goes with it: all that accounts agree on who only speak of it.
    func phrase(_ statement: Statement) -> String {
        let told = Self.cut(Self.cleaned(statement.evidence.quote), to: Self.longest)
        return told.prefix(1).uppercased() + told.dropFirst()
    }

    /// Whether a statement's clause can stand alone, so that its sentence is not needed to tell it.
    func isWhole(_ statement: Statement) -> Bool { whole(statement) != nil }

    /// The words of a clause that can stand alone, or `nil`.
    private func whole(_ statement: Statement) -> String? {
        let proposition = pool.coded[statement.article].propositions[statement.proposition]
        let clause = Self.cleaned(independent(proposition))
        return !statement.nominal && standsAlone(clause, proposition) ? clause : nil
    }

    /// Whether the sentence that a statement would be told in begins with a pronoun.
    func beginsWithPronoun(_ statement: Statement) -> Bool {
        FoldedText(sentence(statement)).words.first.map { pool.kinds.isPronoun($0) } ?? true
    }

    /// A pronoun at the head of a sentence gives way to the name that it stands for.
    private func named(_ told: String, _ statement: Statement) -> String {
        guard statement.agents.count == 1, let first = told.split(separator: " ").first,
            pool.kinds.isIn(.personal, first.lowercased())
        else { return told }
        return statement.agents[0].name + told.dropFirst(first.count)
    }

    private func plain(_ statement: Statement) -> String {
        if let clause = whole(statement) { return Self.cut(clause, to: Self.longest) }
        let article = pool.coded[statement.article]
        guard article.sentences.indices.contains(statement.sentence) else {
            return Self.cleaned(independent(article.propositions[statement.proposition]))
        }
        let whole = Self.cleaned(article.sentences[statement.sentence].quote)
        return Self.cut(whole, to: Self.longest)
    }

    /// The words of a clause; of a relative one ("the envoys who left") those that make a clause of its own.
    private func independent(_ proposition: Proposition) -> String {
        let clause = proposition.evidence.quote
        guard let subject = proposition.arguments.first(where: { $0.role == "subject" })?.evidence.quote,
            clause.hasPrefix(subject)
        else { return clause }
        let behind = clause.dropFirst(subject.count)
        let rest = behind.drop { $0 == " " || $0 == "," }
        let word = rest.prefix { !$0.isWhitespace }
        guard rest.startIndex > behind.startIndex, pool.kinds.isIn(.relative, word.lowercased()) else { return clause }
        // In "the deal that both signed has drawn criticism" the verb is not the relative clause's own.
        let next = FoldedText(String(rest.dropFirst(word.count))).words.first ?? ""
        let isOwn =
            next.hasPrefix(proposition.predicate.lowercased().prefix(3)) || pool.kinds.isIn(.auxiliary, next)
            || pool.kinds.isIn(.passive, next)
        return isOwn ? subject + rest.dropFirst(word.count) : clause
    }

    /// Whether a clause can be read without what stands around it: its subject comes first, its verb follows.
    private func standsAlone(_ clause: String, _ proposition: Proposition) -> Bool {
        let folded = FoldedText(clause)
        guard folded.count >= 4, folded.count <= Self.longest + 8 else { return false }
        let words = folded.words
        // "Over 200 fled": before a number such a word opens a count and no clause.
        let counts = pool.kinds.isBound(words[0]) && pool.kinds[words[1]] == .number
        guard counts || !pool.kinds.isOpening(words[0]), !pool.kinds.isPronoun(words[0]) else { return false }
        guard clause.count(where: { $0 == "\"" }) % 2 == 0, clause.contains("\u{201C}") == clause.contains("\u{201D}")
        else { return false }
        // "(the agreement) that both signed last week": what they signed stands outside.
        guard
            !proposition.arguments.contains(where: {
                $0.role != "subject" && pool.kinds.isIn(.relative, $0.head.lowercased())
            })
        else { return false }
        let verb = stem(proposition.predicate.lowercased())
        guard let place = words.firstIndex(where: { stem($0) == verb || $0.hasPrefix(verb.prefix(3)) }), place > 0
        else {
            return false
        }
        let subject =
            proposition.arguments.first { $0.role == "subject" } ?? proposition.arguments.first { $0.role == "object" }
        guard let subject, let head = FoldedText(subject.head).words.first else { return false }
        return words[..<max(place, 1)].contains { stem($0) == stem(head) || $0.hasPrefix(head.prefix(4)) }
    }

    /// "Whether …", from a statement that affirms.
    func whether(_ statement: Statement) -> String { "Whether " + clause(statement) }

    /// What a statement says, as words that go on behind others.
    func clause(_ statement: Statement) -> String { lowered(sentence(statement)) }

    /// "When …", the time itself left out where it closes or opens the clause; "The date of …" for a noun phrase.
    func when(_ statement: Statement, _ time: TimeExpression?) -> String {
        guard statement.nominal, isPhrase(statement.evidence.quote) else {
            return "When " + lowered(without(time, sentence(statement)))
        }
        return "The date of " + lowered(Self.cut(Self.cleaned(statement.evidence.quote), to: Self.longestPhrase))
    }

    /// Whether words are few and have no auxiliary among them, so that they can stand behind "of".
    private func isPhrase(_ text: String) -> Bool {
        let words = FoldedText(text).words
        return words.count <= Self.longestPhrase
            && !words.contains { pool.kinds.isIn(.passive, $0) || pool.kinds.isIn(.auxiliary, $0) }
    }

    /// "Whether …, before or after …".
    func order(_ statement: Statement, _ time: TimeExpression?, _ anchor: TimeExpression.Anchor) -> String {
        let event = Self.cut(
            Self.cleaned(String(anchor.event.prefix { $0 != "," && $0 != ";" })), to: 9)
        var words = event.split(separator: " ").map(String.init)
        while let first = words.first?.lowercased(), pool.kinds.isOpening(first) || first == "only" || first == "days",
            words.count > 1
        {
            words.removeFirst()
        }
        let told = statement.times.reduce(without(time, sentence(statement))) { without($1, $0) }
        return "Whether " + lowered(told) + " before or after " + words.joined(separator: " ")
    }

    /// "Who …", from the verb on.
    func who(_ statement: Statement) -> String {
        let told = sentence(statement)
        let predicate = pool.coded[statement.article].propositions[statement.proposition].predicate.lowercased()
        let folded = FoldedText(told)
        let verb = stem(String(predicate.split(separator: " ").first ?? ""))
        guard let place = folded.words.firstIndex(where: { stem($0) == verb || $0.hasPrefix(verb.prefix(4)) }),
            place > 0, place + 1 < folded.count
        else { return "Who it was: " + told }
        let bytes = Array(told.utf8)
        // "The conference was hosted by Oria": asked for in the passive too.
        if pool.kinds.isIn(.passive, folded[place - 1]), folded[place + 1] == "by" {
            let clause = String(decoding: bytes[..<Int(folded.stops[place])], as: UTF8.self)
            return "By whom " + lowered(Self.cut(clause, to: 14))
        }
        let rest = String(decoding: bytes[Int(folded.starts[place])...], as: UTF8.self)
        let clause = rest.prefix { $0 != "," && $0 != ";" && $0 != "." }
        return "Who " + Self.cut(String(clause), to: 14)
    }

    /// "Of whom it is told that …".
    func holder(_ statement: Statement) -> String { "Of whom it is true: " + sentence(statement) }

    // MARK: Figures

    /// What a number counts: "Number of border guards killed", "Sum that Germany promised".
    func figure(_ figure: FigureStatement) -> String {
        let noun = counted(figure)
        let clause = figure.statement.map { pool.statements[$0] }
        switch figure.figure.kind {
        case .money:
            if let clause, let agent = clause.agents.first, let verb = verb(of: clause) {
                return "Sum that \(agent.name) \(verb)"
            }
            if let noun { return "Sum of \(noun)" }
            return "Sum named: " + context(figure)
        case .share:
            if let noun { return "Share of \(noun)" }
            if let giver = figure.givers.first { return "Share of \(giver.name)" }
            return "Share named: " + context(figure)
        default:
            guard var noun else { return "Number named: " + context(figure) }
            // "400 hurt": the word tells what befell them and not who they are.
            let last = FoldedText(noun).words.last.map { stem($0) } ?? ""
            if pool.kinds.isIn(.victims, FoldedText(noun).words.last ?? "")
                || pool.number(last).map(pool.isGeneric) ?? false && figure.figure.kind == .people
            {
                noun = "people"
            }
            let tellsFate =
                pool.concepts.concepts(ofNoun: last).contains { pool.concepts.family($0) == "casualty" }
                || pool.concepts.thing(last) == "life"
            if !tellsFate, let fate = fate(figure) { return "Number of \(noun) \(fate)" }
            if let clause, let agent = clause.agents.first, let verb = verb(of: clause),
                clause.figures.contains(figure.index), !isSubject(figure, clause)
            {
                return "Number of \(noun) that \(agent.name) \(verb)"
            }
            return "Number of \(noun)"
        }
    }

    /// The words behind the number that say what it counts.
    private func counted(_ figure: FigureStatement) -> String? {
        let quote = Self.cleaned(figure.figure.evidence.quote)
        var words = quote.split(separator: " ").map(String.init)
        while let first = words.first, isNumber(first) { words.removeFirst() }
        let folded = FoldedText(words.joined(separator: " ")).words
        if folded.contains(where: { pool.kinds[$0] == .content && !isUnit($0) }), words.count <= 6,
            figure.figure.kind != .money
        {
            return words.joined(separator: " ")
        }
        guard let counted = figure.figure.counted, figure.figure.kind != .money || !isUnit(counted) else {
            if figure.figure.kind == .money { return nil }
            return figure.thing == "person" || figure.thing == "life" ? "people" : nil
        }
        if pool.kinds.isIn(.victims, FoldedText(counted).words.last ?? "") { return counted }
        return figure.figure.kind == .money || figure.figure.kind == .share ? counted : counted + "s"
    }

    private func isNumber(_ word: String) -> Bool {
        let folded = FoldedText(word).words
        return folded.isEmpty
            || folded.allSatisfy { pool.kinds[$0] == .number || pool.kinds[$0] == .function || pool.kinds.isBound($0) }
    }

    private func isUnit(_ word: String) -> Bool {
        pool.kinds.isIn(.unit, stem(word))
    }

    /// What befell the counted, as a participle ("killed", "wounded").
    private func fate(_ figure: FigureStatement) -> String? {
        guard let concept = figure.concepts.sorted().first(where: { pool.concepts.families[$0] == "casualty" }) else {
            return nil
        }
        switch pool.concepts.names[concept] {
        case "kill": return "killed"
        case "wound": return "wounded"
        case "miss": return "missing"
        default: return nil
        }
    }

    /// The verb of a clause as it is printed, with the auxiliary in front of it; `nil` for a passive.
    private func verb(of clause: Statement) -> String? {
        let proposition = pool.coded[clause.article].propositions[clause.proposition]
        let words = FoldedText(proposition.evidence.quote).words
        let root = stem(clause.predicate)
        guard
            let place = words.firstIndex(where: {
                stem($0) == root || $0.hasPrefix(root.prefix(4)) && $0.utf8.count <= root.utf8.count + 4
            }), place > 0, clause.predicate != "be"
        else { return nil }
        if pool.kinds.isIn(.passive, words[place - 1]) { return nil }
        if pool.kinds.isIn(.auxiliary, words[place - 1]) { return words[place - 1] + " " + words[place] }
        // The bare form is an infinitive more often than not ("to expand trade").
        return words[place].hasSuffix("ing") || words[place] == clause.predicate ? nil : words[place]
    }

    private func isSubject(_ figure: FigureStatement, _ clause: Statement) -> Bool {
        pool.coded[clause.article].propositions[clause.proposition].arguments.contains {
            $0.role == "subject" && $0.figure == figure.index
        }
    }

    /// The stretch of the sentence around a figure.
    private func context(_ figure: FigureStatement) -> String {
        let sentence = pool.coded[figure.article].sentences[figure.figure.sentence]
        let part = sentence.window(around: figure.figure.evidence, words: 18)
        let words = Self.cleaned(part.quote)
        return (part.start > sentence.start ? "\u{2026} " : "") + words + (part.end < sentence.end ? " \u{2026}" : "")
    }

    // MARK: Words

    /// A sentence that goes on behind another word: its first letter lowered unless it begins a name.
    private func lowered(_ text: String) -> String {
        guard let first = FoldedText(text).words.first, pool.kinds[first] != .content || pool.kinds.isDeterminer(first)
        else { return text }
        if text.dropFirst().first?.isUppercase ?? false { return text }
        return text.prefix(1).lowercased() + text.dropFirst()
    }

    private func without(_ time: TimeExpression?, _ text: String) -> String {
        guard let time else { return text }
        let words = Self.cleaned(time.evidence.quote)
        for lead in [" on ", " in ", " at ", " by ", ", ", " "] where text.hasSuffix(lead + words) {
            return String(text.dropLast((lead + words).count))
        }
        for lead in [" on ", " in ", " at "] where text.contains(lead + words + " ") {
            return text.replacing(lead + words + " ", with: " ", maxReplacements: 1)
        }
        for lead in ["On ", "In ", "At ", "By ", ""] where text.hasPrefix(lead + words + ", ") {
            return String(text.dropFirst((lead + words + ", ").count))
        }
        return text
    }

    /// Words on one line, the place and day at the head of a report, joining words and loose marks taken away.
    static func cleaned(_ text: String) -> String {
        var words = text.split(whereSeparator: { $0.isWhitespace }).map(String.init)
        let head = words.prefix(12)
        if let dash = head.firstIndex(where: { $0 == "-" || $0 == "\u{2013}" || $0 == "\u{2014}" }), dash > 0,
            dash + 2 < words.count,
            isDateline(Array(words[..<dash]))
        {
            words.removeFirst(dash + 1)
        }
        while let first = words.first, ["and", "but", "that", "yet", "so", "or", "as"].contains(first), words.count > 3
        {
            words.removeFirst()
        }
        var joined = words.joined(separator: " ")
        while let last = joined.last, ",;:-\u{2013}".contains(last) { joined.removeLast() }
        if joined.hasSuffix("."), !joined.dropLast().hasSuffix(".") { joined.removeLast() }
        if joined.count(where: { $0 == "\"" }) % 2 == 1 { joined = joined.replacing("\"", with: "") }
        return joined
    }

    /// Whether words are the head of a report: a place in capitals, or an agency in brackets.
    private static func isDateline(_ words: [String]) -> Bool {
        guard let first = words.first else { return false }
        let letters = first.filter(\.isLetter)
        return letters.count > 1 && letters.allSatisfy(\.isUppercase) || words.last?.hasSuffix(")") ?? false
    }

    /// The first words of a text, with an ellipsis where it goes on.
    static func cut(_ text: String, to limit: Int) -> String {
        let words = text.split(separator: " ")
        return words.count <= limit ? text : words.prefix(limit).joined(separator: " ") + " \u{2026}"
    }
}
