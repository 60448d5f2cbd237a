/// A small number that stands for one distinct piece of text within a `SymbolTable`.
public struct Symbol: Hashable, Sendable {
    /// The index of the entry in its table.
    public let index: UInt32
    @inlinable public init(index: UInt32) { self.index = index }
}

/// The distinct words of a model or a document, each stored once and named by a 32-bit number.
///
/// A table may extend a frozen one: it shares the base's storage, gives the same symbols for the
/// base's words, and numbers its own after them. Rules compiled against the base therefore hold for
/// every document. Lookups hash bytes by FNV-1a into an open-addressed table, so that no `String` is
/// made and no result depends on the process's hash seed.
public struct SymbolTable: Sendable {
    @usableFromInline final class Frozen: Sendable {
        @usableFromInline let table: SymbolTable
        init(_ table: SymbolTable) { self.table = table }

        func find(_ word: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Symbol? {
            if let base = table.base, let found = base.find(word, hash: hash) { return found }
            return table.findOwn(word, hash: hash)
        }

        @inlinable
        func withBytes<R>(of symbol: Symbol, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
            var holder = self
            while symbol.index < holder.table.baseCount { holder = holder.table.base! }
            return holder.table.withOwnBytes(of: symbol, body)
        }
    }

    @usableFromInline let base: Frozen?
    @usableFromInline let baseCount: UInt32
    @usableFromInline var bytes: [UInt8] = []
    @usableFromInline var ends: [UInt32] = []
    /// Open addressing: in the low half the own number plus one, zero where the slot is free; in the high half
    /// that of the hash, so that a word is compared only with one that is all but surely the same.
    private var slots: [UInt64] = Array(repeating: 0, count: 64)

    /// Makes an empty table.
    public init() {
        base = nil
        baseCount = 0
    }

    /// Makes a table that holds all of `base` and can grow apart from it. O(1).
    public init(extending base: SymbolTable) {
        self.base = Frozen(base)
        baseCount = UInt32(base.count)
    }

    /// Whether this table was made by extending `other`, so that the symbols of `other` hold in it. O(1).
    ///
    /// Tells by shared storage: a table with the same words that was filled apart from it is not one.
    public func extends(_ other: SymbolTable) -> Bool {
        guard let base, Int(baseCount) == other.count else { return false }
        return base.table.slots.withUnsafeBufferPointer { own in
            other.slots.withUnsafeBufferPointer { own.baseAddress == $0.baseAddress }
        }
    }

    /// How many symbols there are, the base's among them.
    public var count: Int { Int(baseCount) + ends.count }

    /// The symbol of these bytes, made if need be. Amortised O(length).
    public mutating func intern(_ word: UnsafeBufferPointer<UInt8>) -> Symbol {
        let hash = Self.hash(word)
        if let found = find(word, hash: hash) { return found }
        let local = UInt32(ends.count)
        bytes.append(contentsOf: word)
        ends.append(UInt32(bytes.count))
        if (ends.count + 1) * 4 > slots.count * 3 { grow() } else { place(local, hash: hash) }
        return Symbol(index: baseCount + local)
    }

    /// The symbol of a string, made if need be.
    public mutating func intern(_ word: String) -> Symbol {
        var word = word
        return word.withUTF8 { intern($0) }
    }

    /// The symbol of these bytes if the table holds it.
    public func lookup(_ word: UnsafeBufferPointer<UInt8>) -> Symbol? {
        find(word, hash: Self.hash(word))
    }

    /// The symbol of a string if the table holds it.
    public func lookup(_ word: String) -> Symbol? {
        var word = word
        return word.withUTF8 { lookup($0) }
    }

    /// The text of a symbol; traps for a symbol of another table that is not in this one.
    public subscript(symbol: Symbol) -> String {
        withBytes(of: symbol) { String(decoding: $0, as: UTF8.self) }
    }

    /// Calls `body` with the bytes of a symbol; the pointer is valid during the call only.
    @inlinable
    public func withBytes<R>(of symbol: Symbol, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        symbol.index < baseCount ? base!.withBytes(of: symbol, body) : withOwnBytes(of: symbol, body)
    }

    @inlinable
    func withOwnBytes<R>(of symbol: Symbol, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        let local = Int(symbol.index - baseCount)
        let start = local == 0 ? 0 : Int(ends[local - 1])
        let end = Int(ends[local])
        return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
    }

    /// The 64-bit FNV-1a hash of some bytes (Fowler, Noll, Vo), the same on every machine and run.
    @inlinable
    public static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return hash
    }

    private func find(_ word: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Symbol? {
        if let base, let found = base.find(word, hash: hash) { return found }
        return findOwn(word, hash: hash)
    }

    /// Looks among the words that the base has not.
    private func findOwn(_ word: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Symbol? {
        slots.withUnsafeBufferPointer { slots in
            let mask = slots.count - 1
            var slot = Self.slot(hash) & mask
            while slots[slot] != 0 {
                if slots[slot] >> 32 == hash >> 32 {
                    let local = Int(slots[slot] & 0xFFFF_FFFF) - 1
                    if equals(local, word) { return Symbol(index: baseCount + UInt32(local)) }
                }
                slot = (slot + 1) & mask
            }
            return nil
        }
    }

    private func equals(_ local: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = local == 0 ? 0 : Int(ends[local - 1])
        let end = Int(ends[local])
        guard end - start == word.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            for i in 0..<word.count where bytes[start + i] != word[i] { return false }
            return true
        }
    }

    private static func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ (hash >> 29)) }

    private mutating func place(_ local: UInt32, hash: UInt64) {
        let mask = slots.count - 1
        var slot = Self.slot(hash) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(local + 1)
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for local in 0..<UInt32(ends.count) {
            let hash = withBytes(of: Symbol(index: baseCount + local)) { Self.hash($0) }
            place(local, hash: hash)
        }
    }
}
