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

/// The lemmas and lowered forms of an analysis in the numbers of a rule vocabulary, -1 where no rule
/// names the word.
struct RuleWords: Sendable {
    let lemmas: [Int32]
    let forms: [Int32]

    init(_ analysis: Analysis, in vocabulary: RuleVocabulary) {
        let symbols = analysis.symbols
        let forms = analysis.words.forms.map { vocabulary.number(of: $0, in: symbols) }
        var lemmas = analysis.words.lemmas.map { vocabulary.number(of: $0, in: symbols) }
        for word in lemmas.indices where lemmas[word] < 0 {
            let tag = analysis.words.upos[word]
            guard tag == .verb || tag == .noun else { continue }
            lemmas[word] = forms[word] >= 0 ? forms[word] : Self.stem(analysis.words.forms[word], symbols, vocabulary)
        }
        self.forms = forms
        self.lemmas = lemmas
    }

    /// The word of the rules that a form is inflected from, for lemmas that came out wrong, or -1.
    private static func stem(_ form: Symbol, _ symbols: SymbolTable, _ vocabulary: RuleVocabulary) -> Int32 {
        symbols.withBytes(of: form) { bytes in
            for ending in endings
            where bytes.count > ending.count + 2 && bytes.suffix(ending.count).elementsEqual(ending) {
                let stem = UnsafeBufferPointer(rebasing: bytes.prefix(bytes.count - ending.count))
                let found = vocabulary.number(ofBytes: stem)
                if found >= 0 { return found }
                if stem.count > 3, stem[stem.count - 1] == stem[stem.count - 2] {
                    let single = vocabulary.number(ofBytes: UnsafeBufferPointer(rebasing: stem.dropLast()))
                    if single >= 0 { return single }
                }
            }
            return -1
        }
    }

    private static let endings = ["s", "d", "ed", "es", "ing"].map { Array($0.utf8) }
}
