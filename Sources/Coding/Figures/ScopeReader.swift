import Linguistics
import Records
import Text

/// Tells what a figure holds for: a place, a body, an event or a thing that a preposition brings in.
///
/// What stands close behind the number or the counted noun is believed; what only hangs on the predicate must
/// be a name, a place or an event, or what the figure goes to. Times, utterances and sums are no scopes.
struct ScopeReader: Sendable {
    private let prepositions: Set<String>
    /// Prepositions of what something goes to.
    private let goals: Set<String>
    private let events: Set<String>
    private let places: Set<String>
    private let refused: Set<String>
    /// The longest scope in words; of a longer phrase its noun alone with what stands before it is given.
    private static let reach = 10

    init(_ classes: FigureClasses) throws {
        prepositions = classes.scopes
        goals = classes.goals
        events = Set(try DataFiles.table("event-nouns.tsv", columns: ["lemma"]).rows.map { $0["lemma"] })
        var lists: [String: Set<String>] = [:]
        for row in try DataFiles.table("scope-nouns.tsv", columns: ["class", "lemmas"]).rows {
            lists[row["class"], default: []].formUnion(row.list("lemmas"))
        }
        places = lists["place"] ?? []
        refused = lists["no"] ?? []
    }

    /// The scope of a figure, or `nil`.
    ///
    /// - Parameters:
    ///   - counted: the noun that is counted, if any.
    ///   - number: the words of the number and its unit.
    ///   - barred: words that belong to times, which hold nothing.
    func scope(
        _ counted: Int?, number: Range<Int>, kind: Figure.Kind, barred: [Range<Int>], _ syntax: FigureSyntax
    ) -> Span? {
        guard kind != .duration, kind != .ordinal else { return nil }
        let analysis = syntax.analysis
        let sentence = analysis.sentences[analysis.sentence(ofWord: number.lowerBound)].words
        let end = max(number.upperBound, (counted ?? -1) + 1)
        for next in Set([number.upperBound, end]).sorted() where next < sentence.upperBound {
            // Behind the number itself a preposition brings in its scope, whatever the parser made of it.
            guard analysis.words.upos[next] == .adp, let nominal = nominal(behind: next, sentence, analysis),
                nominal != counted
            else { continue }
            if let span = span(nominal, next, number, barred, syntax), isFit(nominal, next, near: true, syntax) {
                return span
            }
        }
        let carrier = counted ?? syntax.top(number)
        var near = [carrier]
        near += number.filter { $0 != carrier }
        let predicate = Int(analysis.words.heads[carrier])
        for (node, isNear) in near.map({ ($0, true) }) + (predicate >= 0 ? [(predicate, false)] : []) {
            for child in syntax.children[node].map(Int.init) where child != counted && !number.contains(child) {
                switch analysis.words.relations[child] {
                case .nmod, .obl: break
                default: continue
                }
                guard let preposition = syntax.marker(child), prepositions.contains(analysis.lemma(preposition)),
                    isFit(child, preposition, near: isNear, syntax),
                    let span = span(child, preposition, number, barred, syntax)
                else { continue }
                return span
            }
        }
        return kind == .money ? purpose(near + (predicate >= 0 ? [predicate] : []), number, barred, syntax) : nil
    }

    /// "asked for $850 million to feed the camps": the object of what the money is for.
    private func purpose(
        _ nodes: [Int], _ number: Range<Int>, _ barred: [Range<Int>], _ syntax: FigureSyntax
    ) -> Span? {
        let words = syntax.analysis.words
        for node in nodes {
            for clause in syntax.children[node].map(Int.init) where clause >= number.upperBound {
                guard words.relations[clause] == .advcl || words.relations[clause] == .acl,
                    words.upos[clause] == .verb,
                    let mark = syntax.children[clause].first(where: { words.relations[Int($0)] == .mark }),
                    goals.contains(syntax.analysis.lemma(Int(mark))),
                    let object = syntax.children[clause].first(where: { words.relations[Int($0)] == .obj }).map(
                        Int.init),
                    isFit(object, Int(mark), near: true, syntax)
                else { continue }
                return span(object, clause, number, barred, syntax)
            }
        }
        return nil
    }

    /// The noun that a preposition brings in: its head, or the last noun of those that follow it.
    private func nominal(behind preposition: Int, _ sentence: Range<Int>, _ analysis: Analysis) -> Int? {
        guard prepositions.contains(analysis.lemma(preposition)) else { return nil }
        let head = Int(analysis.words.heads[preposition])
        if analysis.words.relations[preposition] == .case, head > preposition { return head }
        var last: Int?
        for word in preposition + 1..<max(sentence.upperBound, preposition + 1) {
            switch analysis.words.upos[word] {
            case .noun, .propn: last = word
            case .det, .adj: if last != nil { return last }
            default: return last
            }
        }
        return last
    }

    /// Whether a figure may hold for a noun.
    private func isFit(_ nominal: Int, _ preposition: Int, near: Bool, _ syntax: FigureSyntax) -> Bool {
        let analysis = syntax.analysis
        guard analysis.words.upos[nominal] == .noun || analysis.words.upos[nominal] == .propn else { return false }
        if analysis.entities.contains(where: { $0.words.contains(nominal) }) { return true }
        let lemma = analysis.lemma(nominal).lowercased()
        if refused.contains(lemma) { return false }
        return near || goals.contains(analysis.lemma(preposition)) || places.contains(lemma) || events.contains(lemma)
    }

    /// The words of a scope: from behind its preposition to the end of its phrase, no mark within.
    private func span(
        _ nominal: Int, _ preposition: Int, _ number: Range<Int>, _ barred: [Range<Int>], _ syntax: FigureSyntax
    ) -> Span? {
        let words = syntax.analysis.words
        let subtree = syntax.subtree(nominal)
        guard preposition < nominal else { return nil }
        var first = preposition + 1
        while first < nominal, words.upos[first] == .adp { first += 1 }
        var last = nominal
        for word in first..<max(subtree.upperBound, nominal + 1) {
            // A list goes on with what is counted anew ("in loans and €17 billion in grants").
            if words.upos[word] == .num || words.upos[word] == .sym {
                if word > nominal { break }
                return nil
            }
            if words.upos[word] == .punct {
                if isTight(word, syntax.analysis) { continue }
                if word > nominal { break }
                return nil
            }
            last = max(last, word)
        }
        if last + 1 - first > Self.reach { last = nominal }
        while last > nominal, words.upos[last] == .cconj || words.upos[last] == .adp || words.upos[last] == .punct {
            last -= 1
        }
        let range = first..<last + 1
        guard !range.overlaps(number), !barred.contains(where: { $0.contains(nominal) }) else { return nil }
        // A time that closes the phrase is none of it ("in Reno on Sunday").
        if let time = barred.first(where: { $0.lowerBound > nominal && range.contains($0.lowerBound) }) {
            last = time.lowerBound - 1
            while last > nominal, words.upos[last] == .adp || words.upos[last] == .det { last -= 1 }
        }
        return syntax.analysis.span(ofWords: first..<last + 1)
    }

    /// Whether a mark joins the words on both its sides.
    private func isTight(_ word: Int, _ analysis: Analysis) -> Bool {
        word > 0 && word + 1 < analysis.words.count && analysis.words.ends[word - 1] == analysis.words.starts[word]
            && analysis.words.ends[word] == analysis.words.starts[word + 1]
    }
}
