import Linguistics
import Records
import Text

/// What the dependency tree says of a figure: the noun that it counts and what it holds for.
struct FigureSyntax {
    let analysis: Analysis
    let children: Dependents

    /// Gathers the children of every word. O(n).
    init(_ analysis: Analysis) {
        self.analysis = analysis
        children = Dependents(heads: analysis.words.heads)
    }

    /// The index of the word that holds a byte, or of the last one before it. O(log n).
    func word(at offset: UInt32) -> Int? {
        let starts = analysis.words.starts
        guard let first = starts.first, first <= offset else { return nil }
        var low = 0
        var high = starts.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if starts[middle] <= offset { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// The words that a span touches.
    func words(_ span: Span) -> Range<Int>? {
        guard !span.isEmpty, let first = word(at: span.start), let last = word(at: span.end - 1) else { return nil }
        return first..<last + 1
    }

    /// The word of some consecutive ones whose head lies outside them.
    func top(_ range: Range<Int>) -> Int {
        for word in range where !range.contains(Int(analysis.words.heads[word])) { return word }
        return range.lowerBound
    }

    /// The noun that a number counts, or `nil` when the number stands for itself.
    func countedHead(_ number: Range<Int>, _ classes: FigureClasses) -> Int? {
        let top = top(number)
        let relation = analysis.words.relations[top]
        let head = Int(analysis.words.heads[top])
        // "tens of thousands of Russians", "two of the officers": what is counted hangs below.
        for word in number {
            for child in children[word].map(Int.init)
            where child >= number.upperBound && analysis.words.relations[child] == .nmod {
                if let preposition = marker(child), analysis.lemma(preposition) == "of", isNoun(child) { return child }
            }
        }
        if let counted = subjectCounted(top, classes) { return counted }
        // "a million Sudanese have …": an adjective with a capital that no noun follows is a people.
        if head == number.upperBound, analysis.words.upos[head] == .adj, analysis.isCapitalised(head),
            relation == .nummod
        {
            return head
        }
        // "by police at 25,000": with a preposition of its own the number counts nothing that stands before it.
        if head >= 0, head < number.lowerBound, relation == .nummod, marker(top) != nil { return nil }
        // "14 more tanks": the number hangs on the adjective of what it counts.
        if head >= 0, relation != .obj, analysis.words.upos[head] == .adj || analysis.words.upos[head] == .adv,
            analysis.words.relations[head] == .amod || analysis.words.relations[head] == .advmod
        {
            let noun = Int(analysis.words.heads[head])
            if noun > top, isNoun(noun) { return noun }
        }
        // "a delegation of 30": a party that the number stands behind.
        if relation == .nmod, head >= 0, head < top, let preposition = marker(top), analysis.lemma(preposition) == "of",
            classes.parties.contains(analysis.lemma(head).lowercased())
        {
            return head
        }
        switch relation {
        case .nummod, .compound, .nmod, .amod, .det, .nmodUnmarked, .nmodDesc:
            guard head >= 0, isNoun(head), !number.contains(head) else { return nil }
            if relation == .nmod, marker(top) != nil { return nil }
            // "the 30,000 Oria's lawyers returned": whose they are is not what they are.
            if analysis.words.upos[head] == .propn,
                children[head].contains(where: { analysis.pennTag(Int($0)) == .pos })
            {
                return nil
            }
            return lastOfRun(head, number)
        default:
            return isNoun(top) && analysis.words.upos[top] != .num && !number.contains(top) ? top : nil
        }
    }

    /// "1 million private sector jobs": of two nouns in a row the plural one is counted.
    private func lastOfRun(_ noun: Int, _ number: Range<Int>) -> Int {
        let next = noun + 1
        guard noun >= number.upperBound, analysis.pennTag(noun) == .nn, next < analysis.words.count,
            analysis.pennTag(next) == .nns, analysis.sentence(ofWord: next) == analysis.sentence(ofWord: noun)
        else { return noun }
        return next
    }

    /// The plural noun right behind a number that the parser has hung elsewhere.
    func nounBehind(_ number: Range<Int>, persons: Set<String>) -> Int? {
        let next = number.upperBound
        guard next < analysis.words.count,
            analysis.pennTag(next) == .nns
                || analysis.words.upos[next] == .propn && persons.contains(analysis.lemma(next).lowercased()),
            analysis.sentence(ofWord: next) == analysis.sentence(ofWord: number.lowerBound)
        else { return nil }
        return next
    }

    /// "The number of observers rose to 260": the noun is below the subject.
    private func subjectCounted(_ top: Int, _ classes: FigureClasses) -> Int? {
        let verb = Int(analysis.words.heads[top])
        guard verb >= 0, analysis.words.relations[top] == .obl || analysis.words.relations[top] == .obj else {
            return nil
        }
        for subject in children[verb].map(Int.init)
        where analysis.words.relations[subject] == .nsubj || analysis.words.relations[subject] == .nsubjPass
            || analysis.words.relations[subject] == .obj && subject < top
        {
            guard classes.totals.contains(analysis.lemma(subject).lowercased()) else { continue }
            for child in children[subject].map(Int.init) where analysis.words.relations[child] == .nmod && isNoun(child)
            {
                if let preposition = marker(child), analysis.lemma(preposition) == "of" { return child }
            }
        }
        return nil
    }

    /// A noun with its compounds and adjectives as lemmas, the figure's own words left out.
    ///
    /// - Parameter skipping: the words from the bound to the role, which describe the number.
    func phrase(_ noun: Int, without number: Range<Int>, skipping: Range<Int>) -> String {
        var lemmas: [String] = []
        // What stands before the number describes the whole phrase, or belongs elsewhere.
        for child in children[noun].map(Int.init)
        where child < noun && (child >= number.upperBound || number.lowerBound > noun) {
            switch analysis.words.relations[child] {
            case .compound, .amod, .flat, .nmodDesc:
                if analysis.words.upos[child] == .sym { continue }
                if !skipping.overlaps(child..<child + 1) { lemmas.append(analysis.lemma(child)) }
            default: break
            }
        }
        return (lemmas + [analysis.lemma(noun)]).joined(separator: " ").lowercased()
    }

    /// Of a share or a mass, what it is a part of: the phrase that names what is counted.
    func part(_ counted: Int?, _ number: Range<Int>, _ kind: Figure.Kind) -> Span? {
        guard kind == .share || kind == .mass || kind == .area, let counted, counted >= number.upperBound,
            let marker = marker(counted), marker >= number.upperBound, marker < counted
        else { return nil }
        let range = subtree(counted)
        guard range.count <= 12 else { return nil }
        var first = marker + 1
        while first < counted, analysis.words.relations[first] == .case { first += 1 }
        return analysis.span(ofWords: first..<range.upperBound)
    }

    /// The nearest verb or copular predicate above a word, or the sentence's root.
    func predicate(above word: Int) -> Int {
        var node = word
        for _ in 0..<16 {
            let head = Int(analysis.words.heads[node])
            if head < 0 { return node }
            node = head
            let tag = analysis.words.upos[node]
            if tag == .verb || children[node].contains(where: { analysis.words.relations[Int($0)] == .cop }) {
                return node
            }
        }
        return node
    }

    /// The preposition of a nominal.
    func marker(_ word: Int) -> Int? {
        children[word].first { analysis.words.relations[Int($0)] == .case }.map(Int.init)
    }

    /// The words below a word, as the range from the first to the last of them; closing marks go.
    func subtree(_ word: Int) -> Range<Int> {
        var first = word
        var last = word
        var stack = [Int32(word)]
        while let next = stack.popLast() {
            first = min(first, Int(next))
            last = max(last, Int(next))
            stack += children[Int(next)]
        }
        while last > word, analysis.words.upos[last] == .punct { last -= 1 }
        return first..<last + 1
    }

    func isNoun(_ word: Int) -> Bool {
        switch analysis.words.upos[word] {
        case .noun, .propn, .sym: true
        default: false
        }
    }
}
