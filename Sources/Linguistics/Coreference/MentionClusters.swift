import Text

/// Mentions joined into things, with what is known of each thing from all its mentions.
struct MentionClusters {
    let mentions: [Mention]
    private var parents: [Int]
    private var genders: [CoreferenceWords.Gender]
    private var kinds: [Mention.Kinds]
    private(set) var roles: [Set<Symbol>]
    private(set) var modifiers: [Set<Symbol>]

    init(_ mentions: [Mention]) {
        self.mentions = mentions
        parents = Array(mentions.indices)
        genders = mentions.map(\.gender)
        kinds = mentions.map(\.kind)
        roles = mentions.map { $0.form == .description ? $0.roles.union($0.key) : $0.roles }
        modifiers = mentions.map(\.modifiers)
    }

    /// The number of the thing that a mention stands for: its first mention.
    func root(_ mention: Int) -> Int {
        var at = mention
        while parents[at] != at { at = parents[at] }
        return at
    }

    func gender(_ mention: Int) -> CoreferenceWords.Gender { genders[root(mention)] }
    func kind(_ mention: Int) -> Mention.Kinds { kinds[root(mention)] }
    func roles(_ mention: Int) -> Set<Symbol> { roles[root(mention)] }
    func modifiers(_ mention: Int) -> Set<Symbol> { modifiers[root(mention)] }
    func areSame(_ a: Int, _ b: Int) -> Bool { root(a) == root(b) }

    /// Whether two genders may belong to one thing.
    static func agree(_ a: CoreferenceWords.Gender, _ b: CoreferenceWords.Gender) -> Bool {
        a == .unknown || b == .unknown || a == b
    }

    /// Joins the things of two mentions; what is known of either holds of both.
    mutating func join(_ a: Int, _ b: Int) {
        let first = min(root(a), root(b))
        let second = max(root(a), root(b))
        guard first != second else { return }
        parents[second] = first
        if genders[first] == .unknown { genders[first] = genders[second] }
        let shared = kinds[first].intersection(kinds[second])
        if !shared.isEmpty { kinds[first] = shared }
        roles[first].formUnion(roles[second])
        modifiers[first].formUnion(modifiers[second])
    }

    /// Things with two mentions or more, in order of their first mention.
    func chains() -> [Analysis.Chain] {
        var members: [Int: [Int]] = [:]
        for i in mentions.indices { members[root(i), default: []].append(i) }
        return members.keys.sorted().compactMap { root in
            guard let group = members[root], group.count > 1 else { return nil }
            let best = group.indices.min { worth(mentions[group[$0]]) < worth(mentions[group[$1]]) } ?? 0
            return Analysis.Chain(
                mentions: group.map { Analysis.Chain.Mention(words: mentions[$0].words, head: mentions[$0].head) },
                representative: best)
        }
    }

    /// Orders mentions by how well they name a thing: names before descriptions before pronouns, longer
    /// names first.
    private func worth(_ mention: Mention) -> (Int, Int) {
        (
            mention.form == .group ? 0 : Int(mention.form.rawValue),
            mention.form == .name ? -mention.words.count : mention.words.lowerBound
        )
    }
}
