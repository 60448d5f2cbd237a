/// Words in lower case by a hash that can be taken while they are read, so that looking a word up
/// builds no string.
///
/// Open addressing over a power of two. A word is told by its 64-bit hash (FNV-1a) and its length alone;
/// among a few hundred words two alike are next to impossible, and would cost one wrong verdict.
struct NameTable: Sendable {
    /// A word as far as it has been read.
    struct Hash: Sendable {
        private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
        fileprivate private(set) var length = 0
        var isEmpty: Bool { length == 0 }

        @inline(__always)
        mutating func add(_ byte: UInt8) {
            value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
            length += 1
        }

        /// Adds a scalar in its UTF-8.
        mutating func add(scalar value: UInt32) {
            if value < 0x80 { return add(UInt8(value)) }
            if value < 0x800 {
                add(UInt8(0xC0 | value >> 6))
            } else {
                if value < 0x1_0000 {
                    add(UInt8(0xE0 | value >> 12))
                } else {
                    add(UInt8(0xF0 | value >> 18))
                    add(UInt8(0x80 | value >> 12 & 0x3F))
                }
                add(UInt8(0x80 | value >> 6 & 0x3F))
            }
            add(UInt8(0x80 | value & 0x3F))
        }

        /// Adds a whole word.
        mutating func add(_ word: Hash) {
            value = (value ^ word.value) &* 0x0000_0100_0000_01B3
            value ^= value >> 32
            length += 1
        }
    }

    private var hashes: [UInt64] = []
    private var places: [Int32] = []
    private var words: [(word: String, kinds: [Int])] = []
    private var mask = 0

    /// Adds a word under a kind; a word may have several.
    mutating func add(_ bytes: [UInt8], _ kind: Int) {
        if 2 * (words.count + 1) > hashes.count { grow() }
        let hash = Self.hash(bytes)
        if let place = place(of: hash) {
            words[place].kinds.append(kind)
        } else {
            insert(hash.value, Int32(words.count))
            words.append((String(decoding: bytes, as: UTF8.self), [kind]))
        }
    }

    /// Calls `body` with each kind of a word, and the word. O(1).
    @inline(__always)
    func forEach(_ hash: Hash, _ body: (Int, String) -> Void) {
        guard let place = place(of: hash) else { return }
        for kind in words[place].kinds { body(kind, words[place].word) }
    }

    private static func hash(_ bytes: [UInt8]) -> Hash {
        var hash = Hash()
        for byte in bytes { hash.add(byte) }
        return hash
    }

    @inline(__always)
    private func place(of hash: Hash) -> Int? {
        guard !hashes.isEmpty else { return nil }
        var slot = Int(truncatingIfNeeded: hash.value ^ hash.value >> 32) & mask
        while places[slot] >= 0 {
            let place = Int(places[slot])
            if hashes[slot] == hash.value, words[place].word.utf8.count == hash.length { return place }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private mutating func insert(_ hash: UInt64, _ place: Int32) {
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        while places[slot] >= 0 { slot = (slot + 1) & mask }
        hashes[slot] = hash
        places[slot] = place
    }

    private mutating func grow() {
        let size = max(64, hashes.count * 2)
        mask = size - 1
        hashes = [UInt64](repeating: 0, count: size)
        places = [Int32](repeating: -1, count: size)
        for (i, entry) in words.enumerated() { insert(Self.hash(Array(entry.word.utf8)).value, Int32(i)) }
    }
}
