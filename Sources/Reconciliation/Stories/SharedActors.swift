internal import Foundation

/// Which articles that stand alone have their actors in common with a story.
///
/// Other words for the same ("Artsakh" and "Nagorno-Karabakh") keep an account of a happening away from
/// the others as far as words go; who is named does not.
struct SharedActors {
    private let named: [Set<String>]
    private let frequencies: [String: Int]
    /// What actors must weigh that an article shares with a story, as logarithms of how rare they are.
    private static let enough = 8.0
    /// As many articles are taken to be in the world beside those that are given.
    private static let background = 500.0

    /// - Parameter named: for each article the ids of its actors.
    init(_ named: [Set<String>]) {
        self.named = named
        var frequencies: [String: Int] = [:]
        for set in named { for id in set { frequencies[id, default: 0] += 1 } }
        self.frequencies = frequencies
    }

    /// For each group of one the group, named by its first member, whose members share most of its actors.
    /// O(articles times actors).
    func adoptions(_ groups: [[Int]]) -> [(article: Int, story: Int)] {
        var byActor: [String: [Int]] = [:]
        for (g, members) in groups.enumerated() where members.count > 1 {
            var counts: [String: Int] = [:]
            for member in members { for id in named[member] { counts[id, default: 0] += 1 } }
            // Actors whom at least a third of a story names are its own.
            for (id, count) in counts where 3 * count >= members.count { byActor[id, default: []].append(g) }
        }
        var out: [(article: Int, story: Int)] = []
        for members in groups where members.count == 1 {
            let own = named[members[0]]
            var weights: [Int: Double] = [:]
            for id in own.sorted() {
                let rarity = log((Double(named.count) + Self.background) / Double((frequencies[id] ?? 0) + 1))
                for g in byActor[id] ?? [] { weights[g, default: 0] += rarity }
            }
            let best = weights.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
            guard let best, best.value >= Self.enough else { continue }
            out.append((members[0], groups[best.key][0]))
        }
        return out
    }
}
