import Text

/// Takes a participle behind a hyphen for what it says of the name behind it: in "gave aid to flood-hit Oria" nobody
/// hits Oria. Behind "to" a parser sees an infinitive there.
struct CompoundRepair {
    /// Participles that look like infinitives.
    private let unchanged: Set<String>

    init() throws {
        unchanged = Set(try DataFiles.table("unchanged-participles.tsv", columns: ["form"]).rows.map { $0["form"] })
    }

    /// Mends all sentences. O(words).
    func mend(_ analysis: inout Analysis) {
        for sentence in analysis.sentences {
            for word in sentence.words.dropFirst(2).dropLast()
            where analysis.words.upos[word] == .verb && isBehindHyphen(word, analysis) && isParticiple(word, analysis) {
                mend(word, in: sentence.words, &analysis)
            }
        }
    }

    private func mend(_ participle: Int, in sentence: Range<Int>, _ analysis: inout Analysis) {
        let name = participle + 1
        let above = Int(analysis.words.heads[participle])
        let below = sentence.filter { Int(analysis.words.heads[$0]) == participle }
        guard above >= 0, analysis.words.upos[name] == .propn, analysis.words.relations[name] == .obj,
            below.contains(name), !below.contains(where: { Self.makesClause(analysis.words.relations[$0]) })
        else { return }
        let first = participle - 2
        let preposition = first - 1
        let isMarked =
            preposition >= sentence.lowerBound
            && (analysis.pennTag(preposition) == .to || analysis.pennTag(preposition) == .in)
            && [participle, first, name].contains(Int(analysis.words.heads[preposition]))
        let relation = analysis.words.relations[participle]
        guard isMarked || relation == .conj else { return }
        let isClause = analysis.words.upos[above] == .verb || analysis.words.upos[above] == .adj
        analysis.words.relations[name] = relation == .conj ? .conj : isClause ? .obl : .nmod
        analysis.words.heads[name] = Int32(above)
        for child in below where child != name {
            analysis.words.heads[child] = child > name ? Int32(above) : Int32(name)
        }
        if isMarked {
            analysis.words.heads[preposition] = Int32(name)
            analysis.words.relations[preposition] = .case
        }
        for child in [first, participle - 1] { analysis.words.heads[child] = Int32(participle) }
        analysis.words.relations[first] = .compound
        analysis.words.heads[participle] = Int32(name)
        analysis.words.relations[participle] = .amod
    }

    /// Whether a noun and a hyphen stand right before a word, no space between.
    private func isBehindHyphen(_ word: Int, _ analysis: Analysis) -> Bool {
        guard analysis.form(word - 1) == "-" else { return false }
        let tag = analysis.words.upos[word - 2]
        return (tag == .noun || tag == .propn || tag == .adj || tag == .verb)
            && analysis.span(ofWords: word - 2..<word + 1).count
                == (word - 2...word).reduce(0) { $0 + analysis.span(ofWords: $1..<$1 + 1).count }
    }

    private func isParticiple(_ word: Int, _ analysis: Analysis) -> Bool {
        let tag = analysis.pennTag(word)
        return tag == .vbn || tag == .vbd || unchanged.contains(analysis.form(word).lowercased())
    }

    /// Whether what hangs on a verb shows that it is one: a subject or an auxiliary.
    private static func makesClause(_ relation: Relation) -> Bool {
        switch relation {
        case .nsubj, .nsubjPass, .aux, .auxPass, .cop: true
        default: false
        }
    }
}
