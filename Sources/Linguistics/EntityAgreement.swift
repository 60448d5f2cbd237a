/// What a first reading of a text says of a word wherever it stands: names are of one kind in one text
/// mostly, so that a clear occurrence ("Dr. Anna Vell") decides an unclear one ("Vell").
package struct EntityAgreement: Sendable {
    /// How many features each word gets on top of those of `EntityFeatures`.
    package static let count = 8

    /// Labels seen for a lowered form: outside, person, organisation, place.
    private var tallies: [UInt32: SIMD4<Int32>] = [:]

    /// Counts the labels that a first reading gave to the words of all runs. O(n).
    package init(_ runs: [EntityFeatures.Run], labels: [[UInt8]], atoms: WordAtoms) {
        for (run, labels) in zip(runs, labels) {
            for (word, label) in zip(run.words, labels) {
                tallies[atoms.lowered[word], default: .zero][label == 0 ? 0 : Int(label + 1) / 2] += 1
            }
        }
    }

    /// Appends the features of one word of a run.
    package func append(
        _ index: Int, of run: EntityFeatures.Run, labels: [UInt8], atoms: WordAtoms, to features: inout [UInt32]
    ) {
        let word = run.words.lowerBound + index
        let own = summary(atoms.lowered[word])
        let label = UInt32(labels[index])
        let before = index > 0 ? UInt32(labels[index - 1]) : 9
        let after = index + 1 < labels.count ? UInt32(labels[index + 1]) : 9
        let next = index + 1 < labels.count ? summary(atoms.lowered[word + 1]) : 99
        let previous = index > 0 ? summary(atoms.lowered[word - 1]) : 99
        features.append(feature(1, own))
        features.append(feature(2, own, label))
        features.append(feature(3, label))
        features.append(feature(4, before, label, after))
        features.append(feature(5, own, next))
        features.append(feature(6, previous, own))
        features.append(feature(7, previous, own, next))
        features.append(feature(8, own, before, after))
    }

    /// The kind that a form has most often, how clearly, and whether it is seen more than once.
    private func summary(_ form: UInt32) -> UInt32 {
        guard let tally = tallies[form] else { return 0 }
        let total = tally.wrappedSum()
        var best = 0
        for i in 1..<4 where tally[i] > tally[best] { best = i }
        let clarity: UInt32 = tally[best] == total ? 2 : tally[best] * 4 >= total * 3 ? 1 : 0
        return UInt32(best + 1) * 16 + clarity * 4 + (total == 1 ? 1 : total < 4 ? 2 : 3)
    }
}
