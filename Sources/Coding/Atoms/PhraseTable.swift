import Text

/// Phrases of one or more words, each with a value, found at a place in some atoms by longest match.
struct PhraseTable<Value: Sendable>: Sendable {
    /// The phrases in parallel arrays, in the order in which they were added.
    private var values: [Value] = []
    private var lengths: [Int32] = []
    /// Where the codes of a phrase start in `codes`.
    private var starts: [Int32] = []
    private var codes: [Int32] = []
    /// The next phrase with the same first word, no longer than this one, or -1.
    private var next: [Int32] = []
    /// For each code of a word the longest phrase that begins with it, or -1: most words begin none.
    private var firstOfWord: [Int32] = []
    private var firstOfSign: [Int32: Int32] = [:]

    /// The codes of the words and signs that phrases begin with.
    var firstCodes: [Int32] {
        (firstOfSign.keys + firstOfWord.indices.filter { firstOfWord[$0] >= 0 }.map(Int32.init)).sorted()
    }

    /// Adds a phrase; its words get symbols in `table`. A sign stands for itself.
    mutating func add(_ phrase: String, _ value: Value, table: inout SymbolTable) {
        let added = Self.codes(phrase, table: &table)
        guard let key = added.first else { return }
        let entry = Int32(values.count)
        values.append(value)
        lengths.append(Int32(added.count))
        starts.append(Int32(codes.count))
        codes += added
        // Behind those that are as long or longer.
        var before: Int32 = -1
        var at = first(key)
        while at >= 0, Int(lengths[Int(at)]) >= added.count {
            before = at
            at = next[Int(at)]
        }
        next.append(at)
        if before >= 0 { next[Int(before)] = entry } else { setFirst(key, entry) }
    }

    private func first(_ key: Int32) -> Int32 {
        if key < 0 { return firstOfSign[key] ?? -1 }
        return Int(key) < firstOfWord.count ? firstOfWord[Int(key)] : -1
    }

    private mutating func setFirst(_ key: Int32, _ entry: Int32) {
        if key < 0 {
            firstOfSign[key] = entry
            return
        }
        let missing = Int(key) + 1 - firstOfWord.count
        if missing > 0 { firstOfWord += [Int32](repeating: -1, count: missing) }
        firstOfWord[Int(key)] = entry
    }

    /// The longest phrase that starts at an atom: its value and how many atoms it takes.
    func match(_ atoms: Atoms, at i: Int) -> (value: Value, length: Int)? {
        guard i >= 0, i < atoms.count, atoms.kinds[i] != .number else { return nil }
        var entry = Int(first(Self.key(atoms, i)))
        search: while entry >= 0 {
            let length = Int(lengths[entry])
            let start = Int(starts[entry])
            defer { entry = Int(next[entry]) }
            guard i + length <= atoms.count else { continue }
            for k in 1..<max(1, length) {
                if atoms.kinds[i + k] == .number || Self.key(atoms, i + k) != codes[start + k] { continue search }
            }
            return (values[entry], length)
        }
        return nil
    }

    /// The longest phrase that ends just before an atom.
    func match(_ atoms: Atoms, endingBefore i: Int, longest: Int = 4) -> (value: Value, length: Int)? {
        var length = min(longest, i)
        while length > 0 {
            if let found = match(atoms, at: i - length), found.length == length { return found }
            length -= 1
        }
        return nil
    }

    /// Words and signs share one number space: signs are negative, below the -1 of unknown words.
    private static func key(_ atoms: Atoms, _ i: Int) -> Int32 {
        atoms.kinds[i] == .symbol ? -2 - atoms.codes[i] : atoms.codes[i] == -1 ? -1 : atoms.codes[i]
    }

    private static func codes(_ phrase: String, table: inout SymbolTable) -> [Int32] {
        var codes: [Int32] = []
        var word = ""
        func flush(_ table: inout SymbolTable) {
            if !word.isEmpty { codes.append(Int32(table.intern(word).index)) }
            word = ""
        }
        for scalar in phrase.lowercased().unicodeScalars {
            if scalar == " " {
                flush(&table)
            } else if scalar.properties.isAlphabetic {
                word.unicodeScalars.append(scalar)
            } else {
                flush(&table)
                codes.append(-2 - Int32(scalar.value))
            }
        }
        flush(&table)
        return codes
    }
}
