import Linguistics
import Text

/// The words that rules name, numbered from 0, with the classes that each belongs to.
///
/// Rules hold these numbers; `RuleWords` gives the words of an article in the same numbers, so that
/// matching compares integers.
struct RuleVocabulary: Sendable {
    private var table = SymbolTable()
    private var masks: [ClassMask] = []
    private var names: [String: Int] = [:]

    /// A set of word classes, one bit a class.
    struct ClassMask: Sendable, Hashable {
        var low: UInt64 = 0
        var high: UInt64 = 0
        static let capacity = 128

        init() {}
        init(bit: Int) { if bit < 64 { low = 1 << UInt64(bit) } else { high = 1 << UInt64(bit - 64) } }
        var isEmpty: Bool { low | high == 0 }
        func meets(_ other: ClassMask) -> Bool { (low & other.low) | (high & other.high) != 0 }
        mutating func formUnion(_ other: ClassMask) {
            low |= other.low
            high |= other.high
        }
    }

    /// The number of a word, made if need be.
    mutating func number(_ word: String) -> Int32 {
        let symbol = table.intern(word)
        if Int(symbol.index) == masks.count { masks.append(ClassMask()) }
        return Int32(symbol.index)
    }

    /// Puts words into a class; classes get their bits in the order of their first use.
    ///
    /// - Returns: the class's mask, or `nil` when there is no room for another class.
    mutating func add(_ words: [String], toClass name: String) -> ClassMask? {
        let bit = names[name] ?? names.count
        guard bit < ClassMask.capacity else { return nil }
        names[name] = bit
        let mask = ClassMask(bit: bit)
        for word in words { masks[Int(number(word))].formUnion(mask) }
        return mask
    }

    /// The mask of a class, or `nil` when there is none of that name.
    func mask(_ name: String) -> ClassMask? { names[name].map(ClassMask.init(bit:)) }

    /// The classes of a word's number; none for -1.
    @inline(__always)
    func classes(of number: Int32) -> ClassMask { number < 0 ? ClassMask() : masks[Int(number)] }

    /// The number of a symbol of another table, or -1 when no rule names the word.
    func number(of symbol: Symbol, in symbols: SymbolTable) -> Int32 {
        symbols.withBytes(of: symbol) { number(ofBytes: $0) }
    }

    /// The number of a word given as bytes, or -1.
    func number(ofBytes bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
        table.lookup(bytes).map { Int32($0.index) } ?? -1
    }
}
