/// A sample of fixed size, drawn from a stream whose length is not known beforehand, every item with
/// the same chance (algorithm R of J. S. Vitter, "Random sampling with a reservoir", 1985).
///
/// The generator is SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators", 2014), so that a seed draws the same items from the same stream on every machine.
/// Memory is that of the sample.
package struct EventSample<Item: Sendable>: Sendable {
    private let size: Int
    private var state: UInt64
    private var seen = 0
    private var kept: [(place: Int, item: Item)] = []

    package init(size: Int, seed: UInt64) {
        self.size = size
        state = seed
    }

    /// How many items have been offered.
    package var offered: Int { seen }

    /// The sample so far, in the order of the stream.
    package var items: [Item] { kept.sorted { $0.place < $1.place }.map(\.item) }

    /// Offers the next item of the stream.
    package mutating func offer(_ item: @autoclosure () -> Item) {
        defer { seen += 1 }
        if kept.count < size {
            kept.append((seen, item()))
        } else {
            let place = below(UInt64(seen + 1))
            if place < UInt64(size) { kept[Int(place)] = (seen, item()) }
        }
    }

    /// A number from 0 up to a bound, without the bias that a remainder has.
    private mutating func below(_ bound: UInt64) -> UInt64 {
        let limit = UInt64.max - UInt64.max % bound
        while true {
            let value = next()
            if value < limit { return value % bound }
        }
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
