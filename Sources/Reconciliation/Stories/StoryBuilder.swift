public import Records

/// Sorts articles into stories.
///
/// Average-link agglomerative clustering over word vectors, restricted to pairs that share a rare
/// word, so that it grows near n log n. Articles are put in one order first (day of publication, id),
/// and ties are broken by it: the same articles in any order give the same stories.
public struct StoryBuilder: Sendable {
    /// Two groups become one when their articles are on average at least this alike.
    private static let threshold: Float = 0.18
    /// A word in more articles than this leads to no candidate pairs, though it counts once there is one.
    private static let commonest = 120
    private static let neighbours = 24
    /// Groups published within so many days of each other are held more alike, those further apart
    /// less, the further the less; where a date is unknown, words decide alone.
    private static let near = 14.0
    private static let far = 120.0
    private static let nearness: Float = 1.3
    /// With the same actors in the same days this part of the likeness is enough.
    private static let withActors: Float = 0.5

    private let background: BackgroundFrequencies
    private let kinds: WordKinds

    /// Reads the word lists; throws when they are missing.
    public init() throws {
        background = try BackgroundFrequencies()
        kinds = try WordKinds()
    }

    private struct Group {
        var members: [Int]
        var sum: [TermVectors.Entry]
        var days: DaySpan?
        var near: Set<Int>
    }

    /// Groups of indices into `articles`; within a group, and of groups by their first article, in
    /// order of publication and id.
    ///
    /// - Parameter actors: for each article the ids of the actors that it names; an article that words alone
    ///   leave by itself joins the story of its days whose actors are its own.
    public func groups(_ articles: [Article], actors: [[String]] = []) -> [[Int]] {
        let order = articles.indices.sorted {
            (articles[$0].published ?? "9999", articles[$0].id) < (articles[$1].published ?? "9999", articles[$1].id)
        }
        let vectors = TermVectors(order.map { articles[$0] }, background: background, kinds: kinds)
        var groups = order.indices.map { i in
            Group(
                members: [i], sum: vectors.vectors[i],
                days: articles[order[i]].published.flatMap { CalendarDay(iso: $0) }.map {
                    DaySpan($0.number, $0.number)
                },
                near: [])
        }
        var queue = MergeQueue()
        for (a, b) in candidates(vectors) {
            groups[a].near.insert(b)
            groups[b].near.insert(a)
            queue.push(likeness(groups[a], groups[b]), a, b)
        }
        var alive = [Bool](repeating: true, count: groups.count)
        while let top = queue.pop(), top.likeness >= Self.threshold {
            guard alive[top.a], alive[top.b] else { continue }
            let a = groups[top.a]
            let b = groups[top.b]
            var days = a.days ?? b.days
            if let x = a.days, let y = b.days { days = DaySpan(min(x.first, y.first), max(x.last, y.last)) }
            let merged = groups.count
            alive[top.a] = false
            alive[top.b] = false
            let near = a.near.union(b.near).filter { alive[$0] }
            groups.append(
                Group(
                    members: a.members + b.members, sum: TermVectors.sum(a.sum, b.sum), days: days, near: near))
            alive.append(true)
            groups[top.a].sum = []
            groups[top.b].sum = []
            for other in near.sorted() {
                groups[other].near.insert(merged)
                queue.push(likeness(groups[merged], groups[other]), other, merged)
            }
        }
        if !actors.isEmpty {
            let named = order.map { Set(actors[$0]) }
            let living = groups.indices.filter { alive[$0] }
            var holder = [Int](repeating: 0, count: order.count)
            for g in living { for member in groups[g].members { holder[member] = g } }
            for (one, story) in SharedActors(named).adoptions(living.map { groups[$0].members }) {
                let from = holder[one]
                let to = holder[story]
                guard let x = groups[from].days, let y = groups[to].days, Double(x.distance(to: y)) <= Self.near,
                    likeness(groups[from], groups[to]) >= Self.threshold * Self.withActors
                else { continue }
                alive[from] = false
                groups[to].members.append(one)
            }
        }
        return groups.indices.filter { alive[$0] }
            .map { groups[$0].members.sorted() }
            .sorted { $0[0] < $1[0] }
            .map { $0.map { order[$0] } }
    }

    private func likeness(_ a: Group, _ b: Group) -> Float {
        var likeness = TermVectors.dot(a.sum, b.sum) / Float(a.members.count * b.members.count)
        if let x = a.days, let y = b.days {
            let gap = Double(x.distance(to: y))
            likeness *= gap > Self.near ? Float(max(0.4, 1 - (gap - Self.near) / Self.far)) : Self.nearness
        }
        return likeness
    }

    /// Pairs of articles that share words which few others have, the most alike of each article.
    private func candidates(_ vectors: TermVectors) -> [(Int, Int)] {
        var postings = [[Int32]](repeating: [], count: vectors.frequencies.count)
        var scores = [Float](repeating: 0, count: vectors.vectors.count)
        var weightOf = [[Float]](repeating: [], count: vectors.frequencies.count)
        var pairs: Set<UInt64> = []
        var wanted: [[(Float, Int32)]] = Array(repeating: [], count: vectors.vectors.count)
        for (i, vector) in vectors.vectors.enumerated() {
            var touched: [Int32] = []
            for entry in vector where vectors.frequencies[Int(entry.term)] <= Self.commonest {
                let t = Int(entry.term)
                for (k, j) in postings[t].enumerated() {
                    if scores[Int(j)] == 0 { touched.append(j) }
                    scores[Int(j)] += entry.weight * weightOf[t][k]
                }
                postings[t].append(Int32(i))
                weightOf[t].append(entry.weight)
            }
            for j in touched {
                wanted[i].append((scores[Int(j)], j))
                wanted[Int(j)].append((scores[Int(j)], Int32(i)))
                scores[Int(j)] = 0
            }
        }
        for (i, list) in wanted.enumerated() {
            for (_, j) in list.sorted(by: { ($0.0, -$0.1) > ($1.0, -$1.1) }).prefix(Self.neighbours) {
                let low = UInt64(min(i, Int(j)))
                let high = UInt64(max(i, Int(j)))
                pairs.insert(low << 32 | high)
            }
        }
        return pairs.sorted().map { (Int($0 >> 32), Int($0 & 0xFFFF_FFFF)) }
    }
}
