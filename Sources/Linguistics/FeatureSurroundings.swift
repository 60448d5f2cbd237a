import Text

/// What decides a word's features, from all of it to hardly anything: form, tags, relation, and for verbs
/// who the subject is and which auxiliary or marker stands before ("I was", "they were", "to be").
package struct FeatureSurroundings {
    /// How many keys a word has; the first says most.
    package static let levels = 7

    private let graph: ClauseGraph
    private var analysis: Analysis { graph.analysis }

    package init(_ analysis: Analysis) { graph = ClauseGraph(analysis) }

    /// The key of a word at a level, never zero.
    package func key(_ level: Int, of word: Int) -> UInt64 {
        let words = analysis.words
        var hash = UInt64(level + 1) << 32 | UInt64(words.upos[word].rawValue) << 8 | UInt64(words.xpos[word])
        func mix(_ value: UInt64) {
            hash = (hash ^ value) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
        }
        if [0, 2, 4].contains(level) { mix(formHash(words.forms[word], last: .max)) }
        if [1, 5].contains(level) { mix(formHash(words.forms[word], last: 3)) }
        if level < 4 { mix(UInt64(words.relations[word].rawValue) + 1) }
        if [0, 1, 3].contains(level), isVerb(word) {
            mix(subject(of: word))
            mix(auxiliary(of: word))
        }
        mix(7)
        return hash | 1
    }

    private func isVerb(_ word: Int) -> Bool {
        switch analysis.pennTag(word) {
        case .vb, .vbd, .vbg, .vbn, .vbp, .vbz, .md: true
        default: false
        }
    }

    /// Who the subject of a verb or of the predicate that it helps is: a pronoun by its form, else one or
    /// several, else a relative pronoun, else nothing.
    private func subject(of word: Int) -> UInt64 {
        var predicate = word
        while [.aux, .auxPass, .cop].contains(graph.relation(of: predicate)), let head = graph.head(of: predicate) {
            predicate = head
        }
        for _ in 0..<2 {
            if let subject = graph.child(
                of: predicate, .nsubj, .nsubjPass, .nsubjOuter, .csubj, .csubjPass, .csubjOuter, .expl)
            {
                let tag = analysis.pennTag(subject)
                if tag == .wdt || tag == .wp { return 3 }
                if analysis.words.upos[subject] == .pron {
                    return formHash(analysis.words.forms[subject], last: .max)
                }
                return tag == .nns || tag == .nnps || graph.child(of: subject, .conj) != nil ? 2 : 1
            }
            guard graph.relation(of: predicate) == .conj, let head = graph.head(of: predicate) else { break }
            predicate = head
        }
        return 0
    }

    /// The first auxiliary before a verb, by its lemma, or the marker, by its form.
    private func auxiliary(of word: Int) -> UInt64 {
        for child in graph.children(of: word) where child < word {
            switch graph.relation(of: Int(child)) {
            case .aux, .auxPass: return formHash(analysis.words.lemmas[Int(child)], last: .max)
            case .mark: return formHash(analysis.words.forms[Int(child)], last: .max)
            default: break
            }
        }
        return 0
    }

    private func formHash(_ symbol: Symbol, last: Int) -> UInt64 {
        analysis.symbols.withBytes(of: symbol) { bytes in
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in bytes.suffix(last) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            return hash
        }
    }
}
