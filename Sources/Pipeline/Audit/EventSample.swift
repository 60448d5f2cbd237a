import Text

/// A sample of fixed size, drawn from a stream whose length is not known beforehand, every item with
/// the same chance (algorithm R of J. S. Vitter, "Random sampling with a reservoir", 1985).
///
/// A seed draws the same items from the same stream on every machine. Memory is that of the sample.
package struct EventSample<Item: Sendable>: Sendable {
    private let size: Int
    private var generator: SplitMix64
    private var kept: [(place: Int, item: Item)] = []
    /// How many items have been offered.
    package private(set) var offered = 0

    package init(size: Int, seed: UInt64) {
        self.size = size
        generator = SplitMix64(seed: seed)
    }

    /// The sample so far, in the order of the stream.
    package var items: [Item] { kept.sorted { $0.place < $1.place }.map(\.item) }

    /// Offers the next item of the stream.
    package mutating func offer(_ item: @autoclosure () -> Item) {
        defer { offered += 1 }
        if kept.count < size {
            kept.append((offered, item()))
        } else {
            let place = generator.below(offered + 1)
            if place < size { kept[place] = (offered, item()) }
        }
    }
}
