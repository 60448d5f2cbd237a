import Linguistics
import Records
import Text

/// Tells what has befallen the people that a figure counts, from the words around it.
struct FateReader: Sendable {
    private enum Place: String { case object, subject, noun, life }

    private var objects: [String: Figure.Fate] = [:]
    private var subjects: [String: Figure.Fate] = [:]
    private var nouns: [String: Figure.Fate] = [:]
    /// Verbs that take lives and not persons.
    private var lives: [String: Figure.Fate] = [:]

    init() throws {
        let table = try DataFiles.table("fates.tsv", columns: ["lemma", "fate", "place"])
        for row in table.rows {
            guard let fate = Figure.Fate(rawValue: row["fate"]), let place = Place(rawValue: row["place"]) else {
                throw DataTable.Failure.badValue(
                    file: table.file, line: row.line, column: "fate", value: row["fate"] + " " + row["place"],
                    expected: "a fate, and object, subject, noun or life")
            }
            switch place {
            case .object: objects[row["lemma"]] = fate
            case .subject: subjects[row["lemma"]] = fate
            case .noun: nouns[row["lemma"]] = fate
            case .life: lives[row["lemma"]] = fate
            }
        }
    }

    /// The fate of what a number counts, or `nil`.
    func fate(_ number: Range<Int>, head: Int?, _ syntax: FigureSyntax, _ classes: FigureClasses) -> Figure.Fate? {
        let analysis = syntax.analysis
        if let head, let found = noun(head, analysis), !isVerbal(head, analysis) { return found }
        // "nine dead", "more than 60 wounded": the word that follows is what is counted.
        let next = number.upperBound
        if next < analysis.words.count, let found = noun(next, analysis), !hasSubject(next, syntax) { return found }
        if let toll = toll(number, syntax, classes) { return toll }
        if let found = alongside(number, head, syntax)
            ?? head.flatMap({ $0 >= number.upperBound ? lone($0, syntax) : nil })
        {
            return found
        }
        var word = head ?? syntax.top(number)
        for _ in 0..<4 {
            let relation = analysis.words.relations[word]
            let above = Int(analysis.words.heads[word])
            guard above >= 0 else { return nil }
            let lemma = analysis.lemma(above).lowercased()
            switch relation {
            case .nsubjPass: return isPassive(above, syntax) ? objects[lemma] : objects[lemma] ?? subjects[lemma]
            case .nsubj:
                if isPassive(above, syntax) { return objects[lemma] }
                return subjects[lemma] ?? (isCopular(above, syntax) ? nouns[lemma] ?? noun(above, analysis) : nil)
            case .obj:
                if let found = lives[lemma], analysis.lemma(word) == "life" { return found }
                return objects[lemma]
            case .conj
            where analysis.words.upos[above] == .verb && above < number.lowerBound
                && !isAfterNoun(above, number, syntax):
                // "killed himself and 17 worshippers": joined to the verb in place of its object.
                return objects[lemma]
            case .nmod, .obl, .appos, .nummod, .conj, .compound, .nmodUnmarked:
                // "including four children", "12 of them women", and second parts of a list.
                if relation == .nmod || relation == .obl {
                    guard let marker = syntax.marker(word), classes.parts.contains(analysis.lemma(marker)) else {
                        return word == head ? nil : lone(word, syntax)
                    }
                }
                word = above
            case .acl, .aclRelcl: return nil
            default: return nil
            }
        }
        return nil
    }

    /// "killed 14", "injured more than 60", "300 migrants drowned": a verb that touches the figure, whatever
    /// the parser made of the clause.
    private func alongside(_ number: Range<Int>, _ head: Int?, _ syntax: FigureSyntax) -> Figure.Fate? {
        let analysis = syntax.analysis
        let sentence = analysis.sentences[analysis.sentence(ofWord: number.lowerBound)].words
        var before = number.lowerBound - 1
        // The words of a bound may stand between.
        while before > sentence.lowerBound, number.lowerBound - before <= 3, isBound(before, analysis) { before -= 1 }
        if before >= sentence.lowerBound, analysis.words.upos[before] == .verb {
            let lemma = analysis.lemma(before).lowercased()
            let isLives = head.map { analysis.lemma($0).lowercased() == "life" } ?? false
            if isLives, let found = lives[lemma] { return found }
            if let found = objects[lemma], !hasSubjectBetween(before, number, syntax) { return found }
        }
        let after = max(number.upperBound, (head ?? 0) + 1)
        guard after < sentence.upperBound, after - number.upperBound < 5 else { return nil }
        var next = after
        var isPassive = false
        while next < sentence.upperBound, analysis.words.upos[next] == .aux {
            if analysis.lemma(next) == "be" { isPassive = true }
            next += 1
        }
        guard next < sentence.upperBound else { return nil }
        let form = analysis.form(next).lowercased()
        let lemma = analysis.lemma(next).lowercased()
        if next > after, let found = nouns[form] { return found }
        guard analysis.words.upos[next] == .verb else { return nil }
        if isPassive { return objects[lemma] }
        return next == after && analysis.pennTag(next) != .vbg ? subjects[lemma] : next > after ? subjects[lemma] : nil
    }

    /// "At least 27 civilians, including four children, died": a counted noun without a preposition before a verb
    /// that has no other subject is its subject.
    private func lone(_ head: Int, _ syntax: FigureSyntax) -> Figure.Fate? {
        let analysis = syntax.analysis
        guard syntax.marker(head).map({ isOfBound($0, analysis) }) ?? true,
            analysis.words.relations[head] == .obl || analysis.words.relations[head] == .oblUnmarked
        else { return nil }
        let verb = Int(analysis.words.heads[head])
        guard verb > head, analysis.words.upos[verb] == .verb,
            !syntax.children[verb].contains(where: {
                analysis.words.relations[Int($0)] == .nsubj || analysis.words.relations[Int($0)] == .nsubjPass
            })
        else { return nil }
        let lemma = analysis.lemma(verb).lowercased()
        return isPassive(verb, syntax) ? objects[lemma] : subjects[lemma]
    }

    /// The preposition of "at least" and "at most".
    private func isOfBound(_ marker: Int, _ analysis: Analysis) -> Bool {
        let tag = analysis.pennTag(marker + 1)
        return tag == .jjs || tag == .rbs
    }

    /// Whether another clause stands between a verb and a number: a subject or a further verb.
    private func isAfterNoun(_ verb: Int, _ number: Range<Int>, _ syntax: FigureSyntax) -> Bool {
        guard verb + 1 < number.lowerBound else { return false }
        return (verb + 1..<number.lowerBound).contains { syntax.analysis.words.upos[$0] == .verb }
    }

    private func isBound(_ word: Int, _ analysis: Analysis) -> Bool {
        switch analysis.words.upos[word] {
        case .adj, .adv, .adp, .det, .sconj: true
        default: false
        }
    }

    private func hasSubjectBetween(_ verb: Int, _ number: Range<Int>, _ syntax: FigureSyntax) -> Bool {
        syntax.children[verb].contains {
            let child = Int($0)
            return child > verb && child < number.lowerBound && syntax.isNoun(child)
        }
    }

    private func noun(_ word: Int, _ analysis: Analysis) -> Figure.Fate? {
        nouns[analysis.lemma(word).lowercased()] ?? nouns[analysis.form(word).lowercased()]
    }

    private func isVerbal(_ word: Int, _ analysis: Analysis) -> Bool { analysis.words.upos[word] == .verb }

    private func isPassive(_ verb: Int, _ syntax: FigureSyntax) -> Bool {
        syntax.children[verb].contains { syntax.analysis.words.relations[Int($0)] == .auxPass }
    }

    private func isCopular(_ word: Int, _ syntax: FigureSyntax) -> Bool {
        syntax.children[word].contains { syntax.analysis.words.relations[Int($0)] == .cop }
    }

    /// Whether a participle behind a number has a subject of its own besides it: "when 60 wounded men …" has none.
    private func hasSubject(_ word: Int, _ syntax: FigureSyntax) -> Bool {
        syntax.analysis.words.upos[word] == .verb
            && syntax.children[word].contains {
                let relation = syntax.analysis.words.relations[Int($0)]
                return (relation == .obj || relation == .auxPass || relation == .aux) && Int($0) > word
            }
    }

    /// "The death toll rose to 412".
    private func toll(_ number: Range<Int>, _ syntax: FigureSyntax, _ classes: FigureClasses) -> Figure.Fate? {
        let analysis = syntax.analysis
        let verb = Int(analysis.words.heads[syntax.top(number)])
        guard verb >= 0 else { return nil }
        for subject in syntax.children[verb].map(Int.init)
        where analysis.words.relations[subject] == .nsubj || analysis.words.relations[subject] == .nsubjPass {
            guard classes.totals.contains(analysis.lemma(subject).lowercased()) else { continue }
            for child in syntax.children[subject].map(Int.init) {
                switch analysis.words.relations[child] {
                case .compound, .amod, .nmod: if let found = noun(child, analysis) { return found }
                default: break
                }
            }
            // A toll without further words is that of the dead.
            if classes.tolls.contains(analysis.lemma(subject).lowercased()) { return .killed }
        }
        return nil
    }
}
