import Text

/// Joins descriptions: "the Secretary" to the name that bears the role, "his Kazakh counterpart" to the
/// counterpart of that country, "the ministry" to the ministry named before, "the five republics" to
/// what was described so before.
struct DescriptionSieve {
    let graph: ClauseGraph
    /// How many sentences back a bare role is looked for.
    private static let reach = 12
    private static let counterpart = "counterpart"
    /// How many mentions back is looked at most, so that a sentence without end costs no more than others.
    private static let mentions = 400

    func apply(to clusters: inout MentionClusters) {
        for i in clusters.mentions.indices
        where clusters.mentions[i].form == .description && isDefinite(clusters.mentions[i]) {
            guard clusters.root(i) == i else { continue }
            if let antecedent = antecedent(of: i, clusters) { clusters.join(antecedent, i) }
        }
    }

    private func antecedent(of index: Int, _ clusters: MentionClusters) -> Int? {
        let mention = clusters.mentions[index]
        guard let head = mention.key.first else { return nil }
        var found: Int?
        var seen: Set<Int> = []
        for i in stride(from: index - 1, through: max(0, index - Self.mentions), by: -1) {
            let other = clusters.mentions[i]
            guard mention.sentence - other.sentence <= Self.reach else { break }
            guard other.form != .pronoun, other.isPlural == mention.isPlural, !overlaps(other, mention),
                seen.insert(clusters.root(i)).inserted,
                !clusters.kind(i).isDisjoint(with: mention.kind),
                MentionClusters.agree(clusters.gender(i), mention.gender),
                other.form == .group
                    ? mention.count == other.count && other.sentence < mention.sentence
                    : (bears(head, other, clusters.roles(i)) || isCounterpart(mention, other)
                        || isKindAlone(mention, other))
                        && fits(mention, other, clusters.modifiers(i))
            else { continue }
            if other.form == .group { return found ?? i }
            // Two bearers of one role within reach: only a description that tells them apart counts.
            if let found, mention.modifiers.isEmpty {
                return clusters.mentions[found].sentence == mention.sentence
                    || mention.sentence - clusters.mentions[found].sentence <= 1
                        && mention.sentence - other.sentence > 2
                    ? found : nil
            }
            if found == nil { found = i }
            if !mention.modifiers.isEmpty { return found }
        }
        return found
    }

    /// Whether a thing is what the noun says: a role of its name, its own noun, or the last word of an
    /// organisation's name.
    private func bears(_ head: Symbol, _ other: Mention, _ roles: Set<Symbol>) -> Bool {
        if roles.contains(head) { return true }
        guard other.form == .name, !other.kind.contains(.person), other.key.count > 1 else { return false }
        return other.key.last == head
    }

    /// Whether "his Chinese counterpart" may be a person: one who holds a role, of that country.
    private func isCounterpart(_ mention: Mention, _ other: Mention) -> Bool {
        graph.analysis.lemma(mention.head) == Self.counterpart && !mention.modifiers.isEmpty && other.form == .name
            && other.kind == .person && !other.roles.isEmpty
    }

    /// Whether "the country" may be a state: the subject of one of the two sentences before.
    private func isKindAlone(_ mention: Mention, _ other: Mention) -> Bool {
        mention.saysKindOnly && mention.modifiers.isEmpty && other.form == .name && other.rank == 0
            && 1...2 ~= mention.sentence - other.sentence
    }

    /// Whether what the description says is known of the thing, and its number is the same.
    private func fits(_ mention: Mention, _ other: Mention, _ known: Set<Symbol>) -> Bool {
        if let count = mention.count, let before = other.count, count != before { return false }
        if mention.isPlural, mention.count == nil, other.count == nil, !mention.modifiers.isSubset(of: known) {
            return false
        }
        let name = other.form == .name ? Set(other.key) : []
        return mention.modifiers.allSatisfy { modifier in
            known.contains(modifier) || name.contains(modifier) || known.union(name).contains { areKin(modifier, $0) }
        }
    }

    /// Whether two words share a stem of five letters, as a country and its adjective mostly do.
    private func areKin(_ a: Symbol, _ b: Symbol) -> Bool {
        let symbols = graph.analysis.symbols
        return symbols.withBytes(of: a) { a in
            symbols.withBytes(of: b) { b in
                guard a.count >= 5, b.count >= 5 else { return false }
                for i in 0..<5 where a[i] != b[i] { return false }
                return true
            }
        }
    }

    private func isDefinite(_ mention: Mention) -> Bool {
        let analysis = graph.analysis
        for child in graph.children(of: mention.head, .det) {
            let form = analysis.symbols[analysis.words.forms[child]]
            return form == "the" || form == "this" || form == "that" || form == "these" || form == "those"
                || form == "both"
        }
        return graph.children(of: mention.head, .nmodPoss).contains { analysis.pennTag($0) == .prpPossessive }
    }

    private func overlaps(_ a: Mention, _ b: Mention) -> Bool { a.words.overlaps(b.words) }
}
