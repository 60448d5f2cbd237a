import Text

/// Phrases of one or more words, each with a value, found at a place in some atoms by longest match.
struct PhraseTable<Value: Sendable>: Sendable {
    private struct Entry: Sendable {
        var codes: [Int32]
        var value: Value
    }

    private var entries: [Int32: [Entry]] = [:]
    /// One bit for each code of a word that a phrase begins with: most words begin none.
    private var firsts: [UInt64] = []

    /// The codes of the words and signs that phrases begin with.
    var firstCodes: [Int32] { entries.keys.sorted() }

    /// Adds a phrase; its words get symbols in `table`. A sign stands for itself.
    mutating func add(_ phrase: String, _ value: Value, table: inout SymbolTable) {
        let codes = Self.codes(phrase, table: &table)
        guard let first = codes.first else { return }
        var list = entries[first] ?? []
        let place = list.firstIndex { $0.codes.count < codes.count } ?? list.count
        list.insert(Entry(codes: codes, value: value), at: place)
        entries[first] = list
        guard first >= 0 else { return }
        let slot = Int(first) >> 6
        if slot >= firsts.count { firsts += [UInt64](repeating: 0, count: slot + 1 - firsts.count) }
        firsts[slot] |= 1 << UInt64(first & 63)
    }

    /// The longest phrase that starts at an atom: its value and how many atoms it takes.
    func match(_ atoms: Atoms, at i: Int) -> (value: Value, length: Int)? {
        guard i >= 0, i < atoms.count, atoms.kinds[i] != .number else { return nil }
        let key = Self.key(atoms, i)
        if key >= 0 {
            guard Int(key) >> 6 < firsts.count, firsts[Int(key) >> 6] & (1 << UInt64(key & 63)) != 0 else { return nil }
        } else if key == -1 {
            return nil
        }
        guard let list = entries[key] else { return nil }
        search: for entry in list where i + entry.codes.count <= atoms.count {
            for k in 1..<max(1, entry.codes.count) {
                let j = i + k
                if atoms.kinds[j] == .number || Self.key(atoms, j) != entry.codes[k] { continue search }
            }
            return (entry.value, entry.codes.count)
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
