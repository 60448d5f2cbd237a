/// Gives each word its head and relation by greedy arc-hybrid transitions: a model of the three
/// actions, and apart from it a model of the relation, both linear over hashed features and trained
/// with a dynamic oracle (Goldberg and Nivre 2013).
public struct DependencyParser: Sendable {
    /// The relations by label.
    public let relations: [Relation]
    private let actions: WeightTable
    private let labels: WeightTable

    package init(_ model: ModelFile) throws(ModelFile.Failure) {
        let section = try model.section("parser.relations")
        var reader = SectionReader(section)
        var relations: [Relation] = []
        for name in try reader.strings() {
            guard let relation = Relation(name: name) else { throw reader.failure("unknown relation '\(name)'") }
            relations.append(relation)
        }
        self.relations = relations
        actions = try WeightTable(model.section("parser.actions"))
        labels = try WeightTable(model.section("parser.labels"))
        guard actions.columns == 4, labels.columns >= relations.count, !relations.isEmpty else {
            throw reader.failure("the weights do not fit the relations")
        }
    }

    /// Fills `heads` and `relations` of all words, which must be tagged. O(words).
    public func parse(_ analysis: inout Analysis) {
        parse(&analysis, atoms: WordAtoms(analysis))
    }

    package func parse(_ analysis: inout Analysis, atoms: WordAtoms) {
        let count = analysis.words.count
        analysis.words.heads = Array(repeating: -1, count: count)
        analysis.words.relations = Array(repeating: .root, count: count)
        guard analysis.words.xpos.count == count else { return }
        var state = ArcHybrid()
        var words: [UInt32] = []
        var tags: [UInt32] = []
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: ParserFeatures.capacity) { features in
            withUnsafeTemporaryAllocation(byteCount: (labels.columns + 4) * 4, alignment: 16) { raw in
                let scores = raw.baseAddress!.bindMemory(to: Int32.self, capacity: labels.columns + 4)
                for sentence in analysis.sentences where !sentence.words.isEmpty {
                    Self.load(analysis, atoms, sentence.words, &words, &tags)
                    state.start(sentence.words.count)
                    while !state.isDone {
                        step(&state, words, tags, features.baseAddress!, scores)
                    }
                    let base = sentence.words.lowerBound
                    for i in 0..<state.count {
                        let isRoot = state.heads[i] == Int32(state.count)
                        analysis.words.heads[base + i] = isRoot ? -1 : state.heads[i] + Int32(base)
                        let relation = relations[Int(state.labels[i])]
                        analysis.words.relations[base + i] = isRoot ? .root : relation == .root ? .dep : relation
                    }
                }
            }
        }
    }

    private func step(
        _ state: inout ArcHybrid, _ words: [UInt32], _ tags: [UInt32],
        _ features: UnsafeMutablePointer<UInt32>, _ scores: UnsafeMutablePointer<Int32>
    ) {
        let n = ParserFeatures.extract(state, words: words, tags: tags, into: features)
        actions.score(features, n, into: scores)
        var best: ArcHybrid.Action?
        for action in [ArcHybrid.Action.shift, .left, .right] where state.permits(action) {
            if let other = best, scores[other.rawValue] >= scores[action.rawValue] { continue }
            best = action
        }
        guard let best else { preconditionFailure("no action is permitted before the end") }
        if best == .shift { return state.shift() }
        labels.score(features, n, into: scores)
        var label = 0
        for other in 1..<relations.count where scores[other] > scores[label] { label = other }
        state.reduce(best, label: UInt8(label))
    }

    /// The words and tags of a sentence as the features see them, with the root behind them.
    package static func load(
        _ analysis: borrowing Analysis, _ atoms: borrowing WordAtoms, _ range: Range<Int>,
        _ words: inout [UInt32], _ tags: inout [UInt32]
    ) {
        words.removeAll(keepingCapacity: true)
        tags.removeAll(keepingCapacity: true)
        for word in range {
            words.append(atoms.lowered[word])
            tags.append(tag(upos: analysis.words.upos[word], xpos: analysis.words.xpos[word]))
        }
        words.append(2)
        tags.append(254)
    }

    /// The tag atom of a pair: below 254.
    static func tag(upos: UniversalTag, xpos: UInt8) -> UInt32 {
        UInt32(xpos) | (upos == .aux ? 64 : upos == .propn ? 128 : 0)
    }
}
