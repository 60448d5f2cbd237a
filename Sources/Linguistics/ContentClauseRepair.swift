import Text

/// Hangs on its verb a clause of content that the parser took for a relative one: "said on Friday that Oria had
/// paid", "told reporters that Oria had paid". A day is not what Oria paid, nor are reporters.
struct ContentClauseRepair: Sendable {
    /// Lemmas of verbs whose object is told something.
    private let tellers: Set<String>
    /// Lowered names of days and months.
    private let times: Set<String>

    init() throws {
        tellers = Set(try DataFiles.table("content-verbs.tsv", columns: ["lemma"]).rows.map { $0["lemma"] })
        times = Set(
            try DataFiles.table("name-words.tsv", columns: ["word", "kind"]).rows
                .filter { $0["kind"] == "calendar" }.map { $0["word"] })
    }

    /// Mends all sentences, whose words must have lemmas. O(words).
    func mend(_ analysis: inout Analysis) {
        for sentence in analysis.sentences {
            for clause in sentence.words where isModifier(clause, analysis) {
                guard let mark = mark(of: clause, analysis) else { continue }
                let noun = Int(analysis.words.heads[clause])
                let verb = Int(analysis.words.heads[noun])
                guard verb >= 0, analysis.words.upos[verb] == .verb,
                    hasOwnSubject(clause, mark, sentence.words, analysis),
                    !sentence.words.contains(where: { has($0, under: verb, [.ccomp], analysis) })
                else { continue }
                let isTime = isTime(noun, sentence.words, analysis)
                guard isTime || isTold(noun, by: verb, analysis) else { continue }
                if isTime { mendTime(noun, sentence.words, &analysis) }
                analysis.words.heads[clause] = Int32(verb)
                analysis.words.relations[clause] = .ccomp
                analysis.words.heads[mark] = Int32(clause)
                analysis.words.relations[mark] = .mark
                analysis.words.upos[mark] = .sconj
                analysis.words.xpos[mark] = PennTag.in.rawValue
            }
        }
    }

    private func isModifier(_ word: Int, _ analysis: Analysis) -> Bool {
        let relation = analysis.words.relations[word]
        return (relation == .acl || relation == .aclRelcl) && Int(analysis.words.heads[word]) < word
    }

    /// The "that" with which a clause begins right behind its noun's phrase, or `nil`.
    private func mark(of clause: Int, _ analysis: Analysis) -> Int? {
        let noun = Int(analysis.words.heads[clause])
        guard let first = (noun + 1..<clause).first(where: { analysis.hangs($0, on: clause) }),
            analysis.form(first) == "that", Int(analysis.words.heads[first]) == clause
        else { return nil }
        return first
    }

    /// Whether a clause has a subject, and "that" is not it.
    private func hasOwnSubject(_ clause: Int, _ mark: Int, _ sentence: Range<Int>, _ analysis: Analysis) -> Bool {
        switch analysis.words.relations[mark] {
        case .nsubj, .nsubjPass: return false
        default: return sentence.contains { has($0, under: clause, [.nsubj, .nsubjPass, .expl], analysis) }
        }
    }

    private func has(_ word: Int, under head: Int, _ relations: [Relation], _ analysis: Analysis) -> Bool {
        Int(analysis.words.heads[word]) == head && relations.contains(analysis.words.relations[word])
    }

    /// Whether a noun is a day or a month by its name, and not one of several ("a Friday that nobody forgot").
    private func isTime(_ noun: Int, _ sentence: Range<Int>, _ analysis: Analysis) -> Bool {
        (analysis.words.upos[noun] == .propn || analysis.words.upos[noun] == .noun)
            && times.contains(analysis.symbols[analysis.words.forms[noun]])
            && !sentence.contains { has($0, under: noun, [.det], analysis) }
    }

    /// Whether a noun is the object of a verb that tells somebody something.
    private func isTold(_ noun: Int, by verb: Int, _ analysis: Analysis) -> Bool {
        let relation = analysis.words.relations[noun]
        return (relation == .obj || relation == .iobj) && tellers.contains(analysis.lemma(verb))
    }

    /// A day without a preposition that was taken for an object or a subject.
    private func mendTime(_ noun: Int, _ sentence: Range<Int>, _ analysis: inout Analysis) {
        switch analysis.words.relations[noun] {
        case .obj, .iobj, .nsubj, .nsubjPass:
            let isMarked = sentence.contains { has($0, under: noun, [.case], analysis) }
            analysis.words.relations[noun] = isMarked ? .obl : .oblUnmarked
        default: break
        }
    }
}
