import Text

/// Joins names: the same name again, a person's last name to the full name, an acronym to what it stands
/// for, and a description to the name that it is in apposition with.
struct NameSieve {
    let graph: ClauseGraph

    /// Looks at all names in text order. O(n) look-ups.
    func apply(to clusters: inout MentionClusters) {
        let mentions = clusters.mentions
        var exact: [[Symbol]: Int] = [:]
        var byLast: [Symbol: [Int]] = [:]
        var byInitials: [String: Int] = [:]
        // Full names may come after short ones, in headlines: short names are joined in a second round.
        for (i, mention) in mentions.enumerated() where mention.form == .name {
            let key = stripped(mention.key)
            if let before = exact[key], compatible(mentions[before], mention) {
                clusters.join(before, i)
            } else {
                exact[key] = i
                if mention.kind == .person, key.count > 1, let last = key.last { byLast[last, default: []].append(i) }
                if mention.kind == .organisation, key.count > 2 { byInitials[initials(mention), default: i] = i }
            }
        }
        for (i, mention) in mentions.enumerated() where mention.form == .name && mention.key.count == 1 {
            if mention.kind == .person, let last = mention.key.first, let full = byLast[last] {
                join(i, to: full, &clusters)
            } else if mention.kind == .organisation, let full = byInitials[graph.analysis.form(mention.head)] {
                clusters.join(full, i)
            }
        }
        joinAppositions(&clusters)
        joinTitles(&clusters)
    }

    /// A description that ends in a person's name without a preposition between is that person: "U.S.
    /// Secretary of State Paul Hale".
    private func joinTitles(_ clusters: inout MentionClusters) {
        var byEnd: [Int: Int] = [:]
        for (i, mention) in clusters.mentions.enumerated() where mention.form == .name && mention.kind == .person {
            byEnd[mention.words.upperBound] = i
        }
        for (i, mention) in clusters.mentions.enumerated()
        where mention.form == .description && mention.kind == .person && !mention.isPlural {
            guard let name = byEnd[mention.words.upperBound], clusters.mentions[name].words.lowerBound > mention.head
            else { continue }
            let before = graph.analysis.words.upos[clusters.mentions[name].words.lowerBound - 1]
            if before == .propn || before == .noun { clusters.join(name, i) }
        }
    }

    /// The full name that a last name belongs to: the nearest one before, else the first after, as long
    /// as titles do not speak against it.
    private func join(_ short: Int, to full: [Int], _ clusters: inout MentionClusters) {
        let fitting = full.filter { MentionClusters.agree(clusters.gender($0), clusters.gender(short)) }
        guard let best = fitting.last(where: { $0 < short }) ?? fitting.first else { return }
        clusters.join(best, short)
    }

    private func compatible(_ a: Mention, _ b: Mention) -> Bool {
        a.kind == b.kind || !a.kind.isDisjoint(with: b.kind) || a.key.count > 1
    }

    /// A name without the possessive or the article that a span may hold.
    private func stripped(_ key: [Symbol]) -> [Symbol] {
        guard key.count > 1 else { return key }
        let symbols = graph.analysis.symbols
        var key = key
        if let last = key.last, symbols[last] == "'s" { key.removeLast() }
        if let first = key.first, symbols[first] == "the", key.count > 1 { key.removeFirst() }
        return key
    }

    private func initials(_ mention: Mention) -> String {
        var letters = ""
        for word in mention.words {
            if let first = graph.analysis.form(word).first, first.isUppercase { letters.append(first) }
        }
        return letters
    }

    private func joinAppositions(_ clusters: inout MentionClusters) {
        var ofHead: [Int: Int] = [:]
        for (i, mention) in clusters.mentions.enumerated() { ofHead[mention.head] = i }
        for (i, mention) in clusters.mentions.enumerated() where mention.form != .pronoun {
            guard graph.relation(of: mention.head) == .appos, let head = graph.head(of: mention.head),
                let other = ofHead[head], clusters.mentions[other].form != .pronoun,
                !clusters.kind(i).isDisjoint(with: clusters.kind(other)),
                clusters.mentions[i].isPlural == clusters.mentions[other].isPlural,
                clusters.mentions[i].form != .name || clusters.mentions[other].form != .name,
                graph.children(of: head, .conj).isEmpty || graph.child(of: mention.head, .det) != nil,
                MentionClusters.agree(clusters.gender(i), clusters.gender(other))
            else { continue }
            clusters.join(i, other)
        }
    }
}
