import Linguistics
import Records
import Text

/// From an analysis to its figures: money, tallies, people, distances, shares, durations and counts,
/// each in normal form with what it counts, for whom, and the words that say so.
struct FigureCoder: Sendable {
    let reader: FigureReader
    let fates: FateReader
    let classes: FigureClasses
    let scopes: ScopeReader
    private let marking: FigureMarks.Lexicon

    init(reader: FigureReader, fates: FateReader, classes: FigureClasses, scopes: ScopeReader) {
        self.reader = reader
        self.fates = fates
        self.classes = classes
        self.scopes = scopes
        marking = FigureMarks.Lexicon(reader.lexicon, classes)
    }

    /// The figures of a text in order.
    ///
    /// - Parameters:
    ///   - taken: for each atom, whether a time has it.
    ///   - times: the times of the text, for the days on which figures held.
    func code(
        _ analysis: Analysis, atoms: Atoms, taken: [Bool], times: [TimeMention], article: String
    ) -> [FigureMention] {
        let syntax = FigureSyntax(analysis)
        let marks = marking.marks(of: analysis)
        var time = 0
        var mentions: [FigureMention] = []
        var votedBefore = false
        for (index, sentence) in analysis.sentences.enumerated() {
            let range =
                atoms.firstIndex(atOrAfter: sentence.span.start)..<atoms.firstIndex(atOrAfter: sentence.span.end)
            let hasNumber = range.contains { reader.mayStart(atoms, $0) }
            guard hasNumber || range.contains(where: { reader.isNobody(atoms, $0) }) else {
                votedBefore = sentence.words.contains { marks[$0].contains(.vote) }
                continue
            }
            let said = marking.marks(of: sentence.words, marks, in: analysis)
            let told = said.contains(.vote)
            guard hasNumber || told else {
                votedBefore = false
                continue
            }
            let voting: FigureReader.Voting = told || votedBefore ? .told : said.contains(.carry) ? .decided : .none
            var drafts = reader.read(
                atoms, range, source: analysis.text, taken: taken, voting: voting, changing: said.contains(.change))
            if said.contains(.defeat) { turn(&drafts) }
            votedBefore = told
            while time < times.count, times[time].words.upperBound <= sentence.words.lowerBound { time += 1 }
            let around = times[time...].prefix { $0.words.lowerBound < sentence.words.upperBound }
            let first = mentions.count
            for draft in drafts {
                guard var mention = mention(draft, index, analysis, syntax, atoms, article, around) else { continue }
                mention.figure.asOf = day(of: mention, around, syntax)
                mentions.append(mention)
            }
            countParts(&mentions, from: first, analysis)
            carryOn(&mentions, from: first, analysis)
        }
        return mentions
    }

    /// "312 of the 577 seats": a part counts what its whole does.
    private func countParts(_ mentions: inout [FigureMention], from first: Int, _ analysis: Analysis) {
        for index in mentions.indices.dropFirst(first).dropLast() {
            let (part, whole) = (mentions[index], mentions[index + 1])
            let between = part.words.upperBound..<max(whole.words.lowerBound, part.words.upperBound)
            guard part.countedHead == nil, part.figure.kind == .count, whole.countedHead != nil,
                let of = between.first, between.count <= 4, classes.partitive.contains(analysis.lemma(of)),
                !between.contains(where: { analysis.words.upos[$0] == .verb || analysis.words.upos[$0] == .punct })
            else { continue }
            mentions[index].figure.counted = whole.figure.counted
            mentions[index].figure.kind = whole.figure.kind
        }
    }

    /// "defeated by 322 votes to 306": the first number of such a tally is of those against.
    private func turn(_ drafts: inout [FigureDraft]) {
        for index in drafts.indices.dropLast() where drafts[index].isTally && drafts[index + 1].isTally {
            guard drafts[index].choice == Self.favour, drafts[index + 1].choice == Self.against,
                let first = drafts[index].value, let second = drafts[index + 1].value, first > second
            else { continue }
            (drafts[index].choice, drafts[index + 1].choice) = (Self.against, Self.favour)
        }
    }

    private static let favour = FigureLexicon.Choice.for.rawValue
    private static let against = FigureLexicon.Choice.against.rawValue

    private func mention(
        _ draft: FigureDraft, _ sentence: Int, _ analysis: Analysis, _ syntax: FigureSyntax, _ atoms: Atoms,
        _ article: String, _ times: ArraySlice<TimeMention>
    ) -> FigureMention? {
        guard let number = syntax.words(atoms.span(draft.number)) else { return nil }
        if draft.kind == .count, draft.bound != .range && isName(number, analysis) || isPronoun(number, draft, analysis)
        {
            return nil
        }
        if draft.kind == .ordinal, !isOrdinal(number, analysis) { return nil }
        if let value = draft.value, draft.unit == nil, value >= Self.longest, isPlain(number, analysis) { return nil }
        if isYear(draft, analysis, syntax, number) || isAnother(draft, number, analysis) { return nil }
        if draft.kind == .count, draft.bound == .exact, draft.unit == nil, draft.choice == nil, draft.role == nil,
            isLabelled(number, analysis) || isLabel(number, analysis) || isAside(number, analysis)
                || isNamedGroup(number, analysis) || isEnumerator(number, analysis)
        {
            return nil
        }
        var kind = draft.kind
        let joined = kind == .count && draft.bound == .exact ? compoundCounted(draft, atoms, analysis) : nil
        if joined != nil, !isDigits(number, analysis) { return nil }
        let found =
            draft.kind == .duration || draft.kind == .distance || joined != nil
            ? nil
            : syntax.countedHead(number, classes)
                ?? (kind == .count ? syntax.nounBehind(number, persons: reader.lexicon.persons) : nil)
        // A sign counts nothing ("62%-32%").
        let head = found.flatMap { analysis.words.upos[$0] == .sym ? nil : $0 }
        var span = atoms.span(draft.atoms)
        let described = syntax.words(span) ?? number
        if let head {
            let lemma = analysis.lemma(head).lowercased()
            if kind == .count, reader.lexicon.persons.contains(lemma) || isPeople(head, analysis) { kind = .people }
            if kind == .count, isParty(head, number, analysis, syntax) { kind = .people }
            if kind == .count, classes.votes.contains(lemma) { kind = .votes }
            if kind == .count, isPeopleName(head, analysis) { kind = .people }
            // The noun closes the evidence when it stands close behind its number.
            if head >= number.upperBound, head - number.upperBound < 6 {
                span = span.union(analysis.span(ofWord: head))
            }
        }
        if kind == .count, head == nil, joined == nil, draft.unit == nil, isCompany(number, syntax) { kind = .people }
        if let joined {
            span = span.union(joined.span)
            if reader.lexicon.persons.contains(joined.noun) || classes.strengths.contains(joined.noun) {
                kind = .people
            }
        }
        var fate: Figure.Fate?
        if kind == .count || kind == .people { fate = fates.fate(number, head: head, syntax, classes) }
        if fate != nil { kind = .people }
        // "several initiatives" gives no figure; "several soldiers" bounds a loss.
        if draft.vague, kind == .count || kind == .duration { return nil }
        // "the two" points back at what was named, and counts nothing new.
        if kind == .count, draft.definite, head == nil, joined == nil, draft.role == nil, !isDigits(number, analysis) {
            return nil
        }
        let scope =
            syntax.part(head, number, kind)
            ?? scopes.scope(head, number: number, kind: kind, barred: times.map(\.words), syntax)
        let figure = Figure(
            kind: kind, value: draft.value, low: draft.low, high: draft.high, unit: draft.unit,
            counted: joined.flatMap { classes.strengths.contains($0.noun) ? nil : $0.noun }
                ?? head.map { syntax.phrase($0, without: number, skipping: described) },
            scope: scope.map { analysis.text[$0] },
            bound: draft.bound == .exact && passes(number, syntax) ? .over : draft.bound, role: draft.role,
            choice: draft.choice, period: draft.period, years: draft.years,
            previous: draft.previous, sum: draft.sum, fate: fate,
            definite: draft.definite && draft.choice == nil ? true : nil, sentence: sentence,
            evidence: Evidence(article: article, text: analysis.text, span: span))
        return FigureMention(figure: figure, words: number, countedHead: head)
    }

    /// The days on which a figure held: the time of its predicate, or one marked so ("as of 1 March").
    private func day(of mention: FigureMention, _ times: ArraySlice<TimeMention>, _ syntax: FigureSyntax) -> DateRange?
    {
        guard mention.figure.kind != .ordinal, mention.figure.kind != .duration, !times.isEmpty else { return nil }
        let predicate = syntax.predicate(above: mention.countedHead ?? syntax.top(mention.words))
        for time in times {
            guard let range = time.expression.range, time.expression.anchor == nil, time.expression.duration == nil,
                time.expression.order == nil || time.expression.order == .until,
                !isCompared(time, syntax.analysis)
            else { continue }
            if syntax.predicate(above: time.head) == predicate { return range }
        }
        return nil
    }

    /// "more than last year": the time of what something is held against.
    private func isCompared(_ time: TimeMention, _ analysis: Analysis) -> Bool {
        let before = time.words.lowerBound - 1
        guard before >= 0 else { return false }
        if classes.compared.contains(analysis.lemma(before)) { return true }
        return before > 0 && analysis.words.upos[before] == .adp
            && classes.compared.contains(analysis.lemma(before - 1))
    }

    /// No count of things is printed with more digits than these and no separator: such a number is an identifier.
    private static let longest = 1e12

    private func isPlain(_ number: Range<Int>, _ analysis: Analysis) -> Bool {
        number.count == 1
            && analysis.text.utf8[
                Int(analysis.words.starts[number.lowerBound])..<Int(analysis.words.ends[number.lowerBound])
            ].allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }

    /// An ordinal counts only before its noun ("the third round"), not as an adverb ("first met").
    private func isOrdinal(_ number: Range<Int>, _ analysis: Analysis) -> Bool {
        let word = number.upperBound - 1
        switch analysis.words.relations[word] {
        case .amod, .nummod: break
        default: return false
        }
        let head = Int(analysis.words.heads[word])
        // "the first 48 hours": the cardinal counts.
        if word + 1 < analysis.words.count, analysis.words.upos[word + 1] == .num { return false }
        // "the 4th District", "the Second Amendment": a name, as its noun's capital tells; "60-second" counts seconds.
        if isNamePart(word + 1, head, analysis) || word > 0 && analysis.form(word - 1) == "-" { return false }
        if classes.titled.contains(analysis.lemma(head).lowercased()), head == word + 1 { return false }
        return head > word && (analysis.words.upos[head] == .noun || analysis.words.upos[head] == .propn)
    }

    /// Whether a noun with a capital follows a number that it is named by.
    private func isNamePart(_ word: Int, _ head: Int, _ analysis: Analysis) -> Bool {
        guard word <= head, word < analysis.words.count else { return false }
        return analysis.isCapitalised(word)
            && (analysis.words.upos[word] == .propn || analysis.words.upos[word] == .noun
                || analysis.isCapitalised(head))
    }

    private func isDigits(_ number: Range<Int>, _ analysis: Analysis) -> Bool {
        analysis.text.utf8[Int(analysis.words.starts[number.lowerBound])] <= 0x39
    }

    /// "a third country" is one more, not a part of one.
    private func isAnother(_ draft: FigureDraft, _ number: Range<Int>, _ analysis: Analysis) -> Bool {
        guard draft.kind == .share, draft.unit == nil else { return false }
        let last = number.upperBound - 1
        guard analysis.form(last).lowercased() != "half" else { return false }
        let next = number.upperBound
        return next < analysis.words.count && Int(analysis.words.heads[last]) >= next
            && analysis.words.relations[last] == .amod
    }

    /// "Article 5", "Terminal 2", "Boeing 737": the number names its noun and counts nothing.
    private func isLabel(_ number: Range<Int>, _ analysis: Analysis) -> Bool {
        let word = number.lowerBound
        let before = word - 1
        guard before >= 0, number.count == 1, analysis.sentence(ofWord: before) == analysis.sentence(ofWord: word),
            analysis.text.utf8[Int(analysis.words.starts[word])] <= 0x39
        else { return false }
        let capital = analysis.text.utf8[Int(analysis.words.starts[before])]
        if analysis.words.relations[word] == .flat, capital >= 0x41, capital <= 0x5A { return true }
        let tag = analysis.words.upos[before]
        // "Gate 14 opens": behind a capital and before its verb a number is a name's.
        if tag == .noun || tag == .propn, capital >= 0x41, capital <= 0x5A, word + 1 < analysis.words.count,
            analysis.words.upos[word + 1] == .verb || analysis.words.upos[word + 1] == .aux
        {
            return true
        }
        guard tag == .noun || tag == .propn, Int(analysis.words.heads[word]) <= before else { return false }
        let head = Int(analysis.words.heads[word])
        switch analysis.words.relations[word] {
        case .nummod, .nmodUnmarked, .nmodDesc, .compound, .flat, .appos, .dep, .nmod, .list:
            return head == before || head >= 0 && head < before && analysis.words.heads[before] == head
        default: return false
        }
    }

    /// "The minister, 58, took office": a bare number between commas is an age.
    private func isAside(_ number: Range<Int>, _ analysis: Analysis) -> Bool {
        let before = number.lowerBound - 1
        let after = number.upperBound
        guard number.count == 1, before > 0, after < analysis.words.count else { return false }
        return analysis.form(before) == "," && analysis.form(after) == ","
            && analysis.words.relations[number.lowerBound] != .conj
    }

    /// "a 12-member delegation": the noun that a hyphen ties to the number is what it counts.
    private func compoundCounted(_ draft: FigureDraft, _ atoms: Atoms, _ analysis: Analysis) -> (
        noun: String, span: Span
    )? {
        let dash = draft.number.upperBound
        guard draft.unit == nil, atoms.isDash(dash), !atoms.spaced[dash], dash + 1 < atoms.count,
            atoms.kinds[dash + 1] == .word, !atoms.spaced[dash + 1]
        else { return nil }
        let span = atoms.span(dash + 1..<dash + 2)
        return (analysis.text[span].lowercased(), span)
    }

    /// A number inside a name ("Group of 20") counts nothing.
    private func isName(_ number: Range<Int>, _ analysis: Analysis) -> Bool {
        analysis.entities.contains { entity in
            entity.words.count > number.count && entity.words.lowerBound <= number.lowerBound
                && number.upperBound <= entity.words.upperBound
        }
    }

    /// "one" counts only as a numeral before its noun.
    private func isPronoun(_ number: Range<Int>, _ draft: FigureDraft, _ analysis: Analysis) -> Bool {
        guard draft.value == 1, number.count == 1 else { return false }
        return analysis.words.relations[number.lowerBound] != .nummod
            || analysis.text.utf8[Int(analysis.words.starts[number.lowerBound])] > 0x39 && draft.bound == .exact
                && draft.choice == nil && draft.role == nil
    }

    /// A bare number of four digits between 1500 and 2100 that counts no noun is a year.
    private func isYear(_ draft: FigureDraft, _ analysis: Analysis, _ syntax: FigureSyntax, _ number: Range<Int>)
        -> Bool
    {
        guard draft.kind == .count, draft.unit == nil, draft.bound == .exact || draft.bound == .range,
            isDigits(number, analysis), let value = draft.value ?? draft.low, value >= 1500, value <= 2100,
            value == value.rounded()
        else { return false }
        let digits = analysis.text.utf8[
            Int(analysis.words.starts[number.lowerBound])..<Int(analysis.words.ends[number.upperBound - 1])]
        if digits.contains(0x2C) { return false }
        return analysis.words.relations[syntax.top(number)] != .nummod || isYearPhrase(number, value, analysis)
    }

    /// "for 2025": digits of our time behind a preposition of time, whatever noun the parser hangs them on.
    private func isYearPhrase(_ number: Range<Int>, _ value: Double, _ analysis: Analysis) -> Bool {
        let before = number.lowerBound - 1
        return before >= 0 && number.count == 1 && (1900...2050).contains(value)
            && analysis.words.upos[before] == .adp && classes.dated.contains(analysis.lemma(before))
    }

    /// "a delegation of 30": the members of a party are people.
    private func isParty(_ head: Int, _ number: Range<Int>, _ analysis: Analysis, _ syntax: FigureSyntax) -> Bool {
        head < number.lowerBound && classes.parties.contains(analysis.lemma(head).lowercased())
    }

    /// A plural name is a people or the members of a body ("Russians", "Democrats").
    private func isPeople(_ head: Int, _ analysis: Analysis) -> Bool {
        let span = analysis.span(ofWord: head)
        let bytes = analysis.text.utf8[span.range]
        guard let first = bytes.first, first >= 0x41, first <= 0x5A, bytes.last == UInt8(ascii: "s") else {
            return false
        }
        return (analysis.words.upos[head] == .propn || analysis.words.upos[head] == .noun) && !isTitle(head, analysis)
    }

    /// Whether a word stands in a heading, where common nouns have capitals too.
    private func isTitle(_ word: Int, _ analysis: Analysis) -> Bool {
        let sentence = analysis.sentences[analysis.sentence(ofWord: word)].words
        return sentence.dropFirst().contains {
            (analysis.words.upos[$0] == .verb || analysis.words.upos[$0] == .adv) && analysis.isCapitalised($0)
        }
    }
}
