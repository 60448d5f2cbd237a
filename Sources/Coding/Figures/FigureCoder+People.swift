import Linguistics
import Records
import Text

/// What a bare number counts, told by the figure before it, by its verb or by the party that it measures.
extension FigureCoder {
    /// "154 inmates, 26 more than last year", "45 people, 12 of them diplomats": a bare number behind a comma
    /// counts what the figure before it does.
    func carryOn(_ mentions: inout [FigureMention], from first: Int, _ analysis: Analysis) {
        for index in mentions.indices.dropFirst(first + 1) {
            let (whole, part) = (mentions[index - 1], mentions[index])
            guard part.figure.kind == .count, part.countedHead == nil, part.figure.unit == nil,
                part.figure.fate == nil, whole.figure.unit == nil,
                whole.figure.kind == .people || whole.figure.kind == .count && whole.countedHead != nil
            else { continue }
            let comma = max(whole.words.upperBound, (whole.countedHead ?? -1) + 1)
            guard part.words.lowerBound - comma >= 1, part.words.lowerBound - comma <= 3,
                analysis.form(comma) == ",", refersBack(behind: part.words.upperBound, analysis)
            else { continue }
            mentions[index].figure.kind = whole.figure.kind
            mentions[index].figure.counted = whole.figure.counted
        }
    }

    /// Whether "of them", "of whom" or "more than" stands at a word.
    private func refersBack(behind word: Int, _ analysis: Analysis) -> Bool {
        guard word + 1 < analysis.words.count else { return false }
        if classes.partitive.contains(analysis.lemma(word)) { return analysis.words.upos[word + 1] == .pron }
        return (analysis.pennTag(word) == .jjr || analysis.pennTag(word) == .rbr)
            && analysis.words.upos[word + 1] != .noun
    }

    /// "the force numbered 9,500", "a crowd put by police at 25,000", "more than 500 attended": people.
    func isCompany(_ number: Range<Int>, _ syntax: FigureSyntax) -> Bool {
        let analysis = syntax.analysis
        if isSubject(number, analysis) { return true }
        let top = syntax.top(number)
        let verb = syntax.predicate(above: top)
        guard verb != top, top > verb, analysis.words.upos[verb] == .verb,
            classes.sizes.contains(analysis.lemma(verb).lowercased())
        else { return false }
        let nouns = syntax.children[verb].map(Int.init).filter { $0 < number.lowerBound }
        // Who puts a crowd at a number is not what is measured.
        var measured = nouns.filter { analysis.words.relations[$0] == .obj }
        if measured.isEmpty {
            measured = nouns.filter {
                analysis.words.relations[$0] == .nsubj || analysis.words.relations[$0] == .nsubjPass
            }
        }
        if analysis.words.relations[verb] == .acl { measured.append(Int(analysis.words.heads[verb])) }
        return measured.contains {
            let noun = analysis.lemma($0).lowercased()
            return classes.parties.contains(noun) || reader.lexicon.persons.contains(noun)
        }
    }

    /// "more than 500 attended", "nearly 7,000 have fled": a bare number before a verb that people are the subjects of.
    private func isSubject(_ number: Range<Int>, _ analysis: Analysis) -> Bool {
        let sentence = analysis.sentences[analysis.sentence(ofWord: number.lowerBound)].words
        var verb = number.upperBound
        while verb < sentence.upperBound, verb - number.upperBound < 3,
            analysis.words.upos[verb] == .aux || analysis.words.upos[verb] == .adv
        {
            verb += 1
        }
        return verb < sentence.upperBound && analysis.words.upos[verb] == .verb
            && classes.peopled.contains(analysis.lemma(verb).lowercased())
    }

    /// "the toll has passed 90", "the number of refugees topped 2 million": a verb that is itself a bound.
    func passes(_ number: Range<Int>, _ syntax: FigureSyntax) -> Bool {
        let analysis = syntax.analysis
        let verb = Int(analysis.words.heads[syntax.top(number)])
        guard verb >= 0, verb < number.lowerBound, classes.passing.contains(analysis.lemma(verb).lowercased()) else {
            return false
        }
        return syntax.children[verb].contains {
            analysis.words.relations[Int($0)] == .nsubj
                && classes.totals.contains(analysis.lemma(Int($0)).lowercased())
        }
    }

    /// "the BRICS five", "the Visegrad four": the members of what a name holds, counted by nobody.
    func isNamedGroup(_ number: Range<Int>, _ analysis: Analysis) -> Bool {
        let name = number.lowerBound - 1
        guard name > 0, number.count == 1, analysis.words.upos[name] == .propn,
            analysis.lemma(name - 1).lowercased() == "the",
            analysis.text.utf8[Int(analysis.words.starts[number.lowerBound])] > 0x39
        else { return false }
        let next = number.upperBound
        guard next < analysis.words.count else { return true }
        return analysis.words.upos[next] != .noun && analysis.words.upos[next] != .adj
            && analysis.words.upos[next] != .propn
    }

    /// "2. Ministers meet in Oslo": the number of a line.
    func isEnumerator(_ number: Range<Int>, _ analysis: Analysis) -> Bool {
        let word = number.lowerBound
        guard number.count == 1, word == analysis.sentences[analysis.sentence(ofWord: word)].words.lowerBound,
            word + 1 < analysis.words.count, analysis.text.utf8[Int(analysis.words.starts[word])] <= 0x39
        else { return false }
        let next = analysis.form(word + 1)
        return (next == "." || next == ")") && analysis.words.starts[word + 1] == analysis.words.ends[word]
    }

    /// A people by an adjective ("a million Sudanese").
    func isPeopleName(_ head: Int, _ analysis: Analysis) -> Bool {
        analysis.words.upos[head] == .adj && analysis.isCapitalised(head)
    }

    /// "Gate 14 opens", "Article 5": a noun with a capital that its number names.
    func isLabelled(_ number: Range<Int>, _ analysis: Analysis) -> Bool {
        let before = number.lowerBound - 1
        guard before >= 0, number.count == 1, analysis.sentence(ofWord: before) == analysis.sentence(ofWord: before + 1)
        else { return false }
        return analysis.isCapitalised(before) && classes.labels.contains(analysis.lemma(before).lowercased())
    }
}
