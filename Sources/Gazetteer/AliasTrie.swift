/// All printed forms as paths of atom symbols; one step is one probe of an open-addressed table.
///
/// Matching costs O(1) an atom and touches no string.
struct AliasTrie: Sendable {
    /// One form's requirement on capitals and what it stands for.
    struct Entry: Sendable {
        var alias: Alias
        /// The first letter must be a capital.
        var needsCapital: Bool
        /// The last atom must begin with a capital too: "the valley" is no "The Valley".
        var endsInCapital: Bool
        /// The whole first atom must be in capitals.
        var needsCapitals: Bool
        /// Range of `ActorIndex.limits` that names the actors that the form is limited to.
        var limits: Range<Int32>
        /// A user's form goes before the package's.
        var isPreferred: Bool
    }

    private var keys: [UInt64] = Array(repeating: .max, count: 1024)
    private var targets: [Int32] = Array(repeating: 0, count: 1024)
    private var used = 0
    private(set) var nodeCount: Int32 = 1
    private var pending: [(node: Int32, entry: Entry)] = []
    private var offsets: [Int32] = []
    private var entries: [Entry] = []

    /// Adds a form; `freeze` must follow before matching.
    mutating func insert(_ path: [UInt32], _ entry: Entry) {
        var node: Int32 = 0
        for symbol in path {
            if let next = step(node, symbol) {
                node = next
            } else {
                if (used + 1) * 2 > keys.count { grow() }
                place(Self.key(node, symbol), nodeCount)
                node = nodeCount
                nodeCount += 1
            }
        }
        pending.append((node, entry))
    }

    /// Lays the forms out by node, in the order in which they were added.
    mutating func freeze() {
        var counts = [Int32](repeating: 0, count: Int(nodeCount) + 1)
        for (node, _) in pending { counts[Int(node) + 1] += 1 }
        for i in 1..<counts.count { counts[i] += counts[i - 1] }
        offsets = counts
        let order = pending.indices.sorted { (pending[$0].node, $0) < (pending[$1].node, $1) }
        entries = order.map { pending[$0].entry }
        pending = []
    }

    /// The node after one more atom, or `nil`.
    @inline(__always)
    func step(_ node: Int32, _ symbol: UInt32) -> Int32? {
        let key = Self.key(node, symbol)
        let mask = keys.count - 1
        var slot = Self.slot(key) & mask
        while keys[slot] != .max {
            if keys[slot] == key { return targets[slot] }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// The forms that end at a node.
    @inline(__always)
    func entries(at node: Int32) -> ArraySlice<Entry> {
        entries[Int(offsets[Int(node)])..<Int(offsets[Int(node) + 1])]
    }

    @inline(__always)
    func hasEntries(at node: Int32) -> Bool { offsets[Int(node)] < offsets[Int(node) + 1] }

    private static func key(_ node: Int32, _ symbol: UInt32) -> UInt64 {
        UInt64(UInt32(bitPattern: node)) << 32 | UInt64(symbol)
    }

    /// Fibonacci hashing of the key's 64 bits (Knuth, TAOCP 3, 6.4).
    private static func slot(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
    }

    private mutating func place(_ key: UInt64, _ target: Int32) {
        let mask = keys.count - 1
        var slot = Self.slot(key) & mask
        while keys[slot] != .max { slot = (slot + 1) & mask }
        keys[slot] = key
        targets[slot] = target
        used += 1
    }

    private mutating func grow() {
        let old = (keys, targets)
        keys = Array(repeating: .max, count: old.0.count * 2)
        targets = Array(repeating: 0, count: old.0.count * 2)
        used = 0
        for (key, target) in zip(old.0, old.1) where key != .max { place(key, target) }
    }
}
