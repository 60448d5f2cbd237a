import Linguistics
import Records
import Text

/// From an analysis to its times, each resolved to a range of days against the day of writing, the
/// narrative and the tense of its predicate, with how finely it is told.
///
/// The day of writing is the publication date, else the dateline's, else the last full date on which the
/// text tells of something done. Time is linear in the text.
struct TimeNormalizer: Sendable {
    let reader: TimeReader

    /// The times of a text in order, and for each atom whether a time has it.
    ///
    /// - Parameter reference: the day of writing, as `reference` gives it.
    func code(
        _ analysis: Analysis, atoms: Atoms, article: Article, reference: CalendarDay?
    ) -> (times: [TimeMention], taken: [Bool]) {
        var taken = [Bool](repeating: false, count: atoms.count)
        var mentions: [TimeMention] = []
        let syntax = FigureSyntax(analysis)
        let anchors = AnchorReader(times: reader, syntax: syntax, analysis: analysis)
        var context = TimeContext(reference: reference)
        var paragraph: Int32 = -1
        for sentence in analysis.sentences {
            if sentence.paragraph != paragraph { (context.narrative, context.named) = (nil, nil) }
            paragraph = sentence.paragraph
            let end = atoms.firstIndex(atOrAfter: sentence.span.end)
            var i = atoms.firstIndex(atOrAfter: sentence.span.start)
            // What stands before a happening that is still to come lies ahead.
            var ahead: Range<Int>?
            while i < end {
                guard reader.mayAnchor(atoms, i) else {
                    i += 1
                    continue
                }
                let outlook = outlook(atoms.starts[i], analysis, syntax)
                (context.future, context.past) = (outlook == .future, outlook == .past)
                // A limit that is not past lies ahead: "undertook to leave by 1 July", "within 30 days".
                if outlook == .unknown, reader.isDeadline(atoms, i) { context.future = true }
                if context.future, isRanked(before: atoms.starts[i], sentence.words, analysis, syntax) {
                    // "the first fair in 40 years": they lie behind.
                    context.future = false
                }
                if let ahead, let word = syntax.word(at: atoms.starts[i]), ahead.contains(word) {
                    context.future = true
                }
                let cursor = TimeReader.Cursor(atoms: atoms, end: end, source: analysis.text, context: context)
                if let found = anchors.read(cursor, i) {
                    // "Before the deal was signed on 16 May": that is over, as the clause itself says.
                    let isOver =
                        found.isClause && found.inner < end
                        && self.outlook(atoms.starts[found.inner], analysis, syntax) == .past
                    if found.anchor.order == .before, !isOver { ahead = found.words }
                    mentions.append(mention(found, analysis, article.id, syntax))
                    i = found.inner
                    continue
                }
                guard let draft = reader.read(atoms, at: i, end: end, source: analysis.text, context: context),
                    let words = syntax.words(atoms.span(draft.atoms)), !isCount(draft, words, analysis),
                    !isPerson(words, analysis), !isOwn(draft, words, analysis, atoms)
                else {
                    i += 1
                    continue
                }
                if draft.takes { for k in draft.atoms { taken[k] = true } }
                advance(&context, draft)
                mentions.append(mention(draft, words, atoms, analysis, article.id, syntax))
                i = draft.takes ? draft.atoms.upperBound : max(i + 1, draft.atoms.upperBound)
            }
        }
        return (resolved(mentions), taken)
    }

    /// Lets the narrative reach a time.
    private func advance(_ context: inout TimeContext, _ draft: TimeDraft) {
        guard let range = draft.range, draft.duration == nil else { return }
        if draft.precision == .day, range.from == range.to { context.narrative = range.from }
        switch draft.precision {
        case .day, .month, .year: context.named = range
        default: break
        }
    }

    private func mention(
        _ draft: TimeDraft, _ words: Range<Int>, _ atoms: Atoms, _ analysis: Analysis, _ article: String,
        _ syntax: FigureSyntax
    ) -> TimeMention {
        TimeMention(
            expression: TimeExpression(
                range: draft.range?.record, precision: draft.precision, relative: draft.relative, order: draft.order,
                duration: draft.duration, period: draft.period,
                evidence: Evidence(article: article, text: analysis.text, span: atoms.span(draft.atoms))),
            words: words, head: syntax.top(words), notice: draft.notice)
    }

    private func mention(
        _ found: AnchorReader.Found, _ analysis: Analysis, _ article: String, _ syntax: FigureSyntax
    ) -> TimeMention {
        let span = analysis.span(ofWords: found.words)
        return TimeMention(
            expression: TimeExpression(
                range: nil, precision: .vague, relative: true, anchor: found.anchor,
                evidence: Evidence(article: article, text: analysis.text, span: span)),
            words: found.words, head: syntax.top(found.words))
    }

    /// A time told by a happening that is itself dated within the words takes that date.
    private func resolved(_ mentions: [TimeMention]) -> [TimeMention] {
        var mentions = mentions
        for k in mentions.indices {
            guard let anchor = mentions[k].expression.anchor, anchor.order == .on || anchor.order == .since else {
                continue
            }
            let inner = mentions.dropFirst(k + 1).first {
                $0.words.lowerBound < mentions[k].words.upperBound && $0.expression.range != nil
            }
            guard let inner, mentions[k].words.contains(inner.words.lowerBound) else { continue }
            mentions[k].expression.range = inner.expression.range
            mentions[k].expression.precision = inner.expression.precision
        }
        return mentions
    }

    /// The day from which relative times count.
    func reference(_ analysis: Analysis, _ atoms: Atoms, _ article: Article) -> CalendarDay? {
        if let day = article.published.flatMap({ CalendarDay(iso: $0) }) { return day }
        if let day = article.dateline?.date.flatMap({ CalendarDay(iso: $0) }) { return day }
        var last: CalendarDay?
        let syntax = FigureSyntax(analysis)
        let years = distancesToYear(atoms)
        var i = 0
        while i < atoms.count {
            // A full date holds a number of four digits: nothing is read where none is near.
            guard years[i] <= Self.longestDate else {
                i += 1
                continue
            }
            let context = TimeContext()
            if let draft = reader.read(atoms, at: i, end: atoms.count, source: analysis.text, context: context) {
                if draft.precision == .day, !draft.relative, let range = draft.range,
                    datesAnAct(draft.atoms, atoms, syntax)
                {
                    last = max(last ?? range.to, range.to)
                }
                i = draft.atoms.upperBound
            } else {
                i += 1
            }
        }
        return last
    }

    /// Whether a full date tells when something was done or stands alone, so that the text is of about that day:
    /// "the attacks of Sept. 11, 2001" and "an Aug. 8, 2015, affidavit" may lie far back.
    private func datesAnAct(_ date: Range<Int>, _ atoms: Atoms, _ syntax: FigureSyntax) -> Bool {
        let analysis = syntax.analysis
        guard let words = syntax.words(atoms.span(date)),
            let head = words.first(where: { !words.contains(Int(analysis.words.heads[$0])) })
        else { return false }
        let before = date.lowerBound - 1
        let mark = before >= 0 && atoms.kinds[before] == .word ? atoms.codes[before] : -1
        if mark == reader.a || mark == reader.an { return false }
        switch analysis.words.relations[head] {
        // "signed a deal on May 5, 2016": parsers hang the day on the deal.
        case .nmod: return mark == reader.on
        case .nmodUnmarked: return Int(analysis.words.heads[head]) < head
        case .nmodPoss, .nmodDesc, .compound, .amod, .nummod: return false
        default: return true
        }
    }

    /// How many atoms a full date takes up to its year at most: "on Thursday, the 5th of May, 2016".
    private static let longestDate = 9

    /// For each atom how many atoms ahead the next number stands that may hold a year.
    private func distancesToYear(_ atoms: Atoms) -> [Int] {
        var distances = [Int](repeating: Int.max, count: atoms.count)
        var next = Int.max
        for i in atoms.kinds.indices.reversed() {
            if atoms.kinds[i] == .number, atoms.ends[i] - atoms.starts[i] >= 4 { next = i }
            if next != Int.max { distances[i] = next - i }
        }
        return distances
    }

    /// A bare year that counts a plural noun is a number ("2,000 soldiers" written "2000 soldiers").
    private func isCount(_ draft: TimeDraft, _ words: Range<Int>, _ analysis: Analysis) -> Bool {
        guard draft.precision == .year, !draft.relative, words.count == 1, draft.atoms.count == 1 else { return false }
        let word = words.lowerBound
        guard analysis.words.relations[word] == .nummod else { return false }
        // "the 2028 campaigns": years of our time that are no round numbers count nothing.
        if let year = draft.range?.from.iso.prefix(4), let value = Int(year), (1990..<2050).contains(value),
            value % 100 != 0
        {
            return false
        }
        let head = Int(analysis.words.heads[word])
        return head > word && analysis.words.upos[head] == .noun
            && analysis.words.lemmas[head] != analysis.words.forms[head]
    }

    /// "his last year in office" is counted from his time and not from ours; "it may" is no month.
    private func isOwn(_ draft: TimeDraft, _ words: Range<Int>, _ analysis: Analysis, _ atoms: Atoms) -> Bool {
        if words.count == 1, analysis.pennTag(words.lowerBound) == .md { return true }
        let before = words.lowerBound - 1
        if draft.relative, draft.precision == .day, words.count == 1, before >= 0,
            analysis.words.upos[before] == .propn,
            analysis.sentence(ofWord: before) == analysis.sentence(ofWord: before + 1),
            case .deictic? = reader.lexicon.phrases.match(atoms, at: draft.atoms.lowerBound)?.value,
            analysis.isCapitalised(words.lowerBound)
        {
            // The daily "USA Today".
            return true
        }
        if isPartOf(words, draft, analysis) { return true }
        guard draft.relative, words.count > 1, before >= 0, analysis.words.upos[words.lowerBound] == .adj else {
            return false
        }
        return analysis.pennTag(before) == .prpPossessive || analysis.pennTag(before) == .pos
    }

    /// Whether a rank ("first", "worst") stands with the noun before a length of time ("in 40 years").
    private func isRanked(before offset: UInt32, _ sentence: Range<Int>, _ analysis: Analysis, _ syntax: FigureSyntax)
        -> Bool
    {
        guard let word = syntax.word(at: offset) else { return false }
        let opening = analysis.words.upos[word] == .adp ? word : word - 1
        guard opening > sentence.lowerBound, analysis.words.upos[opening] == .adp, opening + 1 < sentence.upperBound,
            analysis.words.upos[opening + 1] == .num
        else { return false }
        return (max(sentence.lowerBound, opening - Self.rankReach)..<opening).contains {
            analysis.pennTag($0) == .jjs || reader.lexicon.ranks.contains(analysis.lemma($0).lowercased())
        }
    }

    private static let rankReach = 6

    /// "the last year of the war" is a year of that, not of ours.
    private func isPartOf(_ words: Range<Int>, _ draft: TimeDraft, _ analysis: Analysis) -> Bool {
        let before = words.lowerBound - 1
        let next = words.upperBound
        guard draft.relative, words.count == 2, before >= 0, next < analysis.words.count,
            analysis.words.upos[words.lowerBound] == .adj, analysis.words.upos[before] == .det,
            analysis.words.upos[words.lowerBound + 1] == .noun
        else { return false }
        return analysis.lemma(next) == "of"
    }

    /// "Theresa May" is no month, and "USA Today" no day.
    private func isPerson(_ words: Range<Int>, _ analysis: Analysis) -> Bool {
        analysis.entities.contains {
            ($0.kind == .person || $0.kind == .organisation) && $0.words.lowerBound <= words.lowerBound
                && words.upperBound <= $0.words.upperBound
                && $0.words.count > words.count
        }
    }

    /// How the predicate over a time stands to the day of writing.
    enum Outlook { case future, past, unknown, open }

    /// How the predicate over a byte stands to the day of writing.
    ///
    /// Ahead lie futures, modals, infinitives and participles under words of plan, and the present
    /// tense, which tells a day by itself only of what is arranged ("comes into force on Friday").
    private func outlook(_ offset: UInt32, _ analysis: Analysis, _ syntax: FigureSyntax) -> Outlook {
        guard var word = syntax.word(at: offset) else { return .unknown }
        for _ in 0..<14 {
            let tag = analysis.words.upos[word]
            let relation = analysis.words.relations[word]
            if tag == .verb || tag == .aux || relation == .root {
                switch outlook(ofPredicate: word, analysis, syntax) {
                case .open:
                    // An infinitive lies ahead of what governs it under words of plan, else at no known time.
                    let head = Int(analysis.words.heads[word])
                    guard head >= 0 else { return .future }
                    let governor = analysis.lemma(head).lowercased()
                    if reader.lexicon.futureGovernors.contains(governor)
                        || reader.lexicon.presentGovernors.contains(governor) && analysis.pennTag(head) != .vbd
                    {
                        return .future
                    }
                    // "A deal to be signed on Friday".
                    if relation == .acl { return .future }
                    if relation != .xcomp || syntax.children[head].isEmpty { return .unknown }
                    let above = outlook(ofPredicate: head, analysis, syntax)
                    return above == .future ? .future : .unknown
                // "A deal signed on Friday" was signed, whatever is to be done with it.
                case .unknown where relation == .acl && analysis.pennTag(word) == .vbn: return .past
                case .unknown where relation == .xcomp || relation == .acl || relation == .advcl: break
                case let found: return found
                }
            } else if reader.lexicon.futureGovernors.contains(analysis.lemma(word).lowercased()),
                relation == .acl || relation == .amod
            {
                return .future
            }
            let head = Int(analysis.words.heads[word])
            guard head >= 0 else { return .unknown }
            word = head
        }
        return .unknown
    }

    private func outlook(ofPredicate word: Int, _ analysis: Analysis, _ syntax: FigureSyntax) -> Outlook {
        let lexicon = reader.lexicon
        let tag = analysis.pennTag(word)
        var finite = tag
        var perfect = false
        var infinitive = false
        for child in syntax.children[word].map(Int.init) {
            switch analysis.words.relations[child] {
            case .aux, .auxPass, .cop:
                let lemma = analysis.lemma(child).lowercased()
                if lexicon.futureAuxiliaries.contains(lemma) { return .future }
                if lemma == "have" { perfect = true }
                let own = analysis.pennTag(child)
                if own == .vbd || own == .vbz || own == .vbp { finite = own }
            case .mark where analysis.words.upos[child] == .part: infinitive = true
            // "committed to ending": a gerund behind "to" lies ahead of its verb as an infinitive does.
            case .mark where tag == .vbg && analysis.lemma(child) == "to": infinitive = true
            default: break
            }
        }
        let isGovernor = lexicon.futureGovernors.contains(analysis.lemma(word).lowercased())
        if perfect { return .past }
        switch finite {
        case .vbd: return .past
        // "As he has before, …": an auxiliary without its verb tells no arrangement.
        case .vbz, .vbp:
            let lemma = analysis.lemma(word).lowercased()
            return lemma == "have" || lexicon.tellers.contains(lemma) ? .unknown : .future
        case .vbn: return isGovernor ? .future : infinitive ? .open : .unknown
        default: break
        }
        return infinitive || tag == .vb ? .open : .unknown
    }
}
