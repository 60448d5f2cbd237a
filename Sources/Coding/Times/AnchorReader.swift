import Linguistics
import Records
import Text

/// Reads times that are told by another happening: "a few days after the first anniversary of Russia's
/// invasion", "before the ceremony", "when the call-up began".
struct AnchorReader {
    let times: TimeReader
    let syntax: FigureSyntax
    let analysis: Analysis

    /// A time told by an event: where it stands and what it counts from.
    struct Found {
        var atoms: Range<Int>
        /// The atom after the preposition or conjunction; inner times are read from there on.
        var inner: Int
        var words: Range<Int>
        var anchor: TimeExpression.Anchor
        /// Whether a clause tells the happening, and not a noun.
        var isClause = false
    }

    /// The anchored time that starts at an atom, or `nil`.
    func read(_ c: TimeReader.Cursor, _ start: Int) -> Found? {
        guard times.mayAnchor(c.atoms, start) else { return nil }
        var i = start
        var days: Int?
        if let skipped = times.lexicon.phrases.match(c.atoms, at: i), case .vague = skipped.value {
            i += skipped.length
        }
        if let (low, high, unit, next) = times.amount(c, i) {
            if let low, let high, low == high { days = low * unit }
            i = next
        }
        guard i < c.end else { return nil }
        if let (order, length) = times.lexicon.orders.match(c.atoms, at: i), i + length <= c.end {
            // "on" and "during" count from nothing: an amount before them belongs elsewhere.
            if order == 0, i > start || times.holiday(c, i + length) != nil { return nil }
            return noun(c, start, i, length, order, days) ?? clause(c, start, i, length, order, days)
        }
        if let (order, length) = times.lexicon.conjunctions.match(c.atoms, at: i), i + length <= c.end, i == start {
            return clause(c, start, i, length, order, days)
        }
        return nil
    }

    /// The noun that a preposition marks, when it names a happening.
    private func noun(_ c: TimeReader.Cursor, _ start: Int, _ i: Int, _ length: Int, _ order: Int, _ days: Int?)
        -> Found?
    {
        guard let preposition = syntax.word(at: c.atoms.starts[i]) else { return nil }
        let last = syntax.word(at: c.atoms.starts[i + length - 1]) ?? preposition
        guard
            let marked = [last, preposition].first(where: {
                analysis.words.relations[$0] == .case || analysis.words.relations[$0] == .mark
            })
        else { return nil }
        let noun = Int(analysis.words.heads[marked])
        guard noun > last else { return nil }
        let lemma = analysis.lemma(noun).lowercased()
        guard times.lexicon.eventNouns.contains(lemma), !isMonth(noun, c) else { return nil }
        // "on" is told by few happenings: a day that has a name, not a plan or a topic.
        let words = c.source[c.atoms.span(i..<i + length)].lowercased()
        if words == "on" || words == "at" {
            guard lemma == "anniversary" || lemma == "eve" || (words == "at" && lemma != "day") else { return nil }
            if words == "at" { return nil }
        }
        return found(c, start, i + length, head: noun, from: last + 1, order: order, days: days)
    }

    /// "until next March": a month with its capital is no happening of that name.
    private func isMonth(_ noun: Int, _ c: TimeReader.Cursor) -> Bool {
        guard analysis.words.upos[noun] == .propn else { return false }
        let atom = c.atoms.firstIndex(atOrAfter: analysis.words.starts[noun])
        if case .month? = times.lexicon.phrases.match(c.atoms, at: atom)?.value { return true }
        return false
    }

    /// The clause that a conjunction opens.
    private func clause(_ c: TimeReader.Cursor, _ start: Int, _ i: Int, _ length: Int, _ order: Int, _ days: Int?)
        -> Found?
    {
        guard let conjunction = syntax.word(at: c.atoms.starts[i]) else { return nil }
        let verb = Int(analysis.words.heads[conjunction])
        guard verb > conjunction,
            analysis.words.relations[conjunction] == .mark || analysis.words.relations[conjunction] == .advmod,
            analysis.words.relations[verb] == .advcl, analysis.words.upos[verb] == .verb,
            // "Since the vote will take place …" tells a reason.
            !(Self.order(order) == .since
                && syntax.children[verb].contains(where: { analysis.pennTag(Int($0)) == .md })),
            // "told when to join": nothing happens there.
            !syntax.children[verb].contains(where: { analysis.pennTag(Int($0)) == .to })
        else { return nil }
        var found = found(c, start, i + length, head: verb, from: conjunction + 1, order: order, days: days)
        found?.isClause = true
        return found
    }

    private func found(
        _ c: TimeReader.Cursor, _ start: Int, _ inner: Int, head: Int, from: Int, order: Int, days: Int?
    ) -> Found? {
        let tree = syntax.subtree(head)
        guard from < tree.upperBound, from <= head, let first = syntax.word(at: c.atoms.starts[start]) else {
            return nil
        }
        let event = from..<tree.upperBound
        guard event.count <= 30, first < event.upperBound else { return nil }
        let anchor = TimeExpression.Anchor(
            order: Self.order(order), event: analysis.text[analysis.span(ofWords: event)],
            head: analysis.lemma(head).lowercased(),
            days: days)
        return Found(atoms: start..<inner, inner: inner, words: first..<event.upperBound, anchor: anchor)
    }

    /// The order that a number of `time-words.tsv` stands for.
    static func order(_ number: Int) -> TimeExpression.Anchor.Order {
        switch number {
        case -1: .before
        case 1: .after
        case 2: .since
        case -2: .until
        default: .on
        }
    }
}
