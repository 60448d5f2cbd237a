import Linguistics

/// Trains the transition parser with a dynamic oracle, exploring its own mistakes from the second pass on
/// (Goldberg and Nivre 2013).
public struct ParserTrainer: Sendable {
    public var actionRows = 1 << 20
    public var labelRows = 1 << 15
    public var passes = 10
    public var exploration: Float = 0.9
    public var seed: UInt64 = 1

    public init() {}

    /// The sections of the parser, trained on the tags that stand in `treebank.analysis`.
    func train(
        _ treebank: Treebank, atoms: WordAtoms, progress: (String) -> Void
    ) -> [(name: String, bytes: [UInt8])] {
        let relations = Set(treebank.relations).sorted { $0.rawValue < $1.rawValue }
        var numbers = [Int](repeating: 0, count: 256)
        for (i, relation) in relations.enumerated() { numbers[Int(relation.rawValue)] = i }
        let actions = PerceptronTable(rows: actionRows, columns: 4)
        let labels = PerceptronTable(rows: labelRows, columns: relations.count)
        var random = RandomSource(seed: seed)
        var order = Array(treebank.analysis.sentences.indices)
        var state = ArcHybrid()
        var words: [UInt32] = []
        var tags: [UInt32] = []
        var gold: [Int32] = []
        var features = [UInt32](repeating: 0, count: ParserFeatures.capacity)
        var scores = [Float](repeating: 0, count: labels.columns)
        for pass in 1...max(passes, 1) {
            order.shuffle(using: &random)
            var right = 0
            var total = 0
            for index in order {
                let range = treebank.analysis.sentences[index].words
                let base = Int32(range.lowerBound)
                DependencyParser.load(treebank.analysis, atoms, range, &words, &tags)
                gold = range.map { treebank.heads[$0] < 0 ? Int32(range.count) : treebank.heads[$0] - base }
                state.start(range.count)
                while !state.isDone {
                    let n = ParserFeatures.extract(state, words: words, tags: tags, into: &features)
                    actions.score(features, n, into: &scores)
                    actions.tick()
                    var best: ArcHybrid.Action?
                    var good: ArcHybrid.Action?
                    var least = Int.max
                    for action in [ArcHybrid.Action.shift, .left, .right] where state.permits(action) {
                        let cost = state.cost(action, gold: gold)
                        let score = scores[action.rawValue]
                        if best == nil || score > scores[best!.rawValue] { best = action }
                        if cost < least || (cost == least && score > scores[good!.rawValue]) {
                            least = cost
                            good = action
                        }
                    }
                    guard let best, let good else { preconditionFailure("no action is permitted before the end") }
                    if state.cost(best, gold: gold) > least {
                        actions.update(features, n, towards: good.rawValue, from: best.rawValue)
                    }
                    let next = pass > 1 && random.unit() < exploration ? best : good
                    if next == .shift {
                        state.shift()
                        continue
                    }
                    labels.tick()
                    labels.score(features, n, into: &scores)
                    var label = 0
                    for other in 1..<relations.count where scores[other] > scores[label] { label = other }
                    let (dependent, head) = state.arc(next)
                    if gold[dependent] == Int32(head) {
                        right += 1
                        let wanted = numbers[Int(treebank.relations[range.lowerBound + dependent].rawValue)]
                        if wanted != label { labels.update(features, n, towards: wanted, from: label) }
                        if pass == 1 { label = wanted }
                    }
                    state.reduce(next, label: UInt8(label))
                }
                total += range.count
            }
            progress("parser pass \(pass): \(right) of \(total) heads right")
        }
        var names = SectionWriter()
        names.strings(relations.map(\.name))
        return [
            ("parser.relations", names.bytes), ("parser.actions", actions.section()),
            ("parser.labels", labels.section()),
        ]
    }
}
