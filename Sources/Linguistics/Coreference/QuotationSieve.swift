import Text

/// Binds "I" and "you" inside a quotation: to the subject of the clause that the quotation hangs on, who
/// speaks, and to that clause's object, who is spoken to. A quotation of several sentences keeps them.
struct QuotationSieve {
    let graph: ClauseGraph

    func apply(to clusters: inout MentionClusters) {
        var ofHead: [Int: Int] = [:]
        for (i, mention) in clusters.mentions.enumerated() where mention.form != .group && mention.person == 3 {
            ofHead[mention.head] = i
        }
        let quotations = self.quotations()
        let parties = allParties(of: quotations)
        var next = 0
        for (i, mention) in clusters.mentions.enumerated() where mention.form == .pronoun && mention.person < 3 {
            while next < quotations.count, quotations[next].upperBound <= mention.head { next += 1 }
            guard next < quotations.count, quotations[next].contains(mention.head) else { continue }
            let (speaker, addressee) = parties[next]
            guard let party = mention.person == 1 ? speaker : addressee, let bearer = ofHead[party],
                clusters.kind(bearer).contains(.person)
            else { continue }
            clusters.join(bearer, i)
        }
    }

    /// The parties of each quotation; one that hangs on nothing goes on with those of the quotation before
    /// it in its paragraph: "'We wait,' said Vell. 'I am patient.'"
    private func allParties(of quotations: [Range<Int>]) -> [(speaker: Int?, addressee: Int?)] {
        let analysis = graph.analysis
        var found: [(speaker: Int?, addressee: Int?)] = []
        var paragraph: Int32 = -1
        for quotation in quotations {
            var own = parties(of: quotation)
            let here = analysis.sentences[analysis.sentence(ofWord: quotation.lowerBound)].paragraph
            if own.speaker == nil, here == paragraph, let last = found.last { own = last }
            paragraph = here
            found.append(own)
        }
        return found
    }

    /// The runs of words between quotation marks of a paragraph, in order.
    private func quotations() -> [Range<Int>] {
        let analysis = graph.analysis
        var found: [Range<Int>] = []
        var open: Int?
        var paragraph: Int32 = -1
        for sentence in analysis.sentences {
            if sentence.paragraph != paragraph { open = nil }
            paragraph = sentence.paragraph
            for word in sentence.words {
                switch analysis.pennTag(word) {
                case .openQuote: open = word + 1
                case .closeQuote:
                    if let start = open, start < word { found.append(start..<word) }
                    open = nil
                default: break
                }
            }
        }
        return found
    }

    /// Who speaks and who is spoken to: the subject and the object of the predicate outside the quotation
    /// that a clause inside hangs on, or that hangs on a clause inside as its reporting clause.
    private func parties(of quotation: Range<Int>) -> (speaker: Int?, addressee: Int?) {
        for word in quotation {
            if let head = graph.head(of: word), !quotation.contains(head),
                [.ccomp, .parataxis, .obj, .dep].contains(graph.relation(of: word)),
                let found = parties(ofPredicate: head, outside: quotation)
            {
                return found
            }
            for child in graph.children(of: word, .parataxis) where !quotation.contains(child) {
                if let found = parties(ofPredicate: child, outside: quotation) { return found }
            }
        }
        return (nil, nil)
    }

    private func parties(
        ofPredicate predicate: Int, outside quotation: Range<Int>
    ) -> (speaker: Int?, addressee: Int?)? {
        guard graph.analysis.words.upos[predicate] == .verb,
            let subject = graph.child(of: predicate, .nsubj), !quotation.contains(subject)
        else { return nil }
        return (subject, graph.children(of: predicate, .obj, .iobj).first { !quotation.contains($0) })
    }
}
