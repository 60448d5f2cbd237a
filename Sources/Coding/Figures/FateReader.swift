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
        var word = head ?? syntax.top(number)
        for _ in 0..<4 {
            let relation = analysis.words.relations[word]
            let above = Int(analysis.words.heads[word])
            guard above >= 0 else { return nil }
            let lemma = analysis.lemma(above).lowercased()
            switch relation {
            case .nsubjPass: return objects[lemma]
            case .nsubj:
                if isPassive(above, syntax) { return objects[lemma] }
                return subjects[lemma] ?? (isCopular(above, syntax) ? nouns[lemma] ?? noun(above, analysis) : nil)
            case .obj:
                if let found = lives[lemma], analysis.lemma(word) == "life" { return found }
                return objects[lemma]
            case .nmod, .obl, .appos, .nummod, .conj, .compound, .nmodUnmarked:
                // "including four children", "12 of them women", and second parts of a list.
                if relation == .nmod || relation == .obl {
                    guard let marker = syntax.marker(word), classes.parts.contains(analysis.lemma(marker)) else {
                        return nil
                    }
                }
                word = above
            case .acl, .aclRelcl: return nil
            default: return nil
            }
        }
        return nil
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
        }
        return nil
    }
}
